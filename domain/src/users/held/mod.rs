//! The users list held whole in the browser, for organizations that are small enough: it filters, sorts and pages without
//! a request, and answers as the server does.
//!
//! The list comes and is refreshed in parts: ranges of ids, each with a digest, so that only what changed travels again.

mod packed;
mod part;

pub use packed::PackedUsers;

use super::{Cursor, PageAt, PreparedFilter, SortBy, UserFilter, UserSummary};
use crate::id::UserId;
use crate::packed::NotPacked;
use crate::time::Timestamp;
use memchr::memmem::Finder;
use part::{Part, Row};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::sync::Arc;

/// The most users that a browser holds.
pub const HELD_MOST: u32 = 20_000;

/// A part that the browser has: every user after the part before it, up to this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownPart {
    /// The last user in it.
    pub until: UserId,
    /// What its users were.
    pub digest: u64,
}

/// What the browser asks: what has changed?
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HeldQuestion {
    /// Only users after this one.
    pub after: Option<UserId>,
    /// The parts it has after that one, in order.
    pub known: Vec<KnownPart>,
    /// When it last asked, if it has the list.
    pub since: Option<Timestamp>,
}

/// A part as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreshPart {
    /// The user before its first; none in the first part.
    pub after: Option<UserId>,
    /// Its last user, and its digest.
    pub part: KnownPart,
    /// Its users; none when all of them are gone.
    pub users: PackedUsers,
}

/// What the server answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum HeldAnswer {
    /// There are more than [`HELD_MOST`].
    TooMany,
    /// What has changed, as far as it fits an answer.
    Changed {
        /// The parts that are not as they were.
        parts: Vec<FreshPart>,
        /// The user to ask on from, while there is more to look at.
        next: Option<UserId>,
        /// Who was here since the question before, and when.
        accessed: Vec<(UserId, Timestamp)>,
        /// When this was so.
        now: Timestamp,
    },
}

/// The list; parts in the order of ids.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// Shared with the list as it was before, while a new one is put together.
    parts: Vec<Arc<Part>>,
    /// Whether parts came or went since everybody was put in order.
    unsettled: bool,
    orders: Orders,
}

/// Everybody, by each order of the list.
#[derive(Debug, Clone, Default)]
struct Orders {
    name: Vec<Place>,
    joined: Vec<Place>,
    accessed: Vec<Place>,
}

/// A row of a part.
#[derive(Debug, Clone, Copy)]
struct Place {
    part: usize,
    row: usize,
}

/// A page, as the server's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPage {
    /// The rows.
    pub users: Vec<UserSummary>,
    /// The first row, if there is a page before it.
    pub previous: Option<Cursor>,
    /// The last row, if there is a page after it.
    pub next: Option<Cursor>,
    /// How many match.
    pub count: usize,
}

