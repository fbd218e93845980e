//! How a license's state reads: always an icon and a word.

use crate::t;
use crate::ui::{Badge, IconName, Tone};
use domain::licenses::{LicenseKind, Validity};
use leptos::prelude::*;

/// Where a license is in its life.
#[component]
pub fn ValidityBadge(
    /// Where.
    validity: Validity,
) -> impl IntoView {
    let (tone, icon, label) = match validity {
        Validity::Current => (Tone::Good, IconName::Success, t!(licenses::CURRENT)),
        Validity::Future => (Tone::Info, IconName::Clock, t!(licenses::FUTURE)),
        Validity::Expired => (Tone::Warning, IconName::Hourglass, t!(licenses::EXPIRED)),
        Validity::Archived => (Tone::Neutral, IconName::Archive, t!(licenses::ARCHIVED)),
    };
    view! { <Badge tone icon label /> }
}

/// The kind in a word.
pub fn kind(kind: LicenseKind) -> &'static str {
    match kind {
        LicenseKind::Standard => t!(licenses::STANDARD),
        LicenseKind::Reusable => t!(licenses::REUSABLE),
    }
}

/// A count as the primitives take it; counts are never below zero.
pub fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}
