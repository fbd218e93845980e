//! The form that makes a user: what was typed, and the one check of it.
//!
//! The browser runs the check to show problems at their fields before anything is sent; the server runs it again and
//! decides. Names of fields are those of the file columns.

use super::{
    CreateRefused, Email, ExternalId, Language, NewUser, NotValid, PasswordChoice, PasswordPlan,
    PasswordPolicy, PasswordRefused, PersonName, Phone, ProfileText, Username, WeakPassword,
};
use crate::access::{GroupRole, Role};
use crate::id::{CourseId, DepartmentId, GroupId, LabelId, LicenseId, LocationId};
use crate::time::{Date, NotADate};
use serde::{Deserialize, Serialize};

/// The form as typed; what is chosen from lists is typed already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserForm {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Email; may be empty.
    pub email: String,
    /// "Use email address as username".
    pub email_as_username: bool,
    /// Username; looked at only when the email is not used as one.
    pub username: String,
    /// How they get in.
    pub password: PasswordChoice,
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
    /// Language.
    pub language: Option<Language>,
    /// Deletion date; may be empty.
    pub deletion_date: String,
    /// A license to take a seat of.
    pub license: Option<LicenseId>,
    /// Courses of that license; empty means all of them.
    pub courses: Vec<CourseId>,
    /// Due date of those courses; may be empty.
    pub due_date: String,
    /// Phone; may be empty.
    pub phone: String,
    /// Job title; may be empty.
    pub job_title: String,
    /// Postal address; may be empty.
    pub address: String,
    /// Date of birth; may be empty.
    pub date_of_birth: String,
    /// Id in another system; may be empty.
    pub external_id: String,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name; empty for the form as a whole.
    pub field: String,
    /// What is wrong, and how to mend it.
    pub problem: FormProblem,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum FormProblem {
    /// The text is not what it should be.
    #[error("{0}")]
    Value(NotValid),
    /// No user can be made with it.
    #[error("{0}")]
    Create(CreateRefused),
    /// The choice of a password does not fit together.
    #[error("{0}")]
    Choice(PasswordRefused),
    /// The password is not accepted.
    #[error("{0}")]
    Password(WeakPassword),
    /// Fewer seats than are given or reserved.
    #[error("{0} seats are given or reserved: take some back first, or keep at least {0}")]
    SeatsUsed(i64),
}

impl From<NotValid> for FormProblem {
    fn from(value: NotValid) -> Self {
        Self::Value(value)
    }
}

impl From<NotADate> for FormProblem {
    fn from(date: NotADate) -> Self {
        Self::Value(date.into())
    }
}

impl From<CreateRefused> for FormProblem {
    fn from(refused: CreateRefused) -> Self {
        Self::Create(refused)
    }
}

impl From<PasswordRefused> for FormProblem {
    fn from(refused: PasswordRefused) -> Self {
        Self::Choice(refused)
    }
}

impl From<WeakPassword> for FormProblem {
    fn from(weak: WeakPassword) -> Self {
        Self::Password(weak)
    }
}

impl FieldError {
    /// A problem at a field.
    pub fn new(field: &str, problem: impl Into<FormProblem>) -> Self {
        Self {
            field: field.to_owned(),
            problem: problem.into(),
        }
    }
}

/// Why the form does not make a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum FormRefused {
    /// Fields are not what they should be.
    #[error("the form has problems: mend the fields that say so")]
    Fields(Vec<FieldError>),
    /// The form is right, and the user cannot be made.
    #[error("{0}")]
    Create(CreateRefused),
}

impl FormRefused {
    /// Every problem with its field.
    pub fn errors(&self) -> Vec<FieldError> {
        match self {
            Self::Fields(errors) => errors.clone(),
            Self::Create(refused) => vec![FieldError::new(refused.field(), refused.clone())],
        }
    }
}

