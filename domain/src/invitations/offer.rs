//! What an invitation offers, and who may offer it.

use crate::access::{Denied, GroupRole, Role};
use crate::id::{CourseId, DepartmentId, GroupId, LabelId, LicenseId};
use crate::time::Date;
use crate::users::{Email, Language};
use serde::{Deserialize, Serialize};

/// What the invited get when they register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Rank in the organization.
    pub role: Role,
    /// Groups to join.
    pub groups: Vec<GroupId>,
    /// The role in all of those groups.
    pub group_role: GroupRole,
    /// Language of the message and of the account; the organization's if not given.
    pub language: Option<Language>,
    /// Department.
    pub department: Option<DepartmentId>,
    /// Label.
    pub label: Option<LabelId>,
    /// The day on which the account goes by itself.
    pub deletion_date: Option<Date>,
    /// A license; a seat is kept for each invitation.
    pub license: Option<LicenseId>,
    /// Courses of that license; empty means all of them.
    pub courses: Vec<CourseId>,
}

impl Offer {
    /// A member of nothing yet.
    pub const fn member() -> Self {
        Self {
            role: Role::Member,
            groups: Vec::new(),
            group_role: GroupRole::Learner,
            language: None,
            department: None,
            label: None,
            deletion_date: None,
            license: None,
            courses: Vec::new(),
        }
    }
}

/// How far the right to invite reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfferScope {
    /// Anything below one's own rank.
    Organization(Role),
    /// Members, into groups one runs or teaches.
    Groups {
        /// Groups one is the admin of.
        administered: Vec<GroupId>,
        /// Groups in which one instructs a program session.
        instructed: Vec<GroupId>,
    },
}

impl OfferScope {
    /// Whether this offer may be made: a group admin invites into own groups below their group role and without a deletion
    /// date, an instructor one learner's place in one group.
    pub fn allows(&self, offer: &Offer) -> Result<(), Denied> {
        let denied = |what: &str| Err(Denied::NotYourRole(what.to_owned()));
        let (administered, instructed) = match self {
            Self::Organization(role) if offer.role < *role => return Ok(()),
            Self::Organization(_) => return Err(Denied::NotBelowYou),
            Self::Groups {
                administered,
                instructed,
            } => (administered, instructed),
        };
        if offer.role != Role::Member
            || offer.license.is_some()
            || offer.department.is_some()
            || offer.label.is_some()
        {
            return denied("invite with more than groups");
        }
        if offer.deletion_date.is_some() {
            return denied("set a deletion date");
        }
        if offer.groups.is_empty() {
            return denied("invite without one of your groups");
        }
        if offer.groups.iter().all(|group| administered.contains(group)) {
            return if offer.group_role < GroupRole::Admin {
                Ok(())
            } else {
                Err(Denied::NotBelowYou)
            };
        }
        match offer.groups.as_slice() {
            [group] if instructed.contains(group) && offer.group_role == GroupRole::Learner => Ok(()),
            _ => denied("invite into this group"),
        }
    }
}

/// What is known of addresses before they are invited.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownAddresses {
    /// They have an account already.
    pub accounts: Vec<Email>,
    /// They have an open invitation, whose place a new one takes.
    pub invited: Vec<Email>,
    /// They have an open invitation that is not for this inviter to replace.
    pub out_of_reach: Vec<Email>,
}

/// What became of inviting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    /// Invitations that went into the outbox.
    pub sent: Vec<Email>,
    /// Addresses that have an account already; nothing was sent.
    pub existing: Vec<Email>,
    /// Addresses with an open invitation that is not for this inviter to replace; nothing was sent.
    pub out_of_reach: Vec<Email>,
    /// Of those sent, how many took the place of an open one.
    pub replaced: u32,
}

/// Why nobody is invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum InviteRefused {
    /// There is no address.
    #[error("give at least one email address")]
    Nobody,
    /// Too many at once.
    #[error("at most {0} people at once: choose fewer")]
    TooMany(usize),
    /// The license has too few seats.
    #[error("the license has too few free seats: {short} short; take some back, or invite fewer")]
    NoSeats {
        /// How many seats are missing.
        short: i64,
    },
    /// The license gives no access today.
    #[error("the license has ended or is archived: choose another one")]
    LicenseOver,
    /// A chosen thing is gone.
    #[error("the chosen {0} no longer exists: choose again")]
    Gone(String),
    /// The day is past.
    #[error("the deletion date has passed: choose a day from tomorrow on")]
    DeletionDatePast,
    /// The invitation did its work.
    #[error("this invitation was accepted: there is an account already")]
    Accepted,
    /// The address has an account.
    #[error("{0} has an account already")]
    HasAccount(Email),
    /// The address has an open invitation that is not for this inviter to replace.
    #[error("{0} has an open invitation that is not yours to replace; ask an administrator")]
    InvitedByOthers(Email),
    /// It is not for this person to deal with.
    #[error("{0}")]
    NotYours(Denied),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(n: u8) -> GroupId {
        format!("00000000-0000-7000-8000-0000000000{n:02}")
            .parse()
            .unwrap()
    }

    fn into(groups: &[GroupId], group_role: GroupRole) -> Offer {
        Offer {
            groups: groups.to_vec(),
            group_role,
            ..Offer::member()
        }
    }

    #[test]
    fn roles_are_offered_below_ones_own() {
        for inviter in Role::ALL {
            for role in Role::ALL {
                let offer = Offer {
                    role,
                    ..Offer::member()
                };
                assert_eq!(
                    OfferScope::Organization(inviter).allows(&offer).is_ok(),
                    inviter > role
                );
            }
        }
    }

    #[test]
    fn group_admins_and_instructors_invite_into_what_they_run() {
        let scope = OfferScope::Groups {
            administered: vec![group(1), group(2)],
            instructed: vec![group(3)],
        };
        let learner = GroupRole::Learner;
        assert!(
            scope
                .allows(&into(&[group(1), group(2)], GroupRole::Instructor))
                .is_ok()
        );
        assert!(scope.allows(&into(&[group(3)], learner)).is_ok());
        assert!(scope.allows(&into(&[group(1)], GroupRole::Admin)).is_err());
        assert!(scope.allows(&into(&[group(3)], GroupRole::Instructor)).is_err());
        assert!(scope.allows(&into(&[group(1), group(3)], learner)).is_err());
        assert!(scope.allows(&into(&[group(4)], learner)).is_err());
        assert!(scope.allows(&into(&[], learner)).is_err());
        let dated = Offer {
            deletion_date: Some(Date::parse("2030-01-01").unwrap()),
            ..into(&[group(1)], learner)
        };
        assert!(scope.allows(&dated).is_err());
        let support = Offer {
            role: Role::Support,
            ..into(&[group(1)], learner)
        };
        assert!(scope.allows(&support).is_err());
    }
}
