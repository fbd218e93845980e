//! Creating a user: what can be given, and the one rule of how they get their password.

use super::{Email, ExternalId, Language, NotValid, Password, PersonName, Phone, ProfileText, Username};
use crate::access::{GroupRole, Role};
use crate::id::{CourseId, DepartmentId, GroupId, LabelId, LicenseId, LocationId};
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// How an account came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountSource {
    /// Made by an admin.
    Created,
    /// From an import.
    Imported,
    /// By accepting an invitation.
    Invited,
    /// By themselves.
    Registered,
}

impl AccountSource {
    /// The word for it in tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Imported => "imported",
            Self::Invited => "invited",
            Self::Registered => "registered",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        [Self::Created, Self::Imported, Self::Invited, Self::Registered]
            .into_iter()
            .find(|source| source.as_str() == text)
            .ok_or(NotValid::new("not a source of accounts"))
    }
}

/// A user to be made, every field valid on its own. Whether names are free, seats left and the cap not reached is
/// decided by the transaction that makes the user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewUser {
    /// First name.
    pub first_name: PersonName,
    /// Last name.
    pub last_name: PersonName,
    /// Email; a user without one needs a username.
    pub email: Option<Email>,
    /// A username given by hand; otherwise made from the email.
    pub username: Option<Username>,
    /// Use the whole email as username, rather than the part before the `@`.
    pub email_as_username: bool,
    /// How they get a password.
    pub password: PasswordPlan,
    /// Rank in the organization.
    pub role: Role,
    /// Groups to join.
    pub groups: Vec<GroupId>,
    /// The role in all of those groups.
    pub group_role: GroupRole,
    /// Location.
    pub location: Option<LocationId>,
    /// Department.
    pub department: Option<DepartmentId>,
    /// Labels.
    pub labels: Vec<LabelId>,
    /// Language of messages and console; the organization's if not given.
    pub language: Option<Language>,
    /// Phone.
    pub phone: Option<Phone>,
    /// Job title.
    pub job_title: Option<ProfileText>,
    /// Postal address.
    pub address: Option<ProfileText>,
    /// Date of birth.
    pub date_of_birth: Option<Date>,
    /// Id in another system.
    pub external_id: Option<ExternalId>,
    /// The day on which the account goes by itself.
    pub deletion_date: Option<Date>,
    /// A license to take a seat of.
    pub license: Option<LicenseId>,
    /// Courses of that license; empty means all of them. Without a license, courses granted directly.
    pub courses: Vec<CourseId>,
    /// Due date of those courses.
    pub due_date: Option<Date>,
}

impl NewUser {
    /// A member with a name and an address and nothing else, who gets no message yet.
    pub fn named(first_name: PersonName, last_name: PersonName, email: Email) -> Self {
        Self {
            first_name,
            last_name,
            email: Some(email),
            username: None,
            email_as_username: true,
            password: PasswordPlan::Later,
            role: Role::Member,
            groups: Vec::new(),
            group_role: GroupRole::Learner,
            location: None,
            department: None,
            labels: Vec::new(),
            language: None,
            phone: None,
            job_title: None,
            address: None,
            date_of_birth: None,
            external_id: None,
            deletion_date: None,
            license: None,
            courses: Vec::new(),
            due_date: None,
        }
    }
}

/// What the three controls of a form, or the settings of an import, say about the password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordChoice {
    /// The password typed, if any.
    pub typed: Option<Password>,
    /// "Must choose a new one at the first sign-in".
    pub force_change: bool,
    /// "Tell them by email".
    pub email: bool,
}

/// How a new user will get in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasswordPlan {
    /// The typed password, to be changed at the first sign-in or not. Nothing is mailed.
    Typed {
        /// The password.
        password: Password,
        /// Whether the first sign-in asks for a new one.
        must_change: bool,
    },
    /// The worker makes one, mails it, and the first sign-in asks for a new one.
    Generated,
    /// No password yet; a link to choose one is mailed. Recommended.
    Activation,
    /// No password and no message; notifying the user later sends the link.
    Later,
}

/// What is told to a new user, in the same transaction as the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Welcome {
    /// Nothing.
    Silent,
    /// A generated password.
    GeneratedPassword,
    /// A link to choose a password.
    ActivationLink,
}

