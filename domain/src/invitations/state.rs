//! The life of one invitation. A closed one never opens again; sending it anew makes another.

use crate::id::UserId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Where an invitation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvitationState {
    /// Waits to be accepted.
    Open {
        /// Until then.
        expires_at: Timestamp,
    },
    /// Its person has registered.
    Accepted {
        /// When.
        at: Timestamp,
        /// As whom; none if the account is gone.
        user: Option<UserId>,
    },
    /// Taken back.
    Canceled {
        /// When.
        at: Timestamp,
    },
    /// A newer one to the same address took its place.
    Replaced {
        /// When.
        at: Timestamp,
    },
    /// Its time ran out.
    Expired {
        /// When.
        at: Timestamp,
    },
}

/// The invitation is closed: what was asked is for open ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this invitation is closed already")]
pub struct InvitationClosed;

impl InvitationState {
    /// The word for it in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::Accepted { .. } => "accepted",
            Self::Canceled { .. } => "canceled",
            Self::Replaced { .. } => "replaced",
            Self::Expired { .. } => "expired",
        }
    }

    /// Its person registers.
    pub fn accept(self, user: UserId, at: Timestamp) -> Result<Self, InvitationClosed> {
        match self {
            Self::Open { expires_at } if at < expires_at => Ok(Self::Accepted { at, user: Some(user) }),
            _ => Err(InvitationClosed),
        }
    }

    /// It is taken back.
    pub fn cancel(self, at: Timestamp) -> Result<Self, InvitationClosed> {
        self.close(Self::Canceled { at })
    }

    /// A newer one takes its place.
    pub fn replace(self, at: Timestamp) -> Result<Self, InvitationClosed> {
        self.close(Self::Replaced { at })
    }

    /// Its time has run out.
    pub fn expire(self, at: Timestamp) -> Result<Self, InvitationClosed> {
        match self {
            Self::Open { expires_at } if expires_at <= at => Ok(Self::Expired { at }),
            _ => Err(InvitationClosed),
        }
    }

    fn close(self, closed: Self) -> Result<Self, InvitationClosed> {
        match self {
            Self::Open { .. } => Ok(closed),
            _ => Err(InvitationClosed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EARLY: Timestamp = Timestamp::from_micros(1);
    const END: Timestamp = Timestamp::from_micros(10);

    fn user() -> UserId {
        "00000000-0000-7000-8000-000000000000".parse().unwrap()
    }

    #[test]
    fn an_open_invitation_is_accepted_until_its_end_and_expires_from_then_on() {
        let open = InvitationState::Open { expires_at: END };
        assert!(open.accept(user(), EARLY).is_ok());
        assert_eq!(open.accept(user(), END), Err(InvitationClosed));
        assert_eq!(open.expire(EARLY), Err(InvitationClosed));
        assert_eq!(open.expire(END), Ok(InvitationState::Expired { at: END }));
    }

    #[test]
    fn a_closed_invitation_stays_closed() {
        let closed = [
            InvitationState::Accepted {
                at: EARLY,
                user: None,
            },
            InvitationState::Canceled { at: EARLY },
            InvitationState::Replaced { at: EARLY },
            InvitationState::Expired { at: EARLY },
        ];
        for state in closed {
            assert_eq!(state.accept(user(), EARLY), Err(InvitationClosed));
            assert_eq!(state.cancel(EARLY), Err(InvitationClosed));
            assert_eq!(state.replace(EARLY), Err(InvitationClosed));
            assert_eq!(state.expire(END), Err(InvitationClosed));
        }
    }
}
