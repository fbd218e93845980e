//! Where Rollcall keeps its data.
//!
//! One file or folder a feature, in it the feature's use cases. Reading and writing begin with a [`Grant`], which only a
//! [`Requester`] can give; a write is one transaction that ends in [`Write::commit`] together with its audit entries and
//! messages. The same SQL runs on SQLite and PostgreSQL ([`sql`]).

pub mod access;
pub mod audit;

pub mod backup;
pub mod bench;
pub mod check;
mod column;
pub mod courses;
pub mod dashboard;
mod db;
pub mod demo;

mod environment;
pub mod export;
mod fault;
pub mod groups;
pub mod imports;
pub mod invitations;
pub mod learning;
pub mod licenses;
pub mod links;
pub mod login_links;
pub mod messages;
mod migrate;
pub mod organization;
pub mod owner;
pub mod passwords;
pub mod programs;
pub mod records;
pub mod secrets;
pub mod settings;
pub mod sign_in;
mod sql;
pub mod support;
pub mod testing;
pub mod tokens;

pub mod users;
mod write;

pub use access::{Grant, Requester};
pub use db::{Db, Kind, Reader, Tx};
pub use environment::{Clock, Random};
pub use fault::{Failure, Fault};
pub use sql::{Connection, FromRow, Row, Sql, sql};
pub use write::{Actor, Change, Entry, NewMessage, Write};

/// A handle on the database, the clock and the source of randomness; cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    db: Db,
    clock: Clock,
    random: Random,
    passwords: passwords::Hasher,
}

impl Store {
    /// Connects to `sqlite:PATH` (created if missing) or `postgres://…`. Does not migrate.
    pub async fn connect(url: &str, clock: Clock, random: Random) -> Result<Self, Fault> {
        let db = Db::connect(url).await?;
        Ok(Self {
            db,
            clock,
            random,
            passwords: passwords::Hasher::new(),
        })
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.db
    }
    /// The present moment.
    pub fn now(&self) -> domain::time::Timestamp {
        self.clock.now()
    }
    /// The clock; tests move it.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }
    /// The source of randomness.
    pub fn random(&self) -> &Random {
        &self.random
    }
    /// The password hasher.
    pub fn passwords(&self) -> &passwords::Hasher {
        &self.passwords
    }
    /// A connection for reading.
    pub async fn read(&self) -> Result<Reader, Fault> {
        self.db.read().await
    }
    /// Begins a write by `actor`.
    pub async fn write(
        &self,
        organization: domain::id::OrganizationId,
        actor: Actor,
    ) -> Result<Write, Fault> {
        Write::begin(self, organization, actor).await
    }
}
