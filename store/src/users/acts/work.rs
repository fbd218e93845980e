//! Doing in the background what is to be done to many, part by part.
//!
//! A lease in the act's row says which process does it. Each part moves the progress in its own transaction, on the condition
//! that it stood where this process left it: whoever lost the lease changes nothing.

use super::account::{Tally, accounts, part};
use super::record::{self, size};
use super::{AT_ONCE, apply};
use crate::fault::{Failure, Fault};
use crate::sql::{Connection as _, rows, sql};
use crate::write::{Actor, Write};
use crate::{Requester, Store, sign_in};
use domain::id::{ActId, OrganizationId, UserId};
use domain::licenses::Pick;
use domain::time::Span;
use domain::users::{Act, ActRefused};
use uuid::Uuid;

/// How long a process may be silent before another goes on in its place.
const LEASE: Span = Span::seconds(15);

/// How long a report is kept, and with it the way back.
const KEPT: Span = Span::days(30);

rows! {
    struct Claimed from "acts" {
        id: ActId,
        organization_id: OrganizationId,
        created_by: UserId,
        address: Option<String>,
        act: String,
        users: Vec<u8>,
        users_seen: i64,
    }
    struct Tallied from "acts" { left_out: String }
}

/// Does one waiting act, if there is one that no other process is at, to its end or until it is told to stop: `go_on` is asked
/// after each part. True if there was one.
pub async fn work(store: &Store, go_on: impl Fn() -> bool + Send) -> Result<bool, Fault> {
    let lease: Uuid = store.random().id::<ActId>(store.now()).into();
    let Some(claimed) = claim(store, lease).await? else {
        return Ok(false);
    };
    let act: Act = serde_json::from_str(&claimed.act)?;
    let users = record::users(&claimed.users);
    let mut seen = usize::try_from(claimed.users_seen).unwrap_or_default();
    while let Some(chunk) = users
        .get(seen..(seen + AT_ONCE).min(users.len()))
        .filter(|chunk| !chunk.is_empty())
    {
        let who =
            sign_in::requester_in_background(store, claimed.created_by, claimed.address.clone()).await?;
        let outcome = match &who {
            Some(requester) => next(requester, &claimed, lease, &act, seen, chunk).await,
            None => Err(Failure::Refused(ActRefused::Nobody)),
        };
        match outcome {
            Ok(true) => seen += chunk.len(),
            // Another process went on in our place.
            Ok(false) => return Ok(true),
            Err(Failure::Fault(fault)) => return Err(fault),
            Err(Failure::Refused(ActRefused::Nobody) | Failure::Denied(_) | Failure::NotFound) => {
                stop(store, &claimed, "whoever asked for it may not do it any more").await?;
                return Ok(true);
            }
            Err(Failure::Refused(refused)) => {
                stop(store, &claimed, &refused.to_string()).await?;
                return Ok(true);
            }
        }
        if seen < users.len() && !go_on() {
            return release(store, &claimed, lease).await.map(|()| true);
        }
    }
    finish(store, &claimed, lease).await?;
    Ok(true)
}

/// Takes an act that waits and that nobody is at. Also throws old reports away.
async fn claim(store: &Store, lease: Uuid) -> Result<Option<Claimed>, Fault> {
    let now = store.now();
    let waiting: Option<(OrganizationId,)> = sql("SELECT organization_id AS value FROM acts
         WHERE state = 'running' AND (lease_until IS NULL OR lease_until < $1) LIMIT 1")
    .bind(now)
    .fetch_optional(&mut store.read().await?)
    .await?;
    let Some((organization,)) = waiting else {
        return Ok(None);
    };
    let mut write = store.write(organization, Actor::System).await?;
    let of_oldest = write.dialect(
        "UPDATE acts SET lease_by = $1, lease_until = $2 WHERE id = (SELECT id FROM acts
            WHERE state = 'running' AND (lease_until IS NULL OR lease_until < $3) ORDER BY id LIMIT 1)
         RETURNING id, organization_id, created_by, address, act, users, users_seen",
        "UPDATE acts SET lease_by = $1, lease_until = $2 WHERE id = (SELECT id FROM acts
            WHERE state = 'running' AND (lease_until IS NULL OR lease_until < $3) ORDER BY id LIMIT 1
            FOR UPDATE SKIP LOCKED)
         RETURNING id, organization_id, created_by, address, act, users, users_seen",
    );
    let claimed = sql(of_oldest)
        .bind(lease)
        .bind(now + LEASE)
        .bind(now)
        .fetch_optional(&mut write)
        .await?;
    sql("DELETE FROM acts WHERE state <> 'running' AND created_at < $1")
        .bind(now - KEPT)
        .execute(&mut write)
        .await?;
    write.commit_bookkeeping(claimed).await
}

