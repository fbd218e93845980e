//! What is wrong with a row, or worth knowing of it: a stable word for scripts, the column, and a sentence that says how
//! to mend it.

use super::field::Field;
use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $text:literal,)*) => {
        /// What kind of problem it is. Words are never renamed: scripts read them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $text)] $name,)*
        }

        impl Code {
            /// The word.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

codes! {
    /// More cells than headers.
    TooManyCells "too_many_cells",
    /// Fewer cells than headers.
    TooFewCells "too_few_cells",
    /// A needed cell is empty.
    Missing "missing",
    /// The text is not what its column holds.
    NotValid "not_valid",
    /// Neither a known yes nor a known no.
    NotYesOrNo "not_yes_or_no",
    /// A day that has to be in the future.
    DatePast "date_past",
    /// No location, group, license… has this name.
    Unknown "unknown",
    /// Several have this name.
    Ambiguous "ambiguous",
    /// The same user is in an earlier row.
    DuplicateInFile "duplicate_in_file",
    /// The row names two different users.
    MatchesTwoUsers "matches_two_users",
    /// Another user has the address.
    EmailTaken "email_taken",
    /// Another user has the username.
    UsernameTaken "username_taken",
    /// Another user has the external id.
    ExternalIdTaken "external_id_taken",
    /// The user's role is not below the importer's.
    NotBelowYou "not_below_you",
    /// The role to be given is not below the importer's.
    RoleNotBelow "role_not_below",
    /// The password rules refuse it.
    WeakPassword "weak_password",
    /// The setting does not allow renames.
    RenamesNotAllowed "renames_not_allowed",
    /// The setting does not allow deletes.
    DeletesNotAllowed "deletes_not_allowed",
    /// The setting does not allow archiving.
    ArchivingNotAllowed "archiving_not_allowed",
    /// The user has signed in, and only those who never did can be deleted.
    HasAccessed "has_accessed",
    /// An archived user cannot get a seat or a course.
    UserArchived "user_archived",
    /// The license is over or put away.
    LicenseEnded "license_ended",
    /// The course is not one of the license.
    CourseNotInLicense "course_not_in_license",
    /// More seats needed than free.
    SeatsShort "seats_short",
    /// More active users than the cap allows.
    UserCap "user_cap",
    /// Skipped: the user exists, and the type adds new ones only.
    AlreadyExists "already_exists",
    /// Skipped: no such user.
    NotFound "not_found",
    /// Skipped: the user is as the file says.
    NoChanges "no_changes",
    /// Skipped: archived already.
    AlreadyArchived "already_archived",
    /// To know: the username stays, because only `oldusername` renames.
    UsernameKept "username_kept",
    /// The data changed between confirming and applying.
    ChangedMeanwhile "changed_meanwhile",
}

/// One thing wrong with a row, or the reason it is skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What kind.
    pub code: Code,
    /// The column; none if it is the row as a whole.
    pub field: Option<Field>,
    /// What is wrong and how to mend it.
    pub message: String,
    /// What the message speaks of, for saying it in another language: the text of the cell, names, lines, numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<String>,
}

impl Problem {
    /// A problem of one cell.
    pub fn of(field: Field, code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            field: Some(field),
            message: message.into(),
            details: Vec::new(),
        }
    }

    /// A problem of the row.
    pub fn of_row(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            field: None,
            message: message.into(),
            details: Vec::new(),
        }
    }

    /// The same, speaking of these.
    #[must_use]
    pub fn about<const N: usize>(self, details: [&dyn std::fmt::Display; N]) -> Self {
        Self {
            details: details.map(ToString::to_string).into(),
            ..self
        }
    }
}
