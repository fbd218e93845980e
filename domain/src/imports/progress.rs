//! An import after its file was taken: its state, how far it is, and why it could not begin.

use super::problem::Problem;
use super::refusal::FileRefused;
use super::report::Totals;
use crate::id::{ImportId, UserId};
use crate::time::Timestamp;
use crate::users::NotValid;
use serde::{Deserialize, Serialize};

/// Where an import is in its life: planned → applying → done → undone. One that cannot go on has failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// Waits to be confirmed; nothing is written.
    Planned,
    /// Confirmed; rows are applied in the background.
    Applying,
    /// Every row is applied or refused.
    Done,
    /// What had not been touched since went back.
    Undone,
    /// It could not go on; what was applied stays.
    Failed,
}

impl ImportState {
    const ALL: [Self; 5] = [
        Self::Planned,
        Self::Applying,
        Self::Done,
        Self::Undone,
        Self::Failed,
    ];

    /// The word for it in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Applying => "applying",
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Failed => "failed",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or(NotValid::new("not a state of an import"))
    }
}

/// An import, briefly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportProgress {
    /// Its id.
    pub id: ImportId,
    /// The name of its file.
    pub file_name: String,
    /// Who imports.
    pub created_by: UserId,
    /// Their name; empty once they are erased.
    pub created_by_name: String,
    /// When the file was taken.
    pub created_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// Its state.
    pub state: ImportState,
    /// Rows of the file.
    pub rows_total: i64,
    /// Rows dealt with so far.
    pub rows_done: i64,
    /// What was planned; once it is done, what became of it.
    pub totals: Totals,
}

/// Why an import is not taken or not begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ImportRefused {
    /// The file cannot be imported.
    #[error("{0}")]
    File(FileRefused),
    /// A setting names what does not exist or does not fit.
    #[error("{}", messages(.0))]
    Settings(Vec<Problem>),
    /// The number of users touched has to be typed first, and was not, or wrongly.
    #[error("this import touches {0} existing users, more than a tenth of all: type {0} to go on")]
    TypeTheCount(u32),
    /// It was begun before.
    #[error("this import was confirmed already")]
    AlreadyConfirmed,
}

fn messages(problems: &[Problem]) -> String {
    let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    messages.join("; ")
}
