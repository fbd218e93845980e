//! What can be done to accounts, one or many at once: let in, tell, archive, bring back, delete, and set what they are in.
//!
//! Each act is checked against each account by itself. Those it cannot be done to are left out and named with the reason;
//! the browser runs the same check to disable what would be left out.

use super::{LearningAct, UserState};
use crate::access::{
    ApproveUsers, ArchiveUsers, AssignGroups, AssignRoles, DeleteUsers, Denied, EditUsers, GroupRole, Role,
    Scope, Standing,
};
use crate::id::{ActId, DepartmentId, GroupId, LabelId, LocationId, UserId};
use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// Something done to accounts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Let pending users in, and tell them or not.
    Approve {
        /// Whether they are told by email.
        notify: bool,
    },
    /// Tell users, by email, that their account is there.
    Notify,
    /// End access and keep every record.
    Archive,
    /// Bring archived users back.
    Reactivate {
        /// Whether each gets the seats again that went back when they were archived, as far as there are free ones.
        seats: bool,
    },
    /// Remove the accounts and all personal data for good.
    Delete,
    /// Put users into groups; those who are in one get the role there.
    JoinGroups {
        /// The groups.
        groups: Vec<GroupId>,
        /// The role in each.
        role: GroupRole,
    },
    /// Take users out of groups.
    LeaveGroups {
        /// The groups.
        groups: Vec<GroupId>,
    },
    /// Give a role in the organization.
    SetRole {
        /// The role.
        role: Role,
    },
    /// Put labels on users.
    AddLabels {
        /// The labels.
        labels: Vec<LabelId>,
    },
    /// Take labels off users.
    RemoveLabels {
        /// The labels.
        labels: Vec<LabelId>,
    },
    /// Move users to a location, or to none.
    SetLocation {
        /// The location.
        location: Option<LocationId>,
    },
    /// Move users to a department, or to none.
    SetDepartment {
        /// The department.
        department: Option<DepartmentId>,
    },
    /// Set the day accounts go by themselves, or take it away.
    SetDeletionDate {
        /// The day.
        date: Option<Date>,
    },
    /// Do something to what users learn.
    Learning(LearningAct),
}

/// What decides whether an act can be done to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standpoint {
    /// Whose it is.
    pub user: UserId,
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
    /// There is nothing to change.
    #[error("is so already")]
    Same,
    /// Somebody changed the account after what is to be undone.
    #[error("changed since")]
    ChangedSince,
    /// None of the courses is open.
    #[error("has none of these courses open")]
    NotEnrolled,
    /// There is no seat to take back.
    #[error("holds no seat of this license")]
    NoSeat,
    /// The seat was started, and the license is standard.
    #[error("the seat was started and stays used")]
    SeatStarted,
}

impl Act {
    /// How far the right to do this reaches for somebody; the rank rule then stops it at their own rank.
    pub fn reach(&self, actor: &Standing) -> Result<Scope, Denied> {
        match self {
            Self::Approve { .. } | Self::Notify => actor.permits::<ApproveUsers>(),
            Self::Archive | Self::Reactivate { .. } => actor.permits::<ArchiveUsers>(),
            Self::Delete => actor.permits::<DeleteUsers>(),
            Self::SetRole { role } => {
                let scope = actor.permits::<AssignRoles>()?;
                actor.may_act_on(*role).map(|()| scope)
            }
            Self::JoinGroups { groups, role } => {
                let scope = actor.permits::<AssignGroups>()?;
                match &scope {
                    // Whoever runs a group gives the roles below their own there.
                    Scope::Part { groups: own, .. }
                        if *role == GroupRole::Admin || !groups.iter().all(|group| own.contains(group)) =>
                    {
                        Err(Denied::NotBelowYou)
                    }
                    _ => Ok(scope),
                }
            }
            Self::LeaveGroups { groups } => {
                let scope = actor.permits::<AssignGroups>()?;
                match &scope {
                    Scope::Part { groups: own, .. } if !groups.iter().all(|group| own.contains(group)) => {
                        Err(Denied::NotBelowYou)
                    }
                    _ => Ok(scope),
                }
            }
            Self::AddLabels { .. }
            | Self::RemoveLabels { .. }
            | Self::SetLocation { .. }
            | Self::SetDepartment { .. }
            | Self::SetDeletionDate { .. } => actor.permits::<EditUsers>(),
            Self::Learning(act) => act.reach(actor),
        }
    }

