//! What people learn: their own courses, opened, worked through and completed, here or in another system that reports it;
//! what remains of it; and what those see of it who look after them.

mod certificate;
mod course;
mod finish;
mod hand_in;
mod my_courses;
mod of_user;
mod report;
mod spent;
mod submissions;

pub use certificate::certificate;
pub use course::{begin, course};
pub use finish::finish;
pub use hand_in::{HandedIn, hand_in};
pub use my_courses::my_courses;
pub(crate) use of_user::{Found, visible};
pub use of_user::{activity_of, enrollments_of};
pub use report::{report, report_handed_in};
pub use spent::record_time;
pub use submissions::{Submission, submissions_of, submitted};

/// Percent as they are shown; the database holds none beyond 0 to 100.
pub(crate) fn progress(percent: i64) -> u8 {
    u8::try_from(percent.clamp(0, 100)).unwrap_or(0)
}
