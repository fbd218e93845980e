//! Invitations as the console lists them.

use super::{InvitationState, InviteRefused};
use crate::access::{Denied, GroupRole, Role};
use crate::id::InvitationId;
use crate::messages::{MessageRow, MessageState};
use crate::time::{Date, Timestamp};
use crate::users::{Email, Language, NotValid};
use serde::{Deserialize, Serialize};

/// What the list says of an invitation: its state and, while it is open, what became of its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationStatus {
    /// The message waits to be sent.
    Queued,
    /// The message was sent, or is kept to be handed over.
    Sent,
    /// The message could not be sent.
    Failed,
    /// Its link was opened.
    Opened,
    /// Its person has registered.
    Accepted,
    /// Its time ran out.
    Expired,
    /// It was taken back.
    Canceled,
    /// A newer one took its place.
    Replaced,
}

impl InvitationStatus {
    /// Every status, in the order of menus.
    pub const ALL: [Self; 8] = [
        Self::Queued,
        Self::Sent,
        Self::Failed,
        Self::Opened,
        Self::Accepted,
        Self::Expired,
        Self::Canceled,
        Self::Replaced,
    ];

    /// The status of an invitation. An open one that was opened arrived, whatever the mail server said.
    pub const fn of(state: InvitationState, opened: bool, message: Option<MessageState>) -> Self {
        match (state, message) {
            (InvitationState::Accepted { .. }, _) => Self::Accepted,
            (InvitationState::Canceled { .. }, _) => Self::Canceled,
            (InvitationState::Replaced { .. }, _) => Self::Replaced,
            (InvitationState::Expired { .. }, _) => Self::Expired,
            (InvitationState::Open { .. }, _) if opened => Self::Opened,
            (InvitationState::Open { .. }, Some(MessageState::Failed)) => Self::Failed,
            (InvitationState::Open { .. }, Some(MessageState::Queued)) => Self::Queued,
            (InvitationState::Open { .. }, Some(MessageState::Sent | MessageState::Kept) | None) => {
                Self::Sent
            }
        }
    }

    /// Whether it still waits to be accepted.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Queued | Self::Sent | Self::Failed | Self::Opened)
    }

    /// The word for it in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Opened => "opened",
            Self::Accepted => "accepted",
            Self::Expired => "expired",
            Self::Canceled => "canceled",
            Self::Replaced => "replaced",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        Self::ALL
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or(NotValid::new("not a status of an invitation"))
    }
}

/// Which invitations are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationFilter {
    /// Of this status only.
    pub status: Option<InvitationStatus>,
    /// Those alone whose person asks for a new link.
    pub asked: bool,
    /// Open ones alone that end soon.
    #[serde(default)]
    pub expiring: bool,
    /// To addresses with this in them, without regard to case.
    pub search: String,
}

/// Which invitations something is done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Which {
    /// These.
    These(Vec<InvitationId>),
    /// Every one that the list shows and the person may deal with.
    Matching(InvitationFilter),
}

/// An invitation in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationRow {
    /// Its id.
    pub id: InvitationId,
    /// Where it went.
    pub email: Email,
    /// Where it is.
    pub status: InvitationStatus,
    /// The role it offers.
    pub role: Role,
    /// The groups it offers, by name.
    pub groups: Vec<String>,
    /// The license it keeps a seat of, by name.
    pub license: Option<String>,
    /// Who invites, if the account still exists.
    pub invited_by: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends, or would have.
    pub expires_at: Timestamp,
    /// When its person opened the link.
    pub opened_at: Option<Timestamp>,
    /// When it was accepted, canceled, replaced or ran out.
    pub ended_at: Option<Timestamp>,
    /// Since when its person waits for a new link.
    pub asked_at: Option<Timestamp>,
    /// Why the one who looks may not send it again or cancel it, if that is so.
    pub out_of_reach: Option<Denied>,
    /// What the mail server answered last.
    pub server_answer: Option<String>,
}

/// An invitation on its own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    /// What the list says of it.
    pub row: InvitationRow,
    /// The role in each of its groups.
    pub group_role: GroupRole,
    /// The language it is written in.
    pub language: Language,
    /// The department it offers, by name.
    pub department: Option<String>,
    /// The label it offers, by name.
    pub label: Option<String>,
    /// The day on which the account would go by itself.
    pub deletion_date: Option<Date>,
    /// The courses of its license that it offers, by title; none named means all of them.
    pub courses: Vec<String>,
    /// Every message about it, the newest first.
    pub messages: Vec<MessageRow>,
}

/// What became of sending several again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resent {
    /// How many went into the outbox.
    pub sent: u64,
    /// The others, and why not.
    pub refused: Vec<(Email, InviteRefused)>,
}
