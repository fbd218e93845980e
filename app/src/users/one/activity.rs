//! How much a user learns: time, points, minutes a day, and each day as a bar.

use super::api::user_activity;
use super::state::One;
use crate::t;
use crate::text::number;
use crate::ui::{BarChart, Card, ErrorState, Skeleton};
use domain::courses::{ActiveDay, Activity, SHOWN_DAYS};
use leptos::prelude::*;

/// The tab.
#[component]
pub fn ActivityOf(one: One) -> impl IntoView {
    let id = one.user.with_untracked(|user| user.summary.id);
    let found = LocalResource::new(move || user_activity(id));
    let content = move || match found.get() {
        None => view! { <Skeleton lines=8 /> }.into_any(),
        Some(Ok(activity)) => view! { <Shown activity /> }.into_any(),
        Some(Err(error)) => {
            view! { <ErrorState problem=error on_retry=move || found.refetch() /> }.into_any()
        }
    };
    view! { <div class="user-tab">{content}</div> }.into_any()
}

#[component]
fn Shown(activity: Activity) -> impl IntoView {
    let stat = |label: String, value: String| {
        view! {
            <div class="card stat">
                <dt class="stat-label">{label}</dt>
                <dd class="stat-value">{value}</dd>
            </div>
        }
    };
    let averages = [7, 30, SHOWN_DAYS].map(|days| {
        let minutes = activity.daily_minutes(days);
        stat(t!(learning::average(days)), t!(learning::minutes(minutes)))
    });
    let minutes = |day: &ActiveDay| day.seconds.div_ceil(60);
    let each = activity.each_day(SHOWN_DAYS);
    let bars = each.iter().map(|day| {
        let words = format!(
            "{}: {}",
            t!(users::day(day.day)),
            t!(learning::minutes(minutes(day)))
        );
        (words, minutes(day))
    });
    let bars: Vec<_> = bars.collect();
    let row = |day: &ActiveDay| {
        view! {
            <tr>
                <th scope="row">{t!(users::day(day.day))}</th>
                <td class="numeric">{number(minutes(day))}</td>
                <td class="numeric">{number(day.xp)}</td>
            </tr>
        }
    };
    let rows = activity.days.iter().rev().map(row).collect_view();
    let label = t!(learning::chart(
        activity.days.len(),
        activity.daily_minutes(SHOWN_DAYS)
    ));
    view! {
        <dl class="stats">
            {stat(t!(learning::TOTAL_TIME).to_owned(), t!(learning::hours(activity.seconds)))}
            {stat("XP".to_owned(), number(activity.xp))} {averages}
        </dl>
        <Card title=t!(learning::BY_DAY)>
            <BarChart label bars />
            <details class="chart-table">
                <summary>{t!(learning::AS_TABLE)}</summary>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t!(learning::DAY)}</th>
                            <th scope="col" class="numeric">
                                {t!(learning::MINUTES)}
                            </th>
                            <th scope="col" class="numeric">
                                "XP"
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </Card>
    }
    .into_any()
}
