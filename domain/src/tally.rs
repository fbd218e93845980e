//! Numbers that are counted only so far.

use serde::{Deserialize, Serialize};

/// A number that is counted only so far: beyond, it is "that many or more".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// How many were counted.
    pub count: u64,
    /// Whether there may be more.
    pub more: bool,
}

impl Tally {
    /// All there are.
    pub fn exact(count: i64) -> Self {
        Self {
            count: u64::try_from(count).unwrap_or(0),
            more: false,
        }
    }

    /// What was counted by a count that stops at `most`.
    pub fn up_to(most: i64, count: i64) -> Self {
        Self {
            more: count >= most,
            ..Self::exact(count)
        }
    }
}
