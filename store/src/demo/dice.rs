//! Chance that repeats itself: everything the demo academy leaves to chance comes from one seed.

use crate::Random;
use domain::id::Id;
use domain::time::{Span, Timestamp};
use uuid::Uuid;

/// A seeded source of numbers, choices, moments and ids.
#[derive(Debug)]
pub(super) struct Dice {
    random: Random,
}

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            random: Random::seeded(seed),
        }
    }

    /// Random bytes; not for secrets that anyone relies on.
    pub(super) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        // A seeded source cannot fail.
        let _ = self.random.fill(&mut bytes);
        bytes
    }

    /// A number from 0 up to `n`, without `n`.
    pub(super) fn below(&mut self, n: i64) -> i64 {
        (i64::from_le_bytes(self.bytes()) & i64::MAX) % n.max(1)
    }

    /// Yes in so many of a hundred cases.
    pub(super) fn chance(&mut self, percent: i64) -> bool {
        self.below(100) < percent
    }

    /// One of a list that is not empty.
    #[expect(
        clippy::indexing_slicing,
        reason = "the number is below the length of lists written here, none of them empty"
    )]
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let last = i64::try_from(from.len()).unwrap_or(i64::MAX);
        &from[usize::try_from(self.below(last)).unwrap_or_default()]
    }

    /// A moment from `from` up to `until`; `from` if there is nothing between.
    pub(super) fn moment(&mut self, from: Timestamp, until: Timestamp) -> Timestamp {
        let seconds = (until - from).as_seconds();
        if seconds > 0 {
            from + Span::seconds(self.below(seconds))
        } else {
            from
        }
    }

    /// A fresh id, made at that moment.
    pub(super) fn id<I: Id>(&mut self, at: Timestamp) -> I {
        self.random.id(at)
    }

    /// A fresh key of something that has no id type.
    pub(super) fn uuid(&mut self) -> Uuid {
        uuid::Builder::from_random_bytes(self.bytes()).into_uuid()
    }
}
