//! Where an invitation is, as icon and word, and what of it may be done.

use crate::t;
use crate::ui::{Badge, IconName, Tone};
use domain::invitations::{InvitationRow, InvitationStatus};
use domain::time::Timestamp;
use leptos::prelude::*;

/// The status, and whether its person waits for a new link.
#[component]
pub fn Status(row: InvitationRow) -> impl IntoView {
    let (tone, icon) = match row.status {
        InvitationStatus::Queued => (Tone::Info, IconName::Hourglass),
        InvitationStatus::Sent => (Tone::Neutral, IconName::Send),
        InvitationStatus::Failed => (Tone::Bad, IconName::Failure),
        InvitationStatus::Opened => (Tone::Info, IconName::Eye),
        InvitationStatus::Accepted => (Tone::Good, IconName::Success),
        InvitationStatus::Expired => (Tone::Warning, IconName::Clock),
        InvitationStatus::Canceled => (Tone::Neutral, IconName::Ban),
        InvitationStatus::Replaced => (Tone::Neutral, IconName::Refresh),
    };
    let asks = row
        .asked_at
        .map(|_| view! { <Badge tone=Tone::Warning icon=IconName::Bell label=t!(invitations::ASKS) /> });
    view! {
        <span class="invitation-status">
            <Badge tone icon label=t!(invitations::status(row.status)) />
            {asks}
        </span>
    }
    .into_any()
}

/// When it ends, or since when it is over.
#[component]
pub fn Ends(row: InvitationRow, now: Timestamp) -> impl IntoView {
    let at = row.ended_at.unwrap_or(row.expires_at);
    let words = if row.status.is_open() {
        t!(invitations::ends_in((row.expires_at - now).as_seconds()))
    } else {
        t!(users::ago((now - at).as_seconds()))
    };
    view! {
        <time datetime=at.to_string() title=t!(users::moment(at))>
            {words}
        </time>
    }
}

/// Why it may not be sent again, if that is so.
pub fn no_resending(row: &InvitationRow) -> Option<String> {
    let accepted =
        (row.status == InvitationStatus::Accepted).then(|| t!(invitations::ACCEPTED_ALREADY).to_owned());
    accepted.or_else(|| {
        row.out_of_reach
            .as_ref()
            .map(|denied| t!(problems::denied(denied)))
    })
}

/// Why it may not be canceled, if that is so. One whose person asks for a new link can be declined.
pub fn no_canceling(row: &InvitationRow) -> Option<String> {
    let over = !row.status.is_open() && row.asked_at.is_none();
    let over = over.then(|| t!(invitations::CLOSED_ALREADY).to_owned());
    over.or_else(|| {
        row.out_of_reach
            .as_ref()
            .map(|denied| t!(problems::denied(denied)))
    })
}
