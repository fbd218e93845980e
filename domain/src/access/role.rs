//! Ranks in the organization and roles in a group.

use serde::{Deserialize, Serialize};

/// A word that is no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a role: use {expected}")]
pub struct UnknownRole {
    expected: &'static str,
}

/// Rank in the organization, lowest first, so that `<` means "below".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Learns, and edits their own profile.
    Member,
    /// Finds people and gets them signed in.
    Support,
    /// Runs the people desk.
    Administrator,
    /// Answers for the organization.
    Owner,
}

impl Role {
    /// Every role, highest first.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Administrator, Self::Support, Self::Member];

    /// The word for it in files, URLs and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Support => "support",
            Self::Administrator => "administrator",
            Self::Owner => "owner",
        }
    }

    /// Reads the word, without regard to case.
    pub fn parse(text: &str) -> Result<Self, UnknownRole> {
        let text = text.trim();
        Self::ALL
            .into_iter()
            .find(|role| role.as_str().eq_ignore_ascii_case(text))
            .ok_or(UnknownRole {
                expected: "owner, administrator, support or member",
            })
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Role within one group, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupRole {
    /// Learns in the group.
    Learner,
    /// Teaches in the group's sessions.
    Instructor,
    /// Runs the group.
    Admin,
}

impl GroupRole {
    /// Every group role, highest first.
    pub const ALL: [Self; 3] = [Self::Admin, Self::Instructor, Self::Learner];

    /// The word for it in files, URLs and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Instructor => "instructor",
            Self::Admin => "admin",
        }
    }

    /// Reads the word, without regard to case.
    pub fn parse(text: &str) -> Result<Self, UnknownRole> {
        let text = text.trim();
        Self::ALL
            .into_iter()
            .find(|role| role.as_str().eq_ignore_ascii_case(text))
            .ok_or(UnknownRole {
                expected: "admin, instructor or learner",
            })
    }
}

impl std::fmt::Display for GroupRole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
