//! What comes out differently on the server than it was previewed, because the data changed meanwhile.

use super::confirm::{Problem, TypeCount, use_confirm, wrong_count};
use super::desk::Wizard;
use crate::imports::api::{NewPlan, discard_import};
use crate::imports::rows;
use crate::imports::state::OutcomeBadge;
use crate::t;
use crate::ui::{Button, Icon, IconName, Look};
use domain::id::ImportId;
use domain::imports::PlannedRow;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Rows shown; the count tells of the others.
const SHOWN: usize = 50;

/// A plan that is not the previewed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The import that waits.
    pub id: ImportId,
    /// How many rows differ.
    pub count: usize,
    /// The first of them: as previewed, and now.
    pub rows: Vec<(Option<PlannedRow>, PlannedRow)>,
    /// The number to type.
    pub count_to_type: Option<u32>,
}

/// What differs between the previewed rows and the plan as it is now.
pub fn differences(id: ImportId, before: &[PlannedRow], now: NewPlan) -> Difference {
    let mut difference = Difference {
        id,
        count: 0,
        rows: Vec::new(),
        count_to_type: now.count_to_type,
    };
    for (place, row) in now.rows.into_iter().enumerate() {
        let previewed = before.get(place);
        if previewed != Some(&row) {
            difference.count += 1;
            if difference.rows.len() < SHOWN {
                difference.rows.push((previewed.cloned(), row));
            }
        }
    }
    difference
}

/// Each row as previewed and as it is now; going on, or looking again.
#[component]
pub fn Differs(
    wizard: Wizard,
    difference: Difference,
    differs: RwSignal<Option<Difference>>,
) -> impl IntoView {
    let Difference {
        id,
        count,
        rows,
        count_to_type,
    } = difference;
    let typed = RwSignal::new(String::new());
    let sending = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let confirm = use_confirm(error, sending);
    let blocked = Signal::derive(move || wrong_count(count_to_type, &typed.get()));
    let go = move || {
        sending.set(true);
        confirm.run((id, typed.with_untracked(|typed| typed.trim().parse().ok())));
    };
    let look_again = move || {
        // One that stays behind is listed as not confirmed, and does nothing.
        spawn_local(async move { drop(discard_import(id).await) });
        differs.set(None);
        wizard.look_again();
    };
    let more = count.saturating_sub(rows.len());
    view! {
        <div class="import-differs" role="alert">
            <h3>
                <Icon name=IconName::Warning />
                {t!(imports::DIFFERS)}
            </h3>
            <p>{t!(imports::DIFFERS_WHY)}</p>
            <p>{t!(imports::differing(count as u64))}</p>
        </div>
        <ul class="import-differs-rows">{rows.into_iter().map(row).collect_view()}</ul>
        {(more > 0).then(|| view! { <p>{t!(imports::and_more(more as u64))}</p> })}
        {count_to_type.map(|count| view! { <TypeCount count typed /> })}
        <Problem error />
        <div class="buttons">
            <Button icon=IconName::Refresh on_press=look_again>
                {t!(imports::DIFFERS_LOOK)}
            </Button>
            <Button
                look=Look::Primary
                icon=IconName::Import
                busy=sending
                disabled_because=blocked
                on_press=go
            >
                {t!(imports::DIFFERS_GO)}
            </Button>
        </div>
    }
    .into_any()
}

fn row((previewed, now): (Option<PlannedRow>, PlannedRow)) -> AnyView {
    let told = |row: &PlannedRow| {
        view! {
            <OutcomeBadge outcome=row.outcome />
            {rows::changes(row.outcome, &row.changes)}
            {rows::problems(&row.problems)}
        }
    };
    view! {
        <li>
            <strong>{now.user.clone()}</strong>
            <span class="cell-detail">{t!(imports::line(now.line))}</span>
            <dl>
                <dt>{t!(imports::DIFFERS_PREVIEWED)}</dt>
                <dd>{previewed.as_ref().map(told)}</dd>
                <dt>{t!(imports::DIFFERS_NOW)}</dt>
                <dd>{told(&now)}</dd>
            </dl>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::imports::Outcome;

    #[test]
    fn only_rows_that_differ_are_shown() {
        let row = |line: u32, outcome| PlannedRow {
            line,
            outcome,
            user: format!("user{line}"),
            changes: Vec::new(),
            problems: Vec::new(),
        };
        let before: Vec<PlannedRow> = (2..200).map(|line| row(line, Outcome::Create)).collect();
        let now = NewPlan {
            rows: (2..200)
                .map(|line| {
                    row(
                        line,
                        if line < 102 {
                            Outcome::Skip
                        } else {
                            Outcome::Create
                        },
                    )
                })
                .collect(),
            count_to_type: None,
        };
        let id = "0192f0c1-0000-7000-8000-000000000000".parse().unwrap();
        let difference = differences(id, &before, now);
        assert_eq!((difference.count, difference.rows.len()), (100, SHOWN));
        let (previewed, now) = &difference.rows[0];
        assert_eq!(previewed.as_ref().map(|row| row.outcome), Some(Outcome::Create));
        assert_eq!(now.outcome, Outcome::Skip);
    }
}
