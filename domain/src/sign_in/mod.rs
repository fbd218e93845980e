//! Signing in: what is asked, what is answered, and how often one may try.

mod browser;

pub use browser::browser;

use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// Why somebody is not signed in. An unknown account and a wrong password are one answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum SignInRefused {
    /// No active account with this name and password.
    #[error("this email or username and this password do not belong together")]
    Wrong,
    /// Too many attempts; whole minutes until the next.
    #[error("too many attempts: wait {minutes} minutes, or ask support for a login link")]
    TooMany {
        /// Until then.
        minutes: i64,
    },
}

/// How long sessions last, and how often one may fail.
pub mod limits {
    use super::Span;

    /// A session ends when it was not used for this long.
    pub const IDLE: Span = Span::hours(24);
    /// A session ends this long after signing in, whatever happens.
    pub const ABSOLUTE: Span = Span::days(14);
    /// Attempts are counted in windows of this length.
    pub const WINDOW: Span = Span::minutes(15);
    /// Failures in a window for one account.
    pub const PER_ACCOUNT: i64 = 10;
    /// Failures in a window from one address; a school may share one.
    pub const PER_ADDRESS: i64 = 100;
}

/// Whole minutes until a window of attempts is over, at least 1.
pub fn minutes_until_next(window_started_at: Timestamp, now: Timestamp) -> i64 {
    let left = (window_started_at + limits::WINDOW) - now;
    (left.as_seconds() + 59).max(60) / 60
}
