//! The live preview: totals, seats and cap on top, then the rows by outcome, a hundred at a time.

use super::desk::Wizard;
use super::mend::Mend;
use crate::imports::state::look;
use crate::imports::{download, rows};
use crate::t;
use crate::text::number;
use crate::ui::{Badge, Button, EmptyState, ErrorState, Icon, IconName, Progress, Tab, Table, Tabs, Tone};
use domain::imports::{Outcome, Plan, failing_rows};
use leptos::html;
use leptos::prelude::*;

/// Rows in the page at once.
const SHOWN: usize = 100;

/// The key of the tab with all rows.
const ALL: &str = "all";

/// The preview, beside the steps.
#[component]
pub fn Preview(wizard: Wizard) -> impl IntoView {
    let planned = Memo::new(move |_| wizard.plan.with(Option::is_some));
    let found = move || {
        if planned.get() {
            view! { <Planned wizard /> }.into_any()
        } else if wizard.draft.with(Option::is_some) && wizard.file_problem().is_none() {
            ().into_any()
        } else {
            view! {
                <EmptyState icon=IconName::ListChecks title=t!(imports::PREVIEW_EMPTY)>
                    <p>{t!(imports::PREVIEW_EMPTY_WHY)}</p>
                </EmptyState>
            }
            .into_any()
        }
    };
    view! {
        <section class="wizard-preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{t!(imports::PREVIEW)}</h2>
            <LookUpState wizard />
            {found}
        </section>
    }
    .into_any()
}

/// How far the look-up is, or why it failed.
#[component]
fn LookUpState(wizard: Wizard) -> impl IntoView {
    move || {
        if let Some(why) = wizard.look_up_failed.get() {
            return view! {
                <p class="visually-hidden">{t!(imports::LOOK_UP_FAILED)}</p>
                <ErrorState problem=why on_retry=move || wizard.ask() />
            }
            .into_any();
        }
        let look_up = wizard.look_up;
        if look_up.with(Option::is_none) {
            return ().into_any();
        }
        let of =
            move |part: fn(super::desk::LookUp) -> u64| Signal::derive(move || look_up.get().map_or(0, part));
        view! { <Progress label=t!(imports::LOOKING_UP) done=of(|l| l.done) total=of(|l| l.total) /> }
            .into_any()
    }
}

#[component]
fn Planned(wizard: Wizard) -> impl IntoView {
    let chosen = RwSignal::new(ALL.to_owned());
    let tabs = Memo::new(move |_| wizard.plan.with(|plan| tabs(plan.as_ref(), &chosen.get())));
    let table = NodeRef::<html::Div>::new();
    let panel = move |key: String| {
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.as_str() == key);
        view! { <Rows wizard outcome table /> }.into_any()
    };
    view! {
        <div class="import-planned" aria-busy=move || wizard.planning.get().then_some("true")>
            <Totals wizard />
            <Downloads wizard />
            <div node_ref=table>
                <Tabs label=t!(imports::FILTER) tabs chosen panel />
            </div>
        </div>
    }
    .into_any()
}

/// All rows, and each outcome that occurs or is being looked at.
fn tabs(plan: Option<&Plan>, chosen: &str) -> Vec<Tab> {
    let Some(plan) = plan else { return Vec::new() };
    let all = Tab {
        count: Some(plan.rows.len() as u64),
        ..Tab::new(ALL, t!(imports::ALL_ROWS))
    };
    let outcomes = Outcome::ALL
        .into_iter()
        .filter(|outcome| plan.count(*outcome) > 0 || outcome.as_str() == chosen)
        .map(|outcome| Tab {
            count: Some(u64::from(plan.count(outcome))),
            ..Tab::new(outcome.as_str(), t!(imports::outcome(outcome)))
        });
    std::iter::once(all).chain(outcomes).collect()
}

/// The numbers; read out when they change.
#[component]
fn Totals(wizard: Wizard) -> impl IntoView {
    let total = move |outcome: Outcome| {
        let (tone, icon) = look(outcome);
        let count = Memo::new(move |_| {
            wizard
                .plan
                .with(|plan| plan.as_ref().map_or(0, |plan| plan.count(outcome)))
        });
        let shown = move || {
            let count = count.get();
            let tone = if count == 0 { Tone::Neutral } else { tone };
            let label = format!("{} {}", t!(imports::outcome(outcome)), number(u64::from(count)));
            view! { <Badge tone icon label /> }
        };
        view! { <li>{shown}</li> }
    };
    let limits = move || wizard.plan.with(|plan| plan.as_ref().map(limits));
    let settings = move || {
        let problems = wizard
            .plan
            .with(|plan| plan.as_ref().map(|plan| plan.settings.clone()));
        rows::problems(&problems.unwrap_or_default())
    };
    view! {
        <div class="import-totals" role="status">
            <ul class="badges">{Outcome::ALL.map(total).collect_view()}</ul>
            {limits}
            {settings}
        </div>
    }
    .into_any()
}

/// Seats of each license, and the user cap.
fn limits(plan: &Plan) -> AnyView {
    let line = |short: bool, icon: IconName, words: String| {
        let icon = if short { IconName::Warning } else { icon };
        view! {
            <li class:import-short=short>
                <Icon name=icon />
                {words}
            </li>
        }
    };
    let seats = plan.seats.iter().map(|seats| {
        let words = if seats.short() > 0 {
            t!(imports::seats_short(&seats.name, seats.needed, seats.free))
        } else {
            t!(imports::seats(&seats.name, seats.needed, seats.free))
        };
        line(seats.short() > 0, IconName::License, words)
    });
    let mut cap = t!(imports::active_after(plan.cap.active_after, plan.cap.cap));
    if plan.cap.over > 0 {
        cap = format!("{cap}; {}", t!(imports::cap_keeps_out(plan.cap.over)));
    }
    let cap = line(plan.cap.over > 0, IconName::Users, cap);
    view! { <ul class="import-limits">{seats.collect_view()} {cap}</ul> }.into_any()
}

