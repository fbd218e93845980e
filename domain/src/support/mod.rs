//! Helping somebody who calls: what is wrong with their account, found from what is known of it.
//!
//! [`Facts`] are read by the store; [`Facts::findings`] draws the conclusions, the most pressing first.

mod facts;

pub use facts::{Facts, HeldLicense, LastMessage};

use crate::access::Role;
use crate::id::{LicenseId, MessageId, UserId};
use crate::messages::MessageKind;
use crate::time::{Date, Timestamp};
use crate::users::{Email, Phone, UserStatus, UserSummary, Username};
use serde::{Deserialize, Serialize};

/// One person, and what stands in their way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Who.
    pub person: Person,
    /// What is wrong, the most pressing first; empty where nothing was found.
    pub findings: Vec<Finding>,
}

/// Who needs help, as far as support must know to be sure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Whose account.
    pub id: UserId,
    /// First and last name.
    pub name: String,
    /// Email.
    pub email: Option<Email>,
    /// Username.
    pub username: Username,
    /// Phone.
    pub phone: Option<Phone>,
    /// Rank in the organization.
    pub role: Role,
    /// State and what goes with it.
    pub status: UserStatus,
    /// The last time they were here.
    pub last_access_at: Option<Timestamp>,
}

impl From<UserSummary> for Person {
    fn from(user: UserSummary) -> Self {
        Self {
            id: user.id,
            name: format!("{} {}", user.first_name, user.last_name),
            email: user.email,
            username: user.username,
            phone: user.phone,
            role: user.role,
            status: user.status,
            last_access_at: user.last_access_at,
        }
    }
}

/// Something that keeps a person from signing in or learning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Finding {
    /// The account is archived.
    Archived {
        /// Since when.
        since: Option<Timestamp>,
    },
    /// The account waits for approval.
    Pending,
    /// Too many attempts to sign in or to get a link.
    LockedOut {
        /// When the next attempt is possible.
        until: Timestamp,
    },
    /// The last message was given up.
    MailFailed {
        /// Which.
        message: MessageId,
        /// What it was about.
        kind: MessageKind,
        /// What the mail server said.
        answer: Option<String>,
    },
    /// The last message is being tried again.
    MailDelayed {
        /// Which.
        message: MessageId,
        /// What it is about.
        kind: MessageKind,
        /// What the mail server said.
        answer: Option<String>,
    },
    /// There is no address to write to.
    NoEmail,
    /// They have never chosen a password, nor been given one.
    NoPassword,
    /// They have never been here.
    NeverAccessed {
        /// When they were told of the account.
        notified: Option<Timestamp>,
    },
    /// A license they hold a seat of gives no access any more.
    LicenseOver {
        /// Which.
        id: LicenseId,
        /// Its name.
        license: String,
        /// Its last day.
        ended: Date,
    },
    /// A license they hold a seat of gives no access yet.
    LicenseNotBegun {
        /// Its name.
        license: String,
        /// Its first day.
        begins: Date,
    },
    /// They hold no seat and no course.
    NoSeat,
}

/// Why support cannot do what it was about to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum SupportRefused {
    /// Only an active account can sign in.
    #[error("this account is not active, so nobody can sign in to it: approve or reactivate it first")]
    NotActive,
    /// There is nowhere to send to.
    #[error("this account has no email address: make a login link, or add an address")]
    NoEmail,
}
