//! The people one can sign in as: one for each role.

use domain::access::{GroupRole, Role};

/// The password of everybody in the demo academy who has ever signed in.
pub const PASSWORD: &str = "rollcall-demo";

/// One of the people one can sign in as.
#[derive(Debug, Clone, Copy)]
pub struct Staff {
    /// The part of the address before the `@`: the word for what they may do.
    pub name: &'static str,
    /// Rank in the organization.
    pub role: Role,
    /// Role in the academy's first groups.
    pub group_role: GroupRole,
    pub(super) first_name: &'static str,
    pub(super) last_name: &'static str,
}

impl Staff {
    /// What they sign in with.
    pub fn email(&self) -> String {
        format!("{}@demo.example", self.name)
    }
}

/// One person for each role, highest first.
pub const STAFF: [Staff; 6] = [
    Staff {
        name: "owner",
        role: Role::Owner,
        group_role: GroupRole::Learner,
        first_name: "Amara",
        last_name: "Okonkwo",
    },
    Staff {
        name: "administrator",
        role: Role::Administrator,
        group_role: GroupRole::Learner,
        first_name: "Jürgen",
        last_name: "Müller",
    },
    Staff {
        name: "support",
        role: Role::Support,
        group_role: GroupRole::Learner,
        first_name: "Minh Anh",
        last_name: "Nguyễn",
    },
    Staff {
        name: "groupadmin",
        role: Role::Member,
        group_role: GroupRole::Admin,
        first_name: "Ελένη",
        last_name: "Παπαδοπούλου",
    },
    Staff {
        name: "instructor",
        role: Role::Member,
        group_role: GroupRole::Instructor,
        first_name: "健太",
        last_name: "佐藤",
    },
    Staff {
        name: "member",
        role: Role::Member,
        group_role: GroupRole::Learner,
        first_name: "Лея",
        last_name: "Шевченко",
    },
];
