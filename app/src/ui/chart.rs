//! A small picture of numbers over time, with the numbers in words for those who do not see it.

use leptos::prelude::*;

/// Height of the drawing, in its own units; it stretches to the width there is.
const HEIGHT: u64 = 40;

/// Bars side by side, oldest first; each shows its words on hover.
#[component]
pub fn BarChart(
    /// What it shows, in a sentence that replaces it.
    #[prop(into)]
    label: String,
    /// Words and number of each bar.
    bars: Vec<(String, u64)>,
) -> impl IntoView {
    let most = bars.iter().map(|(_, value)| *value).max().unwrap_or(0).max(1);
    let width = bars.len().max(1) * 4;
    let bar = |(place, (words, value)): (usize, (String, u64))| {
        // Something is never nothing: the least bar is still seen.
        let height = (value * HEIGHT).div_ceil(most);
        view! {
            <rect
                class="chart-bar"
                x=(place * 4).to_string()
                y=(HEIGHT - height).to_string()
                width="3"
                height=height.to_string()
            >
                <title>{words}</title>
            </rect>
        }
    };
    view! {
        <svg class="chart" role="img" aria-label=label viewBox=format!("0 0 {width} {HEIGHT}") preserveAspectRatio="none">
            {bars.into_iter().enumerate().map(bar).collect_view()}
        </svg>
    }
    .into_any()
}
