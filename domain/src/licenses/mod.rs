//! Licenses and the seats on them: what a seat is, and when it goes back to the pool.

mod form;
mod moves;
mod roster;

pub use form::{LicenseForm, LicenseRefused, LicenseTerms};
pub(crate) use form::{reference, short_text, wrong};
pub use moves::{Give, IdleSeat, IdleSeats, Moved, Pick, SeatsRefused};
pub use roster::{Hold, Roster, RosterEntry};

use crate::time::{Date, Timestamp};
use crate::users::NotValid;
use serde::{Deserialize, Serialize};

/// What happens to a seat whose holder has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LicenseKind {
    /// A started seat stays used.
    Standard,
    /// A seat always returns.
    Reusable,
}

impl LicenseKind {
    /// The word for it in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Reusable => "reusable",
        }
    }
    /// Reads the word.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        [Self::Standard, Self::Reusable]
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(NotValid::new("not a kind of license: use standard or reusable"))
    }
}

/// A license's seats: purchased = allocated + reserved + free, always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seats {
    /// Seats bought.
    pub purchased: i64,
    /// Seats held by users, among them started ones that stay used.
    pub allocated: i64,
    /// Seats kept for open invitations.
    pub reserved: i64,
}

impl Seats {
    /// Seats that can be given.
    pub const fn free(self) -> i64 {
        self.purchased - self.allocated - self.reserved
    }
}

/// Where a license is in its life on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// Starts on a later day.
    Future,
    /// Gives access.
    Current,
    /// Ended.
    Expired,
    /// Put away by hand.
    Archived,
}

/// When a license gives access.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// First day.
    pub valid_from: Date,
    /// Last day.
    pub valid_to: Date,
    /// When it was put away.
    pub archived_at: Option<Timestamp>,
}

impl Term {
    /// The validity on a day.
    pub fn on(self, day: Date) -> Validity {
        if self.archived_at.is_some() {
            Validity::Archived
        } else if day < self.valid_from {
            Validity::Future
        } else if day > self.valid_to {
            Validity::Expired
        } else {
            Validity::Current
        }
    }
}

/// One user's hold on one license.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SeatState {
    /// Held, and no course of the license was opened yet.
    Allocated,
    /// Held, and a course was opened.
    Started {
        /// When the first course was opened.
        at: Timestamp,
    },
    /// Back in the pool.
    Returned {
        /// When it went back.
        at: Timestamp,
    },
}

/// Why a seat cannot be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum SeatStays {
    /// It was started, and the license is standard.
    #[error("the seat was started and stays used: the license is a standard one")]
    Started,
    /// It is back already.
    #[error("the seat is already back in the pool")]
    AlreadyReturned,
}

impl SeatState {
    /// Takes the seat back, if its license's kind allows.
    pub fn take_back(self, kind: LicenseKind, at: Timestamp) -> Result<Self, SeatStays> {
        match (self, kind) {
            (Self::Allocated, _) | (Self::Started { .. }, LicenseKind::Reusable) => Ok(Self::Returned { at }),
            (Self::Started { .. }, LicenseKind::Standard) => Err(SeatStays::Started),
            (Self::Returned { .. }, _) => Err(SeatStays::AlreadyReturned),
        }
    }
}

/// What a line of the seat ledger records, with what it does to the counters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LedgerKind {
    /// A free seat was given: allocated + 1.
    Allocated,
    /// The holder began; nothing moves.
    Started,
    /// A held seat went back: allocated − 1.
    Returned,
    /// A free seat was kept for an invitation: reserved + 1.
    Reserved,
    /// A kept seat was let go: reserved − 1.
    Released,
}

impl LedgerKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Allocated,
        Self::Started,
        Self::Returned,
        Self::Reserved,
        Self::Released,
    ];

    /// The word for it in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allocated => "allocated",
            Self::Started => "started",
            Self::Returned => "returned",
            Self::Reserved => "reserved",
            Self::Released => "released",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(NotValid::new("not a kind of line in the seat ledger"))
    }

    /// Change of (allocated, reserved).
    pub const fn effect(self) -> (i64, i64) {
        match self {
            Self::Allocated => (1, 0),
            Self::Started => (0, 0),
            Self::Returned => (-1, 0),
            Self::Reserved => (0, 1),
            Self::Released => (0, -1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1);

    #[test]
    fn a_started_standard_seat_is_not_returned() {
        let started = SeatState::Started { at: NOW };
        assert_eq!(
            started.take_back(LicenseKind::Standard, NOW),
            Err(SeatStays::Started)
        );
        assert_eq!(
            started.take_back(LicenseKind::Reusable, NOW),
            Ok(SeatState::Returned { at: NOW })
        );
        assert_eq!(
            SeatState::Allocated.take_back(LicenseKind::Standard, NOW),
            Ok(SeatState::Returned { at: NOW })
        );
        let returned = SeatState::Returned { at: NOW };
        assert_eq!(
            returned.take_back(LicenseKind::Reusable, NOW),
            Err(SeatStays::AlreadyReturned)
        );
    }

    #[test]
    fn a_license_gives_access_on_its_last_day() {
        let day = |text| Date::parse(text).unwrap();
        let term = Term {
            valid_from: day("2026-01-01"),
            valid_to: day("2026-12-31"),
            archived_at: None,
        };
        assert_eq!(term.on(day("2025-12-31")), Validity::Future);
        assert_eq!(term.on(day("2026-12-31")), Validity::Current);
        assert_eq!(term.on(day("2027-01-01")), Validity::Expired);
        assert_eq!(
            Term {
                archived_at: Some(NOW),
                ..term
            }
            .on(day("2026-06-01")),
            Validity::Archived
        );
    }
}
