//! The life of one invitation. A closed one never opens again; sending it anew makes another.

use crate::id::UserId;
use crate::messages::LinkState;
use crate::time::Timestamp;
use crate::users::NotValid;

/// Where an invitation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// From the columns of its table.
    pub fn read(
        word: &str,
        expires_at: Timestamp,
        ended_at: Option<Timestamp>,
        user: Option<UserId>,
    ) -> Result<Self, NotValid> {
        match (word, ended_at) {
            ("open", None) => Ok(Self::Open { expires_at }),
            ("accepted", Some(at)) => Ok(Self::Accepted { at, user }),
            ("canceled", Some(at)) => Ok(Self::Canceled { at }),
            ("replaced", Some(at)) => Ok(Self::Replaced { at }),
            ("expired", Some(at)) => Ok(Self::Expired { at }),
            _ => Err(NotValid::new(
                "not a state of an invitation, or its end does not agree",
            )),
        }
    }

    /// Its person registers: only while it is open, and only before its end, whether or not a worker has seen that yet.
    pub fn accept(self, user: UserId, at: Timestamp) -> Result<Self, InvitationClosed> {
        match self {
            Self::Open { expires_at } if at < expires_at => Ok(Self::Accepted { at, user: Some(user) }),
            _ => Err(InvitationClosed),
        }
    }

    /// What the holder of its link is told, who has one that stands so by itself.
    pub fn told(self, link: LinkState, now: Timestamp) -> LinkState {
        match self {
            Self::Open { expires_at } if expires_at <= now => LinkState::Expired,
            Self::Open { .. } => link,
            Self::Accepted { .. } => LinkState::Used,
            Self::Canceled { .. } => LinkState::Canceled,
            Self::Replaced { .. } => LinkState::Void,
            Self::Expired { .. } => LinkState::Expired,
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

    fn read(word: &str, ended_at: Option<Timestamp>) -> Result<InvitationState, NotValid> {
        InvitationState::read(word, END, ended_at, None)
    }

    #[test]
    fn an_open_invitation_is_accepted_until_its_end_and_a_closed_one_never() {
        let open = read("open", None).unwrap();
        assert!(open.accept(user(), EARLY).is_ok());
        assert_eq!(open.accept(user(), END), Err(InvitationClosed));
        for word in ["accepted", "canceled", "replaced", "expired"] {
            let closed = read(word, Some(EARLY)).unwrap();
            assert_eq!(closed.accept(user(), EARLY), Err(InvitationClosed), "{word}");
        }
    }

    #[test]
    fn only_what_is_closed_has_an_end() {
        assert!(read("open", Some(EARLY)).is_err());
        assert!(read("expired", None).is_err());
        assert!(read("lost", Some(EARLY)).is_err());
    }

    #[test]
    fn the_link_says_what_became_of_the_invitation() {
        let open = read("open", None).unwrap();
        assert_eq!(open.told(LinkState::Open, EARLY), LinkState::Open);
        assert_eq!(
            open.told(LinkState::Void, EARLY),
            LinkState::Void,
            "a newer link was sent"
        );
        assert_eq!(open.told(LinkState::Open, END), LinkState::Expired);
        let told = |word| read(word, Some(EARLY)).unwrap().told(LinkState::Void, EARLY);
        assert_eq!(told("canceled"), LinkState::Canceled);
        assert_eq!(told("replaced"), LinkState::Void);
        assert_eq!(told("accepted"), LinkState::Used);
    }
}
