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

/// Appends the condition and the order of a page.
pub(super) fn push_page(statement: &mut Sql, kind: Kind, sort: SortBy, at: &PageAt) {
    let column = column(kind, sort);
    let ascending = (sort == SortBy::Name) != at.is_backward();
    let (beyond, order) = if ascending {
        (" > ", " ASC")
    } else {
        (" < ", " DESC")
    };
    if let PageAt::After(cursor) | PageAt::Before(cursor) = at {
        statement
            .push(" AND (")
            .push(column)
            .push(", u.id)")
            .push(beyond)
            .push("(");
        match sort {
            SortBy::Name => statement.push_bind(cursor.key.as_str()),
            SortBy::Joined | SortBy::LastAccess => statement.push_bind(cursor.moment()),
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
