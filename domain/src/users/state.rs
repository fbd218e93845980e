//! The states of an account: pending → active → archived → active again. Deletion leaves no account behind.

use super::NotValid;
use serde::{Deserialize, Serialize};

/// Where an account is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserState {
    /// Waits for approval; cannot sign in.
    Pending,
    /// May sign in; counts against the user cap.
    Active,
    /// Cannot sign in; every record is kept; not counted.
    Archived,
}

impl UserState {
    /// Every state, in the order of a life.
    pub const ALL: [Self; 3] = [Self::Pending, Self::Active, Self::Archived];

    /// The word for it in files, URLs and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Archived => "archived",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or(NotValid::new("not a user state: use pending, active or archived"))
    }

    /// The letter for it in packed columns.
    pub(crate) const fn letter(self) -> char {
        match self {
            Self::Pending => 'p',
            Self::Active => 'a',
            Self::Archived => 'x',
        }
    }

    /// Reads the letter.
    pub(crate) fn of_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.letter() == letter)
    }
}

/// What the status column shows of a user: each true member is an icon with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UserStatus {
    /// The state.
    pub state: UserState,
    /// Has been told of the account.
    pub notified: bool,
    /// Active, and has never signed in.
    pub never_accessed: bool,
    /// The day on which the account is deleted or archived by itself.
    pub deletion_date: Option<crate::time::Date>,
}
