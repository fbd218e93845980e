//! What stands where content should be: nothing yet, an error, no permission, or still on its way.

use super::{Button, Icon, IconName};
use crate::shell::no_permission_status;
use crate::t;
use leptos::prelude::*;

/// An empty list: what belongs here and the first step to it.
#[component]
pub fn EmptyState(
    /// What would be shown.
    #[prop(default = IconName::Inbox)]
    icon: IconName,
    /// That there is nothing: "No licenses yet".
    #[prop(into)]
    title: String,
    /// What belongs here, and the buttons that begin it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! { <Centered class="state" icon title children /> }
}

/// Something went wrong while loading: what, and a button to try again.
#[component]
pub fn ErrorState(
    /// What went wrong.
    #[prop(into)]
    message: String,
    /// Tries again.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let retry = on_retry.map(|on_retry| {
        view! { <Button icon=IconName::Refresh on_press=on_retry>{t!(ui::TRY_AGAIN)}</Button> }
    });
    let children: Children = Box::new(move || view! { <p>{message}</p> {retry} }.into_any());
    view! {
        <div role="alert">
            <Centered
                class="state state-bad"
                icon=IconName::Warning
                title=t!(ui::SOMETHING_WENT_WRONG).to_owned()
                children=Some(children)
            />
        </div>
    }
    .into_any()
}

/// The person may know of this, but not use it.
#[component]
pub fn NoPermission(
    /// Why, and who could.
    #[prop(into)]
    reason: String,
) -> impl IntoView {
    no_permission_status();
    let children: Children = Box::new(move || view! { <p>{reason}</p> }.into_any());
    let title = t!(ui::NOT_FOR_YOU).to_owned();
    view! { <Centered class="state" icon=IconName::Lock title children=Some(children) /> }
}

#[component]
fn Centered(class: &'static str, icon: IconName, title: String, children: Option<Children>) -> impl IntoView {
    view! {
        <div class=class>
            <span class="state-icon">
                <Icon name=icon />
            </span>
            <h2>{title}</h2>
            {children.map(|children| view! { <div class="state-body">{children()}</div> })}
        </div>
    }
    .into_any()
}

/// Grey lines where text will be.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: u32,
) -> impl IntoView {
    let lines = (0..lines).map(|_| view! { <span class="skeleton-line" aria-hidden="true"></span> });
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{t!(ui::LOADING)}</span>
            {lines.collect_view()}
        </div>
    }
    .into_any()
}
