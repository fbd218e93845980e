//! A user in full, and the form that changes them.
//!
//! The form is sent with the version it was filled from. Where somebody else changed the user meanwhile, nothing is written and
//! the answer is the user as they are now, so that the two can be held against each other, field by field.

use super::form::Check;
use super::{
    Email, ExternalId, FieldError, Language, PersonName, Phone, ProfileText, UserStatus, UserSummary,
    Username,
};
use crate::id::{DepartmentId, LabelId, LocationId};
use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// A user in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserDetails {
    /// What the list shows.
    pub summary: UserSummary,
    /// Counts the changes of the account.
    pub version: i64,
    /// Id in another system.
    pub external_id: Option<ExternalId>,
    /// Labels.
    pub labels: Vec<LabelId>,
    /// Job title.
    pub job_title: Option<ProfileText>,
    /// Postal address.
    pub address: Option<ProfileText>,
    /// Date of birth.
    pub date_of_birth: Option<Date>,
    /// Whether a password is set.
    pub has_password: bool,
    /// Whether it must be changed at the next sign-in.
    pub must_change_password: bool,
    /// Who invited them, by name.
    pub invited_by: Option<String>,
    /// When they were approved.
    pub approved_at: Option<Timestamp>,
    /// By whom, by name.
    pub approved_by: Option<String>,
    /// When they were told of the account.
    pub notified_at: Option<Timestamp>,
    /// When they were archived.
    pub archived_at: Option<Timestamp>,
    /// The last sign-in.
    pub last_sign_in_at: Option<Timestamp>,
}

impl UserDetails {
    /// First and last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.summary.first_name, self.summary.last_name)
    }
    /// The status column.
    pub fn status(&self) -> UserStatus {
        self.summary.status
    }
}

/// The form as typed. Email, phone and password have their own; role and groups are acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserEdit {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Username.
    pub username: String,
    /// Language.
    pub language: Language,
    /// Location.
    pub location: Option<LocationId>,
    /// Department.
    pub department: Option<DepartmentId>,
    /// Labels.
    pub labels: Vec<LabelId>,
    /// Job title; may be empty.
    pub job_title: String,
    /// Postal address; may be empty.
    pub address: String,
    /// Date of birth; may be empty.
    pub date_of_birth: String,
    /// Id in another system; may be empty.
    pub external_id: String,
    /// Deletion date; may be empty.
    pub deletion_date: String,
}

/// What the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// First name.
    pub first_name: PersonName,
    /// Last name.
    pub last_name: PersonName,
    /// Username.
    pub username: Username,
    /// Job title.
    pub job_title: Option<ProfileText>,
    /// Postal address.
    pub address: Option<ProfileText>,
    /// Date of birth.
    pub date_of_birth: Option<Date>,
    /// Id in another system.
    pub external_id: Option<ExternalId>,
    /// Deletion date.
    pub deletion_date: Option<Date>,
}

/// Why a user is not changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum EditRefused {
    /// Fields are not what they should be.
    #[error("the form has problems: mend the fields that say so")]
    Fields(Vec<FieldError>),
    /// Somebody changed the user meanwhile; this is how they are now.
    #[error("somebody changed this user meanwhile: look at what is different")]
    Changed(Box<UserDetails>),
    /// A chosen thing is gone.
    #[error("the chosen {0} no longer exists: choose again")]
    Gone(String),
    /// There is nowhere to send to.
    #[error("this user has no email address")]
    NoEmail,
    /// Whoever is to get in must be active.
    #[error("only active users sign in: approve or reactivate the user first")]
    NotActive,
    /// Without email and password nobody gets in.
    #[error("without an email address a password must be set first, or nobody can sign in")]
    WouldBeLockedOut,
}

fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

impl UserEdit {
    /// The form of a user as they are.
    pub fn of(user: &UserDetails) -> Self {
        let summary = &user.summary;
        let mut labels = user.labels.clone();
        labels.sort_unstable();
        Self {
            first_name: summary.first_name.to_string(),
            last_name: summary.last_name.to_string(),
            username: summary.username.to_string(),
            language: summary.language,
            location: summary.location,
            department: summary.department,
            labels,
            job_title: text(user.job_title.as_ref()),
            address: text(user.address.as_ref()),
            date_of_birth: text(user.date_of_birth.as_ref()),
            external_id: text(user.external_id.as_ref()),
            deletion_date: text(summary.status.deletion_date.as_ref()),
        }
    }

    /// What the form says, or everything that is wrong with it. A deletion date that was there before may have come.
    /// Without a `today`, whether a day is over is not looked at: a browser's clock may be wrong.
    pub fn parse(&self, before: Option<Date>, today: Option<Date>) -> Result<Edited, Vec<FieldError>> {
        let mut check = Check::default();
        let first_name = check.needed("first_name", &self.first_name, PersonName::parse);
        let last_name = check.needed("last_name", &self.last_name, PersonName::parse);
        let username = check.needed("username", &self.username, Username::parse);
        let deletion_date = check.date("deletion_date", &self.deletion_date);
        let over = deletion_date
            .zip(today)
            .is_some_and(|(date, today)| date <= today);
        if over && deletion_date != before {
            check.wrong("deletion_date", super::CreateRefused::DeletionDatePast);
        }
        let edited = Edited {
            job_title: check.optional("job_title", &self.job_title, ProfileText::parse),
            address: check.optional("address", &self.address, ProfileText::parse),
            date_of_birth: check.date("date_of_birth", &self.date_of_birth),
            external_id: check.optional("external_id", &self.external_id, ExternalId::parse),
            deletion_date,
            first_name: first_name.ok_or_else(|| check.errors.clone())?,
            last_name: last_name.ok_or_else(|| check.errors.clone())?,
            username: username.ok_or_else(|| check.errors.clone())?,
        };
        if check.errors.is_empty() {
            Ok(edited)
        } else {
            Err(check.errors)
        }
    }

