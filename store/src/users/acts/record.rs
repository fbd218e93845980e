//! The record of an act: how far it is, what became of it, and what takes it back.

use super::account::Tally;
use super::{AT_ONCE, Done, Undo};
use crate::Requester;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, rows, sql};
use crate::write::Write;
use domain::id::{ActId, UserId};
use domain::time::Timestamp;
use domain::users::{Act, Report, ReportState};
use uuid::Uuid;

rows! {
    pub(super) struct Stored from "acts" {
        pub(super) id: ActId,
        pub(super) act: String,
        pub(super) state: String,
        pub(super) problem: Option<String>,
        pub(super) users_total: i64,
        pub(super) users_seen: i64,
        pub(super) users_done: i64,
        pub(super) seats: i64,
        pub(super) left_out: String,
        pub(super) created_at: Timestamp,
    }
}

const STORED: &str =
    "SELECT id, act, state, problem, users_total, users_seen, users_done, seats, left_out, created_at
     FROM acts WHERE created_by = ";

impl Stored {
    pub(super) async fn report(self, on: &mut impl Connection) -> Result<Report, Fault> {
        let left: Tally = serde_json::from_str(&self.left_out)?;
        let many = |number: i64| u64::try_from(number).unwrap_or(0);
        Ok(Report {
            id: self.id,
            act: serde_json::from_str(&self.act)?,
            at: self.created_at,
            total: many(self.users_total),
            seen: many(self.users_seen),
            done: many(self.users_done),
            left: left.named(on).await?,
            seats: many(self.seats),
            state: match self.state.as_str() {
                "running" => ReportState::Running,
                "undone" => ReportState::Undone,
                "stopped" => ReportState::Stopped(self.problem.unwrap_or_default()),
                _ => ReportState::Done,
            },
        })
    }
}

/// One of one's own acts.
pub(super) async fn find(
    on: &mut impl Connection,
    requester: &Requester,
    id: ActId,
) -> Result<Option<Stored>, Fault> {
    let mut select = sql(STORED);
    select
        .push_bind(requester.user())
        .push(" AND id = ")
        .push_bind(id);
    select.fetch_optional(on).await
}

/// What has become of something one did.
pub async fn report<R>(requester: &Requester, id: ActId) -> Result<Report, Failure<R>> {
    let mut reader = requester.store().read().await?;
    let found = find(&mut reader, requester, id).await?;
    Ok(found.ok_or(Failure::NotFound)?.report(&mut reader).await?)
}

/// What one does that is still under way.
pub async fn running(requester: &Requester) -> Result<Vec<Report>, Fault> {
    let mut reader = requester.store().read().await?;
    let mut select = sql(STORED);
    select
        .push_bind(requester.user())
        .push(" AND state = 'running' ORDER BY id");
    let found: Vec<Stored> = select.fetch_all(&mut reader).await?;
    let mut reports = Vec::with_capacity(found.len());
    for stored in found {
        reports.push(stored.report(&mut reader).await?);
    }
    Ok(reports)
}

/// Records an act that was done whole.
pub(super) async fn whole(
    write: &mut Write,
    requester: &Requester,
    act: Act,
    done: &Done,
    left: &Tally,
) -> Result<Report, Fault> {
    let many = size(done.users.len());
    let stored = Stored {
        id: write.new_id(),
        act: serde_json::to_string(&act)?,
        state: "done".to_owned(),
        problem: None,
        users_total: many,
        users_seen: many,
        users_done: many,
        seats: i64::try_from(done.seats).unwrap_or(i64::MAX),
        left_out: serde_json::to_string(left)?,
        created_at: write.now(),
    };
    insert(write, requester, &stored, None).await?;
    part(write, stored.id, 0, &done.undo).await?;
    stored.report(write).await
}

/// Records an act that a worker will do, in parts, to these users.
pub(super) async fn start(
    write: &mut Write,
    requester: &Requester,
    act: Act,
    users: &[UserId],
    left: &Tally,
) -> Result<Report, Fault> {
    let stored = Stored {
        id: write.new_id(),
        act: serde_json::to_string(&act)?,
        state: "running".to_owned(),
        problem: None,
        users_total: size(users.len()),
        users_seen: 0,
        users_done: 0,
        seats: 0,
        left_out: serde_json::to_string(left)?,
        created_at: write.now(),
    };
    let ids: Vec<u8> = users
        .iter()
        .flat_map(|user| Uuid::from(*user).into_bytes())
        .collect();
    insert(write, requester, &stored, Some(ids)).await?;
    stored.report(write).await
}

/// The ids of users, as [`start`] keeps them.
pub(super) fn users(bytes: &[u8]) -> Vec<UserId> {
    let ids = bytes.chunks_exact(16).filter_map(|id| Uuid::from_slice(id).ok());
    ids.map(UserId::from).collect()
}

async fn insert(
    write: &mut Write,
    requester: &Requester,
    stored: &Stored,
    users: Option<Vec<u8>>,
) -> Result<(), Fault> {
    sql("INSERT INTO acts (id, organization_id, created_by, address, act, state, users, users_total, users_seen,
            users_done, seats, left_out, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
    .bind(stored.id)
    .bind(requester.organization())
    .bind(requester.user())
    .bind(requester.address())
    .bind(stored.act.as_str())
    .bind(stored.state.as_str())
    .bind(users)
    .bind(stored.users_total)
    .bind(stored.users_seen)
    .bind(stored.users_done)
    .bind(stored.seats)
    .bind(stored.left_out.as_str())
    .bind(stored.created_at)
    .execute(write)
    .await?;
    Ok(())
}

/// Records what takes a part back; parts go by the number of users before them.
pub(super) async fn part(write: &mut Write, act: ActId, seen: usize, undo: &[Undo]) -> Result<(), Fault> {
    if undo.is_empty() {
        return Ok(());
    }
    let now = write.now();
    sql("INSERT INTO act_parts (act_id, position, at, undo) VALUES ($1, $2, $3, $4)")
        .bind(act)
        .bind(size(seen / AT_ONCE))
        .bind(now)
        .bind(serde_json::to_string(undo)?)
        .execute(write)
        .await?;
    Ok(())
}

pub(super) fn size(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}
