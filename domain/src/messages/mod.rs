//! Emails: what kinds there are, the states of one in the outbox, when it is tried again, and what it says.
//!
//! A [`Letter`] is everything a message says, in one language; [`Letter::render`] makes subject, text and HTML of it. The
//! words of a language stand in one file.

mod de;
mod delivery;
mod en;
mod es;
mod fr;
mod html;
mod letter;
mod link;
mod list;
#[cfg(test)]
mod tests;
mod words;

pub use delivery::{Attempt, LEASE, MOST_ATTEMPTS, next_attempt};
pub use letter::{Content, Letter, Rendered};
pub use link::{LinkRefused, LinkState};
pub use list::{MessageFilter, MessageRow, MessageView, ResendRefused};

use crate::users::NotValid;
use serde::{Deserialize, Serialize};

/// What a message is about; the worker renders it, minting any secret it carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// The account exists; a generated password is inside, to be changed at the first sign-in.
    GeneratedPassword,
    /// The account exists; a link to choose a password is inside.
    Activation,
    /// The account was approved or created; nothing secret is inside.
    AccountReady,
    /// An offer to register.
    Invitation,
    /// A link to choose a new password.
    PasswordReset,
    /// The password was changed.
    PasswordChanged,
    /// The email address was changed; to the old one.
    EmailChanged,
    /// A link to confirm a new email address; to the new one.
    ConfirmEmail,
    /// A login link was used.
    LoginLinkUsed,
    /// The account goes in a week.
    DeletionNotice,
    /// A course is due.
    CourseDue,
    /// Somebody asks for a new invitation; to the inviter.
    InvitationAskedAgain,
    /// A message to test the settings.
    Test,
}

impl MessageKind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::GeneratedPassword,
        Self::Activation,
        Self::AccountReady,
        Self::Invitation,
        Self::PasswordReset,
        Self::PasswordChanged,
        Self::EmailChanged,
        Self::ConfirmEmail,
        Self::LoginLinkUsed,
        Self::DeletionNotice,
        Self::CourseDue,
        Self::InvitationAskedAgain,
        Self::Test,
    ];

    /// The word for it in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::GeneratedPassword => "generated_password",
            Self::Activation => "activation",
            Self::AccountReady => "account_ready",
            Self::Invitation => "invitation",
            Self::PasswordReset => "password_reset",
            Self::PasswordChanged => "password_changed",
            Self::EmailChanged => "email_changed",
            Self::ConfirmEmail => "confirm_email",
            Self::LoginLinkUsed => "login_link_used",
            Self::DeletionNotice => "deletion_notice",
            Self::CourseDue => "course_due",
            Self::InvitationAskedAgain => "invitation_asked_again",
            Self::Test => "test",
        }
    }

    /// Whether it carries a secret, which is minted at sending.
    pub const fn carries_secret(self) -> bool {
        matches!(
            self,
            Self::GeneratedPassword
                | Self::Activation
                | Self::Invitation
                | Self::PasswordReset
                | Self::ConfirmEmail
        )
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(NotValid::new("not a kind of message"))
    }
}

/// Where a message is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// Waits to be sent, for the first time or again.
    Queued,
    /// The mail server took it.
    Sent,
    /// No mail server is configured: to be read in the console.
    Kept,
    /// Given up; the mail server's answer says why.
    Failed,
}

impl MessageState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Queued, Self::Sent, Self::Kept, Self::Failed];

    /// The word for it in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Kept => "kept",
            Self::Failed => "failed",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or(NotValid::new("not a state of a message"))
    }
}
