//! `rollcall demo`: fills an empty database with the demo academy and says how to sign in.

use anyhow::anyhow;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::Instant;
use store::demo::{self, Demo, DemoRefused};
use store::{Failure, Store};

/// How large an academy, and which.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many users, at least 100.
    #[arg(long, default_value_t = 2_000)]
    users: i64,
    /// The same seed gives the same academy.
    #[arg(long, default_value_t = 2_026)]
    seed: u64,
    /// Do nothing, and succeed, if the database is not empty.
    #[arg(long)]
    if_empty: bool,
}

/// Loads the academy.
pub async fn run(store: &Store, args: Args) -> anyhow::Result<ExitCode> {
    let begun = Instant::now();
    let demo = Demo {
        users: args.users,
        seed: args.seed,
    };
    let progress = |users| {
        if args.users > users {
            eprintln!("{users} of {} users", args.users);
        }
    };
    let rows = match demo::load(store, demo, progress).await {
        Ok(rows) => rows,
        Err(Failure::Refused(DemoRefused::NotEmpty)) if args.if_empty => return Ok(ExitCode::SUCCESS),
        Err(failure) => return Err(anyhow!("{failure}")),
    };
    let seconds = begun.elapsed().as_secs_f64();
    let per_second = u32::try_from(rows).map_or(0.0, f64::from) / seconds;
    let mut out = std::io::stdout();
    writeln!(
        out,
        "Harbor Academy: {} users, {rows} rows in {seconds:.1} s, {per_second:.0} rows/s.",
        args.users
    )?;
    writeln!(out, "Sign in, with the password {}, as", demo::PASSWORD)?;
    for staff in demo::STAFF {
        writeln!(out, "  {}", staff.email())?;
    }
    Ok(ExitCode::SUCCESS)
}
