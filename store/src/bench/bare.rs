//! The floor of an import: its rows once more, into the same tables with the same indexes, by prepared multi-row inserts and
//! nothing else. They go to an organization of their own, with other ids, because keys are unique within one.

use crate::column::{Bind as _, Value};
use crate::fault::Fault;
use crate::sql::{Row, sql};
use crate::write::Actor;
use crate::{Store, owner};
use domain::id::{ImportId, OrganizationId};
use domain::settings::Settings;
use domain::time::Timestamp;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Rows read at a time, outside of what is measured.
const PAGE: i64 = 5_000;
/// Values in a statement.
const VALUES_AT_ONCE: usize = 800;

/// What a column holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// An id made by the import: another one in the copy.
    New,
    /// An id of something that was there before.
    Old,
    /// The organization.
    Organization,
    Text,
    Number,
    Boolean,
    Time,
}
use Kind::{Boolean, New, Number, Old, Organization, Text, Time};

/// A table that an import writes, and its new rows: after a key (`$1`), since a moment (`$2`), at most so many (`$3`).
struct Table {
    insert: &'static str,
    rows: &'static str,
    columns: &'static [(&'static str, Kind)],
}

const TABLES: [Table; 4] = [
    Table {
        insert: "INSERT INTO users (id, organization_id, state, role, first_name, last_name, sort_name, search_text, email,
            email_key, username, username_key, language, location_id, job_title, must_change_password, source, joined_at,
            approved_at, approved_by, notified_at, updated_at) VALUES ",
        rows: "SELECT id AS page_key, u.* FROM users u WHERE id > $1 AND joined_at >= $2 ORDER BY id LIMIT $3",
        columns: &[
            ("id", New),
            ("organization_id", Organization),
            ("state", Text),
            ("role", Text),
            ("first_name", Text),
            ("last_name", Text),
            ("sort_name", Text),
            ("search_text", Text),
            ("email", Text),
            ("email_key", Text),
            ("username", Text),
            ("username_key", Text),
            ("language", Text),
            ("location_id", Old),
            ("job_title", Text),
            ("must_change_password", Boolean),
            ("source", Text),
            ("joined_at", Time),
            ("approved_at", Time),
            ("approved_by", Old),
            ("notified_at", Time),
            ("updated_at", Time),
        ],
    },
    Table {
        insert: "INSERT INTO group_members (group_id, user_id, role) VALUES ",
        rows: "SELECT m.user_id AS page_key, m.* FROM group_members m JOIN users u ON u.id = m.user_id
            WHERE m.user_id > $1 AND u.joined_at >= $2 ORDER BY m.user_id LIMIT $3",
        columns: &[("group_id", Old), ("user_id", New), ("role", Text)],
    },
    Table {
        insert: "INSERT INTO audit (id, organization_id, at, actor_kind, actor_id, action, target_kind, target_id, after) VALUES ",
        rows: "SELECT id AS page_key, a.* FROM audit a WHERE id > $1 AND at >= $2 ORDER BY id LIMIT $3",
        columns: &[
            ("id", New),
            ("organization_id", Organization),
            ("at", Time),
            ("actor_kind", Text),
            ("actor_id", Old),
            ("action", Text),
            ("target_kind", Text),
            ("target_id", New),
            ("after", Text),
        ],
    },
    Table {
        insert: "INSERT INTO messages (id, organization_id, kind, user_id, recipient, language, detail, state, next_attempt_at,
            created_at) VALUES ",
        rows: "SELECT id AS page_key, m.* FROM messages m WHERE id > $1 AND created_at >= $2 ORDER BY id LIMIT $3",
        columns: &[
            ("id", New),
            ("organization_id", Organization),
            ("kind", Text),
            ("user_id", New),
            ("recipient", Text),
            ("language", Text),
            ("detail", Text),
            ("state", Text),
            ("next_attempt_at", Time),
            ("created_at", Time),
        ],
    },
];

/// What inserting took.
#[derive(Debug, Default)]
pub(super) struct Bare {
    pub rows: u64,
    pub took: Duration,
}

