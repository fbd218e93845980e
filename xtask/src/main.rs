//! The workshop: `cargo xtask <command>` builds, runs, tests and measures Rollcall.
//!
//! Every command first sees to it that what it needs is there (see [`setup`]), says what it is
//! doing, and leaves nothing running. It is compiled before anything else on a fresh machine, so it
//! keeps to two dependencies; whatever is more than starting programs belongs in the product.

mod bench;
mod build;
mod postgres;
mod process;
mod run;
mod setup;
mod test;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, runs, tests and measures Rollcall")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what the other commands need; they do so themselves, this only does it beforehand
    Setup {
        /// The pieces to install; all of them when none is named
        pieces: Vec<setup::Piece>,
    },
    /// Build for release: `target/release/rollcall` and its site in `target/site`
    Build,
    /// Build for release and serve, with a demo academy when the database is empty
    Run(run::Options),
    /// Serve a development build; rebuild and reload at every change
    Dev,
    /// Everything CI runs
    Test(test::Options),
    /// A private `PostgreSQL` to try things on; it prints its URL and goes away with Ctrl-C
    Postgres,
    /// Measure the release build on SQLite and on PostgreSQL
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Setup { pieces } => setup::command(&pieces),
        Command::Build => build::release(),
        Command::Run(options) => run::serve(&options),
        Command::Dev => run::dev(),
        Command::Test(options) => test::command(&options),
        Command::Postgres => postgres::command(),
        Command::Bench(options) => bench::command(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
