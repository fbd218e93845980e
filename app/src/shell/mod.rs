//! The frame around every page: the document, the console for people who run it, the plain card for strangers.

mod account;
mod console;
pub(crate) mod document;
mod keys;
mod navigation;
mod not_found;
mod palette;
mod start;
mod stranger;
mod theme;

pub use account::SignOut;
pub(crate) use console::Console;
pub use console::{ConsoleLayout, sign_in_and_back};
pub use not_found::{NotFound, NotThere, no_permission_status};
pub use start::Start;
pub use stranger::StrangerLayout;
