//! What each step runs. Two of them have a file of their own: `crate::build` and [`super::budget`].

use std::process::Command;

use anyhow::{Result, bail};

use crate::postgres::Cluster;
use crate::{process, setup, workspace};

pub fn fmt() -> Result<()> {
    process::run(process::cargo("fmt").args(["--all", "--check"]))
}

pub fn clippy() -> Result<()> {
    let everything = ["--workspace", "--exclude", "frontend", "--all-targets"];
    process::run(quick("clippy").args(everything).args(["--", "-D", "warnings"]))
}

pub fn clippy_wasm() -> Result<()> {
    let browser = [
        "-p",
        "domain",
        "-p",
        "app",
        "-p",
        "frontend",
        "--target",
        "wasm32-unknown-unknown",
    ];
    process::run(quick("clippy").args(browser).args(["--", "-D", "warnings"]))
}

/// Advisories are checked apart from the rest: their database lives elsewhere than the packages, and
/// a machine that cannot reach it must still be able to check everything else.
pub fn deny() -> Result<Option<&'static str>> {
    process::run(process::cargo("deny").args([
        "check",
        "--hide-inclusion-graph",
        "licenses",
        "bans",
        "sources",
    ]))?;
    let fetched = process::cargo("deny")
        .args(["fetch", "db"])
        .env("GIT_TERMINAL_PROMPT", "0")
        .output()?;
    if !fetched.status.success() {
        const NOTE: &str = "ADVISORIES NOT CHECKED: their database cannot be fetched from here";
        println!("\n!! {NOTE}\n{}", String::from_utf8_lossy(&fetched.stderr).trim());
        return Ok(Some(NOTE));
    }
    process::run(process::cargo("deny").args(["check", "advisories", "--disable-fetch"]))?;
    Ok(None)
}

pub fn unit(arguments: &[String]) -> Result<()> {
    let cluster = Cluster::start()?;
    let names_packages = arguments.iter().any(|argument| argument == "-p");
    let everything: &[&str] = if names_packages {
        &[]
    } else {
        &["--workspace", "--exclude", "frontend"]
    };
    process::run(
        quick("test")
            .args(everything)
            .arg("--no-fail-fast")
            .args(arguments)
            .env("ROLLCALL_TEST_POSTGRES", cluster.url())
            .env("ROLLCALL_TEST_SMTP_PYTHON", setup::smtp_python()),
    )
}

pub fn e2e(arguments: &[String]) -> Result<()> {
    if !workspace::binary().is_file() {
        bail!("there is no release build: run `cargo xtask build` first");
    }
    process::run(node("tsc").arg("--noEmit"))?;
    process::run(playwright().args(arguments))
}

/// Playwright on the release build, in the browser that [`setup`] found.
pub fn playwright() -> Command {
    let mut playwright = node("playwright");
    playwright
        .arg("test")
        .env("ROLLCALL_BINARY", workspace::binary())
        .env("ROLLCALL_SITE", workspace::site());
    if let Some(browser) = setup::browser() {
        playwright.env("ROLLCALL_CHROMIUM", browser);
    }
    playwright
}

/// Cargo without incremental artifacts in CI, where nothing is ever built a second time.
fn quick(subcommand: &str) -> Command {
    let mut command = process::cargo(subcommand);
    command.args(process::locked());
    if workspace::is_ci() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

fn node(name: &str) -> Command {
    let mut command = Command::new(setup::node_bin().join(name));
    command.current_dir(workspace::end2end());
    command
}
