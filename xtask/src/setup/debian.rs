//! Packages of Debian and its kin, where this runs with the right to install them.

use anyhow::Result;

use crate::process;

/// Whether packages can be installed here without asking anybody.
pub fn is_possible() -> bool {
    process::find(&["apt-get"]).is_some() && process::is_root()
}

/// Installs packages, from a fresh list.
pub fn install(packages: &[&str]) -> Result<()> {
    println!("Installing {} with apt-get, about a minute…", packages.join(", "));
    process::run(process::program("apt-get").args(["update", "--quiet=2"]))?;
    process::run(
        process::program("apt-get")
            .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}
