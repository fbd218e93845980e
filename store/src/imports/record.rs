//! What became of each row, as it is kept and shown.

use crate::column::Bind;
use crate::fault::Fault;
use crate::sql::{ROWS_AT_ONCE, sql};
use crate::write::Write;
use domain::id::{ImportId, UserId};
use domain::imports::{Outcome, PlannedRow};

/// A row dealt with.
#[derive(Debug)]
pub(super) struct Line {
    place: i64,
    line: i64,
    outcome: Outcome,
    report: Result<String, serde_json::Error>,
    user: Option<UserId>,
    changed: bool,
}

impl Line {
    /// A row that does nothing.
    pub(super) fn idle(place: usize, row: &PlannedRow) -> Self {
        Self::of(place, row, None, false)
    }

    /// A row that was done to a user, or could not be; `changed` if it came out other than it was confirmed. Of a deleted
    /// user only the id is kept.
    pub(super) fn of(place: usize, row: &PlannedRow, user: Option<UserId>, changed: bool) -> Self {
        let report = if row.outcome == Outcome::Delete {
            serde_json::to_string(&PlannedRow {
                user: String::new(),
                ..row.clone()
            })
        } else {
            serde_json::to_string(row)
        };
        Self {
            place: i64::try_from(place).unwrap_or(i64::MAX),
            line: i64::from(row.line),
            outcome: row.outcome,
            report,
            user,
            changed,
        }
    }
}

/// Keeps lines of an import.
pub(super) async fn record(write: &mut Write, import: ImportId, lines: &[Line]) -> Result<(), Fault> {
    for chunk in lines.chunks(ROWS_AT_ONCE) {
        let mut insert = sql(
            "INSERT INTO import_rows (import_id, position, line, outcome, report, user_id, result) VALUES ",
        );
        insert.push_rows(chunk, |line| {
            vec![
                import.value(),
                line.place.value(),
                line.line.value(),
                line.outcome.as_str().value(),
                line.report.as_deref().unwrap_or_default().value(),
                line.user.value(),
                line.changed.then_some("changed_meanwhile").value(),
            ]
        });
        insert.execute(write).await?;
    }
    Ok(())
}
