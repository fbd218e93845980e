//! `rollcall bench`: what things cost beside the least they could cost. For `cargo xtask bench`; the database is spoiled.

pub mod lists;

use clap::ValueEnum;
use std::process::ExitCode;
use store::Store;
use store::bench::{self, Size};

/// What to measure, and how much of it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// All of it if not given.
    #[arg(value_enum)]
    parts: Vec<Part>,
    /// Users in the academy that an empty database is filled with.
    #[arg(long, default_value_t = 100_000)]
    users: i64,
    /// Rows of the imported file.
    #[arg(long, default_value_t = 100_000)]
    rows: u32,
    /// Users who are given a seat, and archived, at once.
    #[arg(long, default_value_t = 10_000)]
    moved: u32,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Part {
    Passwords,
    Lists,
    Import,
    Moves,
}

/// Measures and prints; being slow is no failure.
pub async fn run(store: &Store, args: Args) -> anyhow::Result<ExitCode> {
    let parts = if args.parts.is_empty() {
        Part::value_variants().to_vec()
    } else {
        args.parts
    };
    let size = Size {
        users: args.users,
        rows: args.rows,
        moved: args.moved,
    };
    for part in parts {
        let figures = match part {
            Part::Passwords => bench::passwords(store).await?,
            Part::Lists => lists::measure(store, size.users).await?,
            Part::Import => bench::imports(store, size).await?,
            Part::Moves => bench::moves(store, size).await?,
        };
        println!("{}", bench::table(&figures));
    }
    Ok(ExitCode::SUCCESS)
}
