//! `PostgreSQL`'s server programs, which distributions like to keep off `PATH`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::debian;
use crate::process;

/// The directory of `initdb` and `pg_ctl`; of several versions the newest.
pub fn binaries() -> Option<PathBuf> {
    if let Some(initdb) = process::find(&["initdb"]) {
        return fs::canonicalize(initdb).ok()?.parent().map(PathBuf::from);
    }
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(_, bin)| bin.join("initdb").is_file())
        .collect();
    versions.sort();
    versions.pop().map(|(_, bin)| bin)
}

/// Installs them when there are none.
pub fn install() -> Result<()> {
    if binaries().is_some() {
        return Ok(());
    }
    if !debian::is_possible() {
        bail!("no `initdb` on PATH or under /usr/lib/postgresql: install PostgreSQL 15 or later");
    }
    debian::install(&["postgresql"])?;
    binaries()
        .map(drop)
        .context("the package was installed, but there is no `initdb`")
}
