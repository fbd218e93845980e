//! The users list: keyset pages of exactly what the filter and the requester's scope allow.

use super::acts::IDS_AT_ONCE;
use super::found::Search;
use super::matching::Matching;
use super::place::{push_order, push_page};
use super::search::push_filter;
use super::way::{Holders, Way, push_users};
use crate::Reader;
use crate::access::Grant;
use crate::fault::Fault;
use crate::sql::{Connection, rows, sql};
use domain::access::{GroupRole, Role, ViewUsers};
use domain::id::{DepartmentId, GroupId, LocationId, UserId};
use domain::tally::Tally;
use domain::time::{Date, Timestamp};
use domain::users::{
    AccountSource, Cursor, Email, Language, PageAt, PersonName, Phone, UserFilter, UserState, UserStatus,
    UserSummary, Username,
};
use std::collections::HashMap;

/// One page of the list.
#[derive(Debug, Clone)]
pub struct UserPage {
    /// The rows.
    pub users: Vec<UserSummary>,
    /// The first row, if there is a page before it.
    pub previous: Option<Cursor>,
    /// The last row, if there is a page after it.
    pub next: Option<Cursor>,
    /// How many match.
    pub count: Tally,
}

rows! {
    pub(super) struct Listed from "users" {
        pub(super) id: UserId,
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
        source: AccountSource,
    }
    struct Ordered from "users" { id: UserId, sort_name: String }
    struct Membership from "group_members" { user_id: UserId, group_id: GroupId, role: GroupRole }
}

macro_rules! columns {
    () => {
        "SELECT u.id, u.first_name, u.last_name, u.sort_name, u.email, u.username, u.phone, u.role, u.state,
            u.notified_at, u.first_sign_in_at, u.deletion_date, u.location_id, u.department_id, u.language, u.joined_at,
            u.last_access_at, u.source"
    };
}

/// The columns of [`Listed`] rows.
pub(super) const COLUMNS: &str = columns!();

/// The statement that reads [`Listed`] rows of an organization.
pub(super) const LISTED: &str = concat!(columns!(), " FROM users u WHERE u.organization_id = ");

/// What is read for a page.
pub(super) struct Part {
    pub(super) rows: Vec<Listed>,
    /// Whether there are more rows in the direction it was read.
    pub(super) more: bool,
    /// How many match, where reading the page has told.
    pub(super) count: Option<Tally>,
}

impl Listed {
    /// Active, and registered by themselves or told of the account.
    pub(super) fn is_billable(&self) -> bool {
        let registered = matches!(self.source, AccountSource::Registered | AccountSource::Invited);
        self.state == UserState::Active && (registered || self.notified_at.is_some())
    }
}

/// A page of at most `limit` users. A page that turns out to have nothing before it is the first one, and full; one that
/// has lost all its rows is the first one too.
pub async fn list(
    grant: Grant<ViewUsers>,
    filter: &UserFilter,
    at: &PageAt,
    limit: i64,
) -> Result<UserPage, Fault> {
    let mut reader = grant.read().await?;
    let matching = Matching::look(&grant, &mut reader, filter).await?;
    let way = matching.way;
    let mut part = page(&grant, &mut reader, filter, way, at, limit).await?;
    let lost = match at {
        PageAt::Start => false,
        PageAt::After(_) => part.rows.is_empty(),
        PageAt::Before(_) => !part.more,
    };
    let mut at = at;
    if lost {
        at = &PageAt::Start;
        part = page(&grant, &mut reader, filter, way, at, limit).await?;
    }
    let Part { rows, more, count } = part;
    let names = (rows.first(), rows.last());
    let names = (
        names.0.map(|row| row.sort_name.clone()),
        names.1.map(|row| row.sort_name.clone()),
    );
    let mut groups = memberships(&mut reader, rows.iter().map(|row| row.id)).await?;
    let count = match count {
        Some(count) => count,
        None => matching.count(&grant, &mut reader, filter).await?,
    };
    let users = rows.into_iter().map(|row| {
        let groups = groups.remove(&row.id).unwrap_or_default();
        summary(row, groups)
    });
    let users: Vec<_> = users.collect();
    let cursor =
        |user: Option<&UserSummary>, name: Option<String>| Some(Cursor::of(user?, &name?, filter.sort));
    let (first, last) = (cursor(users.first(), names.0), cursor(users.last(), names.1));
    let (previous, next) = match at {
        PageAt::Start => (None, last.filter(|_| more)),
        PageAt::After(_) => (first, last.filter(|_| more)),
        PageAt::Before(_) => (first, last),
    };
    Ok(UserPage {
        users,
        previous,
        next,
        count,
    })
}

