//! Where things are: the workspace, its target directory and what a release build leaves there.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the workspace this was started in.
pub fn root() -> PathBuf {
    let manifest =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    manifest.parent().map_or(manifest.clone(), Path::to_path_buf)
}

/// Cargo's target directory; `CARGO_TARGET_DIR` moves it.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The release binary.
pub fn binary() -> PathBuf {
    target().join("release/rollcall")
}

/// What the browser is served. It stays here even when `CARGO_TARGET_DIR` is set: `site-root` of
/// the workspace manifest is relative to the workspace.
pub fn site() -> PathBuf {
    root().join("target/site")
}

/// The Playwright project.
pub fn end2end() -> PathBuf {
    root().join("end2end")
}

/// Whether this runs unattended, where the lock file must not change.
pub fn is_ci() -> bool {
    env::var_os("CI").is_some()
}
