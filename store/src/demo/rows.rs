//! Many rows for one table, written a few dozen a statement.

use crate::column::Value;
use crate::fault::Fault;
use crate::sql::sql;
use crate::write::Write;

/// How many values one statement carries: enough that the statement itself costs little beside them.
const VALUES_AT_ONCE: usize = 800;

/// Rows waiting to be inserted.
#[derive(Debug)]
pub(super) struct Rows {
    insert: &'static str,
    rows: Vec<Vec<Value>>,
}

/// The values of a row, in the order of its columns.
macro_rules! row {
    ($($value:expr),* $(,)?) => { vec![$($crate::column::Bind::value($value)),*] };
}
pub(super) use row;

impl Rows {
    /// Rows for `INSERT INTO … VALUES `.
    pub(super) const fn of(insert: &'static str) -> Self {
        Self {
            insert,
            rows: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, row: Vec<Value>) {
        self.rows.push(row);
    }

    /// Inserts what waits; returns how many rows that were.
    pub(super) async fn write(&mut self, write: &mut Write) -> Result<u64, Fault> {
        let rows = std::mem::take(&mut self.rows);
        let width = rows.first().map_or(1, Vec::len);
        let at_once = (VALUES_AT_ONCE / width).max(1);
        let mut written = 0;
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let mut insert = sql(self.insert);
            insert.push_rows(rows.by_ref().take(at_once), |row| row);
            written += insert.execute(write).await?;
        }
        Ok(written)
    }
}
