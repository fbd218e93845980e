//! The release build: cargo-leptos makes the browser's bundle, hashes its file names into
//! `hash.txt` beside the binary, compresses the site, then builds the server.

use anyhow::Result;

use crate::{process, setup};

/// Builds `target/release/rollcall` and `target/site`.
pub fn release() -> Result<()> {
    setup::ensure(&setup::BUILD)?;
    process::run(
        leptos("build")?
            .args(["--release", "--split", "--precompress"])
            .args(process::locked().map(|_| "--cargo-locked")),
    )
}

/// cargo-leptos, with `wasm-opt` where it looks for it.
pub fn leptos(subcommand: &str) -> Result<std::process::Command> {
    let mut command = process::cargo("leptos");
    command
        .arg(subcommand)
        .env("PATH", process::path_with(&setup::node_bin())?);
    Ok(command)
}
