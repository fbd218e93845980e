//! The list for a browser that holds it whole: what has changed since it asked before, part by part.

use super::list::{LISTED, Listed, memberships, summary};
use super::place::column;
use crate::Reader;
use crate::access::Grant;
use crate::fault::Fault;
use crate::sql::{Connection, rows, sql};
use domain::access::ViewUsers;
use domain::id::{LabelId, LicenseId, UserId};
use domain::time::{Date, Span, Timestamp};
use domain::users::{
    FreshPart, HELD_MOST, HeldAnswer, HeldQuestion, KnownPart, PackedUsers, SortBy, UserRow,
};
use std::collections::HashMap;

/// Users of a new part.
const PART: usize = 1000;

/// The last part grows with the organization, up to here.
const LAST_PART: usize = 2 * PART;

/// What was written while the question before was answered is looked at again.
const OVERLAP: Span = Span::minutes(1);

rows! {
    struct Label from "user_labels" { user_id: UserId, label_id: LabelId }
    struct Seat from "seats" { user_id: UserId, license_id: LicenseId }
    struct FirstDue from "enrollments" { user_id: UserId, due_date: Date }
    struct Accessed from "users" { id: UserId, last_access_at: Timestamp }
}

/// The users after one, up to another.
#[derive(Clone, Copy)]
struct Range {
    after: Option<UserId>,
    until: Option<UserId>,
}

/// What has changed in the part of the organization that may be seen. The parts that the browser knows are read and held
/// against their digests, which is work for as many users as it may hold and no more; at most one of them travels back at
/// a time, so that the browser is never busy for long.
pub async fn held(grant: Grant<ViewUsers>, question: &HeldQuestion) -> Result<HeldAnswer, Fault> {
    let now = grant.store().now();
    let mut reader = grant.read().await?;
    if is_too_many(&grant, &mut reader).await? {
        return Ok(HeldAnswer::TooMany);
    }
    let mut known = question.known.iter().peekable();
    let mut after = question.after;
    let mut parts = Vec::new();
    let next = loop {
        let part = known.next();
        let is_open = known.peek().is_none();
        let until = part.filter(|_| !is_open).map(|part| part.until);
        let limit = if part.is_some() { LAST_PART } else { PART };
        let users = range(&grant, &mut reader, Range { after, until }, limit).await?;
        let last = users.last().map(|row| row.summary.id);
        let is_full = users.len() == limit;
        let Some(end) = until.or(last).max(part.map(|part| part.until)) else {
            break None;
        };
        let mut packed = PackedUsers::default();
        for row in &users {
            packed.add(row);
        }
        let fresh = KnownPart {
            until: end,
            digest: packed.digest(),
        };
        if part != Some(&fresh) {
            parts.push(FreshPart {
                after,
                part: fresh,
                users: packed,
            });
        }
        after = Some(end);
        if is_open && !is_full {
            break None;
        }
        if !parts.is_empty() {
            break after;
        }
    };
    let since = question.since.filter(|_| next.is_none());
    let accessed = match since {
        Some(since) => accessed(&grant, &mut reader, since - OVERLAP).await?,
        None => Vec::new(),
    };
    Ok(HeldAnswer::Changed {
        parts,
        next,
        accessed,
        now,
    })
}

async fn is_too_many(grant: &Grant<ViewUsers>, reader: &mut Reader) -> Result<bool, Fault> {
    let mut count = sql("SELECT COUNT(*) AS value FROM (SELECT 1 FROM users u WHERE u.organization_id = ");
    count.push_bind(grant.organization());
    grant.push_scope(&mut count);
    count
        .push(" LIMIT ")
        .push_bind(i64::from(HELD_MOST) + 1)
        .push(") counted");
    let (count,): (i64,) = count.fetch_one(reader).await?;
    Ok(count > i64::from(HELD_MOST))
}

async fn range(
    grant: &Grant<ViewUsers>,
    reader: &mut Reader,
    range: Range,
    limit: usize,
) -> Result<Vec<UserRow>, Fault> {
    let mut select = sql(LISTED);
    select.push_bind(grant.organization());
    grant.push_scope(&mut select);
    if let Some(after) = range.after {
        select.push(" AND u.id > ").push_bind(after);
    }
    match range.until {
        Some(until) => select
            .push(" AND u.id <= ")
            .push_bind(until)
            .push(" ORDER BY u.id"),
        None => select
            .push(" ORDER BY u.id LIMIT ")
            .push_bind(i64::try_from(limit).unwrap_or(i64::MAX)),
    };
    let rows: Vec<Listed> = select.fetch_all(reader).await?;
    let ids: Vec<UserId> = rows.iter().map(|row| row.id).collect();
    let mut groups = memberships(reader, ids.iter().copied()).await?;
    let mut beside = beside(reader, &ids).await?;
    let rows = rows.into_iter().map(|row| {
        let Beside {
            labels,
            licenses,
            first_due,
        } = beside.remove(&row.id).unwrap_or_default();
        let groups = groups.remove(&row.id).unwrap_or_default();
        UserRow {
            billable: row.is_billable(),
            summary: summary(row, groups),
            labels,
            licenses,
            first_due,
        }
    });
    Ok(rows.collect())
}

/// What stands in other tables.
#[derive(Default)]
struct Beside {
    labels: Vec<LabelId>,
    licenses: Vec<LicenseId>,
    first_due: Option<Date>,
}

async fn beside(reader: &mut Reader, users: &[UserId]) -> Result<HashMap<UserId, Beside>, Fault> {
    let mut beside: HashMap<_, Beside> = HashMap::new();
    if users.is_empty() {
        return Ok(beside);
    }
    let select = |text, order| {
        let mut select = sql(text);
        select.push_list(users.iter().copied()).push(order);
        select
    };
    let labels = select(
        "SELECT user_id, label_id FROM user_labels WHERE user_id IN ",
        " ORDER BY user_id, label_id",
    );
    let labels: Vec<Label> = labels.fetch_all(reader).await?;
    for row in labels {
        beside.entry(row.user_id).or_default().labels.push(row.label_id);
    }
    let seats = select(
        "SELECT user_id, license_id FROM seats WHERE returned_at IS NULL AND user_id IN ",
        " ORDER BY user_id, license_id",
    );
    let seats: Vec<Seat> = seats.fetch_all(reader).await?;
    for row in seats {
        beside
            .entry(row.user_id)
            .or_default()
            .licenses
            .push(row.license_id);
    }
    let dues = select(
        "SELECT user_id, MIN(due_date) AS due_date FROM enrollments
         WHERE archived_at IS NULL AND completed_at IS NULL AND due_date IS NOT NULL AND user_id IN ",
        " GROUP BY user_id",
    );
    let dues: Vec<FirstDue> = dues.fetch_all(reader).await?;
    for row in dues {
        beside.entry(row.user_id).or_default().first_due = Some(row.due_date);
    }
    Ok(beside)
}

async fn accessed(
    grant: &Grant<ViewUsers>,
    reader: &mut Reader,
    since: Timestamp,
) -> Result<Vec<(UserId, Timestamp)>, Fault> {
    let mut select = sql("SELECT u.id, u.last_access_at FROM users u WHERE u.organization_id = ");
    select.push_bind(grant.organization());
    grant.push_scope(&mut select);
    select
        .push(" AND ")
        .push(column(reader.kind(), SortBy::LastAccess))
        .push(" >= ")
        .push_bind(since);
    let rows: Vec<Accessed> = select.fetch_all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.last_access_at)).collect())
}