/// Does the next part; false if another process holds the lease.
async fn next(
    requester: &Requester,
    claimed: &Claimed,
    lease: Uuid,
    act: &Act,
    seen: usize,
    chunk: &[UserId],
) -> Result<bool, Failure<ActRefused>> {
    let scope = act.reach(requester.standing())?;
    let mut write = super::begin(requester).await?;
    if !advance(&mut write, claimed, lease, seen, chunk.len()).await? {
        return Ok(write.unchanged(false).await?);
    }
    let pick = Pick::These(chunk.to_vec());
    let found = accounts(&mut write, requester, &scope, &pick, true).await?;
    let (can, others) = part(&mut write, requester, act, found).await?;
    let done = apply(&mut write, act, can).await?;
    let so_far: Tallied = sql("SELECT left_out FROM acts WHERE id = $1")
        .bind(claimed.id)
        .fetch_one(&mut write)
        .await?;
    let mut left: Tally = serde_json::from_str(&so_far.left_out).map_err(Fault::from)?;
    left.join(others);
    sql("UPDATE acts SET users_done = users_done + $1, seats = seats + $2, left_out = $3 WHERE id = $4")
        .bind(size(done.users.len()))
        .bind(i64::try_from(done.seats).unwrap_or(i64::MAX))
        .bind(serde_json::to_string(&left).map_err(Fault::from)?)
        .bind(claimed.id)
        .execute(&mut write)
        .await?;
    record::part(&mut write, claimed.id, seen, &done.undo).await?;
    Ok(write.commit(done.change(true)).await?)
}

/// Moves the progress, if it stands at the beginning of this part and the lease is ours.
async fn advance(
    write: &mut Write,
    claimed: &Claimed,
    lease: Uuid,
    seen: usize,
    more: usize,
) -> Result<bool, Fault> {
    let now = write.now();
    let moved = sql("UPDATE acts SET users_seen = $1, lease_until = $2
         WHERE id = $3 AND state = 'running' AND lease_by = $4 AND users_seen = $5")
    .bind(size(seen + more))
    .bind(now + LEASE)
    .bind(claimed.id)
    .bind(lease)
    .bind(size(seen))
    .execute(write)
    .await?;
    Ok(moved == 1)
}

/// Lets another process go on at once.
async fn release(store: &Store, claimed: &Claimed, lease: Uuid) -> Result<(), Fault> {
    let text = "UPDATE acts SET lease_by = NULL, lease_until = NULL WHERE id = $1 AND lease_by = $2";
    mark(store, claimed, sql(text).bind(claimed.id).bind(lease)).await
}

async fn finish(store: &Store, claimed: &Claimed, lease: Uuid) -> Result<(), Fault> {
    let text = "UPDATE acts SET state = 'done', users = NULL, lease_by = NULL, lease_until = NULL
        WHERE id = $1 AND state = 'running' AND lease_by = $2";
    mark(store, claimed, sql(text).bind(claimed.id).bind(lease)).await
}

async fn stop(store: &Store, claimed: &Claimed, why: &str) -> Result<(), Fault> {
    let text =
        "UPDATE acts SET state = 'stopped', problem = $1, users = NULL, lease_by = NULL, lease_until = NULL
        WHERE id = $2 AND state = 'running'";
    mark(store, claimed, sql(text).bind(why).bind(claimed.id)).await
}

async fn mark(store: &Store, claimed: &Claimed, update: crate::Sql) -> Result<(), Fault> {
    let mut write = store.write(claimed.organization_id, Actor::System).await?;
    update.execute(&mut write).await?;
    write.commit_bookkeeping(()).await
}
