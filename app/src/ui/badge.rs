//! Status: always an icon and a word, never color alone.

use super::{Icon, IconName};
use leptos::prelude::*;

/// What a status means for the person who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// A fact.
    #[default]
    Neutral,
    /// As it should be.
    Good,
    /// Worth a look.
    Warning,
    /// Needs mending.
    Bad,
    /// Under way.
    Info,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "badge",
            Self::Good => "badge badge-good",
            Self::Warning => "badge badge-warning",
            Self::Bad => "badge badge-bad",
            Self::Info => "badge badge-info",
        }
    }
}

/// A status.
#[component]
pub fn Badge(
    /// What it means.
    #[prop(optional)]
    tone: Tone,
    /// Its picture.
    icon: IconName,
    /// Its word.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <span class=tone.class()>
            <Icon name=icon />
            {label}
        </span>
    }
    .into_any()
}
