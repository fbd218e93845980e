//! Walking a table by its key, a page at a time.

use super::Report;
use super::tables::{Key, Table};
use crate::Reader;
use crate::column::{Bind as _, Value};
use crate::fault::Fault;
use crate::sql::{Row, Sql, sql};
use domain::time::Timestamp;
use uuid::Uuid;

/// Rows read at a time.
const PAGE: i64 = 500;

/// Parses every row of a table.
pub(super) async fn walk(on: &mut Reader, table: &Table, report: &mut Report) -> Result<(), Fault> {
    let mut after: Option<Vec<Value>> = None;
    loop {
        let rows = page(table, after.as_deref()).fetch_rows(on).await?;
        for row in &rows {
            look(table, row, report);
        }
        report.rows += u64::try_from(rows.len()).unwrap_or(0);
        let Some(last) = rows.last().filter(|_| i64::try_from(rows.len()) == Ok(PAGE)) else {
            return Ok(());
        };
        match table.key.iter().map(|(name, key)| key.read(last, name)).collect() {
            Ok(key) => after = Some(key),
            // The row is among the findings already; without its key the rest cannot be reached.
            Err(_) => return Ok(()),
        }
    }
}

fn page(table: &Table, after: Option<&[Value]>) -> Sql {
    let mut statement = sql("SELECT ");
    push_names(&mut statement, table.columns.iter().map(|(name, _)| *name));
    statement.push(" FROM \"").push(table.name).push("\"");
    if let Some(after) = after {
        statement.push(" WHERE (");
        push_names(&mut statement, table.key.iter().map(|(name, _)| *name));
        statement.push(") > ").push_list(after.iter().cloned());
    }
    statement.push(" ORDER BY ");
    push_names(&mut statement, table.key.iter().map(|(name, _)| *name));
    statement.push(" LIMIT ").push_bind(PAGE);
    statement
}

fn push_names(statement: &mut Sql, names: impl Iterator<Item = &'static str>) {
    for (n, name) in names.enumerate() {
        statement
            .push(if n == 0 { "\"" } else { ", \"" })
            .push(name)
            .push("\"");
    }
}

fn look(table: &Table, row: &Row, report: &mut Report) {
    let mut parsed = true;
    for (column, parse) in table.columns {
        if let Err(fault) = parse(row, column) {
            parsed = false;
            report.add(table.name, column, id(table, row), problem(fault));
        }
    }
    // A rule over several columns means something only when each is right by itself.
    if parsed {
        match (table.rule)(row) {
            Ok(wrong) => {
                for (column, problem) in wrong {
                    report.add(table.name, column, id(table, row), problem);
                }
            }
            Err(fault) => report.add(table.name, "", id(table, row), problem(fault)),
        }
    }
}

fn problem(fault: Fault) -> String {
    match fault {
        Fault::Inconsistent { problem, .. } => problem,
        other => other.to_string(),
    }
}

/// The id of a row where it has one, or the parts of its key.
fn id(table: &Table, row: &Row) -> String {
    if let Ok(id) = row.get::<Uuid>("id") {
        return id.to_string();
    }
    let parts = table.key.iter().map(|(name, key)| match key.read(row, name) {
        Ok(Value::Uuid(Some(id))) => id.to_string(),
        Ok(Value::Text(Some(text))) => text,
        Ok(Value::Integer(Some(number))) => number.to_string(),
        _ => "?".to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

impl Key {
    fn read(self, row: &Row, column: &str) -> Result<Value, Fault> {
        Ok(match self {
            Self::Uuid => row.get::<Uuid>(column)?.value(),
            Self::Text => row.get::<String>(column)?.value(),
            Self::Number => row.get::<i64>(column)?.value(),
        })
    }
}

/// Whether `later` is not before `earlier`, where both are known.
pub(super) fn in_order(earlier: Option<Timestamp>, later: Option<Timestamp>) -> bool {
    earlier.zip(later).is_none_or(|(earlier, later)| earlier <= later)
}