/// What is wrong with the text of one field by itself; an empty field that may be empty is right.
pub fn field_error(field: &str, text: &str) -> Option<NotValid> {
    fn said<T>(parsed: Result<T, impl Into<NotValid>>) -> Option<NotValid> {
        parsed.err().map(Into::into)
    }
    let name = matches!(field, "first_name" | "last_name");
    if text.trim().is_empty() && !name {
        return None;
    }
    match field {
        "first_name" | "last_name" => said(PersonName::parse(text)),
        "email" => said(Email::parse(text)),
        "username" => said(Username::parse(text)),
        "phone" => said(Phone::parse(text)),
        "job_title" | "address" => said(ProfileText::parse(text)),
        "external_id" => said(ExternalId::parse(text)),
        "deletion_date" | "due_date" | "date_of_birth" => said(Date::parse(text)),
        _ => None,
    }
}

impl UserForm {
    /// The user that the form describes, or everything that is wrong with it.
    pub fn parse(self, policy: PasswordPolicy, today: Date) -> Result<NewUser, Vec<FieldError>> {
        let mut check = Check::default();
        let first_name = check.needed("first_name", &self.first_name, PersonName::parse);
        let last_name = check.needed("last_name", &self.last_name, PersonName::parse);
        let email = check.optional("email", &self.email, Email::parse);
        let username = if self.email_as_username {
            None
        } else {
            check.optional("username", &self.username, Username::parse)
        };
        let says_who =
            !self.email.trim().is_empty() || !self.email_as_username && !self.username.trim().is_empty();
        if !says_who {
            let field = if self.email_as_username {
                "email"
            } else {
                "username"
            };
            check.wrong(field, CreateRefused::NoIdentity);
        }
        let password = check.password(self.password, !self.email.trim().is_empty(), policy);
        let deletion_date = check.date("deletion_date", &self.deletion_date);
        if deletion_date.is_some_and(|date| date <= today) {
            check.wrong("deletion_date", CreateRefused::DeletionDatePast);
        }
        let user = NewUser {
            email,
            username,
            email_as_username: self.email_as_username,
            role: self.role,
            groups: self.groups,
            group_role: self.group_role,
            location: self.location,
            department: self.department,
            labels: self.labels,
            language: self.language,
            phone: check.optional("phone", &self.phone, Phone::parse),
            job_title: check.optional("job_title", &self.job_title, ProfileText::parse),
            address: check.optional("address", &self.address, ProfileText::parse),
            date_of_birth: check.date("date_of_birth", &self.date_of_birth),
            external_id: check.optional("external_id", &self.external_id, ExternalId::parse),
            deletion_date,
            courses: if self.license.is_some() {
                self.courses
            } else {
                Vec::new()
            },
            license: self.license,
            due_date: check.date("due_date", &self.due_date),
            // Without these three there is an error, and nothing is made.
            first_name: first_name.ok_or_else(|| check.errors.clone())?,
            last_name: last_name.ok_or_else(|| check.errors.clone())?,
            password: password.ok_or_else(|| check.errors.clone())?,
        };
        if check.errors.is_empty() {
            Ok(user)
        } else {
            Err(check.errors)
        }
    }
}

#[derive(Default)]
pub(super) struct Check {
    pub(super) errors: Vec<FieldError>,
}

impl Check {
    pub(super) fn wrong(&mut self, field: &str, problem: impl Into<FormProblem>) {
        self.errors.push(FieldError::new(field, problem));
    }

    pub(super) fn needed<T>(
        &mut self,
        field: &str,
        text: &str,
        parse: fn(&str) -> Result<T, NotValid>,
    ) -> Option<T> {
        parse(text).map_err(|error| self.wrong(field, error)).ok()
    }

    pub(super) fn optional<T>(
        &mut self,
        field: &str,
        text: &str,
        parse: fn(&str) -> Result<T, NotValid>,
    ) -> Option<T> {
        if text.trim().is_empty() {
            return None;
        }
        self.needed(field, text, parse)
    }

