//! Time and chance, as values: real ones in the product, settable ones in tests.

use domain::id::Id;
use domain::time::{Span, Timestamp};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// Where the present comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The system's clock.
    System,
    /// A clock that moves only when it is told to; Unix microseconds.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock standing at `at`.
    pub fn set_to(at: Timestamp) -> Self {
        Self::Set(Arc::new(AtomicI64::new(at.as_micros())))
    }

    /// The present moment.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the system's clock"
    )]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => {
                let since = std::time::SystemTime::now()
                    .duration_since(std::time::UNIX_EPOCH)
                    .unwrap_or_default();
                Timestamp::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
            }
            Self::Set(at) => Timestamp::from_micros(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a settable clock forward; the system's goes by itself.
    pub fn advance(&self, span: Span) {
        if let Self::Set(at) = self {
            let later = Timestamp::from_micros(at.load(Ordering::SeqCst)) + span;
            at.store(later.as_micros(), Ordering::SeqCst);
        }
    }
}

/// Where ids and secrets come from.
#[derive(Debug, Clone)]
pub enum Random {
    /// The operating system.
    System,
    /// `SplitMix64` from a seed: the same sequence every time, for tests and demo data. Never for secrets.
    Seeded(Arc<AtomicU64>),
}

/// The last time part given out, so that ids made by one process in one millisecond still sort as made.
static LAST_ID: Mutex<(u64, u16)> = Mutex::new((0, 0));

impl Random {
    /// A reproducible source.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(AtomicU64::new(seed)))
    }

    /// Fills a buffer.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the operating system for randomness"
    )]
    pub fn fill(&self, buffer: &mut [u8]) -> Result<(), std::io::Error> {
        match self {
            Self::System => getrandom::fill(buffer).map_err(std::io::Error::other),
            Self::Seeded(state) => {
                for chunk in buffer.chunks_mut(8) {
                    let bytes = split_mix(state).to_le_bytes();
                    chunk.copy_from_slice(bytes.get(..chunk.len()).unwrap_or(&bytes));
                }
                Ok(())
            }
        }
    }

    /// A new id, `UUIDv7` (RFC 9562, with method 1 of section 6.2: a counter in `rand_a` keeps the order within a millisecond).
    pub fn id<T: Id>(&self, now: Timestamp) -> T {
        let mut bits = [0u8; 8];
        // An operating system without randomness cannot run this product; the database's unique keys still hold.
        let _ = self.fill(&mut bits);
        let millis = u64::try_from(now.as_micros() / 1000).unwrap_or(0);
        let (millis, counter) = match self {
            Self::System => next_in_order(millis),
            Self::Seeded(state) => (
                millis,
                u16::try_from(state.load(Ordering::SeqCst) >> 52).unwrap_or(0) & 0x0FFF,
            ),
        };
        let high = (millis << 16) | 0x7000 | u64::from(counter);
        let low = (u64::from_be_bytes(bits) & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000;
        T::from_uuid(Uuid::from_u64_pair(high, low))
    }
}

fn next_in_order(millis: u64) -> (u64, u16) {
    let mut last = LAST_ID.lock().unwrap_or_else(PoisonError::into_inner);
    *last = match *last {
        (time, 0x0FFF) if millis <= time => (time + 1, 0),
        (time, counter) if millis <= time => (time, counter + 1),
        _ => (millis, 0),
    };
    *last
}

fn split_mix(state: &AtomicU64) -> u64 {
    const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut z = state.fetch_add(STEP, Ordering::SeqCst).wrapping_add(STEP);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::id::UserId;

    #[test]
    fn ids_sort_as_they_were_made() {
        let now = Timestamp::from_micros(1_800_000_000_000_000);
        let ids: Vec<UserId> = (0..10_000).map(|_| Random::System.id(now)).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(ids[0].uuid().get_version_num(), 7);
    }

    #[test]
    fn a_seed_gives_the_same_sequence() {
        let now = Timestamp::from_micros(0);
        let make = || {
            let random = Random::seeded(7);
            [random.id::<UserId>(now), random.id(now)]
        };
        assert_eq!(make(), make());
        assert_ne!(make()[0], make()[1]);
    }
}
