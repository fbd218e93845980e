//! What a learner sees of their own: the courses they can open, how far they are, and what is due.

mod api;
mod my_courses;
mod standing;

pub use my_courses::MyCoursesPage;
pub(crate) use standing::StandingBadge;
