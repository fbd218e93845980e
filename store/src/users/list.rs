//! The users list: keyset pages of exactly what the filter and the requester's scope allow.

use super::search::push_filter;
use crate::access::Grant;
use crate::db::Kind;
use crate::fault::Fault;
use crate::sql::{Connection, Sql, rows, sql};
use domain::access::{GroupRole, Role, ViewUsers};
use domain::id::{DepartmentId, GroupId, LocationId, UserId};
use domain::time::{Date, Timestamp};
use domain::users::{
    Email, Language, PersonName, Phone, SortBy, UserFilter, UserState, UserStatus, UserSummary, Username,
};
use std::collections::HashMap;

/// A place in the list: the row with this sort key and id. Text form `key~id`, for URLs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    key: String,
    id: UserId,
}

impl Cursor {
    /// Reads the text form; `None` if it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, id) = text.rsplit_once('~')?;
        Some(Self {
            key: key.to_owned(),
            id: id.parse().ok()?,
        })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}~{}", self.key, self.id)
    }
}

/// One page of the list.
#[derive(Debug, Clone)]
pub struct UserPage {
    /// The rows.
    pub users: Vec<UserSummary>,
    /// Where the next page starts, if there is one.
    pub next: Option<Cursor>,
    /// How many match, counted up to [`COUNTED`]; that number means "that many or more".
    pub count: i64,
}

/// Matches are counted up to here: more is not worth a walk through the organization.
pub const COUNTED: i64 = 1000;

rows! {
    struct Listed from "users" {
        id: UserId,
        first_name: PersonName,
        last_name: PersonName,
        sort_name: String,
        email: Option<Email>,
        username: Username,
        phone: Option<Phone>,
        role: Role,
        state: UserState,
        notified_at: Option<Timestamp>,
        first_sign_in_at: Option<Timestamp>,
        deletion_date: Option<Date>,
        location_id: Option<LocationId>,
        department_id: Option<DepartmentId>,
        language: Language,
        joined_at: Timestamp,
        last_access_at: Option<Timestamp>,
    }
    struct Membership from "group_members" { user_id: UserId, group_id: GroupId, role: GroupRole }
}

/// A page of at most `limit` users after `after`.
pub async fn list(
    grant: Grant<ViewUsers>,
    filter: &UserFilter,
    after: Option<&Cursor>,
    limit: i64,
) -> Result<UserPage, Fault> {
    let mut reader = grant.read().await?;
    let kind = reader.kind();
    let mut statement = sql("SELECT u.id, u.first_name, u.last_name, u.sort_name, u.email, u.username, u.phone, u.role, u.state,
        u.notified_at, u.first_sign_in_at, u.deletion_date, u.location_id, u.department_id, u.language, u.joined_at,
        u.last_access_at FROM users u WHERE u.organization_id = ");
    statement.push_bind(grant.organization());
    grant.push_scope(&mut statement);
    push_filter(&mut statement, kind, filter);
    push_order(&mut statement, kind, filter.sort, after);
    statement.push(" LIMIT ").push_bind(limit + 1);
    let mut rows: Vec<Listed> = statement.fetch_all(&mut reader).await?;

    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| cursor_of(row, filter.sort));
    let mut groups = memberships(&mut reader, rows.iter().map(|row| row.id)).await?;
    let count = count(&grant, &mut reader, filter).await?;
    let users = rows.into_iter().map(|row| {
        let groups = groups.remove(&row.id).unwrap_or_default();
        summary(row, groups)
    });
    Ok(UserPage {
        users: users.collect(),
        next,
        count,
    })
}

fn sort_column(kind: Kind, sort: SortBy) -> &'static str {
    match (sort, kind) {
        (SortBy::Name, _) => "u.sort_name",
        (SortBy::Joined, _) => "u.joined_at",
        (SortBy::LastAccess, Kind::Sqlite) => "COALESCE(u.last_access_at, 0)",
        (SortBy::LastAccess, Kind::Postgres) => "COALESCE(u.last_access_at, 'epoch'::TIMESTAMPTZ)",
    }
}

fn push_order(statement: &mut Sql, kind: Kind, sort: SortBy, after: Option<&Cursor>) {
    let column = sort_column(kind, sort);
    let (beyond, order) = match sort {
        SortBy::Name => (" > ", " ASC"),
        SortBy::Joined | SortBy::LastAccess => (" < ", " DESC"),
    };
    if let Some(cursor) = after {
        statement
            .push(" AND (")
            .push(column)
            .push(", u.id)")
            .push(beyond)
            .push("(");
        match sort {
            SortBy::Name => statement.push_bind(cursor.key.as_str()),
            SortBy::Joined | SortBy::LastAccess => {
                statement.push_bind(Timestamp::from_micros(cursor.key.parse().unwrap_or(i64::MAX)))
            }
        };
        statement.push(", ").push_bind(cursor.id).push(")");
    }
    statement
        .push(" ORDER BY ")
        .push(column)
        .push(order)
        .push(", u.id")
        .push(order);
}

fn cursor_of(row: &Listed, sort: SortBy) -> Cursor {
    let micros = |at: Timestamp| at.as_micros().to_string();
    let key = match sort {
        SortBy::Name => row.sort_name.clone(),
        SortBy::Joined => micros(row.joined_at),
        SortBy::LastAccess => micros(row.last_access_at.unwrap_or(Timestamp::from_micros(0))),
    };
    Cursor { key, id: row.id }
}

async fn count(
    grant: &Grant<ViewUsers>,
    reader: &mut crate::Reader,
    filter: &UserFilter,
) -> Result<i64, Fault> {
    let kind = reader.kind();
    let mut statement =
        sql("SELECT COUNT(*) AS value FROM (SELECT 1 FROM users u WHERE u.organization_id = ");
    statement.push_bind(grant.organization());
    grant.push_scope(&mut statement);
    push_filter(&mut statement, kind, filter);
    statement.push(" LIMIT ").push_bind(COUNTED).push(") counted");
    let (count,) = statement.fetch_one(reader).await?;
    Ok(count)
}

/// The groups of some users, in one statement.
async fn memberships(
    on: &mut impl Connection,
    users: impl Iterator<Item = UserId>,
) -> Result<HashMap<UserId, Vec<(GroupId, GroupRole)>>, Fault> {
    let mut statement = sql("SELECT user_id, group_id, role FROM group_members WHERE user_id IN ");
    statement.push_list(users).push(" ORDER BY user_id, group_id");
    let rows: Vec<Membership> = statement.fetch_all(on).await?;
    let mut groups: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        groups
            .entry(row.user_id)
            .or_default()
            .push((row.group_id, row.role));
    }
    Ok(groups)
}

fn summary(row: Listed, groups: Vec<(GroupId, GroupRole)>) -> UserSummary {
    UserSummary {
        id: row.id,
        first_name: row.first_name,
        last_name: row.last_name,
        email: row.email,
        username: row.username,
        phone: row.phone,
        role: row.role,
        status: UserStatus {
            state: row.state,
            notified: row.notified_at.is_some(),
            never_accessed: row.state == UserState::Active && row.first_sign_in_at.is_none(),
            deletion_date: row.deletion_date,
        },
        location: row.location_id,
        department: row.department_id,
        groups,
        language: row.language,
        joined_at: row.joined_at,
        last_access_at: row.last_access_at,
    }
}
