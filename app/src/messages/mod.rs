//! The outbox in the console: what was sent to whom, what became of it, and sending it again.

pub mod api;
mod list;
mod one;
mod state;

pub use list::MessagesPage;
pub use one::MessagePage;
pub(crate) use state::StateBadge;
