//! Columns that many rows travel in: a value that repeats is sent once and then meant by its place, ids are bare digits.

use crate::id::Id;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Columns that do not belong together: not what this crate packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a list of people that cannot be read: reload the page")]
pub struct NotPacked;

/// Values seen, each once. Rows mean them by their place, counted from 1; 0 is none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dictionary<T>(Vec<T>);

impl<T> Default for Dictionary<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy + PartialEq> Dictionary<T> {
    /// The place of a value, which it gets if it has none.
    pub fn place(&mut self, value: Option<T>) -> u32 {
        let Some(value) = value else { return 0 };
        let seen = self.0.iter().position(|other| *other == value);
        let at = seen.unwrap_or_else(|| {
            self.0.push(value);
            self.0.len() - 1
        });
        u32::try_from(at + 1).unwrap_or(0)
    }

    /// The places of some values.
    pub fn places(&mut self, values: &[T]) -> Vec<u32> {
        values.iter().map(|value| self.place(Some(*value))).collect()
    }

    /// The value of a place.
    pub fn at(&self, place: u32) -> Result<Option<T>, NotPacked> {
        match (place as usize).checked_sub(1) {
            None => Ok(None),
            Some(at) => self.0.get(at).copied().map(Some).ok_or(NotPacked),
        }
    }

    /// The values of some places.
    pub fn all(&self, places: &[u32]) -> Result<Vec<T>, NotPacked> {
        places
            .iter()
            .map(|place| self.at(*place)?.ok_or(NotPacked))
            .collect()
    }
}

/// Ids, 32 hexadecimal digits each.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digits(String);

impl Digits {
    /// Adds an id.
    pub fn push(&mut self, id: impl Id) {
        self.0.push_str(&id.uuid().simple().to_string());
    }

    /// The id of a row, counted from 0.
    pub fn at<I: Id>(&self, row: usize) -> Result<I, NotPacked> {
        let digits = self.0.get(row * 32..row * 32 + 32).ok_or(NotPacked)?;
        Uuid::try_parse(digits).map(I::from_uuid).map_err(|_| NotPacked)
    }
}

/// Texts, a line each.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lines(String);

impl Lines {
    /// Adds a text; a line break in it becomes a space.
    pub fn push(&mut self, text: &str) {
        self.0
            .extend(text.chars().map(|c| if c == '\n' { ' ' } else { c }));
        self.0.push('\n');
    }

    /// The texts, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split_terminator('\n')
    }
}
