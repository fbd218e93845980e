//! What a plan has to know of the organization: the names that occur in the file.
//!
//! The browser sends keys and gets a [`super::Directory`] of the users who answer to them, so that a file of 300 rows
//! asks for 300 people of a million. After an edit it asks for what is new alone ([`Keys::without`]).

use super::field::Field;
use super::mapping::Mapping;
use super::options::Options;
use super::row::Columns;
use super::table::Table;
use crate::users::{Email, ExternalId, Username};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Names by which to look for users, each list sorted and without doubles, in lower case but for external ids.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Keys {
    /// Usernames, former ones and those a new user would get among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub usernames: Vec<String>,
    /// Email addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// Ids in another system.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub external_ids: Vec<String>,
    /// Starts of usernames to be made: wanted are all usernames that are one of these with a number appended.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stems: Vec<String>,
}

impl Keys {
    /// The names in all rows of a table.
    pub fn of(table: &Table, mapping: &Mapping, options: &Options) -> Self {
        Self::of_rows(table, mapping, options, 0..table.rows().len())
    }

    /// The names in some rows.
    pub fn of_rows(table: &Table, mapping: &Mapping, options: &Options, rows: Range<usize>) -> Self {
        let columns = Columns::of(mapping);
        let mut keys = Self::default();
        for row in table.rows().get(rows).unwrap_or_default() {
            let username = columns.text(row, Field::Username);
            for text in [username, columns.text(row, Field::OldUsername)]
                .into_iter()
                .flatten()
            {
                if let Ok(username) = Username::parse(&text) {
                    // People sign in with either, so nobody's username may be another's email.
                    if text.contains('@') {
                        keys.emails.push(username.key());
                    }
                    keys.usernames.push(username.key());
                }
            }
            if let Some(Ok(id)) = columns
                .text(row, Field::ExternalId)
                .map(|text| ExternalId::parse(&text))
            {
                keys.external_ids.push(id.as_str().to_owned());
            }
            let Some(Ok(email)) = columns.text(row, Field::Email).map(|text| Email::parse(&text)) else {
                continue;
            };
            keys.emails.push(email.key());
            if columns.text(row, Field::Username).is_none() {
                if options.email_as_username {
                    keys.usernames.push(Username::from_email(&email).key());
                } else {
                    let stem = Username::from_local_part(&email, None).key();
                    keys.usernames.push(stem.clone());
                    keys.stems.push(stem);
                }
            }
        }
        for list in keys.lists() {
            list.sort_unstable();
            list.dedup();
        }
        keys
    }

    /// Those that are not among `known`.
    #[must_use]
    pub fn without(mut self, known: &Self) -> Self {
        self.usernames
            .retain(|key| known.usernames.binary_search(key).is_err());
        self.emails.retain(|key| known.emails.binary_search(key).is_err());
        self.external_ids
            .retain(|key| known.external_ids.binary_search(key).is_err());
        self.stems.retain(|key| known.stems.binary_search(key).is_err());
        self
    }

    /// These and others.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.usernames.extend(others.usernames);
        self.emails.extend(others.emails);
        self.external_ids.extend(others.external_ids);
        self.stems.extend(others.stems);
        for list in self.lists() {
            list.sort_unstable();
            list.dedup();
        }
        self
    }

    /// Whether there is nothing to ask for.
    pub fn is_empty(&self) -> bool {
        self.usernames.is_empty()
            && self.emails.is_empty()
            && self.external_ids.is_empty()
            && self.stems.is_empty()
    }

    fn lists(&mut self) -> [&mut Vec<String>; 4] {
        [
            &mut self.usernames,
            &mut self.emails,
            &mut self.external_ids,
            &mut self.stems,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(file: &str, options: &Options) -> Keys {
        let table = Table::read(file).unwrap();
        Keys::of(&table, &Mapping::recognize(&table), options)
    }

    #[test]
    fn keys_are_what_users_are_found_by() {
        let file = "username,email,external_id,oldusername\nAnn,a@b.co,7,Anna\n,Bo@b.co,,\n,bo@B.co,x y,\n,nobody,,\n";
        let found = keys(file, &Options::default());
        assert_eq!(found.usernames, ["ann", "anna", "bo@b.co"]);
        assert_eq!(found.emails, ["a@b.co", "bo@b.co"]);
        assert_eq!(found.external_ids, ["7", "x y"]);
        assert!(found.stems.is_empty());
        let short = Options {
            email_as_username: false,
            ..Options::default()
        };
        assert_eq!(keys(file, &short).stems, ["bo"]);
        assert_eq!(keys(file, &short).usernames, ["ann", "anna", "bo"]);
    }

    #[test]
    fn only_new_keys_are_asked_for_after_an_edit() {
        let before = keys("email\na@b.co\nb@b.co\n", &Options::default());
        let after = keys("email\na@b.co\nc@b.co\n", &Options::default());
        let new = after.clone().without(&before);
        assert_eq!(new.emails, ["c@b.co"]);
        assert!(before.clone().without(&before).is_empty());
        assert_eq!(before.and(new).emails, ["a@b.co", "b@b.co", "c@b.co"]);
    }
}
