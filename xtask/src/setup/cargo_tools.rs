//! Cargo's helpers: the WebAssembly target, wasm-bindgen, cargo-leptos and cargo-deny.
//!
//! They are compiled unoptimized where that does not show in use, into one target directory, so
//! that they share what they have in common: with cargo-leptos's own profile alone, more than ten
//! minutes on two cores. Where cargo-binstall is at hand, it fetches them prebuilt instead.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use crate::{process, workspace};

/// A tool from the package registry, at the one version that is known to work.
struct Tool {
    package: &'static str,
    binary: &'static str,
    version: &'static str,
    /// Arguments for `cargo install`, which binstall must not see.
    arguments: &'static [&'static str],
    opt_level: &'static str,
    minutes: u32,
}

const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    binary: "wasm-bindgen",
    // The same as the library's in Cargo.toml: they speak a private format.
    version: "0.2.130",
    // Not locked: its lock file may name versions that a mirror does not serve yet.
    arguments: &[],
    opt_level: "1",
    minutes: 2,
};

const CARGO_LEPTOS: Tool = Tool {
    package: "cargo-leptos",
    binary: "cargo-leptos",
    version: "0.3.10",
    arguments: &["--locked", "--no-default-features", "--features", "no_downloads"],
    opt_level: "0",
    minutes: 5,
};

const CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    binary: "cargo-deny",
    version: "0.20.2",
    arguments: &["--locked"],
    opt_level: "0",
    minutes: 2,
};

/// Rust's WebAssembly target. `rust-toolchain.toml` names it, but rustup only obeys where its
/// automatic installs are on.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let libraries =
        process::answer(process::program("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_some_and(|dir| fs::exists(dir).unwrap_or(false)) {
        return Ok(());
    }
    println!("Installing Rust's {TARGET} target, less than a minute…");
    process::run(process::program("rustup").args(["target", "add", TARGET]))
}

/// What turns Rust into a site.
pub fn leptos() -> Result<()> {
    install(&WASM_BINDGEN)?;
    install(&CARGO_LEPTOS)
}

/// What checks licences, advisories and sources.
pub fn deny() -> Result<()> {
    install(&CARGO_DENY)
}

fn install(tool: &Tool) -> Result<()> {
    if is_there(tool) {
        return Ok(());
    }
    if process::find(&["cargo-binstall"]).is_some() {
        println!(
            "Installing {} {}, less than a minute…",
            tool.package, tool.version
        );
        let wanted = format!("{}@{}", tool.package, tool.version);
        process::run(process::cargo("binstall").args(["--no-confirm", "--force", &wanted]))?;
    } else {
        println!(
            "Installing {} {}, about {} minutes…",
            tool.package, tool.version, tool.minutes
        );
        compile(tool)?;
    }
    if !is_there(tool) {
        bail!(
            "{} {} was installed, but PATH does not lead to it",
            tool.package,
            tool.version
        );
    }
    Ok(())
}

fn compile(tool: &Tool) -> Result<()> {
    let shared = workspace::target().join("tools");
    process::run(
        process::cargo("install")
            .args([
                tool.package,
                "--force",
                "--version",
                &format!("={}", tool.version),
            ])
            .args(tool.arguments)
            .arg("--target-dir")
            .arg(&shared)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level)
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    )
}

fn is_there(tool: &Tool) -> bool {
    process::answer(Command::new(tool.binary).arg("--version"))
        .is_some_and(|answer| answer.split_whitespace().any(|word| word == tool.version))
}
