//! `cargo xtask test`: everything CI runs, step by step.
//!
//! A failed step does not keep the others from running, unless they need what it should have made;
//! so one run tells all that is wrong. The summary at the end says how each step went and how long
//! it took. `--only` picks steps for one's own loop.

mod budget;
pub mod steps;
mod summary;

use std::time::Instant;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::setup::{self, Piece};
use summary::{Line, Verdict};

/// Which steps to run, and what to tell them.
#[derive(Args)]
pub struct Options {
    /// Only these steps, in their usual order
    #[arg(long, value_delimiter = ',')]
    only: Vec<Step>,
    /// Further arguments for the step, when it is only one: a test's name, `--headed`…
    #[arg(last = true)]
    arguments: Vec<String>,
}

/// A step, in the order of running: the quick ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// Formatting
    Fmt,
    /// Licences, bans, sources and advisories of the dependencies
    Deny,
    /// Clippy on everything that runs on the server
    Clippy,
    /// Clippy on everything that runs in the browser
    ClippyWasm,
    /// Unit and integration tests, on `SQLite` and on a private `PostgreSQL`
    Unit,
    /// The release build
    Build,
    /// What the browser must download, against its limits
    Budget,
    /// Browser journeys against the release build
    E2e,
}

impl Step {
    fn needs(self) -> &'static [Piece] {
        match self {
            Self::Fmt | Self::Clippy => &[],
            Self::Deny => &[Piece::Deny],
            Self::ClippyWasm => &[Piece::Wasm],
            Self::Unit => &[Piece::Postgres, Piece::Smtp],
            Self::Build | Self::Budget => &setup::BUILD,
            Self::E2e => &[Piece::Node, Piece::Browser],
        }
    }

    /// Runs the step; what it could not check, though it passed, is returned for the summary.
    fn run(self, arguments: &[String]) -> Result<Option<&'static str>> {
        setup::ensure(self.needs())?;
        match self {
            Self::Fmt => steps::fmt(),
            Self::Deny => return steps::deny(),
            Self::Clippy => steps::clippy(),
            Self::ClippyWasm => steps::clippy_wasm(),
            Self::Unit => steps::unit(arguments),
            Self::Build => crate::build::release(),
            Self::Budget => budget::check(),
            Self::E2e => steps::e2e(arguments),
        }
        .map(|()| None)
    }

    /// Whether this is pointless without a release build.
    fn follows_build(self) -> bool {
        matches!(self, Self::Budget | Self::E2e)
    }

    fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// Runs the steps and prints the summary.
///
/// # Errors
/// When any step failed.
pub fn command(options: &Options) -> Result<()> {
    let chosen: Vec<Step> = Step::value_variants()
        .iter()
        .copied()
        .filter(|step| options.only.is_empty() || options.only.contains(step))
        .collect();
    if !options.arguments.is_empty() && chosen.len() != 1 {
        bail!("arguments after `--` are for one step: name it with `--only`");
    }

    let mut lines: Vec<Line> = Vec::new();
    let mut failures: Vec<String> = Vec::new();
    // Apart, so that a step's time is its own.
    timed("setup", &mut lines, &mut failures, || {
        install(&chosen).map(|()| None)
    });
    for step in chosen {
        if step.follows_build() && failures.iter().any(|failed| *failed == Step::Build.name()) {
            lines.push(Line::skipped(step.name()));
            continue;
        }
        timed(&step.name(), &mut lines, &mut failures, || {
            step.run(&options.arguments)
        });
    }
    summary::print(&lines);
    if failures.is_empty() {
        Ok(())
    } else {
        bail!("failed: {}", failures.join(", "))
    }
}

fn install(steps: &[Step]) -> Result<()> {
    let mut pieces: Vec<Piece> = steps.iter().flat_map(|step| step.needs()).copied().collect();
    pieces.sort();
    pieces.dedup();
    setup::ensure(&pieces)
}

fn timed(
    name: &str,
    lines: &mut Vec<Line>,
    failures: &mut Vec<String>,
    work: impl FnOnce() -> Result<Option<&'static str>>,
) {
    println!("\n━━ {name} {}", "━".repeat(76_usize.saturating_sub(name.len())));
    let start = Instant::now();
    let outcome = work();
    let time = start.elapsed();
    let (verdict, note) = match outcome {
        Ok(note) => (Verdict::Passed, note),
        Err(error) => {
            println!("{name} failed: {error:#}");
            failures.push(name.to_owned());
            (Verdict::Failed, None)
        }
    };
    lines.push(Line {
        name: name.to_owned(),
        verdict,
        time,
        note,
    });
}
