//! What an admin sees first: how many there are of what, and what waits for somebody.
//!
//! What the viewer may not see is `None`, and not shown. Each number is the length of a list that they can open.

use crate::id::LicenseId;
use crate::licenses::Seats;
use crate::tally::Tally;
use crate::time::{Date, Span, Timestamp};
use crate::users::UserState;
use serde::{Deserialize, Serialize};

/// Invitations that end within this time are about to expire.
pub const EXPIRING: Span = Span::days(2);
/// Accounts that go by themselves within so many days are due; their people have had notice.
pub const DELETION_DAYS: i32 = 7;
/// Days that a chart of seats shows.
pub const CHART_DAYS: i32 = 90;

/// The dashboard of one viewer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dashboard {
    /// The day it is.
    pub today: Date,
    /// Users by state, as far as the viewer sees them.
    pub states: Vec<(UserState, Tally)>,
    /// The most active users there may be; for those who see the whole organization.
    pub cap: Option<u64>,
    /// Billable accounts; for those who see the whole organization.
    pub billable: Option<u64>,
    /// Licenses that give access or will, the fullest first.
    pub licenses: Option<Vec<LicenseUse>>,
    /// Pending users, for those who may approve.
    pub approvals: Option<Tally>,
    /// Open invitations that end soon.
    pub expiring: Option<Tally>,
    /// Invitations whose people ask for a new link.
    pub asked: Option<Tally>,
    /// Imports under way.
    pub imports: Option<Tally>,
    /// Users who go by themselves soon.
    pub deletions: Tally,
    /// Messages that were given up.
    pub failed: Option<Tally>,
    /// Users with a course that was due before today.
    pub overdue: Tally,
}

impl Dashboard {
    /// The last day on which an account that is due for deletion goes.
    pub fn deletion_to(&self) -> Date {
        self.today.plus_days(DELETION_DAYS)
    }
    /// The last day on which a course that is overdue was due.
    pub fn due_to(&self) -> Date {
        self.today.plus_days(-1)
    }
}

/// When an invitation that expires from now on is no longer about to.
pub fn expiring_to(now: Timestamp) -> Timestamp {
    now + EXPIRING
}

/// A license, and how its seats were used lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenseUse {
    /// Its id.
    pub id: LicenseId,
    /// Its name.
    pub name: String,
    /// Its seats.
    pub seats: Seats,
    /// The seats in use since a day, each time they changed; the first day is where the chart begins.
    pub days: Vec<(Date, i64)>,
}

impl LicenseUse {
    /// Corners of a line from the first day (0, …) to `today`, in days and seats: seats stay as they are until they change.
    pub fn steps(&self, today: Date) -> Vec<(i32, i64)> {
        let from = today.plus_days(-CHART_DAYS);
        let mut steps: Vec<(i32, i64)> = Vec::new();
        for (day, used) in &self.days {
            let at = day.days_since(from).max(0);
            if let Some((_, before)) = steps.last().copied() {
                steps.push((at, before));
            } else if at > 0 {
                steps.extend([(0, 0), (at, 0)]);
            }
            steps.push((at, *used));
        }
        let last = steps.last().map_or(0, |(_, used)| *used);
        if steps.is_empty() {
            steps.push((0, 0));
        }
        steps.push((CHART_DAYS, last));
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn steps(days: &[(&str, i64)]) -> Vec<(i32, i64)> {
        let license = LicenseUse {
            id: LicenseId::from_uuid(uuid::Uuid::nil()),
            name: "Basics".into(),
            seats: Seats {
                purchased: 10,
                allocated: 0,
                reserved: 0,
            },
            days: days.iter().map(|(text, used)| (day(text), *used)).collect(),
        };
        license.steps(day("2026-04-01"))
    }

    #[test]
    fn seats_stay_as_they_are_until_they_change() {
        assert_eq!(steps(&[]), [(0, 0), (90, 0)]);
        assert_eq!(
            steps(&[("2026-03-22", 4)]),
            [(0, 0), (80, 0), (80, 4), (90, 4)],
            "there were none before the first"
        );
        assert_eq!(
            steps(&[("2025-06-01", 7), ("2026-03-22", 4)]),
            [(0, 7), (80, 7), (80, 4), (90, 4)],
            "what was so before the chart begins is where it begins"
        );
    }

    #[test]
    fn a_count_that_stopped_says_so() {
        assert!(Tally::up_to(1000, 1000).more);
        assert!(!Tally::up_to(1000, 999).more);
    }
}
