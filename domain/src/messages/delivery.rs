//! Sending: what an attempt came to, and when the next one is.

use crate::time::{Span, Timestamp};

/// How long a worker may keep a message to itself. Longer than sending can take, so that nobody else sends it meanwhile;
/// a worker that died leaves it to the others after this.
pub const LEASE: Span = Span::minutes(3);

/// After so many attempts, spread over two days and a half, a message is given up.
pub const MOST_ATTEMPTS: i64 = 10;

/// What an attempt to send a message came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attempt {
    /// The mail server took it; its answer.
    Sent(String),
    /// There is no mail server: it stays to be read.
    Kept,
    /// Not now, but perhaps later: a 4xx answer, or no answer at all.
    Postponed(String),
    /// Never: a 5xx answer, or it is no longer wanted.
    Refused(String),
}

/// When to try again after `attempts` attempts: after 1, 4, 16, 64 and 256 minutes, then every twelve hours; `None` when
/// it is given up.
pub fn next_attempt(attempts: i64, now: Timestamp) -> Option<Timestamp> {
    if attempts >= MOST_ATTEMPTS {
        return None;
    }
    let step = u32::try_from(attempts.clamp(1, 6) - 1).unwrap_or_default();
    let minutes = 4_i64.pow(step).min(12 * 60);
    Some(now + Span::minutes(minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_move_apart_and_end_after_two_days_and_a_half() {
        let mut now = Timestamp::from_micros(0);
        let mut waits = Vec::new();
        let mut attempts = 1;
        while let Some(next) = next_attempt(attempts, now) {
            waits.push((next - now).as_seconds() / 60);
            now = next;
            attempts += 1;
        }
        assert_eq!(waits, [1, 4, 16, 64, 256, 720, 720, 720, 720]);
        assert_eq!(attempts, MOST_ATTEMPTS);
        assert_eq!(now.date().day(), 3);
    }
}
