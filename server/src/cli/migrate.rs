//! `rollcall migrate`: every command migrates first; this one does nothing else.

use std::process::ExitCode;
use store::Store;

/// Says that the schema is up to date.
#[expect(clippy::unused_async, reason = "commands have one shape")]
pub async fn run(_store: &Store) -> anyhow::Result<ExitCode> {
    println!("The schema is up to date.");
    Ok(ExitCode::SUCCESS)
}
