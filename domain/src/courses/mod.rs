//! Courses: where somebody's stands, and what they do in them.

mod activity;
mod standing;

pub use activity::{ActiveDay, Activity, SHOWN_DAYS};
pub use standing::{CourseStanding, MyCourse, UserEnrollment};
