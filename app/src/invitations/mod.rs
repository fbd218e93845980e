//! Invitations in the console: inviting, the list of what became of it, and one invitation with its messages.

mod acts;
pub mod api;
mod invite;
mod list;
mod one;
mod status;

pub(crate) use acts::{ActDialogs, Acts};
pub use invite::InvitePage;
pub use list::InvitationsPage;
pub(crate) use one::Buttons;
pub use one::InvitationPage;
pub(crate) use status::{Ends, Status};
