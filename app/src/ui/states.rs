//! What stands where content should be: nothing yet, an error, no permission, or still on its way.

use super::{Button, Icon, IconName};
use crate::api::ApiError;
use crate::refusals::Words;
use crate::shell::{no_permission_status, sign_in_and_back};
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

/// Why something could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The session has ended: signing in again helps.
    SignedOut,
    /// Anything else, in words.
    Failed(String),
}

impl From<String> for Problem {
    fn from(words: String) -> Self {
        Self::Failed(words)
    }
}

impl<R: Words> From<ApiError<R>> for Problem {
    fn from(error: ApiError<R>) -> Self {
        match error {
            ApiError::SignedOut => Self::SignedOut,
            error => Self::Failed(error.to_string()),
        }
    }
}

/// Something went wrong while loading: what, and a button to try again, or to sign in and come back.
#[component]
pub fn ErrorState(
    /// What went wrong.
    #[prop(into)]
    problem: Problem,
    /// Tries again.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let state = match problem {
        Problem::SignedOut => {
            // A page loaded anew, because this one still believes in the session.
            let children: Children = Box::new(|| {
                view! {
                    <p>{t!(ui::SIGNED_OUT_WHY)}</p>
                    <a class="button button-primary" href=sign_in_and_back() rel="external">
                        {t!(links::TO_SIGN_IN)}
                    </a>
                }
                .into_any()
            });
            let title = t!(ui::SIGNED_OUT).to_owned();
            view! { <Centered class="state" icon=IconName::Lock title children=Some(children) /> }
        }
        Problem::Failed(words) => {
            let retry = |on_retry| view! { <Button icon=IconName::Refresh on_press=on_retry>{t!(ui::TRY_AGAIN)}</Button> };
            let children: Children =
                Box::new(move || view! { <p>{words}</p> {on_retry.map(retry)} }.into_any());
            let title = t!(ui::SOMETHING_WENT_WRONG).to_owned();
            view! { <Centered class="state state-bad" icon=IconName::Warning title children=Some(children) /> }
        }
    };
    view! { <div role="alert">{state}</div> }.into_any()
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
