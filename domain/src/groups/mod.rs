//! Groups: their names, and what the console lists of them and of their members.

use crate::access::GroupRole;
use crate::id::{GroupId, UserId};
use crate::users::{NotValid, Rule, UserState};
use serde::{Deserialize, Serialize};

/// A group's page of members, and of lists like it.
pub const PAGE: i64 = 50;

/// Members are counted up to this many.
pub const COUNTED: i64 = 1000;

/// The name of a group, a program: 1 to 100 characters.
pub fn parse_name(text: &str) -> Result<String, NotValid> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NotValid::breaking(Rule::Needed, "a name is needed"));
    }
    if text.chars().count() > 100 {
        return Err(NotValid::breaking(
            Rule::TooLong(100),
            "a name has at most 100 characters",
        ));
    }
    if text.chars().any(char::is_control) {
        let message = "a name has no control characters";
        return Err(NotValid::breaking(Rule::ControlCharacters, message));
    }
    Ok(text.to_owned())
}

/// A group in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRow {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Its name as names are compared, and where the list goes on after it.
    pub key: String,
    /// How many are in it, counted up to one more than [`COUNTED`].
    pub members: i64,
}

/// Somebody in a group or a program session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    /// Who.
    pub id: UserId,
    /// First and last name.
    pub name: String,
    /// Email, or username.
    pub contact: String,
    /// The account's state.
    pub state: UserState,
    /// What they are there.
    pub role: GroupRole,
}

/// Why a group is not made or renamed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum GroupRefused {
    /// The name is not one.
    #[error("{0}")]
    Name(NotValid),
    /// Another group is called so.
    #[error("another group has this name: choose a different one")]
    NameTaken,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_neither_empty_nor_endless() {
        assert_eq!(parse_name(" Cadets 2026 ").unwrap(), "Cadets 2026");
        for wrong in ["", "  ", "a\nb", &"x".repeat(101)] {
            assert!(parse_name(wrong).is_err(), "{wrong}");
        }
    }
}
