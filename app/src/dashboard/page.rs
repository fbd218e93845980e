//! `/dashboard`: numbers that lead to lists.

use super::api::load_dashboard;
use super::chart::SeatsChart;
use crate::t;
use crate::text::number;
use crate::ui::{PageHeader, Stat, fetched};
use domain::dashboard::{Dashboard, LicenseUse};
use domain::tally::Tally;
use domain::time::Date;
use domain::users::{UserFilter, UserState};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::location::Url;

/// The page.
#[component]
pub fn DashboardPage() -> impl IntoView {
    let dashboard = Resource::new_blocking(|| (), |()| load_dashboard());
    let content = fetched(dashboard, 8, move |dashboard| {
        view! { <Numbers dashboard /> }.into_any()
    });
    view! {
        <PageHeader title=t!(dashboard::TITLE) />
        {content}
    }
    .into_any()
}

/// The address of the users list with a filter.
fn users(filter: &UserFilter) -> String {
    let pairs: Vec<String> = filter
        .to_pairs()
        .iter()
        .map(|(key, value)| format!("{key}={}", Url::escape(value)))
        .collect();
    format!("/users?{}", pairs.join("&"))
}

#[component]
fn Numbers(dashboard: Dashboard) -> impl IntoView {
    let today = dashboard.today;
    let licenses = dashboard.licenses.clone();
    let people = dashboard.clone();
    view! {
        <div class="stack">
            <Section title=t!(dashboard::PEOPLE)>
                <People dashboard=people />
            </Section>
            <Section title=t!(dashboard::WAITING)>
                <Waiting dashboard />
            </Section>
            {licenses.map(|licenses| view! { <Licenses licenses today /> })}
        </div>
    }
    .into_any()
}

#[component]
fn Section(title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="dashboard-section">
            <h2>{title}</h2>
            <div class="stats">{children()}</div>
        </section>
    }
    .into_any()
}

#[component]
fn Number(
    label: &'static str,
    tally: Tally,
    href: String,
    #[prop(optional_no_strip)] note: Option<String>,
) -> impl IntoView {
    match note {
        Some(note) => view! {
            <Stat label value=Signal::stored(tally.count) more=tally.more href note=Signal::stored(note) />
        }
        .into_any(),
        None => view! { <Stat label value=Signal::stored(tally.count) more=tally.more href /> }.into_any(),
    }
}

/// Users by state and against the cap, and those who are paid for.
#[component]
fn People(dashboard: Dashboard) -> impl IntoView {
    let cap = dashboard.cap;
    let states = dashboard.states.into_iter().map(move |(state, tally)| {
        let href = users(&UserFilter {
            states: vec![state],
            ..UserFilter::default()
        });
        let note = cap
            .filter(|_| state == UserState::Active)
            .map(|cap| t!(dashboard::of_cap(cap)));
        view! { <Number label=t!(users::state(state)) tally href note /> }
    });
    let billable = dashboard.billable.map(|count| {
        let href = users(&UserFilter {
            billable: true,
            ..UserFilter::default()
        });
        let tally = Tally { count, more: false };
        let note = t!(dashboard::BILLABLE_NOTE).to_owned();
        view! { <Number label=t!(users::BILLABLE) tally href note=Some(note) /> }
    });
    view! {
        {states.collect_view()}
        {billable}
    }
    .into_any()
}

/// What waits for somebody; what the viewer may not see is left out.
#[component]
fn Waiting(dashboard: Dashboard) -> impl IntoView {
    let deletions = users(&UserFilter {
        deletion_to: Some(dashboard.deletion_to()),
        ..UserFilter::default()
    });
    let overdue = users(&UserFilter {
        due_to: Some(dashboard.due_to()),
        ..UserFilter::default()
    });
    let pending = users(&UserFilter {
        states: vec![UserState::Pending],
        ..UserFilter::default()
    });
    let numbers = [
        (t!(dashboard::APPROVALS), dashboard.approvals, pending),
        (
            t!(dashboard::EXPIRING),
            dashboard.expiring,
            "/invitations?state=expiring".to_owned(),
        ),
        (
            t!(dashboard::ASKED),
            dashboard.asked,
            "/invitations?state=asked".to_owned(),
        ),
        (
            t!(dashboard::IMPORTS),
            dashboard.imports,
            "/imports?running".to_owned(),
        ),
        (t!(dashboard::DELETIONS), Some(dashboard.deletions), deletions),
        (
            t!(dashboard::FAILED),
            dashboard.failed,
            "/messages?state=failed".to_owned(),
        ),
        (t!(dashboard::OVERDUE), Some(dashboard.overdue), overdue),
    ];
    numbers
        .into_iter()
        .filter_map(|(label, tally, href)| Some(view! { <Number label tally=tally? href /> }))
        .collect_view()
        .into_any()
}

/// Seats used of each license, with how it came to it.
#[component]
fn Licenses(licenses: Vec<LicenseUse>, today: Date) -> impl IntoView {
    let none = licenses.is_empty();
    let license = move |license: LicenseUse| {
        let used = u64::try_from(license.seats.allocated + license.seats.reserved).unwrap_or(0);
        let href = format!("/licenses/{}", license.id);
        let purchased = u64::try_from(license.seats.purchased).unwrap_or(0);
        view! {
            <li>
                <a class="card stat" href=href>
                    <span class="stat-label">{license.name.clone()}</span>
                    <span class="stat-value">
                        {number(used)} " " <span class="stat-of">{t!(dashboard::of_seats(purchased))}</span>
                    </span>
                    <SeatsChart license today />
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <section class="dashboard-section">
            <h2>{t!(dashboard::LICENSES)}</h2>
            {none.then(|| view! { <p class="dashboard-none">{t!(dashboard::NO_LICENSES)}</p> })}
            <ul class="dashboard-licenses">{licenses.into_iter().map(license).collect_view()}</ul>
            <p>
                <A href="/licenses">{t!(dashboard::ALL_LICENSES)}</A>
            </p>
        </section>
    }
    .into_any()
}
