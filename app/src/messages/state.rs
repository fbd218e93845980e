//! Where a message is, as icon and word.

use crate::t;
use crate::ui::{Badge, IconName, Tone};
use domain::messages::MessageState;
use leptos::prelude::*;

/// The state of a message.
#[component]
pub fn StateBadge(
    /// The state.
    state: MessageState,
) -> impl IntoView {
    let (tone, icon) = match state {
        MessageState::Queued => (Tone::Info, IconName::Hourglass),
        MessageState::Sent => (Tone::Good, IconName::Success),
        MessageState::Kept => (Tone::Neutral, IconName::Inbox),
        MessageState::Failed => (Tone::Bad, IconName::Failure),
    };
    view! { <Badge tone icon label=t!(messages::state(state)) /> }
}
