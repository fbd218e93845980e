//! The outbox: messages are queued by the write that causes them ([`crate::Write::commit`]) and sent by workers.
//!
//! A worker takes messages with a lease ([`claim`]), so that any number of processes share one outbox and none sends what
//! another is sending; it makes the letter, minting its secret at that moment ([`prepare`]), and writes down what became
//! of it ([`record`]). If it dies after sending and before writing that down, the message is sent once more when the
//! lease is over, and the first one's link is void. What is kept of a message never holds its secret.

mod console;
mod facts;
mod outbox;
mod password;
mod prepare;

pub(crate) use console::of_invitation;
pub use console::{list, open, resend, reveal, send_test};
pub use outbox::{Claimed, Worker, claim, record};
pub use prepare::{Outgoing, Prepared, prepare};

use crate::secrets::Purpose;
use domain::messages::MessageKind;
use domain::time::Span;

/// How long the link of an activation is valid.
const ACTIVATION: Span = Span::days(7);
/// How long the link of a password reset is valid, from the moment it is sent.
pub(crate) const RESET: Span = Span::hours(2);
/// How long the link that confirms an address is valid.
const CONFIRMATION: Span = Span::days(1);

/// Where the links of messages lead.
#[derive(Debug, Clone)]
pub struct Links {
    base: String,
}

impl Links {
    /// Links to the server that people reach at `public_url`.
    pub fn new(public_url: &str) -> Self {
        Self {
            base: public_url.trim_end_matches('/').to_owned(),
        }
    }

    /// A page.
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The page that takes a secret of this purpose. `token` is its text, or dots.
    pub fn secret(&self, purpose: Purpose, token: &str) -> String {
        let page = match purpose {
            Purpose::Activation => "activate",
            Purpose::Reset => "reset",
            Purpose::Invitation => "register",
            Purpose::LoginLink => "login-link",
            Purpose::EmailChange => "confirm-email",
            Purpose::Session | Purpose::Token => "sign-in",
        };
        format!("{}/{page}/{token}", self.base)
    }
}

/// The purpose of the link a message carries, if it does.
const fn purpose(kind: MessageKind) -> Option<Purpose> {
    match kind {
        MessageKind::Activation => Some(Purpose::Activation),
        MessageKind::Invitation => Some(Purpose::Invitation),
        MessageKind::PasswordReset => Some(Purpose::Reset),
        MessageKind::ConfirmEmail => Some(Purpose::EmailChange),
        _ => None,
    }
}
