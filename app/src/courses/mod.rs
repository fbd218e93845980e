//! Courses, bundles and events: what there is to learn, who has it, what is due, and what remains of it.

mod api;
mod attending;
mod bundles;
mod due;
mod event;
mod events;
mod form;
mod list;
mod one;
mod records;
mod tabs;

pub(crate) use attending::{MyEvents, UserEvents};
pub use bundles::BundlesPage;
pub use due::DuePage;
pub use event::EventPage;
pub use events::EventsPage;
pub use form::{ChangeCoursePage, NewCoursePage};
pub use list::CoursesPage;
pub use one::CoursePage;
pub use records::RecordsPage;

use crate::session::viewer;
use crate::t;
use domain::access::ManageCourses;

/// Where training records are had as a file: `format`, `q` and `course`.
pub const EXPORT: &str = "/records/export";

/// Why the viewer may not change courses, if they may not.
fn may_not_manage() -> Option<String> {
    let denied = viewer()?.standing.permits::<ManageCourses>().err()?;
    Some(t!(problems::denied(&denied)))
}
