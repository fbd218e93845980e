//! What the commands need on the machine, in pieces.
//!
//! Each piece looks first and does nothing when what it finds will do. What it installs goes where
//! its own installer puts it (cargo's binaries, the system's packages, `end2end/node_modules`), so
//! that another clone finds it. Before anything slow it says what, and roughly for how long.

mod browser;
mod cargo_tools;
mod debian;
mod node;
mod postgres;
mod smtp;

use anyhow::{Context, Result};
use clap::ValueEnum;

pub use browser::executable as browser;
pub use node::bin as node_bin;
pub use postgres::binaries as postgres_binaries;
pub use smtp::python as smtp_python;

/// One thing that can be installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Piece {
    /// Rust's WebAssembly target
    Wasm,
    /// wasm-bindgen, cargo-leptos
    Leptos,
    /// cargo-deny
    Deny,
    /// npm packages: wasm-opt, Playwright, axe
    Node,
    /// Chromium
    Browser,
    /// `PostgreSQL`'s server programs
    Postgres,
    /// An SMTP server to test mail against
    Smtp,
}

/// What a release build needs.
pub const BUILD: [Piece; 3] = [Piece::Wasm, Piece::Leptos, Piece::Node];

/// Installs the named pieces, or all.
pub fn command(pieces: &[Piece]) -> Result<()> {
    if pieces.is_empty() {
        ensure(Piece::value_variants())
    } else {
        ensure(pieces)
    }
}

/// Installs what is missing of these pieces.
pub fn ensure(pieces: &[Piece]) -> Result<()> {
    for piece in pieces {
        match piece {
            Piece::Wasm => cargo_tools::wasm_target(),
            Piece::Leptos => cargo_tools::leptos(),
            Piece::Deny => cargo_tools::deny(),
            Piece::Node => node::packages(),
            Piece::Browser => browser::install(),
            Piece::Postgres => postgres::install(),
            Piece::Smtp => smtp::install(),
        }
        .with_context(|| format!("setting up {piece:?}"))?;
    }
    Ok(())
}
