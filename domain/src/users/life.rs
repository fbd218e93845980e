//! What can be done to accounts, one or many at once: approve, notify, archive, bring back, delete.
//!
//! Each act is checked against each account by itself. Those it cannot be done to are left out and named with the reason;
//! the browser runs the same check to disable what would be left out.

use super::UserState;
use crate::access::Role;
use crate::id::UserId;
use serde::{Deserialize, Serialize};

/// Something done to accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Let a pending user in.
    Approve,
    /// Tell a user, by email, that the account is there.
    Notify,
    /// End access and keep every record.
    Archive,
    /// Bring an archived user back.
    Reactivate,
    /// Remove the account and all personal data for good.
    Delete,
}

/// What decides whether an act can be done to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standpoint {
    /// The account's rank.
    pub role: Role,
    /// Its state.
    pub state: UserState,
    /// Whether it has an email address.
    pub has_email: bool,
    /// Whether its user has ever signed in.
    pub accessed: bool,
}

/// Why an account is left out of an act.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, thiserror::Error,
)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// Its rank is not below that of who acts.
    #[error("the role is not below your own")]
    NotBelowYou,
    /// Only pending accounts can be approved.
    #[error("not pending")]
    NotPending,
    /// A pending account is approved before anybody is told.
    #[error("pending: approve first")]
    Pending,
    /// It is archived.
    #[error("archived")]
    Archived,
    /// Only archived accounts can be brought back.
    #[error("not archived")]
    NotArchived,
    /// There is nowhere to send to.
    #[error("no email address")]
    NoEmail,
    /// Only accounts that were never used can be deleted, as the organization has decided.
    #[error("has signed in before: archive instead, or let owners allow deleting anyone in the settings")]
    HasAccessed,
}

impl Act {
    /// Whether somebody of rank `actor` can do this to an account. `erase_anyone` is the organization's setting.
    pub fn check(self, actor: Role, erase_anyone: bool, account: &Standpoint) -> Result<(), LeftOut> {
        if actor <= account.role {
            return Err(LeftOut::NotBelowYou);
        }
        let left_out = match (self, account.state) {
            (Self::Approve, UserState::Active | UserState::Archived) => LeftOut::NotPending,
            (Self::Notify, UserState::Pending) => LeftOut::Pending,
            (Self::Notify | Self::Archive, UserState::Archived) => LeftOut::Archived,
            (Self::Notify, UserState::Active) if !account.has_email => LeftOut::NoEmail,
            (Self::Reactivate, UserState::Pending | UserState::Active) => LeftOut::NotArchived,
            (Self::Delete, _) if account.accessed && !erase_anyone => LeftOut::HasAccessed,
            _ => return Ok(()),
        };
        Err(left_out)
    }
}

/// Accounts that are left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Why.
    pub why: LeftOut,
    /// How many.
    pub count: u64,
    /// The names of the first few.
    pub names: Vec<String>,
}

/// What an act would do, or has done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acted {
    /// The accounts it is done to.
    pub done: Vec<UserId>,
    /// Those it is not done to.
    pub left: Vec<Left>,
    /// Seats that go back to the pool, or are given again.
    pub seats: u64,
}

/// Why an act is not done to anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ActRefused {
    /// There is nobody left it could be done to.
    #[error("this cannot be done to any of them")]
    Nobody,
    /// The user cap is reached.
    #[error(
        "there is room for {free} more active users, and {wanted} are needed: archive others, or ask the platform's team to raise the cap"
    )]
    CapReached {
        /// How many more there may be.
        free: i64,
        /// How many more there would be.
        wanted: i64,
    },
    /// So many were not confirmed: meanwhile there are more or fewer.
    #[error("it would be {would} users now, not the {confirmed} you confirmed: look again")]
    Changed {
        /// What was confirmed.
        confirmed: u64,
        /// What it would be.
        would: u64,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use LeftOut::{Archived, HasAccessed, NoEmail, NotArchived, NotBelowYou, NotPending, Pending};

    fn account(state: UserState) -> Standpoint {
        Standpoint {
            role: Role::Member,
            state,
            has_email: true,
            accessed: false,
        }
    }

    #[test]
    fn each_act_fits_its_states() {
        let table = [
            (Act::Approve, [Ok(()), Err(NotPending), Err(NotPending)]),
            (Act::Notify, [Err(Pending), Ok(()), Err(Archived)]),
            (Act::Archive, [Ok(()), Ok(()), Err(Archived)]),
            (Act::Reactivate, [Err(NotArchived), Err(NotArchived), Ok(())]),
            (Act::Delete, [Ok(()), Ok(()), Ok(())]),
        ];
        for (act, expected) in table {
            let found = UserState::ALL.map(|state| act.check(Role::Administrator, false, &account(state)));
            assert_eq!(found, expected, "{act:?}");
        }
    }

    #[test]
    fn no_act_reaches_ones_own_rank_or_above() {
        for act in [
            Act::Approve,
            Act::Notify,
            Act::Archive,
            Act::Reactivate,
            Act::Delete,
        ] {
            let peer = Standpoint {
                role: Role::Owner,
                ..account(UserState::Active)
            };
            assert_eq!(act.check(Role::Owner, true, &peer), Err(NotBelowYou));
        }
    }

    #[test]
    fn who_has_signed_in_is_deleted_only_where_the_organization_allows() {
        let used = Standpoint {
            accessed: true,
            has_email: false,
            ..account(UserState::Active)
        };
        assert_eq!(Act::Delete.check(Role::Owner, false, &used), Err(HasAccessed));
        assert_eq!(Act::Delete.check(Role::Owner, true, &used), Ok(()));
        assert_eq!(Act::Notify.check(Role::Owner, true, &used), Err(NoEmail));
    }
}
