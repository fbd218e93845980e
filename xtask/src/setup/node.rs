//! The npm packages of `end2end`: Playwright and axe for the tests, and binaryen's `wasm-opt`,
//! which the build uses (a system's own is often too old for what rustc emits).

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{process, workspace};

/// The directory that holds `wasm-opt` and `playwright`.
pub fn bin() -> PathBuf {
    workspace::end2end().join("node_modules/.bin")
}

/// Installs exactly what the lock file says, when it is not what is installed.
pub fn packages() -> Result<()> {
    let lock =
        fs::read(workspace::end2end().join("package-lock.json")).context("end2end/package-lock.json")?;
    let installed = workspace::end2end().join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        return Ok(());
    }
    if process::find(&["npm"]).is_none() {
        bail!("npm is not on PATH: install Node.js 20 or later");
    }
    println!("Installing npm packages, less than a minute…");
    process::run(
        process::program("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(workspace::end2end())
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
    )?;
    fs::write(&installed, lock).with_context(|| format!("writing {}", installed.display()))
}
