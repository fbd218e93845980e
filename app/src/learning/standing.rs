//! Where a course of somebody stands: always an icon and a word.

use crate::t;
use crate::ui::{Badge, IconName, Tone};
use domain::courses::CourseStanding;
use leptos::prelude::*;

/// The status.
#[component]
pub fn StandingBadge(
    /// Which.
    standing: CourseStanding,
) -> impl IntoView {
    let (tone, icon, label) = match standing {
        CourseStanding::Completed => (Tone::Good, IconName::Check, t!(learning::COMPLETED)),
        CourseStanding::Ended => (Tone::Neutral, IconName::Lock, t!(learning::ENDED)),
        CourseStanding::Later => (Tone::Neutral, IconName::Calendar, t!(learning::LATER)),
        CourseStanding::Overdue => (Tone::Bad, IconName::Warning, t!(learning::OVERDUE)),
        CourseStanding::UnderWay => (Tone::Info, IconName::Clock, t!(learning::UNDER_WAY)),
        CourseStanding::New => (Tone::Neutral, IconName::Inbox, t!(learning::NEW)),
    };
    view! { <Badge tone icon label /> }
}
