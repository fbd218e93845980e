//! Applying confirmed imports in the background, part by part.
//!
//! A lease in the import's row says which process does it. Each part moves the progress in its own transaction, on the
//! condition that it stood where this process left it: whoever lost the lease changes nothing.

use super::confirmed::Confirmed;
use super::part::{self, Part};
use super::progress::{counted, without_passwords};
use crate::Store;
use crate::fault::Fault;
use crate::sql::{Connection as _, rows, sql};
use crate::write::{Actor, Change, Entry};
use domain::access::{ImportUsers, Role, Standing};
use domain::audit::{Action, TargetKind};
use domain::id::{ImportId, OrganizationId, UserId};
use domain::imports::{Edit, Field, Mapping, Options, Planner, Table, Totals, decode};
use domain::time::{Span, Timestamp};
use domain::users::UserState;
use uuid::Uuid;

/// Rows in one transaction; fewer where passwords are hashed, so that the lease outlives a part.
const ROWS_AT_ONCE: usize = 500;
const PASSWORDS_AT_ONCE: usize = 100;

/// How long a process may be silent before another goes on in its place.
pub(super) const LEASE: Span = Span::seconds(15);

/// How long a plan waits to be confirmed before it is thrown away with its file.
const PATIENCE: Span = Span::days(1);

rows! {
    struct Claimed from "imports" {
        id: ImportId,
        organization_id: OrganizationId,
        created_by: UserId,
        file: Vec<u8>,
        mapping: String,
        edits: String,
        options: String,
        plan: Vec<u8>,
        totals: String,
        rows_done: i64,
    }
    struct Importer from "users" { role: Role, state: UserState }
}

/// Applies one confirmed import, if there is one that no other process is at, to its end or until it is told to stop:
/// `go_on` is asked after each part. True if there was one.
pub async fn work(store: &Store, go_on: impl Fn() -> bool + Send) -> Result<bool, Fault> {
    let lease: Uuid = store.random().id::<ImportId>(store.now()).into();
    let Some(claimed) = claim(store, lease).await? else {
        return Ok(false);
    };
    let id = claimed.id;
    let organization = claimed.organization_id;
    let actor = Actor::User {
        id: claimed.created_by,
        address: None,
    };
    let totals: Totals = serde_json::from_str(&claimed.totals)?;
    let done = usize::try_from(claimed.rows_done).unwrap_or_default();
    let created_by = claimed.created_by;
    let Some(file) = tokio::task::spawn_blocking(|| opened(claimed)).await?? else {
        fail(store, organization, actor, id, "the file cannot be read any more").await?;
        return Ok(true);
    };
    let at_once = match file.mapping.column(Field::Password) {
        Some(_) => PASSWORDS_AT_ONCE,
        None => ROWS_AT_ONCE,
    };
    let planner = Planner::new(&file.table, &file.mapping, &file.options);
    let total = file.table.rows().len();
    let mut from = done;
    while from < total {
        let Some(importer) = importer(store, created_by).await? else {
            let why = "whoever imports may not do so any more";
            fail(store, organization, actor, id, why).await?;
            return Ok(true);
        };
        let to = (from + at_once).min(total);
        let part = Part {
            store,
            import: id,
            organization,
            actor: &actor,
            importer,
            lease,
            file: &file,
            rows: from..to,
        };
        if !part::apply(&part, &planner).await? {
            // Another process went on in our place.
            return Ok(true);
        }
        from = to;
        if from < total && !go_on() {
            release(store, organization, id, lease).await?;
            return Ok(true);
        }
    }
    finish(store, organization, actor, id, lease, &file, totals).await?;
    Ok(true)
}

/// Lets another process go on at once.
async fn release(
    store: &Store,
    organization: OrganizationId,
    id: ImportId,
    lease: Uuid,
) -> Result<(), Fault> {
    let mut write = store.write(organization, Actor::System).await?;
    sql("UPDATE imports SET lease_by = NULL, lease_until = NULL WHERE id = $1 AND lease_by = $2")
        .bind(id)
        .bind(lease)
        .execute(&mut write)
        .await?;
    write.commit_bookkeeping(()).await
}

/// An import's file as it was confirmed.
#[derive(Debug)]
pub(super) struct File {
    pub table: Table,
    pub mapping: Mapping,
    pub options: Options,
    pub confirmed: Confirmed,
}

fn opened(claimed: Claimed) -> Result<Option<File>, Fault> {
    let mapping: Mapping = serde_json::from_str(&claimed.mapping)?;
    let edits: Vec<Edit> = serde_json::from_str(&claimed.edits)?;
    // The limit was kept when the file was taken.
    let table = decode(&claimed.file, u16::MAX).and_then(|text| Table::read(&text));
    Ok(table.ok().map(|mut table| {
        table.apply(&mapping, &edits);
        File {
            table,
            mapping,
            options: serde_json::from_str(&claimed.options).unwrap_or_default(),
            confirmed: Confirmed::from_bytes(claimed.plan),
        }
    }))
}

