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

pub use passwords::measure as passwords;
pub use samples::{Figure, Samples, table, timed};

use crate::demo::{self, Demo, DemoRefused};
use crate::fault::{Failure, Fault};
use crate::{Requester, Store};

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
pub async fn fill(store: &Store, users: i64) -> Result<(), Fault> {
    match demo::load(store, Demo { users, seed: 1 }, |_| {}).await {
        Ok(_) | Err(Failure::Refused(DemoRefused::NotEmpty)) => Ok(()),
        Err(failure) => Err(broken(failure)),
    }
}

/// Measures the planning and applying of a large import.
pub async fn imports(store: &Store, size: Size) -> Result<Vec<Figure>, Fault> {
    imports::measure(&owner(store, size).await?, size.rows).await
}

/// Measures giving seats to thousands, and archiving them.
pub async fn moves(store: &Store, size: Size) -> Result<Vec<Figure>, Fault> {
    moves::measure(&owner(store, size).await?, size.moved).await
}

/// The owner of a database that is filled.
async fn owner(store: &Store, size: Size) -> Result<Requester, Fault> {
    fill(store, size.users).await?;
    Requester::owner_at_command_line(store)
        .await?
        .ok_or_else(|| Fault::Configuration("the database has no owner".to_owned()))
}

/// Measuring does nothing that could be refused; if it is, that is a fault.
fn broken<R: std::fmt::Display>(failure: Failure<R>) -> Fault {
    match failure {
        Failure::Fault(fault) => fault,
        other => Fault::Configuration(other.to_string()),
    }
}
