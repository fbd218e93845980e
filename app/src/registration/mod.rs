//! Registering with an invitation: one page that works without scripts, on a slow phone, once.
//!
//! It is rendered on the server alone and never loads the bundle; a script of its own, small and in the page itself, says what
//! is wrong as a field is left, how strong the password is, and keeps a draft on the device.

mod ask;
mod document;
mod form;
mod says;

pub use document::document;

use domain::messages::LinkState;
use store::invitations::{SelfRegistration, Welcome};

/// What the page of an invitation's link shows, found out by the server before it renders.
#[derive(Debug, Clone)]
pub enum Shown {
    /// The form.
    Form(Welcome),
    /// The field for an address, of somebody who registers by themselves.
    Ask(SelfRegistration),
    /// That a link is on its way, if it may be.
    Sent,
    /// What became of the invitation.
    Closed(LinkState),
    /// That a new invitation was asked for.
    Asked,
}
