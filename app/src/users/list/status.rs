//! A user's status: each fact an icon with its word.

use crate::t;
use crate::ui::{Badge, IconName, Tone};
use domain::users::{UserState, UserStatus};
use leptos::prelude::*;

/// The facts of a status, in the order they are shown.
fn facts(status: &UserStatus) -> Vec<(Tone, IconName, String)> {
    let state = match status.state {
        UserState::Pending => (Tone::Warning, IconName::Hourglass),
        UserState::Active => (Tone::Good, IconName::Success),
        UserState::Archived => (Tone::Neutral, IconName::Archive),
    };
    let mut facts = vec![(state.0, state.1, t!(users::state(status.state)).to_owned())];
    if status.notified && status.never_accessed {
        facts.push((Tone::Neutral, IconName::Message, t!(users::NOTIFIED).to_owned()));
    }
    if status.never_accessed {
        facts.push((
            Tone::Info,
            IconName::EyeClosed,
            t!(users::NEVER_ACCESSED).to_owned(),
        ));
    }
    if let Some(date) = status.deletion_date {
        facts.push((Tone::Warning, IconName::Calendar, t!(users::deletion_due(date))));
    }
    facts
}

/// The status as badges. That somebody was told of their account matters until they came.
#[component]
pub fn Status(status: UserStatus) -> impl IntoView {
    let badge = |(tone, icon, label)| view! { <Badge tone icon label /> };
    view! { <span class="badges">{facts(&status).into_iter().map(badge).collect_view()}</span> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_says_what_matters_now() {
        let words = |status: UserStatus| facts(&status).into_iter().map(|fact| fact.2).collect::<Vec<_>>();
        let active = UserStatus {
            state: UserState::Active,
            notified: true,
            never_accessed: false,
            deletion_date: None,
        };
        assert_eq!(words(active), ["Active"]);
        let waiting = UserStatus {
            never_accessed: true,
            ..active
        };
        assert_eq!(words(waiting), ["Active", "Notified", "Never accessed"]);
        let date = domain::time::Date::parse("2026-12-24").ok();
        let leaving = UserStatus {
            state: UserState::Archived,
            deletion_date: date,
            ..active
        };
        assert_eq!(words(leaving), ["Archived", "Deletion due 24 Dec 2026"]);
    }
}
