//! Registering with an invitation: what is asked, field by field.

use crate::messages::LinkState;
use crate::time::Date;
use crate::users::{Language, NotValid, Password, PersonName, Phone, ProfileText, Rule, WeakPassword};
use std::fmt;

/// The form as it was posted: text by text.
#[derive(Clone, Default)]
pub struct RegistrationForm {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Password.
    pub password: String,
    /// Phone; may be empty.
    pub phone: String,
    /// Postal address; may be empty.
    pub address: String,
    /// Date of birth; may be empty.
    pub date_of_birth: String,
    /// Job title; may be empty.
    pub job_title: String,
    /// Language; empty means the invitation's.
    pub language: String,
}

/// A registration, every field valid on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// First name.
    pub first_name: PersonName,
    /// Last name.
    pub last_name: PersonName,
    /// Password, not yet held against the organization's policy.
    pub password: Password,
    /// Phone.
    pub phone: Option<Phone>,
    /// Postal address.
    pub address: Option<ProfileText>,
    /// Date of birth.
    pub date_of_birth: Option<Date>,
    /// Job title.
    pub job_title: Option<ProfileText>,
    /// Language, if it was chosen.
    pub language: Option<Language>,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistrationField {
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// Password.
    Password,
    /// Phone.
    Phone,
    /// Postal address.
    Address,
    /// Date of birth.
    DateOfBirth,
    /// Job title.
    JobTitle,
    /// Language.
    Language,
}

impl RegistrationField {
    /// Its name in the form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Password => "password",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::DateOfBirth => "date_of_birth",
            Self::JobTitle => "job_title",
            Self::Language => "language",
        }
    }
}

impl fmt::Debug for RegistrationForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RegistrationForm(…)")
    }
}

impl RegistrationForm {
    /// Reads the form, or says what is wrong at each field.
    pub fn parse(&self) -> Result<Registration, Vec<(RegistrationField, NotValid)>> {
        use RegistrationField as Field;
        let mut problems = Vec::new();
        let mut first_name = None;
        let mut last_name = None;
        for (field, text, name) in [
            (Field::FirstName, &self.first_name, &mut first_name),
            (Field::LastName, &self.last_name, &mut last_name),
        ] {
            match PersonName::parse(text) {
                Ok(parsed) => *name = Some(parsed),
                Err(problem) => problems.push((field, problem)),
            }
        }
        if self.password.is_empty() {
            problems.push((
                Field::Password,
                NotValid::breaking(Rule::Needed, "a password is needed"),
            ));
        }
        let phone = optional(&mut problems, Field::Phone, &self.phone, Phone::parse);
        let address = optional(&mut problems, Field::Address, &self.address, ProfileText::parse);
        let date_of_birth = optional(&mut problems, Field::DateOfBirth, &self.date_of_birth, |text| {
            Date::parse(text).map_err(NotValid::from)
        });
        let job_title = optional(
            &mut problems,
            Field::JobTitle,
            &self.job_title,
            ProfileText::parse,
        );
        let language = optional(&mut problems, Field::Language, &self.language, Language::parse);
        match (first_name, last_name) {
            (Some(first_name), Some(last_name)) if problems.is_empty() => Ok(Registration {
                first_name,
                last_name,
                password: Password::new(self.password.clone()),
                phone,
                address,
                date_of_birth,
                job_title,
                language,
            }),
            _ => Err(problems),
        }
    }
}

fn optional<T>(
    problems: &mut Vec<(RegistrationField, NotValid)>,
    field: RegistrationField,
    text: &str,
    parse: impl Fn(&str) -> Result<T, NotValid>,
) -> Option<T> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    parse(text)
        .map_err(|problem| problems.push((field, problem)))
        .ok()
}

/// Why nobody is registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisterRefused {
    /// The link is not open.
    Closed(LinkState),
    /// The password is not accepted; the link stays good.
    Password(WeakPassword),
    /// Somebody has this address already; the person can sign in, or ask for a new password.
    HasAccount,
    /// The organization has no place left.
    NoPlace,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_is_named_and_optional_ones_may_be_empty() {
        let right = RegistrationForm {
            first_name: " Ada ".into(),
            last_name: "Lovelace".into(),
            password: "four unrelated words".into(),
            ..RegistrationForm::default()
        };
        let registration = right.parse().unwrap();
        assert_eq!(registration.first_name.as_str(), "Ada");
        assert_eq!(registration.phone, None);
        let wrong = RegistrationForm {
            last_name: String::new(),
            password: String::new(),
            phone: "12".into(),
            date_of_birth: "02/03/2000".into(),
            language: "tlh".into(),
            ..right
        };
        let fields: Vec<_> = wrong
            .parse()
            .unwrap_err()
            .into_iter()
            .map(|(field, _)| field.as_str())
            .collect();
        assert_eq!(
            fields,
            ["last_name", "password", "phone", "date_of_birth", "language"]
        );
        assert!(!format!("{wrong:?}").contains("Ada"));
    }
}