    /// Whether somebody can do this to an account. `erase_anyone` is the organization's setting.
    pub fn check(&self, actor: &Standing, erase_anyone: bool, account: &Standpoint) -> Result<(), LeftOut> {
        if let Self::Learning(act) = self {
            return act.check(account.state);
        }
        if !self.reaches(actor, account) {
            return Err(LeftOut::NotBelowYou);
        }
        let left_out = match (self, account.state) {
            (Self::Approve { .. }, UserState::Active | UserState::Archived) => LeftOut::NotPending,
            (Self::Notify, UserState::Pending) => LeftOut::Pending,
            (Self::Notify | Self::Archive, UserState::Archived) => LeftOut::Archived,
            (Self::Notify, UserState::Active) if !account.has_email => LeftOut::NoEmail,
            (Self::Reactivate { .. }, UserState::Pending | UserState::Active) => LeftOut::NotArchived,
            (Self::Delete, _) if account.accessed && !erase_anyone => LeftOut::HasAccessed,
            _ => return Ok(()),
        };
        Err(left_out)
    }

    /// The rank rule. Whoever runs a group has no rank in the organization, and reaches those of their own rank there.
    fn reaches(&self, actor: &Standing, account: &Standpoint) -> bool {
        let in_groups = matches!(self, Self::JoinGroups { .. } | Self::LeaveGroups { .. });
        if in_groups && matches!(self.reach(actor), Ok(Scope::Part { .. })) {
            return account.user != actor.user && account.role <= actor.role;
        }
        actor.may_act_on(account.role).is_ok()
    }

    /// Whether it can be taken back.
    pub const fn can_be_undone(&self) -> bool {
        !matches!(
            self,
            Self::Approve { .. } | Self::Notify | Self::Reactivate { .. } | Self::Delete
        )
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

/// What an act would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// How many accounts it would be done to.
    pub count: u64,
    /// Those it would not be done to.
    pub left: Vec<Left>,
    /// Seats that would go back to their licenses.
    pub seats: u64,
    /// Training records that would be removed.
    pub records: u64,
}

/// An act and what has become of it so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Its id.
    pub id: ActId,
    /// What was asked.
    pub act: Act,
    /// When.
    pub at: Timestamp,
    /// How many accounts are to be gone through.
    pub total: u64,
    /// How many have been.
    pub seen: u64,
    /// How many it was done to.
    pub done: u64,
    /// Those it was not done to.
    pub left: Vec<Left>,
    /// Seats that went back, or were given again.
    pub seats: u64,
    /// Where it is.
    pub state: ReportState,
}

/// Where an act is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// Under way, in the background.
    Running,
    /// Done.
    Done,
    /// Stopped, and why; what was done is done.
    Stopped(String),
    /// Taken back.
    Undone,
}

impl Report {
    /// Whether it can be taken back now.
    pub fn can_be_undone(&self) -> bool {
        self.act.can_be_undone() && self.done > 0 && matches!(self.state, ReportState::Done)
    }
}

