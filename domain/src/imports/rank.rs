//! "Only below your own", for imports: whom the importer may touch, and which roles they may give.

use super::decide::Run;
use super::directory::KnownUser;
use super::field::Field;
use super::problem::{Code, Problem};
use crate::access::Role;

impl Run<'_> {
    /// Why the importer may not touch a user.
    pub(super) fn rank_refused(&self, user: &KnownUser) -> Option<Problem> {
        let importer = &self.index.directory().importer;
        let message = if user.id == importer.user {
            "this is your own account, which your import cannot touch: remove the row".to_owned()
        } else {
            let denied = importer.may_act_on(user.role).err()?;
            format!("{denied}: remove the row, or have somebody of a higher role import it")
        };
        Some(Problem::of_row(Code::NotBelowYou, message))
    }

    /// Why the importer may not give a role.
    pub(super) fn role_refused(&self, role: Role) -> Option<Problem> {
        let assignable = self.index.directory().importer.assignable_roles();
        (!assignable.contains(&role)).then(|| {
            let names: Vec<&str> = assignable.iter().map(|role| role.as_str()).collect();
            let message = format!(
                "the role {role} is not below your own: you can give {}",
                names.join(", ")
            );
            Problem::of(Field::Role, Code::RoleNotBelow, message).about([&role])
        })
    }
}
