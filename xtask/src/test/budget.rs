//! What the browser must download, as it goes over the wire, against its limits.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::workspace;

/// The main bundle, compressed with brotli, in bytes.
const MAIN_WASM_LIMIT: u64 = 250_000;

/// Prints the size of each file of the bundle and refuses a main bundle over its limit.
pub fn check() -> Result<()> {
    let directory = workspace::site().join("pkg");
    let main_wasm = show("main WASM", &directory, "wasm")?;
    show("JS glue", &directory, "js")?;
    show("CSS", &directory, "css")?;
    show_chunks(&directory)?;
    if main_wasm > MAIN_WASM_LIMIT {
        bail!("the main WASM is {main_wasm} bytes in brotli, over its limit of {MAIN_WASM_LIMIT}");
    }
    println!(
        "The main WASM uses {} % of its {MAIN_WASM_LIMIT} bytes.",
        main_wasm * 100 / MAIN_WASM_LIMIT
    );
    Ok(())
}

/// The brotli size of `rollcall.<hash>.<extension>`, shown beside the plain one.
fn show(what: &str, directory: &Path, extension: &str) -> Result<u64> {
    let file = fs::read_dir(directory)
        .with_context(|| {
            format!(
                "{} is missing: run `cargo xtask build` first",
                directory.display()
            )
        })?
        .flatten()
        .map(|entry| entry.path())
        .find(|path| {
            path.extension().is_some_and(|found| found == extension)
                && path
                    .file_name()
                    .is_some_and(|name| name.to_string_lossy().starts_with("rollcall."))
        })
        .with_context(|| format!("there is no {what} in {}", directory.display()))?;
    let plain = fs::metadata(&file)?.len();
    let brotli = fs::metadata(file.with_added_extension("br"))?.len();
    println!("{what:<10} {plain:>9} bytes, brotli {brotli:>8}");
    Ok(brotli)
}

/// What lazy pages load when they are opened: no limit, but worth a look.
fn show_chunks(directory: &Path) -> Result<()> {
    let mut sizes: Vec<u64> = Vec::new();
    for entry in fs::read_dir(directory)?.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.ends_with(".wasm.br") && !name.starts_with("rollcall.") {
            sizes.push(entry.metadata()?.len());
        }
    }
    let largest = sizes.iter().max().unwrap_or(&0);
    println!(
        "{:<10} {:>9} files, brotli {:>8}, the largest {largest}",
        "lazy WASM",
        sizes.len(),
        sizes.iter().sum::<u64>()
    );
    Ok(())
}
