//! A message in the flow of a page: what happened, what to know before going on.

use super::{Icon, IconName, Tone};
use leptos::prelude::*;

/// A message; `role="status"` or `"alert"` is for the page to add where it appears by itself.
#[component]
pub fn Notice(
    /// What it means for the reader.
    #[prop(optional)]
    tone: Tone,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let (class, icon) = match tone {
        Tone::Neutral => ("notice", IconName::Info),
        Tone::Good => ("notice notice-good", IconName::Success),
        Tone::Warning => ("notice notice-warning", IconName::Warning),
        Tone::Bad => ("notice notice-bad", IconName::Error),
        Tone::Info => ("notice notice-info", IconName::Info),
    };
    view! {
        <div class=class>
            <Icon name=icon />
            <div>{children()}</div>
        </div>
    }
    .into_any()
}
