//! The settings of an import: one for the wizard in the browser and for the command line, defaults first.

use crate::time::Date;
use serde::{Deserialize, Serialize};

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// Every choice, the default first.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word for it in files and on the command line.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// Reads the word.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.as_str() == text)
            }
        }
    )*};
}

choices! {
    /// Whom a file may make and whom it may change.
    ImportType {
        /// Make new users; those who exist are skipped.
        #[default]
        AddNew "add",
        /// Make new users and change those who exist.
        AddAndUpdate "upsert",
        /// Change those who exist; others are skipped.
        UpdateExisting "update",
    }
    /// How a row finds the user it is about.
    MatchBy {
        /// By username; where that finds nobody, by email.
        #[default]
        UsernameElseEmail "username",
        /// By email.
        Email "email",
        /// By the id in another system.
        ExternalId "external-id",
    }
    /// How a new user gets a password.
    NewPassword {
        /// The file must have one.
        #[default]
        InFile "in-file",
        /// The file's; where it has none, one is generated and emailed.
        Generate "generate",
        /// A link to choose one is emailed; passwords in the file are not used.
        Activation "activation",
    }
    /// What happens to details of a user who exists. An empty cell never clears anything.
    ExistingDetails {
        /// They stay.
        #[default]
        Keep "keep",
        /// The file's win.
        Override "override",
        /// Only what is missing is filled in.
        Fill "fill",
    }
    /// What happens to the password of a user who exists.
    ExistingPassword {
        /// It stays.
        #[default]
        Keep "keep",
        /// The file's is set.
        Update "update",
    }
    /// Whose passwords from the file must be changed at the next sign-in.
    ForceChange {
        /// Nobody's; a weak password is refused.
        #[default]
        None "none",
        /// Those that the password rules would refuse.
        Weak "weak",
        /// Everybody's.
        All "all",
    }
}

/// The settings of an import. That email addresses stay unique is no setting: they always are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a check box of its own")]
pub struct Options {
    /// Whom the file may make and change.
    #[serde(rename = "type")]
    pub import_type: ImportType,
    /// How a row finds its user.
    pub match_by: MatchBy,
    /// How a new user gets a password.
    pub new_password: NewPassword,
    /// What happens to details of existing users.
    pub existing_details: ExistingDetails,
    /// What happens to passwords of existing users.
    pub existing_password: ExistingPassword,
    /// Who must change the password from the file.
    pub force_change: ForceChange,
    /// Whether `oldusername` may rename.
    pub allow_renames: bool,
    /// Whether `deleted` may delete.
    pub allow_deletes: bool,
    /// Whether `archived` may archive and bring back.
    pub allow_archiving: bool,
    /// Whether new users with a password from the file are told of their account. Generated passwords and
    /// activation links are emailed in any case.
    pub send_email: bool,
    /// Whether a new user without a username gets the whole email as username, rather than the part before the `@`.
    pub email_as_username: bool,
    /// A license for all rows: its id, reference or name.
    pub license: Option<String>,
    /// Courses for all rows, by id, reference or title: of the license, all of them if none is named; without a license granted
    /// directly.
    pub courses: Vec<String>,
    /// Groups for all rows, by id or name.
    pub groups: Vec<String>,
    /// A due date for all rows.
    pub due_date: Option<Date>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            import_type: ImportType::default(),
            match_by: MatchBy::default(),
            new_password: NewPassword::default(),
            existing_details: ExistingDetails::default(),
            existing_password: ExistingPassword::default(),
            force_change: ForceChange::default(),
            allow_renames: false,
            allow_deletes: false,
            allow_archiving: false,
            send_email: false,
            email_as_username: true,
            license: None,
            courses: Vec::new(),
            groups: Vec::new(),
            due_date: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_setting_takes_its_default() {
        let options: Options = serde_json::from_str(r#"{"type":"upsert","match_by":"external-id"}"#).unwrap();
        let expected = Options {
            import_type: ImportType::AddAndUpdate,
            match_by: MatchBy::ExternalId,
            ..Options::default()
        };
        assert_eq!(options, expected);
        assert_eq!(NewPassword::parse("activation"), Some(NewPassword::Activation));
        assert_eq!(NewPassword::parse("none"), None);
    }
}
