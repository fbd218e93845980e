//! Measuring: `rollcall bench` of the release build, once on `SQLite`, once on `PostgreSQL`, each on
//! a database that is thrown away, and then the browser. What is measured, and against which floor, is
//! the product's and `end2end/bench`'s.

use std::fs;

use anyhow::Result;

use crate::postgres::Cluster;
use crate::setup::{self, Piece};
use crate::test::steps;
use crate::{build, process, workspace};

/// What is measured in the browser.
const BROWSER: &str = "browser";

#[derive(Debug, clap::Args)]
pub struct Options {
    /// The benchmarks to run; all of them when none is named
    names: Vec<String>,
    /// Users in the databases that are measured; a million take a quarter of an hour to make
    #[arg(long, default_value_t = 100_000)]
    users: u32,
}

/// Runs the named benchmarks, or all: those of the product on both databases, `browser` in Chromium.
pub fn command(options: &Options) -> Result<()> {
    let names = &options.names;
    build::release()?;
    let of_product: Vec<String> = names.iter().filter(|name| *name != BROWSER).cloned().collect();
    if names.is_empty() || !of_product.is_empty() {
        on_databases(&of_product, options.users)?;
    }
    if names.is_empty() || of_product.len() < names.len() {
        setup::ensure(&[Piece::Browser])?;
        println!("\n── Browser");
        process::run(steps::playwright().args(["--config", "bench.config.ts"]))?;
    }
    Ok(())
}

fn on_databases(names: &[String], users: u32) -> Result<()> {
    setup::ensure(&[Piece::Postgres])?;

    println!("\n── SQLite");
    let directory = workspace::target().join("bench");
    if directory.exists() {
        fs::remove_dir_all(&directory)?;
    }
    fs::create_dir_all(&directory)?;
    let file = directory.join("rollcall.sqlite3");
    measure(names, users, &format!("sqlite:{}", file.display()))?;
    fs::remove_dir_all(&directory)?;

    println!("\n── PostgreSQL");
    let cluster = Cluster::start()?;
    measure(names, users, &cluster.url())
}

fn measure(names: &[String], users: u32, database: &str) -> Result<()> {
    process::run(
        process::program(workspace::binary())
            .arg("bench")
            .args(names)
            .args(["--users", &users.to_string()])
            .args(["--database", database]),
    )
}
