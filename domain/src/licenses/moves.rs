//! Giving seats and taking them back: who is meant, what came of it, and why not.

use super::{SeatStays, Seats};
use crate::id::{CourseId, UserId};
use crate::users::UserFilter;
use serde::{Deserialize, Serialize};

/// Whose seats are meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pick {
    /// These users.
    These(Vec<UserId>),
    /// All that match, as far as they hold a seat or could.
    Matching(UserFilter),
}

/// Seats to give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Give {
    /// To whom.
    pub to: Pick,
    /// With which courses of the license; none means all of them.
    pub courses: Vec<CourseId>,
}

/// What came of giving or taking back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Seats that changed hands.
    pub moved: i64,
    /// Users who were meant and are as they were: given, they hold one already or are archived; taken back, they hold
    /// none, or a started one that stays used.
    pub left: Vec<UserId>,
    /// The license's seats now.
    pub seats: Seats,
}

/// Somebody whose seat could be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdleSeat {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
}

/// Seats of a license that were never started, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct IdleSeats {
    /// How many there are.
    pub count: i64,
    /// The first few.
    pub first: Vec<IdleSeat>,
}

/// Why seats do not change hands. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum SeatsRefused {
    /// There are too few free ones.
    #[error("not enough free seats: {short} short. {} never started and could be taken back", .idle.count)]
    Short {
        /// How many are missing.
        short: i64,
        /// Those that could be taken back.
        idle: IdleSeats,
    },
    /// The license gives no access.
    #[error("the license has ended or is archived: extend it, or choose another one")]
    Over,
    /// All of those meant stay.
    #[error("{0}")]
    Stay(SeatStays),
    /// Nobody of those meant is left to move.
    #[error("somebody else was faster: none of these can be moved any more")]
    Nobody,
    /// A chosen course is not of the license.
    #[error("the license no longer covers a chosen course: choose the courses again")]
    Courses,
}
