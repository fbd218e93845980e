//! A row of a file as it is shown: in the preview, among the differences, and in the report.

use super::state::OutcomeBadge;
use super::words::sentence;
use crate::t;
use crate::ui::{Cell, Column, Icon, IconName, VisuallyHidden};
use domain::imports::{Change, Field, Outcome, PlannedRow, Problem};
use leptos::prelude::*;

/// The columns of a table of rows.
pub fn columns() -> Vec<Column> {
    vec![
        Column::new("line", t!(imports::COLUMN_LINE)).numeric(),
        Column::new("person", t!(imports::COLUMN_PERSON)),
        Column::new("outcome", t!(imports::COLUMN_OUTCOME)),
        Column::new("what", t!(imports::COLUMN_WHAT)),
    ]
}

/// The cells of a row; `problems` shows what is wrong with it, where that can be mended.
pub fn cells(row: &PlannedRow, problems: Option<AnyView>) -> AnyView {
    let problems = problems.unwrap_or_else(|| self::problems(&row.problems));
    let name = full_name(&row.changes).map(|name| view! { <span class="cell-detail">{name}</span> });
    let changes = changes(row.outcome, &row.changes);
    let (line, user, outcome) = (row.line, row.user.clone(), row.outcome);
    view! {
        <Cell label=t!(imports::COLUMN_LINE) numeric=true>
            {line}
        </Cell>
        <Cell label=t!(imports::COLUMN_PERSON) main=true>
            {user}
            {name}
        </Cell>
        <Cell label=t!(imports::COLUMN_OUTCOME)>
            <OutcomeBadge outcome />
        </Cell>
        <Cell label=t!(imports::COLUMN_WHAT)>{changes} {problems}</Cell>
    }
    .into_any()
}

/// The name a row gives to a new user.
fn full_name(changes: &[Change]) -> Option<String> {
    let part = |field| {
        changes
            .iter()
            .find(|change| change.field == field && change.before.is_none())?
            .after
            .clone()
    };
    Some(format!("{} {}", part(Field::FirstName)?, part(Field::LastName)?))
}

/// What will be different, field by field.
pub fn changes(outcome: Outcome, changes: &[Change]) -> AnyView {
    let makes = outcome == Outcome::Create;
    let shown = changes.iter().filter(|change| {
        !(makes && matches!(change.field, Field::FirstName | Field::LastName | Field::Username))
    });
    let line = |change: &Change| {
        let value = |value: &Option<String>| {
            value
                .clone()
                .unwrap_or_else(|| t!(imports::NOTHING_BEFORE).to_owned())
        };
        let before = (!makes).then(|| {
            view! {
                <del>{value(&change.before)}</del>
                <Icon name=IconName::ArrowRight />
                <VisuallyHidden>{t!(imports::BECOMES)}</VisuallyHidden>
            }
        });
        view! {
            <li>
                <span class="import-field">{t!(imports::field(change.field))}</span>
                " "
                {before}
                " "
                <ins>{value(&change.after)}</ins>
            </li>
        }
    };
    let lines = shown.map(line).collect_view();
    if lines.is_empty() {
        return ().into_any();
    }
    view! {
        <ul class="import-changes" class:import-changes-new=makes>
            {lines}
        </ul>
    }
    .into_any()
}

/// What is wrong, or good to know.
pub fn problems(problems: &[Problem]) -> AnyView {
    let line = |problem: &Problem| {
        let field = problem.field.map(|field| {
            view! {
                <span class="import-field">{t!(imports::field(field))}</span>
                " "
            }
        });
        view! { <li>{field} {sentence(&t!(refusals::row(problem)))}</li> }
    };
    if problems.is_empty() {
        return ().into_any();
    }
    view! { <ul class="import-problems">{problems.iter().map(line).collect_view()}</ul> }.into_any()
}