    pub(super) fn date(&mut self, field: &str, text: &str) -> Option<Date> {
        if text.trim().is_empty() {
            return None;
        }
        Date::parse(text).map_err(|error| self.wrong(field, error)).ok()
    }

    fn password(
        &mut self,
        choice: PasswordChoice,
        has_email: bool,
        policy: PasswordPolicy,
    ) -> Option<PasswordPlan> {
        let field = |refused: &PasswordRefused| match refused {
            PasswordRefused::NoAddress | PasswordRefused::NothingToChange => "password_choice",
            PasswordRefused::EmailedWithoutChange | PasswordRefused::TypedIsNotEmailed => "password",
        };
        let plan = choice
            .decide(has_email)
            .map_err(|refused| self.wrong(field(&refused), refused))
            .ok()?;
        if let PasswordPlan::Typed { password, .. } = &plan {
            policy
                .check(password)
                .map_err(|weak| self.wrong("password", weak))
                .ok()?;
        }
        Some(plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::users::Password;

    fn form() -> UserForm {
        UserForm {
            first_name: "Ada".into(),
            last_name: "Lovelace".into(),
            email: "ada@example.org".into(),
            email_as_username: true,
            username: String::new(),
            password: PasswordChoice {
                typed: None,
                force_change: false,
                email: true,
            },
            role: Role::Member,
            groups: Vec::new(),
            group_role: GroupRole::Learner,
            location: None,
            department: None,
            labels: Vec::new(),
            language: None,
            deletion_date: String::new(),
            license: None,
            courses: Vec::new(),
            due_date: String::new(),
            phone: String::new(),
            job_title: String::new(),
            address: String::new(),
            date_of_birth: String::new(),
            external_id: String::new(),
        }
    }

    fn wrong_fields(form: UserForm) -> Vec<String> {
        let today = Date::parse("2026-01-01").unwrap();
        match form.parse(PasswordPolicy::default(), today) {
            Ok(_) => Vec::new(),
            Err(errors) => errors.into_iter().map(|error| error.field).collect(),
        }
    }

    #[test]
    fn a_plain_form_makes_a_user() {
        let today = Date::parse("2026-01-01").unwrap();
        let user = form().parse(PasswordPolicy::default(), today).unwrap();
        assert_eq!(user.password, PasswordPlan::Activation);
        assert_eq!((user.username, user.phone), (None, None));
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let wrong = UserForm {
            first_name: " ".into(),
            email: "ada".into(),
            phone: "12".into(),
            deletion_date: "2026-01-01".into(),
            password: PasswordChoice {
                typed: Some(Password::new("short")),
                force_change: false,
                email: false,
            },
            ..form()
        };
        assert_eq!(
            wrong_fields(wrong),
            ["first_name", "email", "password", "deletion_date", "phone"]
        );
    }

    #[test]
    fn without_an_email_a_username_is_needed_and_nothing_is_mailed() {
        let nameless = UserForm {
            email: String::new(),
            ..form()
        };
        assert_eq!(wrong_fields(nameless.clone()), ["email", "password_choice"]);
        let named = UserForm {
            email_as_username: false,
            username: "ada".into(),
            password: PasswordChoice {
                typed: None,
                force_change: false,
                email: false,
            },
            ..nameless
        };
        assert_eq!(wrong_fields(named), [""; 0]);
    }

    #[test]
    fn a_field_is_checked_by_itself_as_in_the_whole() {
        for (field, wrong, right) in [
            ("first_name", "", "Ada"),
            ("email", "ada@", ""),
            ("username", "a b", "ada"),
            ("phone", "12", "+49 30 123456"),
            ("deletion_date", "tomorrow", "2026-02-01"),
        ] {
            assert!(field_error(field, wrong).is_some(), "{field}");
            assert_eq!(field_error(field, right), None, "{field}");
        }
    }
}
