//! Taking seats back: by hand from many at once, and from users who are archived or deleted.

use super::enroll::put_away;
use super::give::{IDS_AT_ONCE, moved};
use super::ledger::{Line, record};
use super::list::find;
use crate::Kind;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, Sql, rows, sql};
use crate::users::push_filter;
use crate::write::{Change, Entry, Write};
use domain::access::ManageLicenses;
use domain::audit::{Action, TargetKind};
use domain::id::{LicenseId, SeatId, UserId};
use domain::licenses::{LedgerKind, LicenseKind, Moved, Pick, SeatState, SeatStays, SeatsRefused};
use domain::time::Timestamp;
use serde_json::json;
use std::collections::{BTreeMap, HashSet};

rows! {
    struct Held from "seats" {
        id: SeatId,
        license_id: LicenseId,
        user_id: UserId,
        started_at: Option<Timestamp>,
        kind: LicenseKind,
    }
}

const HELD: &str = "SELECT s.id, s.license_id, s.user_id, s.started_at, l.kind FROM seats s
     JOIN licenses l ON l.id = s.license_id JOIN users u ON u.id = s.user_id
     WHERE s.returned_at IS NULL AND u.organization_id = ";

/// Takes back the seats of everyone meant. A started seat of a standard license stays, and is among those left.
pub async fn take_back(
    grant: Grant<ManageLicenses>,
    license: LicenseId,
    from: Pick,
) -> Result<Moved, Failure<SeatsRefused>> {
    let mut write = grant.write().await?;
    let organization = write.organization();
    if find(&mut write, organization, license).await?.is_none() {
        return Err(Failure::NotFound);
    }
    let (kind, mut held) = (write.kind(), Vec::new());
    let chunks: Vec<Option<&[UserId]>> = match &from {
        Pick::These(these) => these.chunks(IDS_AT_ONCE).map(Some).collect(),
        Pick::Matching(_) => vec![None],
    };
    for chunk in chunks {
        let mut select = sql(HELD);
        select
            .push_bind(organization)
            .push(" AND s.license_id = ")
            .push_bind(license);
        if let Some(these) = chunk {
            select.push(" AND s.user_id IN ").push_list(these.iter().copied());
        }
        if let Pick::Matching(filter) = &from {
            push_filter(&mut select, kind, filter);
        }
        held.extend(fetch(&mut write, select).await?);
    }
    let any = !held.is_empty();
    let returned = go_back(&mut write, held, "taken back by hand").await?;
    if returned.is_empty() {
        return Err(Failure::Refused(if any {
            SeatsRefused::Stay(SeatStays::Started)
        } else {
            SeatsRefused::Nobody
        }));
    }
    let left = match from {
        Pick::Matching(_) => Vec::new(),
        Pick::These(these) => {
            let back: HashSet<UserId> = returned.iter().map(|seat| seat.user_id).collect();
            these.into_iter().filter(|user| !back.contains(user)).collect()
        }
    };
    let entry = |seat: &Held| {
        Entry::new(Action::SeatReturned, TargetKind::User, seat.user_id).before(json!({ "license": license }))
    };
    let entries = returned.iter().map(entry).collect();
    let count = i64::try_from(returned.len()).unwrap_or(i64::MAX);
    let moved = moved(&mut write, license, count, left).await?;
    Ok(write.commit(Change::of_many(moved, entries)).await?)
}

/// Gives back every seat of users who are archived or deleted in this write, as far as their licenses' kinds allow.
/// Returns how many went back.
pub async fn return_seats(write: &mut Write, users: &[UserId], reason: &str) -> Result<u64, Fault> {
    let (organization, mut held) = (write.organization(), Vec::new());
    for chunk in users.chunks(IDS_AT_ONCE) {
        let mut select = sql(HELD);
        select
            .push_bind(organization)
            .push(" AND s.user_id IN ")
            .push_list(chunk.iter().copied());
        held.extend(fetch(write, select).await?);
    }
    let returned = go_back(write, held, reason).await?;
    Ok(returned.len() as u64)
}

/// Takes the seats of one license back from users, as far as its kind allows. Returns whose went back.
pub(crate) async fn return_seats_of(
    write: &mut Write,
    license: LicenseId,
    users: &[UserId],
    reason: &str,
) -> Result<Vec<UserId>, Fault> {
    let organization = write.organization();
    let mut select = sql(HELD);
    select
        .push_bind(organization)
        .push(" AND s.license_id = ")
        .push_bind(license)
        .push(" AND s.user_id IN ")
        .push_list(users.iter().copied());
    let held = fetch(write, select).await?;
    let returned = go_back(write, held, reason).await?;
    Ok(returned.into_iter().map(|seat| seat.user_id).collect())
}

/// Runs the selection; nobody starts or returns these seats until this write ends.
async fn fetch(write: &mut Write, mut select: Sql) -> Result<Vec<Held>, Fault> {
    select.push(" ORDER BY s.id");
    if write.kind() == Kind::Postgres {
        select.push(" FOR UPDATE OF s");
    }
    select.fetch_all(write).await
}

/// Returns what may go: the seats, their counters, their ledger lines; puts away the enrollments that came by them.
async fn go_back(write: &mut Write, held: Vec<Held>, reason: &str) -> Result<Vec<Held>, Fault> {
    let now = write.now();
    let may_go = |seat: &Held| {
        let state = match seat.started_at {
            None => SeatState::Allocated,
            Some(at) => SeatState::Started { at },
        };
        state.take_back(seat.kind, now).is_ok()
    };
    let returned: Vec<Held> = held.into_iter().filter(may_go).collect();
    for chunk in returned.chunks(IDS_AT_ONCE) {
        let mut update = sql("UPDATE seats SET returned_at = ");
        update
            .push_bind(now)
            .push(" WHERE id IN ")
            .push_list(chunk.iter().map(|seat| seat.id));
        update.execute(write).await?;
    }
    let mut lines: BTreeMap<LicenseId, Vec<Line>> = BTreeMap::new();
    for seat in &returned {
        let line = Line::of_seat(seat.license_id, seat.id, seat.user_id);
        lines.entry(seat.license_id).or_default().push(line);
    }
    for (license, lines) in &lines {
        sql("UPDATE licenses SET allocated = allocated - $1 WHERE id = $2")
            .bind(i64::try_from(lines.len()).unwrap_or(i64::MAX))
            .bind(*license)
            .execute(write)
            .await?;
        record(write, LedgerKind::Returned, lines, reason).await?;
    }
    let seats: Vec<SeatId> = returned.iter().map(|seat| seat.id).collect();
    put_away(write, &seats).await?;
    Ok(returned)
}
