//! A consistent copy of the whole database while it is in use: `rollcall backup FILE`.
//!
//! SQLite copies one snapshot into a fresh file, which opens like any database. PostgreSQL's own `pg_dump` writes an archive
//! for `pg_restore`. The file appears under its name only when it is whole and on the disk.

use crate::db::Db;
use crate::fault::Fault;
use crate::sql::sql;
use crate::{Reader, Store};
use sqlx::ConnectOptions as _;
use sqlx::PgPool;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use tokio::fs;
use tokio::process::Command;

/// Writes a backup to a file that does not exist yet; returns its size in bytes.
pub async fn backup(store: &Store, file: &Path) -> Result<u64, Fault> {
    refuse_existing(file).await?;
    let partial = partial_name(file)?;
    let written = match store.db() {
        Db::Sqlite { .. } => copy(store.read().await?, &partial).await,
        Db::Postgres(pool) => dump(pool, &partial).await,
    };
    match written {
        Ok(()) => publish(&partial, file).await,
        Err(fault) => {
            // Nothing to remove if nothing was begun.
            let _ = fs::remove_file(&partial).await;
            Err(fault)
        }
    }
}

async fn refuse_existing(file: &Path) -> Result<(), Fault> {
    if fs::try_exists(file).await? {
        let message = format!(
            "{} exists already: choose another name, or move it away",
            file.display()
        );
        return Err(Fault::Configuration(message));
    }
    Ok(())
}

/// Where the backup grows: beside its place, so that moving it there is one step.
fn partial_name(file: &Path) -> Result<PathBuf, Fault> {
    let name = file
        .file_name()
        .ok_or_else(|| Fault::Configuration(format!("{} is not the name of a file", file.display())))?;
    let mut partial = OsString::from(".");
    partial.push(name);
    partial.push(format!(".{}.partial", std::process::id()));
    Ok(file.with_file_name(partial))
}

async fn publish(partial: &Path, file: &Path) -> Result<u64, Fault> {
    let opened = fs::OpenOptions::new().write(true).open(partial).await?;
    opened.sync_all().await?;
    let bytes = opened.metadata().await?.len();
    refuse_existing(file).await?;
    fs::rename(partial, file).await?;
    Ok(bytes)
}

/// Reads one snapshot; whoever writes meanwhile is not held up.
async fn copy(mut reader: Reader, to: &Path) -> Result<(), Fault> {
    let path = to
        .to_str()
        .ok_or_else(|| Fault::Configuration(format!("{} cannot be written as text", to.display())))?;
    sql("VACUUM INTO $1").bind(path).execute(&mut reader).await?;
    Ok(())
}

async fn dump(pool: &PgPool, to: &Path) -> Result<(), Fault> {
    let program = postgres_program("pg_dump").ok_or_else(|| {
        Fault::Configuration(
            "pg_dump was not found: install PostgreSQL's client programs, of the server's version or later, or have the \
             server's own backup do it"
                .to_owned(),
        )
    })?;
    let options = pool.connect_options();
    let host = options
        .get_socket()
        .map_or_else(|| PathBuf::from(options.get_host()), Clone::clone);
    let mut command = Command::new(program);
    command
        .args(["--format=custom", "--no-owner", "--no-password", "--file"])
        .arg(to)
        .arg("--host")
        .arg(host)
        .args([
            "--port",
            &options.get_port().to_string(),
            "--username",
            options.get_username(),
        ])
        .args([
            "--dbname",
            options.get_database().unwrap_or(options.get_username()),
        ])
        .kill_on_drop(true);
    // In the environment, because everybody on the machine can read the arguments of a process.
    if let Some(password) = options.to_url_lossy().password() {
        command.env("PGPASSWORD", percent_decoded(password));
    }
    let output = command.output().await?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(Fault::Configuration(format!("pg_dump failed: {}", said.trim())))
}

/// One of PostgreSQL's programs: on the path, or the newest where Debian keeps those of each version.
pub fn postgres_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path)
        .map(|directory| directory.join(name))
        .find(|program| program.is_file());
    on_path.or_else(|| {
        let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
        let numbered = versions.filter_map(|entry| {
            let number: u32 = entry.file_name().to_str()?.parse().ok()?;
            let program = entry.path().join("bin").join(name);
            program.is_file().then_some((number, program))
        });
        numbered.max().map(|(_, program)| program)
    })
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = match tail {
            [high, low, ..] if *first == b'%' => std::str::from_utf8(&[*high, *low])
                .ok()
                .and_then(|hex| u8::from_str_radix(hex, 16).ok()),
            _ => None,
        };
        bytes.push(escaped.unwrap_or(*first));
        rest = tail
            .get(if escaped.is_some() { 2 } else { 0 }..)
            .unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_comes_out_of_its_url() {
        assert_eq!(percent_decoded("p%40ss%25w%C3%B6rd"), "p@ss%wörd");
        assert_eq!(percent_decoded("100%"), "100%");
    }
}
