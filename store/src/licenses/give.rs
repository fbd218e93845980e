//! Giving free seats to many users at once: the allocator's one direction.

use super::allocate::{Holder, allocate, courses_of};
use super::claim::{ClaimRefused, claim, lock};
use super::list::find;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use crate::users::push_filter;
use crate::write::{Change, Entry, Write};
use crate::{Kind, sql::Connection};
use domain::access::ManageLicenses;
use domain::audit::{Action, TargetKind};
use domain::id::{CourseId, LicenseId, UserId};
use domain::licenses::{Give, IdleSeat, IdleSeats, Moved, Pick, SeatsRefused};
use domain::users::PersonName;
use serde_json::json;
use std::collections::HashSet;

/// Ids in one statement, below what both databases bind.
pub(super) const IDS_AT_ONCE: usize = 10_000;

/// Idle seats that a refusal names.
const IDLE_NAMED: i64 = 5;

/// Gives a seat to everyone meant who has an account that is not archived and holds none yet: all of them or nobody.
pub async fn give(
    grant: Grant<ManageLicenses>,
    license: LicenseId,
    give: Give,
) -> Result<Moved, Failure<SeatsRefused>> {
    let mut write = grant.write().await?;
    let meant = accounts(&mut write, &give.to).await?;
    if !lock(&mut write, license).await? {
        return Err(Failure::NotFound);
    }
    let of_license = courses_of(&mut write, license).await?;
    if !give.courses.iter().all(|course| of_license.contains(course)) {
        return Err(Failure::Refused(SeatsRefused::Courses));
    }
    let holding = holding(&mut write, license, &meant).await?;
    let users: Vec<UserId> = meant.into_iter().filter(|user| !holding.contains(user)).collect();
    if users.is_empty() {
        return Err(Failure::Refused(SeatsRefused::Nobody));
    }
    let count = i64::try_from(users.len()).unwrap_or(i64::MAX);
    match claim(&mut write, license, count).await {
        Ok(()) => {}
        Err(Failure::Refused(ClaimRefused::Short { short })) => {
            let idle = idle(&mut write, license).await?;
            return Err(Failure::Refused(SeatsRefused::Short { short, idle }));
        }
        Err(Failure::Refused(ClaimRefused::Over)) => return Err(Failure::Refused(SeatsRefused::Over)),
        Err(failure) => return Err(failure.map(|_| SeatsRefused::Over)),
    }
    let holders: Vec<Holder> = users.iter().map(|user| holder(*user, &give.courses)).collect();
    allocate(&mut write, license, &holders, "given by hand").await?;

    let left = match give.to {
        Pick::Matching(_) => Vec::new(),
        Pick::These(these) => {
            let given: HashSet<UserId> = users.iter().copied().collect();
            these.into_iter().filter(|user| !given.contains(user)).collect()
        }
    };
    let entry = |user: &UserId| {
        Entry::new(Action::SeatAllocated, TargetKind::User, *user).after(json!({ "license": license }))
    };
    let entries = users.iter().map(entry).collect();
    let moved = moved(&mut write, license, count, left).await?;
    Ok(write.commit(Change::of_many(moved, entries)).await?)
}

fn holder(user: UserId, courses: &[CourseId]) -> Holder {
    Holder {
        user,
        courses: courses.to_vec(),
        due_date: None,
    }
}

pub(super) async fn moved(
    write: &mut Write,
    license: LicenseId,
    moved: i64,
    left: Vec<UserId>,
) -> Result<Moved, Failure<SeatsRefused>> {
    let organization = write.organization();
    let now = find(write, organization, license).await?;
    let seats = now.ok_or(Failure::NotFound)?.seats;
    Ok(Moved { moved, left, seats })
}

/// Those meant who have an account that is not archived; nobody archives them until this write ends.
async fn accounts(write: &mut Write, pick: &Pick) -> Result<Vec<UserId>, Fault> {
    let (organization, kind) = (write.organization(), write.kind());
    let until_the_end = match kind {
        Kind::Sqlite => "",
        Kind::Postgres => " FOR SHARE OF u",
    };
    let mut users = Vec::new();
    let chunks: Vec<Option<&[UserId]>> = match pick {
        Pick::These(these) => these.chunks(IDS_AT_ONCE).map(Some).collect(),
        Pick::Matching(_) => vec![None],
    };
    for chunk in chunks {
        let mut select =
            sql("SELECT u.id AS value FROM users u WHERE u.state <> 'archived' AND u.organization_id = ");
        select.push_bind(organization);
        if let Some(these) = chunk {
            select.push(" AND u.id IN ").push_list(these.iter().copied());
        }
        if let Pick::Matching(filter) = pick {
            push_filter(&mut select, kind, filter);
        }
        select.push(" ORDER BY u.id").push(until_the_end);
        let found: Vec<(UserId,)> = select.fetch_all(write).await?;
        users.extend(found.into_iter().map(|(user,)| user));
    }
    users.dedup();
    Ok(users)
}

/// Those of `users` who hold a seat.
async fn holding(write: &mut Write, license: LicenseId, users: &[UserId]) -> Result<HashSet<UserId>, Fault> {
    let mut holding = HashSet::new();
    for chunk in users.chunks(IDS_AT_ONCE) {
        let mut select =
            sql("SELECT user_id AS value FROM seats WHERE returned_at IS NULL AND license_id = ");
        select
            .push_bind(license)
            .push(" AND user_id IN ")
            .push_list(chunk.iter().copied());
        let found: Vec<(UserId,)> = select.fetch_all(write).await?;
        holding.extend(found.into_iter().map(|(user,)| user));
    }
    Ok(holding)
}

rows! {
    struct Idle from "users" { id: UserId, first_name: PersonName, last_name: PersonName }
}

/// Seats that were never started: they could be taken back.
async fn idle(write: &mut Write, license: LicenseId) -> Result<IdleSeats, Fault> {
    let (count,): (i64,) = sql(
        "SELECT COUNT(*) AS value FROM seats s JOIN users u ON u.id = s.user_id
         WHERE s.license_id = $1 AND s.returned_at IS NULL AND s.started_at IS NULL",
    )
    .bind(license)
    .fetch_one(write)
    .await?;
    let first: Vec<Idle> = sql(
        "SELECT u.id, u.first_name, u.last_name FROM seats s JOIN users u ON u.id = s.user_id
         WHERE s.license_id = $1 AND s.returned_at IS NULL AND s.started_at IS NULL ORDER BY s.id LIMIT $2",
    )
    .bind(license)
    .bind(IDLE_NAMED)
    .fetch_all(write)
    .await?;
    let named = |idle: Idle| IdleSeat {
        user: idle.id,
        name: format!("{} {}", idle.first_name, idle.last_name),
    };
    Ok(IdleSeats {
        count,
        first: first.into_iter().map(named).collect(),
    })
}