/// Takes an import that is confirmed and that nobody is at. Also throws plans away that nobody confirmed in time.
async fn claim(store: &Store, lease: Uuid) -> Result<Option<Claimed>, Fault> {
    let now = store.now();
    let waiting: Option<(OrganizationId,)> = sql("SELECT organization_id AS value FROM imports
         WHERE state = 'applying' AND (lease_until IS NULL OR lease_until < $1) LIMIT 1")
    .bind(now)
    .fetch_optional(&mut store.read().await?)
    .await?;
    let Some((organization,)) = waiting else {
        return Ok(None);
    };
    let mut write = store.write(organization, Actor::System).await?;
    let of_oldest = write.dialect(
        "UPDATE imports SET lease_by = $1, lease_until = $2 WHERE id = (SELECT id FROM imports
            WHERE state = 'applying' AND (lease_until IS NULL OR lease_until < $3) ORDER BY id LIMIT 1)
         RETURNING id, organization_id, created_by, file, mapping, edits, options, plan, totals, rows_done",
        "UPDATE imports SET lease_by = $1, lease_until = $2 WHERE id = (SELECT id FROM imports
            WHERE state = 'applying' AND (lease_until IS NULL OR lease_until < $3) ORDER BY id LIMIT 1
            FOR UPDATE SKIP LOCKED)
         RETURNING id, organization_id, created_by, file, mapping, edits, options, plan, totals, rows_done",
    );
    let claimed = sql(of_oldest)
        .bind(lease)
        .bind(now + LEASE)
        .bind(now)
        .fetch_optional(&mut write)
        .await?;
    sql("DELETE FROM imports WHERE state = 'planned' AND created_at < $1")
        .bind(now - PATIENCE)
        .execute(&mut write)
        .await?;
    write.commit_bookkeeping(claimed).await
}

/// Where the importer stands now; none if they may not import any more.
async fn importer(store: &Store, user: UserId) -> Result<Option<Standing>, Fault> {
    let found: Option<Importer> = sql("SELECT role, state FROM users WHERE id = $1")
        .bind(user)
        .fetch_optional(&mut store.read().await?)
        .await?;
    let standing = found
        .filter(|found| found.state == UserState::Active)
        .map(|found| Standing {
            user,
            role: found.role,
            groups: Vec::new(),
            sessions: Vec::new(),
        });
    Ok(standing.filter(|standing| standing.permits::<ImportUsers>().is_ok()))
}

/// Ends an import: the file goes, but for the rows that failed, without their passwords.
async fn finish(
    store: &Store,
    organization: OrganizationId,
    actor: Actor,
    id: ImportId,
    lease: Uuid,
    file: &File,
    planned: Totals,
) -> Result<(), Fault> {
    let mut reader = store.read().await?;
    let totals = counted(&mut reader, id, planned).await?;
    let failing = without_passwords(&mut reader, id, &file.table, &file.mapping).await?;
    drop(reader);
    let mut write = store.write(organization, actor).await?;
    let now: Timestamp = write.now();
    let ended = sql(
        "UPDATE imports SET state = 'done', finished_at = $1, totals = $2, file = $3, edits = '[]', plan = NULL,
            lease_by = NULL, lease_until = NULL WHERE id = $4 AND state = 'applying' AND lease_by = $5",
    )
    .bind(now)
    .bind(serde_json::to_string(&totals)?)
    .bind(failing)
    .bind(id)
    .bind(lease)
    .execute(&mut write)
    .await?;
    if ended == 0 {
        return write.unchanged(()).await;
    }
    let entry =
        Entry::new(Action::ImportFinished, TargetKind::Import, id).after(serde_json::to_value(totals)?);
    write.commit(Change::of((), entry)).await
}

async fn fail(
    store: &Store,
    organization: OrganizationId,
    actor: Actor,
    id: ImportId,
    why: &str,
) -> Result<(), Fault> {
    let mut write = store.write(organization, actor).await?;
    let now = write.now();
    sql(
        "UPDATE imports SET state = 'failed', finished_at = $1, file = NULL, edits = '[]', plan = NULL, lease_by = NULL,
            lease_until = NULL WHERE id = $2",
    )
    .bind(now)
    .bind(id)
    .execute(&mut write)
    .await?;
    let entry = Entry::new(Action::ImportFinished, TargetKind::Import, id)
        .after(serde_json::json!({ "failed": why }));
    write.commit(Change::of((), entry)).await
}
