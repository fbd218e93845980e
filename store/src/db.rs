//! The two databases behind one face.
//!
//! SQLite has one writer and several readers in WAL mode; a write takes the lock at its beginning, so that it never
//! fails in the middle for another's sake. PostgreSQL has a pool, shared by any number of processes.

use crate::fault::Fault;
use crate::sql::{Conn, Connection};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction, pool::PoolConnection};
use std::str::FromStr;
use std::time::Duration;

/// Which database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Embedded.
    Sqlite,
    /// A server.
    Postgres,
}

/// A connected database; cheap to clone.
#[derive(Debug, Clone)]
pub enum Db {
    /// Embedded.
    Sqlite {
        /// The one connection that writes.
        writer: SqlitePool,
        /// Connections that read.
        readers: SqlitePool,
    },
    /// A server.
    Postgres(PgPool),
}

/// A connection for reading.
#[derive(Debug)]
pub enum Reader {
    /// Embedded.
    Sqlite(PoolConnection<Sqlite>),
    /// A server.
    Postgres(PoolConnection<Postgres>),
}

/// An open write transaction; dropped without commit, it never happened.
#[derive(Debug)]
pub enum Tx {
    /// Embedded.
    Sqlite(Transaction<'static, Sqlite>),
    /// A server.
    Postgres(Transaction<'static, Postgres>),
}

impl Db {
    /// Connects to `sqlite:PATH` or `postgres://…`.
    pub async fn connect(url: &str) -> Result<Self, Fault> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(url)?;
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .acquire_timeout(Duration::from_secs(30))
                .connect_with(options)
                .await?;
            return Ok(Self::Postgres(pool));
        }
        if !url.starts_with("sqlite:") {
            return Err(Fault::Configuration(format!(
                "not a database: {url}; write sqlite:PATH or postgres://USER@HOST/NAME"
            )));
        }
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(30))
            .pragma("cache_size", "-32768")
            // Pages are read where the system keeps them, up to the most that SQLite maps.
            .pragma("mmap_size", "2147418112")
            .pragma("temp_store", "memory")
            .pragma("secure_delete", "on")
            .optimize_on_close(true, 1000);
        let pool = |connections| {
            SqlitePoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(Duration::from_mins(1))
        };
        let writer = pool(1).connect_with(options.clone()).await?;
        let readers = pool(6).connect_with(options).await?;
        Ok(Self::Sqlite { writer, readers })
    }

    /// Which database it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Sqlite { .. } => Kind::Sqlite,
            Self::Postgres(_) => Kind::Postgres,
        }
    }

    /// A connection for reading.
    pub async fn read(&self) -> Result<Reader, Fault> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Reader::Sqlite(readers.acquire().await?),
            Self::Postgres(pool) => Reader::Postgres(pool.acquire().await?),
        })
    }

    /// Begins a write transaction.
    pub async fn begin(&self) -> Result<Tx, Fault> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Writes SQLite's log into the database file and cuts it to nothing, so that no earlier state of a page is left on the
    /// disk. Whoever reads for longer than a second meanwhile keeps the log until the next time. `PostgreSQL` recycles its
    /// log by itself.
    pub(crate) async fn truncate_log(&self) -> Result<(), Fault> {
        let Self::Sqlite { writer, .. } = self else {
            return Ok(());
        };
        let mut connection = writer.acquire().await?;
        for pragma in [
            "PRAGMA busy_timeout = 1000",
            "PRAGMA wal_checkpoint(TRUNCATE)",
            "PRAGMA busy_timeout = 30000",
        ] {
            sqlx::query(pragma).execute(&mut *connection).await?;
        }
        Ok(())
    }

    /// Closes every connection.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes it so.
    pub async fn commit(self) -> Result<(), Fault> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Lets it go.
    pub async fn rollback(self) -> Result<(), Fault> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await?,
            Self::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

impl Connection for Reader {
    fn connection(&mut self) -> Conn<'_> {
        match self {
            Self::Sqlite(connection) => Conn::Sqlite(connection),
            Self::Postgres(connection) => Conn::Postgres(connection),
        }
    }
}

impl Connection for Tx {
    fn connection(&mut self) -> Conn<'_> {
        match self {
            Self::Sqlite(tx) => Conn::Sqlite(tx),
            Self::Postgres(tx) => Conn::Postgres(tx),
        }
    }
}
