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

/// Runs the named benchmarks, or all: those of the product on both databases, `browser` in Chromium.
pub fn command(names: &[String]) -> Result<()> {
    build::release()?;
    let of_product: Vec<String> = names.iter().filter(|name| *name != BROWSER).cloned().collect();
    if names.is_empty() || !of_product.is_empty() {
        on_databases(&of_product)?;
    }
    if names.is_empty() || of_product.len() < names.len() {
        setup::ensure(&[Piece::Browser])?;
        println!("\n── Browser");
        process::run(steps::playwright().args(["--config", "bench.config.ts"]))?;
    }
    Ok(())
}

fn on_databases(names: &[String]) -> Result<()> {
    setup::ensure(&[Piece::Postgres])?;

    println!("\n── SQLite");
    let directory = workspace::target().join("bench");
    if directory.exists() {
        fs::remove_dir_all(&directory)?;
    }
    fs::create_dir_all(&directory)?;
    measure(
        names,
        &format!("sqlite:{}", directory.join("rollcall.sqlite3").display()),
    )?;
    fs::remove_dir_all(&directory)?;

    println!("\n── PostgreSQL");
    let cluster = Cluster::start()?;
    measure(names, &cluster.url())
}

fn measure(names: &[String], database: &str) -> Result<()> {
    process::run(
        process::program(workspace::binary())
            .arg("bench")
            .args(names)
            .args(["--database", database]),
    )
}
