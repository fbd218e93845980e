//! Who may do what: roles, ranks and permissions.
//!
//! "Only below your own": a permission says *whether* a person may do a thing and *to whom* it reaches
//! ([`Scope`]); the rank rule ([`Standing::may_act_on`]) then stops it at the person's own rank. The server turns a
//! standing into grants; the browser uses the same table to disable what would be refused, with the reason.

mod permission;
mod role;

pub use permission::*;
pub use role::{GroupRole, Role, UnknownRole};

use crate::id::{GroupId, ProgramSessionId, UserId};
use serde::{Deserialize, Serialize};

/// Where a person stands in the organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Who.
    pub user: UserId,
    /// Their rank in the organization.
    pub role: Role,
    /// Their role in each of their groups.
    pub groups: Vec<(GroupId, GroupRole)>,
    /// The program sessions they instruct.
    pub sessions: Vec<ProgramSessionId>,
}

/// How far a permission reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// Everything in the organization.
    Organization,
    /// Members of these groups and program sessions, and oneself.
    Part {
        /// Groups in which the person is group admin.
        groups: Vec<GroupId>,
        /// Program sessions the person instructs.
        sessions: Vec<ProgramSessionId>,
        /// The person.
        user: UserId,
    },
    /// Oneself alone.
    Own(UserId),
}

/// Why a person may not do something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Denied {
    /// The permission is not theirs.
    #[error("your role may not {0}; ask an administrator")]
    NotYourRole(String),
    /// The target's rank is not below their own.
    #[error("this person's role is not below your own")]
    NotBelowYou,
}

impl Standing {
    /// Whether this person's powers reach someone of `role`: only below their own. One's own account is dealt with
    /// by the few actions that allow it.
    pub fn may_act_on(&self, role: Role) -> Result<(), Denied> {
        if self.role > role {
            Ok(())
        } else {
            Err(Denied::NotBelowYou)
        }
    }

    /// The scope of permission `P` for this person, or why they lack it.
    pub fn permits<P: Permission>(&self) -> Result<Scope, Denied> {
        P::scope(self).ok_or_else(|| Denied::NotYourRole(P::NAME.to_owned()))
    }

    /// The roles this person may give to others, highest first.
    pub fn assignable_roles(&self) -> Vec<Role> {
        if self.permits::<AssignRoles>().is_err() {
            return Vec::new();
        }
        Role::ALL.into_iter().filter(|role| *role < self.role).collect()
    }

    fn administered_groups(&self) -> Vec<GroupId> {
        self.groups
            .iter()
            .filter(|(_, role)| *role == GroupRole::Admin)
            .map(|(group, _)| *group)
            .collect()
    }

    fn part(&self) -> Scope {
        let groups = self.administered_groups();
        if groups.is_empty() && self.sessions.is_empty() {
            Scope::Own(self.user)
        } else {
            Scope::Part {
                groups,
                sessions: self.sessions.clone(),
                user: self.user,
            }
        }
    }
}
