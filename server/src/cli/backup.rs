//! `rollcall backup`: a consistent copy of the database, while it is served.

use std::path::PathBuf;
use std::process::ExitCode;
use store::Store;

/// SQLite: the copy is a database like any other. PostgreSQL: it is an archive for `pg_restore`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where to; must not exist yet.
    file: PathBuf,
}

/// Makes the copy.
pub async fn run(store: &Store, args: Args) -> anyhow::Result<ExitCode> {
    let bytes = store::backup::backup(store, &args.file).await?;
    println!("{}: {bytes} bytes.", args.file.display());
    Ok(ExitCode::SUCCESS)
}
