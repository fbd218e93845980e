//! Courses, bundles and events: making and changing them, and who has them.

mod attendees;
mod bundles;
mod due;
mod edit;
mod events;
mod learners;
mod list;

pub use attendees::{attend, attendees, event, events_of, stay_away};
pub use bundles::{bundles, save_bundle};
pub use due::{due, remind};
pub use edit::{archive, change, create};
pub use events::{events, save_event};
pub use learners::learners;
pub use list::{get, list};