/// Why the three controls do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PasswordRefused {
    /// A password in a mailbox must not stay valid.
    #[error("a password is only emailed when it must be changed at the first sign-in")]
    EmailedWithoutChange,
    /// Typed passwords are never stored in clear, so they cannot be mailed.
    #[error(
        "a typed password is never emailed: leave it empty to have one generated, or hand it over yourself"
    )]
    TypedIsNotEmailed,
    /// Nobody would ever know the password.
    #[error("there is no password to change: type one, or have one generated and emailed")]
    NothingToChange,
    /// There is nowhere to send it.
    #[error("without an email address nothing can be emailed: type a password")]
    NoAddress,
}

impl PasswordChoice {
    /// The one rule for all combinations of password, forced change and email.
    pub fn decide(self, has_email: bool) -> Result<PasswordPlan, PasswordRefused> {
        if self.email && !has_email {
            return Err(PasswordRefused::NoAddress);
        }
        match (self.typed, self.force_change, self.email) {
            (Some(password), must_change, false) => Ok(PasswordPlan::Typed {
                password,
                must_change,
            }),
            (Some(_), true, true) => Err(PasswordRefused::TypedIsNotEmailed),
            (Some(_), false, true) => Err(PasswordRefused::EmailedWithoutChange),
            (None, true, true) => Ok(PasswordPlan::Generated),
            (None, false, true) => Ok(PasswordPlan::Activation),
            (None, true, false) => Err(PasswordRefused::NothingToChange),
            (None, false, false) => Ok(PasswordPlan::Later),
        }
    }
}

impl PasswordPlan {
    /// The message this plan sends.
    pub fn welcome(&self) -> Welcome {
        match self {
            Self::Typed { .. } | Self::Later => Welcome::Silent,
            Self::Generated => Welcome::GeneratedPassword,
            Self::Activation => Welcome::ActivationLink,
        }
    }
}

/// Why a user is not created; each names the field it stands at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum CreateRefused {
    /// Somebody has this email.
    #[error("somebody with this email address exists already")]
    EmailTaken,
    /// Somebody has this username.
    #[error("this username is taken")]
    UsernameTaken,
    /// Somebody has this external id.
    #[error("somebody with this external id exists already")]
    ExternalIdTaken,
    /// Neither email nor username was given.
    #[error("a user without an email address needs a username")]
    NoIdentity,
    /// The password is not accepted.
    #[error("{0}")]
    Password(super::WeakPassword),
    /// The user cap is reached.
    #[error("all {cap} places are taken: archive someone, or ask the platform's team to raise the cap")]
    CapReached {
        /// The most active users there may be.
        cap: i64,
    },
    /// The license has too few seats.
    #[error("the license has no free seat ({short} short): take one back, or choose another license")]
    NoSeat {
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
    #[error("the day has passed: choose one from tomorrow on")]
    DeletionDatePast,
}

impl CreateRefused {
    /// The name of the field at which this belongs, as in the file columns.
    pub fn field(&self) -> &'static str {
        match self {
            Self::EmailTaken => "email",
            Self::UsernameTaken | Self::NoIdentity => "username",
            Self::ExternalIdTaken => "external_id",
            Self::Password(_) => "password",
            Self::NoSeat { .. } | Self::LicenseOver => "license",
            Self::CapReached { .. } => "",
            Self::DeletionDatePast => "deletion_date",
            Self::Gone(what) => match what.as_str() {
                "group" => "groups",
                "location" => "location",
                "department" => "department",
                "label" => "labels",
                "license" => "license",
                "course" => "courses",
                _ => "",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_eight_combinations() {
        use PasswordRefused::{EmailedWithoutChange, NoAddress, NothingToChange, TypedIsNotEmailed};
        let typed = || Some(Password::new("correct horse"));
        let set = |must_change| PasswordPlan::Typed {
            password: Password::new("correct horse"),
            must_change,
        };
        let table = [
            (typed(), false, false, Ok(set(false))),
            (typed(), true, false, Ok(set(true))),
            (typed(), false, true, Err(EmailedWithoutChange)),
            (typed(), true, true, Err(TypedIsNotEmailed)),
            (None, false, false, Ok(PasswordPlan::Later)),
            (None, true, false, Err(NothingToChange)),
            (None, false, true, Ok(PasswordPlan::Activation)),
            (None, true, true, Ok(PasswordPlan::Generated)),
        ];
        for (typed, force_change, email, expected) in table {
            let choice = PasswordChoice {
                typed,
                force_change,
                email,
            };
            assert_eq!(choice.clone().decide(true), expected, "{choice:?}");
            if email {
                assert_eq!(choice.decide(false), Err(NoAddress));
            }
        }
    }
}