/// Those of some users who may be seen, by name.
pub async fn in_order(grant: &Grant<ViewUsers>, users: &[UserId]) -> Result<Vec<UserId>, Fault> {
    let mut reader = grant.read().await?;
    let mut found: Vec<Ordered> = Vec::with_capacity(users.len());
    for chunk in users.chunks(IDS_AT_ONCE) {
        let mut select = sql("SELECT u.id, u.sort_name FROM users u WHERE u.organization_id = ");
        select.push_bind(grant.organization());
        grant.push_scope(&mut select);
        select.push(" AND u.id IN ").push_list(chunk.iter().copied());
        found.extend(select.fetch_all(&mut reader).await?);
    }
    found.sort_unstable_by(|a, b| (&a.sort_name, a.id).cmp(&(&b.sort_name, b.id)));
    found.dedup_by_key(|row| row.id);
    Ok(found.into_iter().map(|row| row.id).collect())
}

/// Some users, by name, as far as they may be seen.
pub async fn these(grant: &Grant<ViewUsers>, users: &[UserId]) -> Result<Vec<UserSummary>, Fault> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    let mut reader = grant.read().await?;
    let mut select = sql(LISTED);
    select.push_bind(grant.organization());
    grant.push_scope(&mut select);
    select
        .push(" AND u.id IN ")
        .push_list(users.iter().copied())
        .push(" ORDER BY u.sort_name, u.id");
    let rows: Vec<Listed> = select.fetch_all(&mut reader).await?;
    let mut groups = memberships(&mut reader, users.iter().copied()).await?;
    let users = rows.into_iter().map(|row| {
        let groups = groups.remove(&row.id).unwrap_or_default();
        summary(row, groups)
    });
    Ok(users.collect())
}

/// The rows of a page in the order of the list.
async fn page(
    grant: &Grant<ViewUsers>,
    reader: &mut Reader,
    filter: &UserFilter,
    way: Option<Way>,
    at: &PageAt,
    limit: i64,
) -> Result<Part, Fault> {
    let mut part = match Search::of(grant, filter) {
        Some(search) => search.page(grant, reader, at, limit).await?,
        None => filtered(grant, reader, filter, way, at, limit).await?,
    };
    if at.is_backward() {
        part.rows.reverse();
    }
    Ok(part)
}

/// The rows of a page in the order in which it is read.
async fn filtered(
    grant: &Grant<ViewUsers>,
    reader: &mut Reader,
    filter: &UserFilter,
    way: Option<Way>,
    at: &PageAt,
    limit: i64,
) -> Result<Part, Fault> {
    let kind = reader.kind();
    // Chosen by what indexes hold, so that only the page's own rows are read whole.
    let mut statement = sql(concat!(columns!(), " FROM users u WHERE u.id IN (SELECT u.id"));
    let way = way.map(|way| (way, Holders::All));
    let rest = push_users(&mut statement, kind, grant.organization(), filter, way);
    grant.push_scope(&mut statement);
    push_filter(&mut statement, kind, &rest);
    push_page(&mut statement, kind, filter.sort, at);
    statement.push(" LIMIT ").push_bind(limit + 1).push(")");
    push_order(&mut statement, kind, filter.sort, at);
    let (rows, more) = statement.fetch_page(limit, reader).await?;
    Ok(Part {
        rows,
        more,
        count: None,
    })
}

/// The groups of some users, in one statement.
pub(super) async fn memberships(
    on: &mut impl Connection,
    users: impl Iterator<Item = UserId>,
) -> Result<HashMap<UserId, Vec<(GroupId, GroupRole)>>, Fault> {
    let users: Vec<UserId> = users.collect();
    if users.is_empty() {
        return Ok(HashMap::new());
    }
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

pub(super) fn summary(row: Listed, groups: Vec<(GroupId, GroupRole)>) -> UserSummary {
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
