//! Licenses: claiming seats, giving them, taking them back, and the ledger that proves it.
//!
//! A claim is one conditional update, so that no two transactions ever get the same last seat; the ledger lines are in the
//! same transaction, so that counters and ledger cannot part. Locks are taken in one order, users before seats before
//! licenses, so that nobody waits in a circle.

mod allocate;
mod claim;
pub(crate) mod days;
mod edit;
mod enroll;
mod give;
mod ledger;
mod list;
mod people;
mod reserve;
mod start;
mod take_back;

pub(crate) use allocate::courses_of;
pub use allocate::{Holder, allocate};
pub use claim::{ClaimRefused, claim};
pub use edit::{archive, change, create, unarchive};
pub use enroll::{Enroll, enroll};
pub(crate) use enroll::{Open, archive as archive_enrollments, open};
pub use give::give;
pub use ledger::{LedgerLine, history};
pub use list::{CourseBrief, License, courses, get, list, overview, used_lately};
pub use people::{People, RosterPart, Side, people, roster};
pub use reserve::{accept, release, reserve};
pub use start::start;
pub(crate) use take_back::return_seats_of;
pub use take_back::{return_seats, take_back};
