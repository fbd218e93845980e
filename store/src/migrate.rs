//! Migrations: one directory a database, the same steps in both.

use crate::db::Db;
use crate::fault::Fault;
use sqlx::migrate::Migrator;

static SQLITE: Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../migrations/postgres");

impl Db {
    /// Brings the schema up to date. Safe to run at any time and from several processes.
    pub async fn migrate(&self) -> Result<(), Fault> {
        match self {
            Self::Sqlite { writer, .. } => {
                SQLITE.run(writer).await?;
                // Of a new index the planner knows nothing, and takes it for the best there is. So each table with such an index is
                // looked at: some rows of it (0x10), which also keeps no samples of what people are called.
                sqlx::query("PRAGMA optimize = 0x10012").execute(writer).await?;
            }
            Self::Postgres(pool) => POSTGRES.run(pool).await?,
        }
        Ok(())
    }
}
