//! The dashboard.

use crate::text::number;

pub const TITLE: &str = "Dashboard";
pub const PEOPLE: &str = "People";
pub const WAITING: &str = "Waiting for somebody";
pub const BILLABLE_NOTE: &str = "Active, and registered or told of the account";
pub const APPROVALS: &str = "To approve";
pub const EXPIRING: &str = "Invitations that end soon";
pub const ASKED: &str = "Want a new link";
pub const IMPORTS: &str = "Imports under way";
pub const DELETIONS: &str = "Accounts that end within a week";
pub const FAILED: &str = "Messages that failed";
pub const OVERDUE: &str = "People with an overdue course";
pub const LICENSES: &str = "Seats in use";
pub const NO_LICENSES: &str = "No license is valid at present.";
pub const ALL_LICENSES: &str = "All licenses";

pub fn of_cap(cap: u64) -> String {
    format!("of {} places", number(cap))
}

pub fn of_seats(seats: u64) -> String {
    format!("of {} seats", number(seats))
}

/// The text of a chart.
pub fn seats_went(first: i64, last: i64) -> String {
    format!(
        "Seats in use over the last 90 days: from {} to {}",
        number(first.unsigned_abs()),
        number(last.unsigned_abs())
    )
}