/// Inserts what the import wrote since a moment a second time.
pub(super) async fn insert_again(store: &Store, import: ImportId, since: Timestamp) -> Result<Bare, Fault> {
    let target: OrganizationId = store.random().id(store.now());
    let mut write = store.write(target, Actor::CommandLine).await?;
    owner::create_organization(&mut write, "Bare", &Settings::default(), None).await?;
    sql("INSERT INTO imports (id, organization_id, created_by, file_name, mapping, options, state, totals, rows_total, created_at)
         SELECT $1, $2, created_by, file_name, mapping, options, state, totals, rows_total, created_at FROM imports WHERE id = $3")
        .bind(other(import.into()))
        .bind(target)
        .bind(import)
        .execute(&mut write)
        .await?;
    write.commit_bookkeeping(()).await?;

    let mut bare = Bare::default();
    let mut tx = store.db().begin().await?;
    for table in &TABLES {
        let mut after = Uuid::nil();
        loop {
            let page = sql(table.rows)
                .bind(after)
                .bind(since)
                .bind(PAGE)
                .fetch_rows(&mut store.read().await?)
                .await?;
            let Some(last) = page.last() else { break };
            after = last.get("page_key")?;
            let rows: Result<Vec<_>, Fault> = page
                .iter()
                .map(|row| values(row, table.columns, target))
                .collect();
            bare.insert(&mut tx, table.insert, rows?).await?;
        }
    }
    lines(store, &mut tx, import, &mut bare).await?;
    bare.commit(tx).await?;
    Ok(bare)
}

/// The import's own lines, whose key is their place.
async fn lines(store: &Store, tx: &mut crate::Tx, import: ImportId, bare: &mut Bare) -> Result<(), Fault> {
    const COLUMNS: [(&str, Kind); 6] = [
        ("import_id", New),
        ("position", Number),
        ("line", Number),
        ("outcome", Text),
        ("report", Text),
        ("user_id", New),
    ];
    let insert = "INSERT INTO import_rows (import_id, position, line, outcome, report, user_id) VALUES ";
    let mut after = -1_i64;
    loop {
        let page = sql(
            "SELECT * FROM import_rows WHERE import_id = $1 AND position > $2 ORDER BY position LIMIT $3",
        )
        .bind(import)
        .bind(after)
        .bind(PAGE)
        .fetch_rows(&mut store.read().await?)
        .await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.get("position")?;
        let nobody = OrganizationId::from(Uuid::nil());
        let rows: Result<Vec<_>, Fault> = page.iter().map(|row| values(row, &COLUMNS, nobody)).collect();
        bare.insert(tx, insert, rows?).await?;
    }
}

impl Bare {
    /// Inserts rows, timed.
    pub(super) async fn insert(
        &mut self,
        tx: &mut crate::Tx,
        insert: &'static str,
        rows: Vec<Vec<Value>>,
    ) -> Result<(), Fault> {
        let width = rows.first().map_or(1, Vec::len);
        let begun = Instant::now();
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let mut statement = sql(insert);
            statement.push_rows(rows.by_ref().take(VALUES_AT_ONCE / width), |row| row);
            self.rows += statement.execute(tx).await?;
        }
        self.took += begun.elapsed();
        Ok(())
    }

    /// Ends the transaction, timed.
    pub(super) async fn commit(&mut self, tx: crate::Tx) -> Result<(), Fault> {
        let begun = Instant::now();
        tx.commit().await?;
        self.took += begun.elapsed();
        Ok(())
    }
}

/// What the columns of a row hold, to be inserted again.
pub(super) fn values(
    row: &Row,
    columns: &[(&str, Kind)],
    organization: OrganizationId,
) -> Result<Vec<Value>, Fault> {
    let value = |(name, kind): &(&str, Kind)| {
        Ok(match kind {
            New => row.get::<Option<Uuid>>(name)?.map(other).value(),
            Old => row.get::<Option<Uuid>>(name)?.value(),
            Organization => organization.value(),
            Text => row.get::<Option<String>>(name)?.value(),
            Number => row.get::<Option<i64>>(name)?.value(),
            Boolean => row.get::<Option<bool>>(name)?.value(),
            Time => row.get::<Option<Timestamp>>(name)?.value(),
        })
    };
    columns.iter().map(value).collect()
}

/// An id beside the given one, at the same place in time.
fn other(id: Uuid) -> Uuid {
    Uuid::from_u128(id.as_u128() ^ 1)
}
