//! What a learner sees of their own: the courses they can open, their pages, what is due, and their certificates.

mod api;
mod certificate;
mod course;
mod hand_in;
#[cfg(feature = "ssr")]
pub mod markdown;
mod my_courses;
mod standing;
mod watch;

pub use certificate::CertificatePage;
pub use course::MyCoursePage;
pub use my_courses::MyCoursesPage;
pub(crate) use standing::StandingBadge;
