//! What things cost, each figure beside the least it could cost, measured in the same run.
//!
//! A figure by itself says more about the machine than about the code; beside its floor it says how much of the time is the
//! product's own. Nothing here ever fails for being slow. An empty database is filled with the demo academy first, and a
//! database that was measured is good for nothing else.

mod bare;
mod imports;
mod moves;
mod passwords;
mod samples;

pub use samples::{Figure, Samples, table, timed};

use crate::demo::{self, Demo, DemoRefused};
use crate::fault::{Failure, Fault};
use crate::{Requester, Store};

/// What to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Hashing a password.
    Passwords,
    /// Planning and applying a large import.
    Import,
    /// Giving seats to thousands, and archiving them.
    Moves,
}

/// How much of it.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Users in the academy that an empty database is filled with.
    pub users: i64,
    /// Rows of the imported file.
    pub rows: u32,
    /// Users who are moved at once.
    pub moved: u32,
}

/// Fills an empty database with the demo academy; one that is filled is left as it is.
pub async fn fill(store: &Store, size: Size) -> Result<(), Fault> {
    let demo = Demo {
        users: size.users,
        seed: 1,
    };
    match demo::load(store, demo, |_| {}).await {
        Ok(_) | Err(Failure::Refused(DemoRefused::NotEmpty)) => {}
        Err(failure) => return Err(broken(failure)),
    }
    Ok(())
}

/// Measures a part.
pub async fn measure(store: &Store, part: Part, size: Size) -> Result<Vec<Figure>, Fault> {
    if part == Part::Passwords {
        return passwords::measure(store).await;
    }
    fill(store, size).await?;
    let owner = Requester::owner_at_command_line(store)
        .await?
        .ok_or_else(|| Fault::Configuration("the database has no owner".to_owned()))?;
    match part {
        Part::Moves => moves::measure(&owner, size.moved).await,
        Part::Import | Part::Passwords => imports::measure(&owner, size.rows).await,
    }
}

/// Measuring does nothing that could be refused; if it is, that is a fault.
fn broken<R: std::fmt::Display>(failure: Failure<R>) -> Fault {
    match failure {
        Failure::Fault(fault) => fault,
        other => Fault::Configuration(other.to_string()),
    }
}
