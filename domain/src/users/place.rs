//! A place in the users list: where a page begins or ends. Pages go by the sort key of a row, not by its number, so that a
//! page far down costs what the first one costs.

use super::{PersonName, SortBy, UserSummary};
use crate::id::UserId;
use crate::text::fold;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// What the list is sorted by name with: the folded last name, then the first.
pub fn sort_name(first_name: &PersonName, last_name: &PersonName) -> String {
    format!("{} {}", fold(last_name.as_str()), fold(first_name.as_str()))
}

/// The row with this sort key and id. Text form `key~id`, for URLs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The sort key: a folded name, or microseconds since 1970.
    pub key: String,
    /// Who, among those with the same key.
    pub id: UserId,
}

impl Cursor {
    /// The place of a user whose folded name is known.
    pub fn of(user: &UserSummary, sort_name: &str, sort: SortBy) -> Self {
        let key = match sort {
            SortBy::Name => sort_name.to_owned(),
            SortBy::Joined => user.joined_at.as_micros().to_string(),
            SortBy::LastAccess => user.accessed_key().as_micros().to_string(),
        };
        Self { key, id: user.id }
    }

    /// The key as a moment, where the list is sorted by one.
    pub fn moment(&self) -> Timestamp {
        Timestamp::from_micros(self.key.parse().unwrap_or(i64::MAX))
    }
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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    pub fn is_backward(&self) -> bool {
        matches!(self, Self::Before(_))
    }
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
