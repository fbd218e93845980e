//! The outbox as the console shows it.

use super::{MessageKind, MessageState};
use crate::id::{InvitationId, MessageId, UserId};
use crate::time::Timestamp;
use crate::users::Email;
use serde::{Deserialize, Serialize};

/// Which messages are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageFilter {
    /// Of this state only.
    pub state: Option<MessageState>,
    /// To addresses with this in them, without regard to case.
    pub search: String,
}

/// A message in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageRow {
    /// Its id.
    pub id: MessageId,
    /// What it is about.
    pub kind: MessageKind,
    /// Where to.
    pub recipient: Email,
    /// The user it is to, if it is to one.
    pub user: Option<UserId>,
    /// The invitation it carries, if it does.
    pub invitation: Option<InvitationId>,
    /// Where it is.
    pub state: MessageState,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried next, while it is queued.
    pub next_attempt_at: Timestamp,
    /// When it was queued.
    pub created_at: Timestamp,
    /// When it was sent, kept or given up.
    pub finished_at: Option<Timestamp>,
    /// What the mail server answered last.
    pub server_answer: Option<String>,
}

/// A message, opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageView {
    /// What the list shows of it.
    pub row: MessageRow,
    /// Subject, once it was rendered.
    pub subject: Option<String>,
    /// Its text, with dots where a secret was.
    pub text: Option<String>,
    /// Its HTML, with dots where a secret was.
    pub html: Option<String>,
}

/// Why a message is not sent again, or its secret not shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ResendRefused {
    /// It is on its way already.
    #[error("this message is still waiting to be sent")]
    Queued,
    /// What it says is no longer so.
    #[error("this message is no longer needed: {0}")]
    Moot(String),
    /// Messages that are sent show no secret.
    #[error("only a message that is kept here shows its link: this one was sent by email")]
    NotKept,
    /// There is no secret in it.
    #[error("this message carries no link")]
    NoSecret,
    /// A test message goes to the one who asks.
    #[error("your account has no email address to send a test message to")]
    NoAddress,
}
