//! Seats of a license over time, as a line under the ceiling of what was bought.

use crate::t;
use domain::dashboard::{CHART_DAYS, LicenseUse};
use domain::time::Date;
use leptos::prelude::*;
use std::fmt::Write as _;

/// The height that all seats bought stand for.
const HEIGHT: i64 = 30;

/// The line, and the same closed below, to be filled.
fn paths(steps: &[(i32, i64)], purchased: i64) -> (String, String) {
    let mut line = String::new();
    for (place, (day, used)) in steps.iter().enumerate() {
        let command = if place == 0 { 'M' } else { 'L' };
        let height = HEIGHT - (used * HEIGHT / purchased.max(1)).clamp(0, HEIGHT);
        // Writing to a text cannot fail.
        let _ = write!(line, "{command}{day} {height}");
    }
    let area = format!("{line}L{CHART_DAYS} {HEIGHT}L0 {HEIGHT}Z");
    (line, area)
}

/// The chart, with its text alternative: from how many to how many.
#[component]
pub fn SeatsChart(license: LicenseUse, today: Date) -> impl IntoView {
    let steps = license.steps(today);
    let (line, area) = paths(&steps, license.seats.purchased);
    let ends = steps.first().zip(steps.last());
    let (first, last) = ends.map_or((0, 0), |((_, first), (_, last))| (*first, *last));
    view! {
        <svg
            class="seats-chart"
            role="img"
            aria-label=t!(dashboard::seats_went(first, last))
            viewBox=format!("0 -1 {CHART_DAYS} {}", HEIGHT + 2)
            preserveAspectRatio="none"
        >
            <path class="seats-chart-area" d=area />
            <path class="seats-chart-ceiling" d=format!("M0 0L{CHART_DAYS} 0") />
            <path class="seats-chart-line" d=line />
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_license_touches_the_ceiling() {
        let (line, area) = paths(&[(0, 0), (80, 0), (80, 10), (90, 10)], 10);
        assert_eq!(line, "M0 30L80 30L80 0L90 0");
        assert_eq!(area, "M0 30L80 30L80 0L90 0L90 30L0 30Z");
    }
}
