//! The table at the end of a test run.

use std::time::Duration;

/// How a step went.
#[derive(Clone, Copy)]
pub enum Verdict {
    Passed,
    Failed,
    Skipped,
}

/// One step of the table.
pub struct Line {
    pub name: String,
    pub verdict: Verdict,
    pub time: Duration,
    /// What a passed step could not check.
    pub note: Option<&'static str>,
}

impl Line {
    /// A step that could not run for want of an earlier one.
    pub fn skipped(name: String) -> Self {
        Self {
            name,
            verdict: Verdict::Skipped,
            time: Duration::ZERO,
            note: None,
        }
    }
}

/// Prints the table with its total.
pub fn print(lines: &[Line]) {
    println!("\n━━ summary {}", "━".repeat(69));
    for line in lines {
        let verdict = match line.verdict {
            Verdict::Passed => "ok",
            Verdict::Failed => "FAILED",
            Verdict::Skipped => "skipped",
        };
        let note = line.note.map_or_else(String::new, |note| format!("  {note}"));
        println!("{:<12} {verdict:<8} {:>7}{note}", line.name, clock(line.time));
    }
    println!(
        "{:<12} {:<8} {:>7}",
        "total",
        "",
        clock(lines.iter().map(|line| line.time).sum())
    );
}

/// Minutes and seconds.
fn clock(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}