impl Held {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.parts.iter().map(|part| part.rows.len()).sum()
    }

    /// The parts after a user, to ask the server about.
    pub fn known(&self, after: Option<UserId>) -> Vec<KnownPart> {
        let parts = self.parts.iter().map(|part| part.known);
        parts.filter(|part| Some(part.until) > after).collect()
    }

    /// Takes a part of the list in place of what was there. Call [`Held::settle`] after the last.
    pub fn take(&mut self, fresh: &FreshPart) -> Result<(), NotPacked> {
        let part = Part::unpack(fresh)?;
        let begin = self
            .parts
            .partition_point(|part| Some(part.known.until) <= fresh.after);
        let end = self
            .parts
            .partition_point(|part| part.known.until <= fresh.part.until);
        self.parts.splice(
            begin..end.max(begin),
            (!part.rows.is_empty()).then(|| Arc::new(part)),
        );
        self.unsettled = true;
        Ok(())
    }

    /// Notes who was here since, and puts everybody in order where that has changed.
    pub fn settle(&mut self, accessed: &[(UserId, Timestamp)]) {
        let mut moved = false;
        for (user, at) in accessed {
            moved |= self.note_access(*user, *at);
        }
        if self.unsettled {
            self.orders.name = self.ordered(|row| (row.sort_name.as_str(), row.id()));
            self.orders.joined = self.ordered(|row| Reverse((row.user.summary.joined_at, row.id())));
        }
        if self.unsettled || moved {
            self.orders.accessed = self.ordered(|row| Reverse((row.user.summary.accessed_key(), row.id())));
        }
        self.unsettled = false;
    }

    /// Notes when somebody was here last; false where that was known.
    fn note_access(&mut self, user: UserId, at: Timestamp) -> bool {
        let part = self.parts.partition_point(|part| part.known.until < user);
        let Some(part) = self.parts.get_mut(part) else {
            return false;
        };
        let Ok(place) = part.rows.binary_search_by_key(&user, Row::id) else {
            return false;
        };
        let is_news = |row: &Row| row.user.summary.last_access_at != Some(at);
        if !part.rows.get(place).is_some_and(is_news) {
            return false;
        }
        if let Some(row) = Arc::make_mut(part).rows.get_mut(place) {
            row.user.summary.last_access_at = Some(at);
        }
        true
    }

    fn ordered<'a, K: Ord>(&'a self, key: impl Fn(&'a Row) -> K) -> Vec<Place> {
        let mut rows = Vec::with_capacity(self.count());
        for (number, part) in self.parts.iter().enumerate() {
            let place = |(row, found)| (found, Place { part: number, row });
            rows.extend(part.rows.iter().enumerate().map(place));
        }
        rows.sort_unstable_by_key(|(row, _)| key(row));
        rows.into_iter().map(|(_, place)| place).collect()
    }

    /// The page that the server would answer with. One that turns out to have nothing before it is the first one, and
    /// full; one that has lost all its rows is the first one too.
    pub fn page(&self, filter: &UserFilter, at: &PageAt, limit: usize) -> HeldPage {
        let found = self.find(&filter.prepared());
        let order = match filter.sort {
            SortBy::Name => &self.orders.name,
            SortBy::Joined => &self.orders.joined,
            SortBy::LastAccess => &self.orders.accessed,
        };
        let is_found =
            |place: &&Place| found.get(place.part).and_then(|part| part.get(place.row)) == Some(&true);
        let matching: Vec<&Place> = order.iter().filter(is_found).collect();
        let is_before = |place: &&Place, cursor: &Cursor| self.is_at_or_before(**place, cursor, filter.sort);
        let (begin, end) = match at {
            PageAt::Start => (0, limit),
            PageAt::After(cursor) => {
                let begin = matching.partition_point(|place| is_before(place, cursor));
                (begin, begin + limit)
            }
            PageAt::Before(cursor) => {
                let after = matching.partition_point(|place| is_before(place, cursor));
                let is_row = |place: &&Place| self.row(**place).is_some_and(|row| row.id() == cursor.id);
                let on_it = matching.get(..after).and_then(<[_]>::last).is_some_and(is_row);
                let end = after - usize::from(on_it);
                (end.saturating_sub(limit), end)
            }
        };
        let lost = match at {
            PageAt::Start => false,
            PageAt::After(_) => begin >= matching.len(),
            PageAt::Before(_) => begin == 0,
        };
        let (begin, end) = if lost { (0, limit) } else { (begin, end) };
        let end = end.min(matching.len());
        let rows: Vec<&Row> = matching
            .get(begin..end)
            .unwrap_or_default()
            .iter()
            .filter_map(|place| self.row(**place))
            .collect();
        let cursor = |row: &&Row| Cursor::of(&row.user.summary, &row.sort_name, filter.sort);
        HeldPage {
            previous: rows.first().filter(|_| begin > 0).map(cursor),
            next: rows.last().filter(|_| end < matching.len()).map(cursor),
            users: rows.iter().map(|row| row.user.summary.clone()).collect(),
            count: matching.len(),
        }
    }

    /// For every row of every part, whether it matches.
    fn find(&self, filter: &PreparedFilter<'_>) -> Vec<Vec<bool>> {
        // The longest word is on the fewest people.
        let longest = filter.needles().iter().max_by_key(|needle| needle.len());
        let finder = longest.map(|needle| Finder::new(needle.as_bytes()));
        self.parts
            .iter()
            .map(|part| part.find(filter, finder.as_ref()))
            .collect()
    }

    fn is_at_or_before(&self, place: Place, cursor: &Cursor, sort: SortBy) -> bool {
        self.row(place).is_some_and(|row| match sort {
            SortBy::Name => (row.sort_name.as_str(), row.id()) <= (cursor.key.as_str(), cursor.id),
            SortBy::Joined => (row.user.summary.joined_at, row.id()) >= (cursor.moment(), cursor.id),
            SortBy::LastAccess => (row.user.summary.accessed_key(), row.id()) >= (cursor.moment(), cursor.id),
        })
    }

    fn row(&self, place: Place) -> Option<&Row> {
        self.parts.get(place.part)?.rows.get(place.row)
    }
}
