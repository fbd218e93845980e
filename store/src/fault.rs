//! What can go wrong: refusals, which a person can do something about, and faults, which they cannot.

use domain::access::Denied;

/// Something broke: the database, or a row that no type allows.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database said so.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// Migrating failed.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A row holds what its type forbids.
    #[error("inconsistent data in {table}.{column} of {id}: {problem}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: String,
        /// The row's id, if it was read.
        id: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A file could not be read or written.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    /// A background thread ended early.
    #[error("a background task ended early: {0}")]
    Task(#[from] tokio::task::JoinError),
    /// A stored document did not parse.
    #[error("stored document: {0}")]
    Document(#[from] serde_json::Error),
    /// The command line or configuration asked for something impossible.
    #[error("{0}")]
    Configuration(String),
}

impl From<csv::Error> for Fault {
    fn from(error: csv::Error) -> Self {
        Self::File(std::io::Error::other(error))
    }
}

impl Fault {
    /// Whether a unique key was in the way: another write, under way at the same time, took what was free when it was
    /// looked for.
    pub fn is_unique_violation(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(error)) if error.is_unique_violation())
    }

    /// The refusal where a unique key was in the way.
    pub(crate) fn or_taken<R>(self, taken: R) -> Failure<R> {
        if self.is_unique_violation() {
            Failure::Refused(taken)
        } else {
            Failure::Fault(self)
        }
    }
}

/// Why a use case did not happen. `R` is the feature's refusal.
#[derive(Debug, thiserror::Error)]
pub enum Failure<R> {
    /// A rule says no, and the person can do something about it.
    #[error("{0}")]
    Refused(R),
    /// The person may not.
    #[error("{0}")]
    Denied(#[from] Denied),
    /// It is not there, or not for this person to see.
    #[error("not found")]
    NotFound,
    /// Something broke.
    #[error("{0}")]
    Fault(#[from] Fault),
}

impl<R> From<sqlx::Error> for Failure<R> {
    fn from(error: sqlx::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl<R> Failure<R> {
    /// The same failure for a feature whose refusal is made from this one's.
    pub fn map<S>(self, refused: impl FnOnce(R) -> S) -> Failure<S> {
        match self {
            Self::Refused(refusal) => Failure::Refused(refused(refusal)),
            Self::Denied(denied) => Failure::Denied(denied),
            Self::NotFound => Failure::NotFound,
            Self::Fault(fault) => Failure::Fault(fault),
        }
    }
}