    /// The fields in which two forms differ.
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        let fields = [
            ("first_name", self.first_name.trim() != other.first_name.trim()),
            ("last_name", self.last_name.trim() != other.last_name.trim()),
            ("username", self.username.trim() != other.username.trim()),
            ("language", self.language != other.language),
            ("location", self.location != other.location),
            ("department", self.department != other.department),
            ("labels", self.labels != other.labels),
            ("job_title", self.job_title.trim() != other.job_title.trim()),
            ("address", self.address.trim() != other.address.trim()),
            ("date_of_birth", self.date_of_birth != other.date_of_birth),
            ("external_id", self.external_id.trim() != other.external_id.trim()),
            ("deletion_date", self.deletion_date != other.deletion_date),
        ];
        let different = fields.into_iter().filter(|(_, differs)| *differs);
        different.map(|(field, _)| field).collect()
    }

    /// Both changes of one user: what `mine` changed from `base`, and everything else as in `theirs`. The second part names the
    /// fields that both changed, in which mine wins.
    pub fn merge(base: &Self, mine: &Self, theirs: &Self) -> (Self, Vec<&'static str>) {
        let ours = base.differences(mine);
        let both = base
            .differences(theirs)
            .into_iter()
            .filter(|field| ours.contains(field) && mine.differences(theirs).contains(field));
        let both: Vec<&'static str> = both.collect();
        let mut merged = theirs.clone();
        macro_rules! take {
            ($($field:ident),*) => {
                $(if ours.contains(&stringify!($field)) { merged.$field = mine.$field.clone(); })*
            };
        }
        take!(
            first_name,
            last_name,
            username,
            language,
            location,
            department,
            labels,
            job_title,
            address,
            date_of_birth,
            external_id,
            deletion_date
        );
        (merged, both)
    }
}

/// How somebody's password is set by another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SetPassword {
    /// This one, handed over by whoever typed it.
    Typed {
        /// The password.
        password: super::Password,
        /// Whether it must be changed at the next sign-in.
        must_change: bool,
    },
    /// One that is generated and emailed, to be changed at the next sign-in.
    Generated,
    /// None: a link to choose one is emailed.
    Link,
}

/// The new address of somebody; none takes it away.
pub fn parse_email(text: &str) -> Result<Option<Email>, Vec<FieldError>> {
    let mut check = Check::default();
    let email = check.optional("email", text, Email::parse);
    if check.errors.is_empty() {
        Ok(email)
    } else {
        Err(check.errors)
    }
}

/// The new phone number of somebody; none takes it away.
pub fn parse_phone(text: &str) -> Result<Option<Phone>, Vec<FieldError>> {
    let mut check = Check::default();
    let phone = check.optional("phone", text, Phone::parse);
    if check.errors.is_empty() {
        Ok(phone)
    } else {
        Err(check.errors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> UserEdit {
        UserEdit {
            first_name: "Ada".into(),
            last_name: "Byron".into(),
            username: "ada".into(),
            language: Language::En,
            location: None,
            department: None,
            labels: Vec::new(),
            job_title: String::new(),
            address: String::new(),
            date_of_birth: String::new(),
            external_id: String::new(),
            deletion_date: String::new(),
        }
    }

    #[test]
    fn two_people_who_change_different_fields_lose_nothing() {
        let mine = UserEdit {
            last_name: "Lovelace".into(),
            job_title: "Countess".into(),
            ..form()
        };
        let theirs = UserEdit {
            username: "ada2".into(),
            job_title: "Analyst".into(),
            ..form()
        };
        let (merged, both) = UserEdit::merge(&form(), &mine, &theirs);
        assert_eq!(both, ["job_title"]);
        assert_eq!(
            merged,
            UserEdit {
                last_name: "Lovelace".into(),
                username: "ada2".into(),
                job_title: "Countess".into(),
                ..form()
            }
        );
    }

    #[test]
    fn every_problem_is_named_and_a_date_that_has_come_may_stay() {
        let today = Date::parse("2026-11-22").unwrap();
        let wrong = UserEdit {
            username: "a b".into(),
            date_of_birth: "soon".into(),
            deletion_date: "2026-11-22".into(),
            ..form()
        };
        let errors = wrong.parse(None, Some(today)).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert!(
            fields.contains(&"deletion_date") && fields.contains(&"username"),
            "{fields:?}"
        );
        let due = UserEdit {
            deletion_date: "2026-11-22".into(),
            ..form()
        };
        assert!(due.parse(Some(today), Some(today)).is_ok());
    }
}
