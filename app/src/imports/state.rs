//! The badges of imports and their rows: an icon and a word.

use crate::t;
use crate::ui::{Badge, IconName, Tone};
use domain::imports::{ImportState, Outcome};
use leptos::prelude::*;

/// What becomes of a row.
#[component]
pub fn OutcomeBadge(outcome: Outcome) -> impl IntoView {
    let (tone, icon) = look(outcome);
    view! { <Badge tone icon label=t!(imports::outcome(outcome)) /> }
}

/// How an outcome is drawn.
pub fn look(outcome: Outcome) -> (Tone, IconName) {
    match outcome {
        Outcome::Create => (Tone::Good, IconName::UserPlus),
        Outcome::Update => (Tone::Info, IconName::Edit),
        Outcome::Skip => (Tone::Neutral, IconName::Minus),
        Outcome::Archive => (Tone::Warning, IconName::Archive),
        Outcome::Delete => (Tone::Bad, IconName::Trash),
        Outcome::Error => (Tone::Bad, IconName::Error),
    }
}

/// Where an import is in its life.
#[component]
pub fn StateBadge(state: ImportState) -> impl IntoView {
    let (tone, icon) = match state {
        ImportState::Planned => (Tone::Neutral, IconName::Pending),
        ImportState::Applying => (Tone::Info, IconName::Busy),
        ImportState::Done => (Tone::Good, IconName::Success),
        ImportState::Undone => (Tone::Neutral, IconName::Undo),
        ImportState::Failed => (Tone::Bad, IconName::Failure),
    };
    view! { <Badge tone icon label=t!(imports::state(state)) /> }
}
