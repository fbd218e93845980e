//! Chromium: the machine's own where there is one, Debian's, or Playwright's download.

use std::path::PathBuf;

use anyhow::Result;

use super::{debian, node};
use crate::process;

/// The browser's program. `None`: Playwright's own download, which Playwright finds itself.
pub fn executable() -> Option<PathBuf> {
    process::find(&[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ])
}

/// Installs a browser when there is none.
pub fn install() -> Result<()> {
    if executable().is_some() {
        return Ok(());
    }
    if debian::is_possible() {
        return debian::install(&["chromium"]);
    }
    node::packages()?;
    // It does nothing when its browser is there already.
    process::run(process::program(node::bin().join("playwright")).args(["install", "chromium"]))
}