/// Why an act is not done to anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ActRefused {
    /// There is nobody left it could be done to.
    #[error("this cannot be done to any of them")]
    Nobody,
    /// It cannot be done to the only one meant.
    #[error("{0}")]
    Left(LeftOut),
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
    /// A group, label, location or department is gone.
    #[error("the {0} no longer exists: reload the page")]
    Gone(String),
    /// Nothing was chosen.
    #[error("choose at least one")]
    Nothing,
    /// The day is over.
    #[error("the deletion date is not in the future")]
    DatePast,
    /// The due day is over.
    #[error("the due date has passed: choose today or a later day")]
    DueDatePast,
    /// There are too few free seats.
    #[error("not enough free seats: {short} short. Take seats back first, or raise the number of seats")]
    SeatsShort {
        /// How many are missing.
        short: i64,
    },
    /// The license gives no access.
    #[error("the license has ended or is archived: extend it, or choose another one")]
    LicenseOver,
    /// A chosen course is not of the license.
    #[error("the license no longer covers a chosen course: choose the courses again")]
    NotOfLicense,
    /// It was taken back before, or cannot be.
    #[error("this cannot be taken back any more")]
    NotUndoable,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use LeftOut::{Archived, HasAccessed, NoEmail, NotArchived, NotBelowYou, NotPending, Pending};
    use uuid::Uuid;

    fn standing(role: Role, groups: Vec<(GroupId, GroupRole)>) -> Standing {
        Standing {
            user: UserId::from_uuid(Uuid::from_u128(1)),
            role,
            groups,
            sessions: Vec::new(),
        }
    }

    fn account(state: UserState) -> Standpoint {
        Standpoint {
            user: UserId::from_uuid(Uuid::from_u128(2)),
            role: Role::Member,
            state,
            has_email: true,
            accessed: false,
        }
    }

    #[test]
    fn each_act_fits_its_states() {
        let table = [
            (
                Act::Approve { notify: true },
                [Ok(()), Err(NotPending), Err(NotPending)],
            ),
            (Act::Notify, [Err(Pending), Ok(()), Err(Archived)]),
            (Act::Archive, [Ok(()), Ok(()), Err(Archived)]),
            (
                Act::Reactivate { seats: true },
                [Err(NotArchived), Err(NotArchived), Ok(())],
            ),
            (Act::Delete, [Ok(()), Ok(()), Ok(())]),
        ];
        for (act, expected) in table {
            let found = UserState::ALL
                .map(|state| act.check(&standing(Role::Administrator, Vec::new()), false, &account(state)));
            assert_eq!(found, expected, "{act:?}");
        }
    }

    #[test]
    fn no_act_reaches_ones_own_rank_or_above() {
        for act in [
            Act::Approve { notify: false },
            Act::Notify,
            Act::Archive,
            Act::Reactivate { seats: false },
            Act::Delete,
            Act::SetRole { role: Role::Member },
            Act::SetLocation { location: None },
            Act::LeaveGroups { groups: Vec::new() },
        ] {
            let peer = Standpoint {
                role: Role::Owner,
                ..account(UserState::Active)
            };
            let owner = standing(Role::Owner, Vec::new());
            assert_eq!(act.check(&owner, true, &peer), Err(NotBelowYou), "{act:?}");
        }
    }

    #[test]
    fn whoever_runs_a_group_puts_its_members_into_it_below_themselves() {
        let (own, other): (GroupId, GroupId) = (id(7), id(8));
        let runs = standing(Role::Member, vec![(own, GroupRole::Admin)]);
        let join = |group, role| Act::JoinGroups {
            groups: vec![group],
            role,
        };
        assert!(join(own, GroupRole::Instructor).reach(&runs).is_ok());
        assert_eq!(join(own, GroupRole::Admin).reach(&runs), Err(Denied::NotBelowYou));
        assert_eq!(
            join(other, GroupRole::Learner).reach(&runs),
            Err(Denied::NotBelowYou)
        );
        let act = join(own, GroupRole::Learner);
        assert_eq!(act.check(&runs, false, &account(UserState::Active)), Ok(()));
        let themselves = Standpoint {
            user: runs.user,
            ..account(UserState::Active)
        };
        assert_eq!(act.check(&runs, false, &themselves), Err(NotBelowYou));
        assert!(Act::Archive.reach(&runs).is_err());
    }

    fn id<I: Id>(number: u128) -> I {
        I::from_uuid(Uuid::from_u128(number))
    }

    #[test]
    fn who_has_signed_in_is_deleted_only_where_the_organization_allows() {
        let used = Standpoint {
            accessed: true,
            has_email: false,
            ..account(UserState::Active)
        };
        let owner = standing(Role::Owner, Vec::new());
        assert_eq!(Act::Delete.check(&owner, false, &used), Err(HasAccessed));
        assert_eq!(Act::Delete.check(&owner, true, &used), Ok(()));
        assert_eq!(Act::Notify.check(&owner, true, &used), Err(NoEmail));
    }
}
