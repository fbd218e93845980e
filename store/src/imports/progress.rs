//! How far imports are, and what became of their rows.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, rows, sql};
use domain::access::ImportUsers;
use domain::id::{ImportId, UserId};
use domain::imports::{
    self, ImportProgress, ImportRefused, ImportState, Outcome, PlannedRow, Problem, Table, Totals,
};
use domain::time::Timestamp;

rows! {
    struct Found from "imports" {
        id: ImportId,
        file_name: String,
        created_by: UserId,
        created_by_name: Option<String>,
        created_at: Timestamp,
        finished_at: Option<Timestamp>,
        state: String,
        rows_total: i64,
        rows_done: i64,
        totals: String,
    }
    struct Reported from "import_rows" { line: i64, outcome: String, report: String }
    struct Failed from "import_rows" { position: i64, report: String }
    struct Counted from "import_rows" { outcome: String, many: i64 }
    struct Kept from "imports" { file: Option<Vec<u8>> }
}

const COLUMNS: &str =
    "SELECT id, file_name, created_by, created_at, finished_at, state, rows_total, rows_done, totals,
        (SELECT u.first_name || ' ' || u.last_name FROM users u WHERE u.id = imports.created_by) AS created_by_name
    FROM imports WHERE organization_id = $1";

/// The imports of the organization before one, newest first; those alone that are under way, if `running`.
pub async fn list(
    grant: &Grant<ImportUsers>,
    running: bool,
    before: Option<ImportId>,
    most: i64,
) -> Result<Vec<ImportProgress>, Fault> {
    let mut statement = sql(COLUMNS).bind(grant.organization());
    if running {
        statement.push(" AND state = 'applying'");
    }
    if let Some(before) = before {
        statement.push(" AND id < ").push_bind(before);
    }
    statement.push(" ORDER BY id DESC LIMIT ").push_bind(most);
    let found: Vec<Found> = statement.fetch_all(&mut grant.read().await?).await?;
    found.into_iter().map(brief).collect()
}

/// How far an import is.
pub async fn progress(
    grant: &Grant<ImportUsers>,
    id: ImportId,
) -> Result<ImportProgress, Failure<ImportRefused>> {
    let mut statement = sql(COLUMNS).bind(grant.organization());
    statement.push(" AND id = ").push_bind(id);
    let found: Option<Found> = statement.fetch_optional(&mut grant.read().await?).await?;
    Ok(brief(found.ok_or(Failure::NotFound)?)?)
}

fn brief(found: Found) -> Result<ImportProgress, Fault> {
    let state = ImportState::parse(&found.state).map_err(|problem| Fault::Inconsistent {
        table: "imports",
        column: "state".to_owned(),
        id: found.id.to_string(),
        problem: problem.to_string(),
    })?;
    Ok(ImportProgress {
        id: found.id,
        file_name: found.file_name,
        created_by: found.created_by,
        created_by_name: found.created_by_name.unwrap_or_default(),
        created_at: found.created_at,
        finished_at: found.finished_at,
        state,
        rows_total: found.rows_total,
        rows_done: found.rows_done,
        totals: serde_json::from_str(&found.totals)?,
    })
}

/// Rows dealt with, in the order of the file: up to `most` of them, from `from` on, of one outcome or of all.
pub async fn rows(
    grant: &Grant<ImportUsers>,
    id: ImportId,
    outcome: Option<Outcome>,
    from: i64,
    most: i64,
) -> Result<Vec<(i64, PlannedRow)>, Failure<ImportRefused>> {
    rows! {
        struct Placed from "import_rows" { position: i64, line: i64, outcome: String, report: String }
    }
    progress(grant, id).await?;
    let mut statement = sql("SELECT position, line, outcome, report FROM import_rows WHERE import_id = ");
    statement.push_bind(id).push(" AND position >= ").push_bind(from);
    if let Some(outcome) = outcome {
        statement.push(" AND outcome = ").push_bind(outcome.as_str());
    }
    statement.push(" ORDER BY position LIMIT ").push_bind(most);
    let found: Vec<Placed> = statement.fetch_all(&mut grant.read().await?).await?;
    let read = |row: Placed| {
        let reported = Reported {
            line: row.line,
            outcome: row.outcome,
            report: row.report,
        };
        Ok((row.position, planned(reported)?))
    };
    Ok(found.into_iter().map(read).collect::<Result<_, Fault>>()?)
}

