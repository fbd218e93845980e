//! `rollcall check`: proves that the data is sound, or names what is not.

use std::io::Write as _;
use std::process::ExitCode;
use store::Store;
use store::check::{check, check_search_index};

/// What to check beyond the rows, and how to say it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write the findings as JSON: `{"rows":n,"findings":[{"table":…,"column":…,"id":…,"problem":…}],"more":n}`.
    #[arg(long)]
    json: bool,
    /// Also compare SQLite's search index with the users; nobody can write while that goes on.
    #[arg(long)]
    search_index: bool,
}

/// Exit code 0 if the data is sound, 1 if not.
pub async fn run(store: &Store, args: Args) -> anyhow::Result<ExitCode> {
    let mut report = check(store).await?;
    if args.search_index {
        report.findings.extend(check_search_index(store).await?.findings);
    }
    let mut out = std::io::stdout().lock();
    if args.json {
        serde_json::to_writer(&mut out, &report)?;
        writeln!(out)?;
    } else {
        for finding in &report.findings {
            writeln!(
                out,
                "{}.{} of {}: {}",
                finding.table, finding.column, finding.id, finding.problem
            )?;
        }
        if report.is_sound() {
            writeln!(out, "Sound: {} rows checked.", report.rows)?;
        } else {
            let wrong = report.findings.len() as u64 + report.more;
            writeln!(out, "{wrong} found in {} rows.", report.rows)?;
        }
    }
    Ok(if report.is_sound() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
