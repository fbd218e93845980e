//! What became of each row, by outcome, a page at a time from the server.

use super::api::{RowsPage, load_rows};
use super::rows;
use crate::t;
use crate::ui::{Button, ErrorState, IconName, Skeleton, Tab, Table, Tabs};
use domain::id::ImportId;
use domain::imports::{Outcome, PlannedRow, Totals};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// The key of the tab with all rows.
const ALL: &str = "all";

/// The rows, by outcome; the chosen one is in the address.
#[component]
pub fn Report(id: ImportId, totals: Totals) -> impl IntoView {
    let asked = use_query_map().with_untracked(|query| query.get("outcome"));
    let chosen = RwSignal::new(asked.unwrap_or_else(|| ALL.to_owned()));
    let navigate = use_navigate();
    Effect::new(move |before: Option<String>| {
        let now = chosen.get();
        if before.is_some_and(|before| before != now) {
            let to = if now == ALL {
                format!("/imports/{id}")
            } else {
                format!("/imports/{id}?outcome={now}")
            };
            let options = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&to, options);
        }
        now
    });
    let counts = [
        (Outcome::Create, totals.create),
        (Outcome::Update, totals.update),
        (Outcome::Skip, totals.skip),
        (Outcome::Archive, totals.archive),
        (Outcome::Delete, totals.delete),
        (Outcome::Error, totals.error),
    ];
    let outcomes = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(outcome, count)| Tab {
            count: Some(u64::from(count)),
            ..Tab::new(outcome.as_str(), t!(imports::outcome(outcome)))
        });
    let tabs: Vec<Tab> = std::iter::once(Tab::new(ALL, t!(imports::ALL_ROWS)))
        .chain(outcomes)
        .collect();
    let panel = move |key: String| {
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.as_str() == key);
        view! { <Rows id outcome /> }.into_any()
    };
    view! {
        <section aria-labelledby="report-title">
            <h2 id="report-title">{t!(imports::ROWS)}</h2>
            <Tabs label=t!(imports::FILTER) tabs=Signal::stored(tabs) chosen panel />
        </section>
    }
    .into_any()
}

#[component]
fn Rows(id: ImportId, outcome: Option<Outcome>) -> impl IntoView {
    // Where each page up to the present one begins.
    let starts = RwSignal::new(vec![0_i64]);
    let start = Memo::new(move |_| starts.with(|starts| starts.last().copied().unwrap_or_default()));
    let page = Resource::new_blocking(move || start.get(), move |from| load_rows(id, outcome, from));
    view! {
        <Transition fallback=|| view! { <Skeleton /> }>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(page) => view! { <Page page starts /> }.into_any(),
                    Err(error) => {
                        let retry = move || starts.update(|_| ());
                        view! { <ErrorState problem=error on_retry=retry /> }.into_any()
                    }
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Page(page: RowsPage, starts: RwSignal<Vec<i64>>) -> impl IntoView {
    let RowsPage { rows, next } = page;
    let row = |(_, row): (i64, PlannedRow)| view! { <tr>{rows::cells(&row, None)}</tr> };
    let back = move || starts.update(|starts| starts.truncate(starts.len().saturating_sub(1)));
    let forth = move || {
        if let Some(next) = next {
            starts.update(|starts| starts.push(next));
        }
    };
    let at_start =
        Signal::derive(move || (starts.with(Vec::len) < 2).then(|| t!(imports::AT_START).to_owned()));
    let at_end = Signal::stored(next.is_none().then(|| t!(imports::AT_END).to_owned()));
    let steps = move || {
        (next.is_some() || starts.with_untracked(Vec::len) > 1).then(|| {
            view! {
                <div class="import-window">
                    <Button icon=IconName::ChevronLeft disabled_because=at_start on_press=back>
                        {t!(imports::PREVIOUS_ROWS)}
                    </Button>
                    <Button icon=IconName::ChevronRight disabled_because=at_end on_press=forth>
                        {t!(imports::MORE_ROWS)}
                    </Button>
                </div>
            }
        })
    };
    view! {
        <Table label=t!(imports::ROWS) columns=Signal::stored(rows::columns())>
            {rows.into_iter().map(row).collect_view()}
        </Table>
        {steps}
    }
    .into_any()
}
