//! What several rows of a file say alike: the second line that names a user is refused.

use super::field::Field;
use super::problem::{Code, Problem};
use super::row::Columns;
use super::table::{Row, Table};
use std::collections::HashMap;

/// The columns whose cells must differ from row to row.
const UNIQUE: [Field; 4] = [
    Field::Username,
    Field::Email,
    Field::ExternalId,
    Field::OldUsername,
];

/// For each name in those columns, the first row that has it.
#[derive(Debug)]
pub(super) struct Duplicates {
    first: [HashMap<String, First>; 4],
}

#[derive(Debug, Clone, Copy)]
struct First {
    row: usize,
    line: u32,
}

impl Duplicates {
    pub(super) fn of(table: &Table, columns: &Columns) -> Self {
        let mut first = UNIQUE.map(|_| HashMap::new());
        for (number, row) in table.rows().iter().enumerate() {
            let here = First {
                row: number,
                line: row.line(),
            };
            for (field, names) in UNIQUE.into_iter().zip(&mut first) {
                if let Some(text) = columns.text(row, field) {
                    names.entry(key(field, &text)).or_insert(here);
                }
            }
        }
        Self { first }
    }

    /// Why a row is refused: the names it shares with an earlier one.
    pub(super) fn problem(&self, number: usize, row: &Row, columns: &Columns) -> Option<Problem> {
        UNIQUE.into_iter().zip(&self.first).find_map(|(field, names)| {
            let text = columns.text(row, field)?;
            let first = names.get(&key(field, &text)).filter(|first| first.row < number)?;
            let message = format!("line {} has the same {field}: keep one of the two", first.line);
            Some(Problem::of(field, Code::DuplicateInFile, message).about([&first.line]))
        })
    }

    /// Whether a row names a username of its own, rather than having one made.
    pub(super) fn names_username(&self, key: &str) -> bool {
        let [usernames, ..] = &self.first;
        usernames.contains_key(key)
    }
}

fn key(field: Field, text: &str) -> String {
    if field == Field::ExternalId {
        text.to_owned()
    } else {
        text.to_lowercase()
    }
}
