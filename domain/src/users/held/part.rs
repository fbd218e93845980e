//! A part of the held list: its users, and one text to search them by.

use super::{FreshPart, KnownPart};
use crate::id::UserId;
use crate::packed::NotPacked;
use crate::users::{PreparedFilter, UserRow, UserSummary, search_text, sort_name};
use memchr::memmem::Finder;

/// A range of ids.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) known: KnownPart,
    pub(super) rows: Vec<Row>,
    /// The search texts of its rows, one after another.
    text: String,
    /// Where in it each row's ends.
    ends: Vec<usize>,
}

/// A user, with what the list sorts by.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) user: UserRow,
    pub(super) sort_name: String,
}

impl Part {
    /// From what the server sent.
    pub(super) fn unpack(fresh: &FreshPart) -> Result<Self, NotPacked> {
        let mut text = String::new();
        let mut ends = Vec::new();
        let rows = fresh.users.rows()?.into_iter().map(|user| {
            let UserSummary {
                first_name,
                last_name,
                email,
                username,
                phone,
                ..
            } = &user.summary;
            text.push_str(&search_text(
                first_name,
                last_name,
                email.as_ref(),
                username,
                phone.as_ref(),
            ));
            ends.push(text.len());
            let sort_name = sort_name(first_name, last_name);
            Row { user, sort_name }
        });
        let rows = rows.collect();
        Ok(Self {
            known: fresh.part,
            rows,
            text,
            ends,
        })
    }

    /// For every row, whether it matches. With a word to find, only the rows that hold it are looked at.
    pub(super) fn find(&self, filter: &PreparedFilter<'_>, finder: Option<&Finder<'_>>) -> Vec<bool> {
        let Some(finder) = finder else {
            return self.rows.iter().map(|row| filter.admits(&row.user)).collect();
        };
        let mut found = vec![false; self.rows.len()];
        let (mut row, mut from) = (0, 0);
        while let Some(at) = self
            .text
            .as_bytes()
            .get(from..)
            .and_then(|rest| finder.find(rest))
        {
            let at = from + at;
            while self.ends.get(row).is_some_and(|end| *end <= at) {
                row += 1;
            }
            let begin = row
                .checked_sub(1)
                .and_then(|row| self.ends.get(row))
                .copied()
                .unwrap_or(0);
            let (Some(end), Some(of_row), Some(hit)) =
                (self.ends.get(row), self.rows.get(row), found.get_mut(row))
            else {
                break;
            };
            let search = self.text.get(begin..*end).unwrap_or_default();
            *hit = filter.matches(&of_row.user, search);
            from = *end;
        }
        found
    }
}

impl Row {
    pub(super) fn id(&self) -> UserId {
        self.user.summary.id
    }
}
