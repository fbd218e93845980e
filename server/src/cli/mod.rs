//! The command line: one file a command.

mod backup;
pub mod bench;
mod check;
mod demo;
mod export;
mod import;
mod migrate;
mod owner;
mod serve;
mod settings;

use clap::{Parser, Subcommand};
use std::process::ExitCode;
use store::{Clock, Random, Store};

/// Rollcall, the people desk of a learning platform.
#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true)]
pub struct Rollcall {
    /// The database: `sqlite:PATH` or `postgres://USER@HOST/NAME`.
    #[arg(
        long,
        global = true,
        env = "ROLLCALL_DATABASE",
        default_value = "sqlite:data/rollcall.sqlite3",
        hide_env_values = true
    )]
    database: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the console and the learners' pages.
    Serve(serve::Args),
    /// Bring the database's schema up to date, then stop.
    Migrate,
    /// Prove that the data is sound, or name what is not; exit code 1 if anything is wrong.
    Check(check::Args),
    /// Copy the whole database to a file, consistently, while it is served.
    Backup(backup::Args),
    /// Write users to a file that an import reads.
    Export(export::Args),
    /// Fill an empty database with a demo academy.
    Demo(demo::Args),
    /// Import users from a file.
    Import(Box<import::Args>),
    /// Measure what things cost, on a database that is spoiled by it.
    #[command(hide = true)]
    Bench(bench::Args),
    /// Make an owner, or give one a new password.
    Owner(owner::Args),
    /// Show what the organization has decided, or decide anew.
    Settings(settings::Args),
}

/// Runs a command to its end.
pub fn run(rollcall: Rollcall) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async move {
        let store = connect(&rollcall.database).await?;
        let code = match rollcall.command {
            Command::Serve(args) => serve::run(&store, args).await,
            Command::Migrate => migrate::run(&store).await,
            Command::Check(args) => check::run(&store, args).await,
            Command::Backup(args) => backup::run(&store, args).await,
            Command::Export(args) => export::run(&store, args).await,
            Command::Demo(args) => demo::run(&store, args).await,
            Command::Import(args) => import::run(&store, *args).await,
            Command::Bench(args) => bench::run(&store, args).await,
            Command::Owner(args) => owner::run(&store, args).await,
            Command::Settings(args) => settings::run(&store, args).await,
        };
        store.db().close().await;
        code
    })
}

/// Connects and migrates: no command works on an old schema.
async fn connect(database: &str) -> anyhow::Result<Store> {
    if let Some(path) = database.strip_prefix("sqlite:")
        && let Some(directory) = std::path::Path::new(path).parent()
    {
        std::fs::create_dir_all(directory)?;
    }
    let store = Store::connect(database, Clock::System, Random::System).await?;
    store.db().migrate().await?;
    Ok(store)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        Rollcall::command().debug_assert();
    }
}
