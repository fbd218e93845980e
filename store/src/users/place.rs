//! The order of the users list and a page's place in it, as SQL.

use crate::db::Kind;
use crate::sql::Sql;
use domain::users::{PageAt, SortBy};

/// What the list is sorted by.
pub(super) fn column(kind: Kind, sort: SortBy) -> &'static str {
    match (sort, kind) {
        (SortBy::Name, _) => "u.sort_name",
        (SortBy::Joined, _) => "u.joined_at",
        (SortBy::LastAccess, Kind::Sqlite) => "COALESCE(u.last_access_at, 0)",
        (SortBy::LastAccess, Kind::Postgres) => "COALESCE(u.last_access_at, 'epoch'::TIMESTAMPTZ)",
    }
}

/// Appends the condition of a page, and its order.
pub(super) fn push_page(statement: &mut Sql, kind: Kind, sort: SortBy, at: &PageAt) {
    if let PageAt::After(cursor) | PageAt::Before(cursor) = at {
        let beyond = if is_ascending(sort, at) { " > " } else { " < " };
        statement
            .push(" AND (")
            .push(column(kind, sort))
            .push(", u.id)")
            .push(beyond)
            .push("(");
        match sort {
            SortBy::Name => statement.push_bind(cursor.key.as_str()),
            SortBy::Joined | SortBy::LastAccess => statement.push_bind(cursor.moment()),
        };
        statement.push(", ").push_bind(cursor.id).push(")");
    }
    push_order(statement, kind, sort, at);
}

/// Appends the order in which a page is read: backward where it is the one before a row.
pub(super) fn push_order(statement: &mut Sql, kind: Kind, sort: SortBy, at: &PageAt) {
    let order = if is_ascending(sort, at) { " ASC" } else { " DESC" };
    statement
        .push(" ORDER BY ")
        .push(column(kind, sort))
        .push(order)
        .push(", u.id")
        .push(order);
}

fn is_ascending(sort: SortBy, at: &PageAt) -> bool {
    (sort == SortBy::Name) != at.is_backward()
}
