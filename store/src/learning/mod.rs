//! What people learn: their own courses, and what those see of it who look after them.

mod my_courses;
mod of_user;
mod submissions;

pub use my_courses::my_courses;
pub use of_user::{activity_of, enrollments_of};
pub use submissions::{Submission, submissions_of, submitted};
