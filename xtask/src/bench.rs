//! Measuring: `rollcall bench` of the release build, once on `SQLite`, once on `PostgreSQL`, each on
//! a database that is thrown away. What is measured, and against which floor, is the product's.

use std::fs;

use anyhow::Result;

use crate::postgres::Cluster;
use crate::setup::{self, Piece};
use crate::{build, process, workspace};

/// Runs the named benchmarks, or all, on both databases.
pub fn command(names: &[String]) -> Result<()> {
    build::release()?;
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
