//! The permissions: the table of roles in the product description, one type a row.

use super::{Role, Scope, Standing};

/// Something a person may or may not do. The implementing types are never made; they name a right.
pub trait Permission {
    /// What it allows, to stand after "your role may not".
    const NAME: &'static str;
    /// How far it reaches for a person; `None` if they lack it.
    fn scope(standing: &Standing) -> Option<Scope>;
}

/// For those of `role` and above, everywhere.
fn from(standing: &Standing, role: Role) -> Option<Scope> {
    (standing.role >= role).then_some(Scope::Organization)
}

/// For those of `role` and above everywhere; for the others in what they run, and themselves.
fn from_or_part(standing: &Standing, role: Role) -> Scope {
    from(standing, role).unwrap_or_else(|| standing.part())
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident: $text:literal = |$standing:ident| $scope:expr;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub enum $name {}
            impl Permission for $name {
                const NAME: &'static str = $text;
                fn scope($standing: &Standing) -> Option<Scope> {
                    $scope
                }
            }
        )*

        /// Every permission with its scope for a person, for the permission matrix and for `Viewer`s in the browser.
        pub fn permissions(standing: &Standing) -> Vec<(&'static str, Option<Scope>)> {
            vec![$((stringify!($name), $name::scope(standing))),*]
        }
    };
}

permissions! {
    /// See and search users.
    ViewUsers: "see users" = |s| Some(from_or_part(s, Role::Support));
    /// Use the admin console at all.
    UseConsole: "use the console" = |s| match s.part() {
        Scope::Own(_) => from(s, Role::Support),
        part => from(s, Role::Support).or(Some(part)),
    };
    /// Invite people.
    InviteUsers: "invite people" = |s| match s.part() {
        Scope::Own(_) => from(s, Role::Administrator),
        part => from(s, Role::Administrator).or(Some(part)),
    };
    /// Create users.
    CreateUsers: "create users" = |s| from(s, Role::Administrator);
    /// Import users from a file.
    ImportUsers: "import users" = |s| from(s, Role::Administrator);
    /// Approve pending users and notify them.
    ApproveUsers: "approve users" = |s| from(s, Role::Administrator);
    /// Archive users and bring them back.
    ArchiveUsers: "archive users" = |s| from(s, Role::Administrator);
    /// Delete users for good.
    DeleteUsers: "delete users" = |s| from(s, Role::Administrator);
    /// Edit master data, email and phone of others.
    EditUsers: "edit users" = |s| from(s, Role::Support);
    /// Edit one's own profile.
    EditOwnProfile: "edit your profile" = |s| Some(Scope::Own(s.user));
    /// Set passwords of others and send them reset links.
    SetPasswords: "set passwords" = |s| from(s, Role::Support);
    /// Make one-time login links.
    MakeLoginLinks: "make login links" = |s| from(s, Role::Support);
    /// Give roles in the organization.
    AssignRoles: "assign roles" = |s| from(s, Role::Administrator);
    /// Put users into groups and give group roles.
    AssignGroups: "assign groups" = |s| match s.administered_groups() {
        groups if groups.is_empty() => from(s, Role::Administrator),
        groups => from(s, Role::Administrator)
            .or(Some(Scope::Part { groups, sessions: Vec::new(), user: s.user })),
    };
    /// See groups and program sessions: all, those one runs, those one instructs.
    ViewGroups: "see groups" = |s| UseConsole::scope(s);
    /// Make groups and rename them.
    ManageGroups: "manage groups" = |s| from(s, Role::Administrator);
    /// See licenses, courses and settings.
    ViewLicenses: "see licenses" = |s| from(s, Role::Support);
    /// Make licenses, give seats and take them back.
    ManageLicenses: "manage licenses" = |s| from(s, Role::Administrator);
    /// See courses, bundles and events.
    ViewCourses: "see courses" = |s| from(s, Role::Support);
    /// Make courses and assign them.
    ManageCourses: "manage courses" = |s| from(s, Role::Administrator);
    /// See the organization's settings.
    ViewSettings: "see settings" = |s| from(s, Role::Support);
    /// Change the organization's settings.
    ManageSettings: "change settings" = |s| from(s, Role::Administrator);
    /// Make and revoke tokens by which other systems are let in.
    ManageTokens: "manage integration tokens" = |s| from(s, Role::Administrator);
    /// Report, as another system, what people learned elsewhere.
    ReportActivity: "report activity" = |s| from(s, Role::Administrator);
    /// Read messages and their delivery.
    ViewMessages: "see messages" = |s| from(s, Role::Support);
    /// Read the audit: all of it, or one's own actions.
    ViewAudit: "see the audit" = |s| from(s, Role::Administrator)
        .or_else(|| (s.role == Role::Support).then_some(Scope::Own(s.user)));
    /// Learn: one's own courses.
    Learn: "learn" = |s| Some(Scope::Own(s.user));
}

#[cfg(test)]
mod tests {
    use super::super::GroupRole;
    use super::*;
    use crate::id::Id;
    use crate::id::{GroupId, UserId};
    use std::fmt::Write;

    fn standing(role: Role, groups: &[GroupRole]) -> Standing {
        let group = GroupId::from_uuid(uuid::Uuid::nil());
        Standing {
            user: UserId::from_uuid(uuid::Uuid::nil()),
            role,
            groups: groups.iter().map(|role| (group, *role)).collect(),
            sessions: Vec::new(),
        }
    }

    #[test]
    fn the_table_of_roles() {
        let people = [
            ("owner", standing(Role::Owner, &[])),
            ("administrator", standing(Role::Administrator, &[])),
            ("support", standing(Role::Support, &[])),
            ("group admin", standing(Role::Member, &[GroupRole::Admin])),
            ("member", standing(Role::Member, &[GroupRole::Learner])),
        ];
        let mut table = String::new();
        for (who, standing) in people {
            writeln!(table, "{who}").unwrap();
            for (name, scope) in permissions(&standing) {
                let reach = match scope {
                    None => "-",
                    Some(Scope::Organization) => "all",
                    Some(Scope::Part { .. }) => "part",
                    Some(Scope::Own(_)) => "own",
                };
                writeln!(table, "  {name:<16} {reach}").unwrap();
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn powers_stop_at_ones_own_rank() {
        for actor in Role::ALL {
            for target in Role::ALL {
                assert_eq!(standing(actor, &[]).may_act_on(target).is_ok(), actor > target);
            }
        }
        assert_eq!(
            standing(Role::Administrator, &[]).assignable_roles(),
            [Role::Support, Role::Member]
        );
        assert!(standing(Role::Support, &[]).assignable_roles().is_empty());
    }
}
