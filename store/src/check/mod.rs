//! Proof that the data is sound: `rollcall check`.
//!
//! Every row of every table is parsed through the types of the domain, sums are held against counters and ledger, references
//! without a foreign key against what they name, and texts against the hashes of secrets. All of it reads one snapshot, a
//! page at a time, so that a million users need no more memory than ten and a serving server is not disturbed.

mod clear;
mod rows;
mod rules;
mod sums;
mod tables;
mod walk;

pub use tables::TABLES;

use crate::Store;
use crate::fault::Fault;
use crate::sql::{Connection as _, sql};

/// Something that should not be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// The row: its id, or its key with `/` between the parts.
    pub id: String,
    /// What is wrong.
    pub problem: String,
}

/// What a check found.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Report {
    /// How many rows were parsed.
    pub rows: u64,
    /// The first thousand findings.
    pub findings: Vec<Finding>,
    /// How many findings there are beyond those.
    pub more: u64,
}

impl Report {
    /// Findings kept; a broken million should not fill the memory either.
    const MOST: usize = 1_000;

    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    fn add(&mut self, table: &str, column: &str, id: impl Into<String>, problem: impl Into<String>) {
        if self.findings.len() < Self::MOST {
            self.findings.push(Finding {
                table: table.to_owned(),
                column: column.to_owned(),
                id: id.into(),
                problem: problem.into(),
            });
        } else {
            self.more += 1;
        }
    }
}

/// Checks everything. For the server's own command line: it sees all organizations.
pub async fn check(store: &Store) -> Result<Report, Fault> {
    let mut reader = store.read().await?;
    let begin = reader.dialect("BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    sql(begin).execute(&mut reader).await?;
    let report = in_snapshot(&mut reader).await;
    sql("ROLLBACK").execute(&mut reader).await?;
    report
}

async fn in_snapshot(on: &mut crate::Reader) -> Result<Report, Fault> {
    let mut report = Report::default();
    for table in TABLES {
        walk::walk(on, table, &mut report).await?;
    }
    sums::check(on, &mut report).await?;
    rules::check(on, &mut report).await?;
    clear::check(on, &mut report).await?;
    Ok(report)
}

/// Compares the search index with the users, row by row. SQLite's own check of it takes the write lock while it works, some
/// seconds for a hundred thousand users; PostgreSQL keeps its index itself.
pub async fn check_search_index(store: &Store) -> Result<Report, Fault> {
    let mut report = Report::default();
    let mut tx = store.db().begin().await?;
    let statement = tx.dialect(
        "INSERT INTO users_search (users_search, rank) VALUES ('integrity-check', 1)",
        "SELECT 1",
    );
    if let Err(fault) = sql(statement).execute(&mut tx).await {
        report.add("users_search", "search_text", "", fault.to_string());
    }
    tx.rollback().await?;
    Ok(report)
}
