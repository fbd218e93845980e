//! A place in the users list: where a page begins or ends. Pages go by the sort key of a row, not by its number, so that a
//! page far down costs what the first one costs.

use crate::db::Kind;
use crate::sql::Sql;
use domain::id::UserId;
use domain::time::Timestamp;
use domain::users::SortBy;

/// The row with this sort key and id. Text form `key~id`, for URLs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub(super) key: String,
    pub(super) id: UserId,
}

impl Cursor {
    /// Reads the text form; `None` if it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, id) = text.rsplit_once('~')?;
        Some(Self {
            // No key holds one, and databases take none in a text.
            key: key.replace('\0', ""),
            id: id.parse().ok()?,
        })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}~{}", self.key, self.id)
    }
}

/// Which page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum PageAt {
    /// The first.
    #[default]
    Start,
    /// The one that begins after this row.
    After(Cursor),
    /// The one that ends before this row.
    Before(Cursor),
}

impl PageAt {
    /// Whether the rows come from the page's end to its beginning.
    pub(super) fn is_backward(&self) -> bool {
        matches!(self, Self::Before(_))
    }
}

fn column(kind: Kind, sort: SortBy) -> &'static str {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_the_url() {
        let text = "o'neil~shaq ann~0192f0c1-0000-7000-8000-000000000001";
        let cursor = Cursor::parse(text).unwrap();
        assert_eq!(cursor.key, "o'neil~shaq ann");
        assert_eq!(cursor.to_string(), text);
        assert_eq!(Cursor::parse("no id"), None);
        assert_eq!(Cursor::parse("key~nothing"), None);
    }
}
