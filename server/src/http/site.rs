//! Where the files of the site are: scripts, styles, pictures.

use leptos::prelude::LeptosOptions;
use std::path::Path;

/// The site in `directory`, as built by cargo-leptos.
///
/// Names with a fingerprint are used when the list of fingerprints, `hash.txt`, lies beside the binary.
pub fn site(directory: &Path) -> LeptosOptions {
    let hash_files = std::env::current_exe().is_ok_and(|binary| {
        binary
            .parent()
            .is_some_and(|folder| folder.join("hash.txt").exists())
    });
    LeptosOptions::builder()
        .output_name("rollcall")
        .site_root(directory.to_string_lossy())
        .hash_files(hash_files)
        .build()
}
