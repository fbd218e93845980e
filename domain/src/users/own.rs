//! One's own profile: what everybody may change of themselves, and where they are signed in.

use super::form::Check;
use super::{Email, FieldError, Language, PersonName, Phone, ProfileText, UserDetails};
use crate::id::SecretId;
use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// The form of one's own profile, text by text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileForm {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Phone; may be empty.
    pub phone: String,
    /// Job title; may be empty.
    pub job_title: String,
    /// Postal address; may be empty.
    pub address: String,
    /// Date of birth; may be empty.
    pub date_of_birth: String,
    /// The language they read.
    pub language: Language,
}

/// What the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDetails {
    /// First name.
    pub first_name: PersonName,
    /// Last name.
    pub last_name: PersonName,
    /// Phone.
    pub phone: Option<Phone>,
    /// Job title.
    pub job_title: Option<ProfileText>,
    /// Postal address.
    pub address: Option<ProfileText>,
    /// Date of birth.
    pub date_of_birth: Option<Date>,
    /// Language.
    pub language: Language,
}

/// Why one's own profile is not changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ProfileRefused {
    /// Fields are not what they should be.
    #[error("the form has problems: mend the fields that say so")]
    Fields(Vec<FieldError>),
    /// Somebody changed the account meanwhile.
    #[error("somebody changed your account meanwhile: reload the page")]
    Changed,
    /// Too many messages were asked for; whole minutes until the next.
    #[error("too many attempts: wait {0} minutes")]
    TooMany(i64),
}

/// A browser somebody is signed in with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSession {
    /// Its id.
    pub id: SecretId,
    /// Whether it is the one that asks.
    pub current: bool,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was used last, to a few minutes.
    pub last_seen_at: Timestamp,
    /// The network address it signed in from.
    pub address: Option<String>,
    /// What the browser calls itself.
    pub user_agent: Option<String>,
}

impl ProfileForm {
    /// The form of a user as they are.
    pub fn of(user: &UserDetails) -> Self {
        fn text<T: ToString>(value: Option<&T>) -> String {
            value.map(ToString::to_string).unwrap_or_default()
        }
        let summary = &user.summary;
        Self {
            first_name: summary.first_name.to_string(),
            last_name: summary.last_name.to_string(),
            phone: text(summary.phone.as_ref()),
            job_title: text(user.job_title.as_ref()),
            address: text(user.address.as_ref()),
            date_of_birth: text(user.date_of_birth.as_ref()),
            language: summary.language,
        }
    }

    /// What the form says, or everything that is wrong with it.
    pub fn parse(&self) -> Result<OwnDetails, Vec<FieldError>> {
        let mut check = Check::default();
        let first_name = check.needed("first_name", &self.first_name, PersonName::parse);
        let last_name = check.needed("last_name", &self.last_name, PersonName::parse);
        let phone = check.optional("phone", &self.phone, Phone::parse);
        let job_title = check.optional("job_title", &self.job_title, ProfileText::parse);
        let address = check.optional("address", &self.address, ProfileText::parse);
        let date_of_birth = check.date("date_of_birth", &self.date_of_birth);
        match (first_name, last_name) {
            (Some(first_name), Some(last_name)) if check.errors.is_empty() => Ok(OwnDetails {
                first_name,
                last_name,
                phone,
                job_title,
                address,
                date_of_birth,
                language: self.language,
            }),
            _ => Err(check.errors),
        }
    }
}

/// A new address of one's own.
pub fn parse_own_email(text: &str) -> Result<Email, Vec<FieldError>> {
    Email::parse(text).map_err(|wrong| vec![FieldError::new("email", wrong)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_is_named() {
        let form = ProfileForm {
            first_name: " ".into(),
            last_name: "Lovelace".into(),
            phone: "call me".into(),
            job_title: String::new(),
            address: "x".repeat(501),
            date_of_birth: "tomorrow".into(),
            language: Language::En,
        };
        let errors = form.parse().unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["first_name", "phone", "address", "date_of_birth"]);
    }
}
