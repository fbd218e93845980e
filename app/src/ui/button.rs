//! Buttons, and links that look like one.
//!
//! A button that may not be pressed stays reachable and says why: it is `aria-disabled`, described by the reason,
//! and shows it on hover and focus.

use super::{Icon, IconName, unique_id};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// The one main action of a screen.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action that takes something away.
    Danger,
    /// An action among many alike, as in a toolbar or a row.
    Ghost,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button",
            Self::Danger => "button button-danger",
            Self::Ghost => "button button-ghost",
        }
    }
}

/// A button. With `label` and without children it shows only its icon.
#[component]
pub fn Button(
    /// How it looks.
    #[prop(optional)]
    look: Look,
    /// Drawn before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// What it is called where its words are missing or not enough: "Archive Ada Lovelace".
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// While true it turns and takes no press.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it may not be pressed now, and what would make it possible.
    #[prop(optional, into)]
    disabled_because: Option<Signal<Option<String>>>,
    /// Whether it submits the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// What pressing does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Its words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let reason = move || disabled_because.and_then(|reason| reason.get());
    let blocked = move || busy.get() || reason().is_some();
    let press = move |event: MouseEvent| {
        if blocked() {
            event.prevent_default();
            event.stop_propagation();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    let wordless = children.is_none();
    let reason_id = disabled_because.map(|_| unique_id("reason"));
    let button = view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=look.class()
            class:button-icon=wordless
            aria-label=move || label.map(|label| label.get())
            aria-disabled=move || blocked().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-describedby=reason_id.clone()
            on:click=press
        >
            {icon.map(|name| view! { <Icon name /> })}
            {children.map(|children| view! { <span class="button-words">{children()}</span> })}
        </button>
    };
    match reason_id {
        Some(id) => view! {
            <span class="button-frame">
                {button} <span class="tooltip" id=id role="tooltip">
                    {reason}
                </span>
            </span>
        }
        .into_any(),
        None => button.into_any(),
    }
}

/// A link that looks like a button: it goes somewhere, where a button does something.
#[component]
pub fn LinkButton(
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// How it looks.
    #[prop(optional)]
    look: Look,
    /// Drawn before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class=look.class() href=move || href.get()>
            {icon.map(|name| view! { <Icon name /> })}
            <span class="button-words">{children()}</span>
        </a>
    }
    .into_any()
}
