//! A mail server that is not ours to test delivery against: Python's aiosmtpd, in a virtual
//! environment of its own.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::debian;
use crate::{process, workspace};

const PACKAGE: &str = "aiosmtpd==1.4.6";

/// The Python that has it.
pub fn python() -> PathBuf {
    workspace::target().join("smtp/bin/python")
}

/// Installs it under the target directory when it is not there.
pub fn install() -> Result<()> {
    let environment = workspace::target().join("smtp");
    let python = python();
    if process::answer(process::program(&python).args(["-c", "import aiosmtpd"])).is_some() {
        return Ok(());
    }
    println!("Installing {PACKAGE}, less than a minute…");
    if process::answer(process::program("python3").args(["-c", "import ensurepip"])).is_none() {
        if !debian::is_possible() {
            bail!("Python 3 with its venv module is missing");
        }
        debian::install(&["python3-venv"])?;
    }
    fs::create_dir_all(workspace::target())?;
    process::run(process::program("python3").args(["-m", "venv"]).arg(&environment))?;
    process::run(process::program(&python).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        PACKAGE,
    ]))
}