/// Every row dealt with, in the order of the file.
pub async fn report(
    grant: &Grant<ImportUsers>,
    id: ImportId,
) -> Result<Vec<PlannedRow>, Failure<ImportRefused>> {
    progress(grant, id).await?;
    let found: Vec<Reported> =
        sql("SELECT line, outcome, report FROM import_rows WHERE import_id = $1 ORDER BY position")
            .bind(id)
            .fetch_all(&mut grant.read().await?)
            .await?;
    Ok(found.into_iter().map(planned).collect::<Result<_, Fault>>()?)
}

/// A row as it was reported. The report of an erased user is gone; the fact stays.
fn planned(row: Reported) -> Result<PlannedRow, Fault> {
    if row.report.is_empty() {
        return Ok(PlannedRow {
            line: u32::try_from(row.line).unwrap_or(u32::MAX),
            outcome: Outcome::ALL
                .into_iter()
                .find(|outcome| outcome.as_str() == row.outcome)
                .unwrap_or(Outcome::Skip),
            user: String::new(),
            changes: Vec::new(),
            problems: Vec::new(),
        });
    }
    Ok(serde_json::from_str(&row.report)?)
}

/// The rows that failed, as a file to be mended. Passwords are not in it: they were not kept.
pub async fn failing_rows(
    grant: &Grant<ImportUsers>,
    id: ImportId,
) -> Result<Vec<u8>, Failure<ImportRefused>> {
    progress(grant, id).await?;
    let kept: Kept = sql("SELECT file FROM imports WHERE id = $1 AND state IN ('done', 'undone', 'failed')")
        .bind(id)
        .fetch_optional(&mut grant.read().await?)
        .await?
        .ok_or(Failure::NotFound)?;
    kept.file.ok_or(Failure::NotFound)
}

/// What became of the rows, counted.
pub(super) async fn counted(
    on: &mut impl Connection,
    id: ImportId,
    planned: Totals,
) -> Result<Totals, Fault> {
    let found: Vec<Counted> =
        sql("SELECT outcome, COUNT(*) AS many FROM import_rows WHERE import_id = $1 GROUP BY outcome")
            .bind(id)
            .fetch_all(on)
            .await?;
    let of = |outcome: Outcome| {
        let many = found
            .iter()
            .find(|row| row.outcome == outcome.as_str())
            .map_or(0, |row| row.many);
        u32::try_from(many).unwrap_or(u32::MAX)
    };
    Ok(Totals {
        create: of(Outcome::Create),
        update: of(Outcome::Update),
        skip: of(Outcome::Skip),
        archive: of(Outcome::Archive),
        delete: of(Outcome::Delete),
        error: of(Outcome::Error),
        ..planned
    })
}

/// The failing rows of an applied file without the passwords in it; none if nothing failed.
pub(super) async fn without_passwords(
    on: &mut impl Connection,
    id: ImportId,
    table: &Table,
    mapping: &imports::Mapping,
) -> Result<Option<Vec<u8>>, Fault> {
    let failed: Vec<Failed> = sql(
        "SELECT position, report FROM import_rows WHERE import_id = $1 AND outcome = 'error' ORDER BY position",
    )
    .bind(id)
    .fetch_all(on)
    .await?;
    if failed.is_empty() {
        return Ok(None);
    }
    let mut problems: Vec<(usize, Vec<Problem>)> = Vec::with_capacity(failed.len());
    for row in failed {
        let report: PlannedRow = serde_json::from_str(&row.report)?;
        problems.push((
            usize::try_from(row.position).unwrap_or(usize::MAX),
            report.problems,
        ));
    }
    let mut table = table.clone();
    if let Some(column) = mapping.column(imports::Field::Password) {
        table.clear_column(column);
    }
    let failing = problems
        .iter()
        .map(|(place, problems)| (*place, problems.as_slice()));
    Ok(Some(imports::failing_rows(&table, mapping, failing)))
}
