//! The parts that every message has, to be filled in by a language.

use crate::time::{Date, Timestamp};

/// What a message says, in one language.
pub(super) struct Words {
    /// Subject.
    pub subject: String,
    /// The first line.
    pub greeting: String,
    /// What it is about.
    pub paragraphs: Vec<String>,
    /// Names and values, such as a username.
    pub facts: Vec<(&'static str, String)>,
    /// What to do.
    pub button: Option<Button>,
    /// What follows, more quietly.
    pub closing: Vec<String>,
    /// Why the person gets this message.
    pub footer: String,
}

/// A link that stands out.
pub(super) struct Button {
    /// Its words.
    pub label: &'static str,
    /// Where it leads.
    pub link: String,
    /// What to do where buttons do not work.
    pub hint: &'static str,
}

/// The words of one message that differ from kind to kind.
#[derive(Default)]
pub(super) struct Body {
    pub subject: String,
    pub paragraphs: Vec<String>,
    pub facts: Vec<(&'static str, String)>,
    pub button: Option<(&'static str, String)>,
    pub closing: Vec<String>,
}

/// The time of day in UTC.
pub(super) fn clock(at: Timestamp) -> String {
    let seconds = (at - Timestamp::start_of(at.date())).as_seconds();
    format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
}

/// The name of a day's month.
pub(super) fn month(names: &[&'static str; 12], date: Date) -> &'static str {
    let place = usize::try_from(date.month() - 1).unwrap_or_default();
    names.get(place).copied().unwrap_or_default()
}
