//! Serving on one's own machine: the release build with demo data, or a development build.

use std::os::unix::process::CommandExt;

use anyhow::{Context, Result};
use clap::Args;

use crate::{build, process, setup, workspace};

/// How to serve.
#[derive(Args)]
pub struct Options {
    /// Start without the demo academy: the first visit is a set-up page
    #[arg(long)]
    empty: bool,
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:3000")]
    listen: String,
    /// The database: `sqlite:PATH` or `postgres://…`
    #[arg(long, default_value = "sqlite:data/rollcall.sqlite3")]
    database: String,
    /// Further arguments for `rollcall serve`
    #[arg(last = true)]
    arguments: Vec<String>,
}

/// Builds for release, fills an empty database unless told not to, and becomes the server.
pub fn serve(options: &Options) -> Result<()> {
    build::release()?;
    if !options.empty {
        process::run(rollcall().args(["demo", "--if-empty", "--database", &options.database]))?;
    }
    let mut server = rollcall();
    server
        .args([
            "serve",
            "--listen",
            &options.listen,
            "--database",
            &options.database,
        ])
        .args(&options.arguments);
    Err(server.exec()).context("cannot start target/release/rollcall")
}

/// Serves a development build, on the same database, and rebuilds it at every change.
pub fn dev() -> Result<()> {
    setup::ensure(&setup::BUILD)?;
    Err(build::leptos("watch")?.args(["--split", "--", "serve"]).exec()).context("cannot start cargo-leptos")
}

fn rollcall() -> std::process::Command {
    process::program(workspace::binary())
}
