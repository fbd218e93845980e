//! The frame around every page: the document, the console for people who run it, the plain card for strangers.

mod console;
pub(crate) mod document;
mod not_found;
mod start;
mod stranger;

pub use console::ConsoleLayout;
pub use not_found::{NotFound, not_found_status};
pub use start::Start;
pub use stranger::StrangerLayout;