#[component]
fn Downloads(wizard: Wizard) -> impl IntoView {
    let wrong = Memo::new(move |_| {
        wizard
            .plan
            .with(|plan| plan.as_ref().is_some_and(|plan| plan.error > 0))
    });
    let stem = move || {
        wizard
            .draft
            .with_untracked(|draft| draft.as_ref().map(|draft| stem(draft.name()).to_owned()))
    };
    let save_failing = move || {
        let file = wizard.draft.with_untracked(|draft| {
            let draft = draft.as_ref()?;
            let failing = |plan: &Option<Plan>| {
                plan.as_ref()
                    .map(|plan| failing_rows(draft.table(), draft.mapping(), plan.failing()))
            };
            wizard.plan.with_untracked(failing)
        });
        if let (Some(file), Some(stem)) = (file, stem()) {
            let _ = download::save(&format!("{stem}-failing.csv"), "text/csv", &file);
        }
    };
    let save_plan = move || {
        let json = wizard
            .plan
            .with_untracked(|plan| plan.as_ref().map(Plan::to_json));
        if let (Some(json), Some(stem)) = (json, stem()) {
            let _ = download::save(&format!("{stem}-plan.json"), "application/json", json.as_bytes());
        }
    };
    view! {
        <div class="buttons">
            {move || {
                wrong.get().then(|| view! {
                    <Button icon=IconName::Download on_press=save_failing>
                        {t!(imports::DOWNLOAD_FAILING)}
                    </Button>
                })
            }}
            <Button icon=IconName::Download on_press=save_plan>
                {t!(imports::DOWNLOAD_PLAN)}
            </Button>
        </div>
    }
    .into_any()
}

/// The name of a file without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The rows of one outcome, or all.
#[component]
fn Rows(wizard: Wizard, outcome: Option<Outcome>, table: NodeRef<html::Div>) -> impl IntoView {
    let places = Memo::new(move |_| {
        wizard.plan.with(|plan| {
            let rows = plan.as_ref().map(|plan| plan.rows.as_slice()).unwrap_or_default();
            let wanted =
                |row: &domain::imports::PlannedRow| outcome.is_none_or(|outcome| row.outcome == outcome);
            (0..)
                .zip(rows)
                .filter(|(_, row)| wanted(row))
                .map(|(place, _)| place)
                .collect::<Vec<usize>>()
        })
    });
    let count = Memo::new(move |_| places.with(Vec::len));
    let from = RwSignal::new(0_usize);
    // Rows may have left for another tab, or the file for another one.
    let first = Memo::new(move |_| from.get().min(count.get().saturating_sub(1) / SHOWN * SHOWN));
    let window = move || {
        let file = wizard.file.get();
        places.with(|places| {
            let shown = places.iter().skip(first.get()).take(SHOWN);
            shown.map(|place| (file, *place)).collect::<Vec<_>>()
        })
    };
    view! {
        <Table
            label=t!(imports::PREVIEW)
            columns=Signal::stored(rows::columns())
            row_count=Signal::derive(move || Some(count.get() as u64))
            busy=wizard.planning
        >
            <For each=window key=|key| *key let:((_, place))>
                <PreviewRow wizard place table />
            </For>
        </Table>
        <Window first count from />
    }
    .into_any()
}

/// Which rows are shown, and the steps to those before and after.
#[component]
fn Window(first: Memo<usize>, count: Memo<usize>, from: RwSignal<usize>) -> impl IntoView {
    let shown = move || {
        let (first, count) = (first.get(), count.get());
        if count == 0 {
            t!(imports::NO_SUCH_ROWS).to_owned()
        } else {
            t!(imports::rows_shown(
                first as u64 + 1,
                (first + SHOWN).min(count) as u64,
                count as u64
            ))
        }
    };
    let steps = move || {
        (count.get() > SHOWN).then(|| {
            let at_start =
                Signal::derive(move || (first.get() == 0).then(|| t!(imports::AT_START).to_owned()));
            let at_end = move || (first.get() + SHOWN >= count.get()).then(|| t!(imports::AT_END).to_owned());
            view! {
                <Button
                    icon=IconName::ChevronLeft
                    disabled_because=at_start
                    on_press=move || from.set(first.get_untracked().saturating_sub(SHOWN))
                >
                    {t!(imports::PREVIOUS_ROWS)}
                </Button>
                <Button
                    icon=IconName::ChevronRight
                    disabled_because=Signal::derive(at_end)
                    on_press=move || from.set(first.get_untracked() + SHOWN)
                >
                    {t!(imports::MORE_ROWS)}
                </Button>
            }
        })
    };
    view! {
        <div class="import-window">
            <p>{shown}</p>
            {steps}
        </div>
    }
    .into_any()
}

#[component]
fn PreviewRow(wizard: Wizard, place: usize, table: NodeRef<html::Div>) -> impl IntoView {
    let row = Memo::new(move |_| wizard.plan.with(|plan| plan.as_ref()?.rows.get(place).cloned()));
    let cells = move || {
        row.get().map(|row| {
            let mend = (row.outcome == Outcome::Error)
                .then(|| view! { <Mend wizard place row=row.clone() table /> }.into_any());
            rows::cells(&row, mend)
        })
    };
    view! { <tr>{cells}</tr> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_download_is_named_after_the_file() {
        assert_eq!(stem("people.2026.csv"), "people.2026");
        assert_eq!(stem("people"), "people");
    }
}
