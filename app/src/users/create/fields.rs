//! The form's values while it is filled in.

use super::problems::no_course;
use crate::ui::FieldProblem;
use domain::access::{GroupRole, Role};
use domain::users::{Language, Password, PasswordChoice, UserForm};
use leptos::prelude::*;

/// Every value, in the form that fields hold; cheap to copy.
#[derive(Clone, Copy)]
pub struct Fields {
    pub first_name: RwSignal<String>,
    pub last_name: RwSignal<String>,
    pub email: RwSignal<String>,
    pub email_as_username: RwSignal<bool>,
    pub username: RwSignal<String>,
    /// `activation`, `generated`, `typed` or `later`.
    pub password_choice: RwSignal<String>,
    pub password: RwSignal<String>,
    pub force_change: RwSignal<bool>,
    pub role: RwSignal<String>,
    pub groups: RwSignal<Vec<String>>,
    pub group_role: RwSignal<String>,
    pub location: RwSignal<String>,
    pub department: RwSignal<String>,
    pub labels: RwSignal<Vec<String>>,
    pub language: RwSignal<String>,
    pub deletion_date: RwSignal<String>,
    pub license: RwSignal<String>,
    pub courses: RwSignal<Vec<String>>,
    pub due_date: RwSignal<String>,
    pub phone: RwSignal<String>,
    pub job_title: RwSignal<String>,
    pub address: RwSignal<String>,
    pub date_of_birth: RwSignal<String>,
    pub external_id: RwSignal<String>,
}

impl Fields {
    /// An empty form, with the recommended choices made.
    pub fn new() -> Self {
        Self {
            first_name: RwSignal::default(),
            last_name: RwSignal::default(),
            email: RwSignal::default(),
            email_as_username: RwSignal::new(true),
            username: RwSignal::default(),
            password_choice: RwSignal::new("activation".to_owned()),
            password: RwSignal::default(),
            force_change: RwSignal::new(true),
            role: RwSignal::new(Role::Member.as_str().to_owned()),
            groups: RwSignal::default(),
            group_role: RwSignal::new(GroupRole::Learner.as_str().to_owned()),
            location: RwSignal::default(),
            department: RwSignal::default(),
            labels: RwSignal::default(),
            language: RwSignal::default(),
            deletion_date: RwSignal::default(),
            license: RwSignal::default(),
            courses: RwSignal::default(),
            due_date: RwSignal::default(),
            phone: RwSignal::default(),
            job_title: RwSignal::default(),
            address: RwSignal::default(),
            date_of_birth: RwSignal::default(),
            external_id: RwSignal::default(),
        }
    }

    /// The form as it stands.
    pub fn form(self) -> UserForm {
        fn ids<T: std::str::FromStr>(field: RwSignal<Vec<String>>) -> Vec<T> {
            field.with_untracked(|words| words.iter().filter_map(|word| word.parse().ok()).collect())
        }
        fn id<T: std::str::FromStr>(field: RwSignal<String>) -> Option<T> {
            field.with_untracked(|word| word.parse().ok())
        }
        UserForm {
            first_name: self.first_name.get_untracked(),
            last_name: self.last_name.get_untracked(),
            email: self.email.get_untracked(),
            email_as_username: self.email_as_username.get_untracked(),
            username: self.username.get_untracked(),
            password: self.password_choice(),
            role: self
                .role
                .with_untracked(|role| Role::parse(role).unwrap_or(Role::Member)),
            groups: ids(self.groups),
            group_role: self
                .group_role
                .with_untracked(|role| GroupRole::parse(role).unwrap_or(GroupRole::Learner)),
            location: id(self.location),
            department: id(self.department),
            labels: ids(self.labels),
            language: self
                .language
                .with_untracked(|language| Language::parse(language).ok()),
            deletion_date: self.deletion_date.get_untracked(),
            license: id(self.license),
            courses: ids(self.courses),
            due_date: self.due_date.get_untracked(),
            phone: self.phone.get_untracked(),
            job_title: self.job_title.get_untracked(),
            address: self.address.get_untracked(),
            date_of_birth: self.date_of_birth.get_untracked(),
            external_id: self.external_id.get_untracked(),
        }
    }

    fn password_choice(self) -> PasswordChoice {
        let (typed, force_change, email) = match self.password_choice.get_untracked().as_str() {
            "typed" => {
                let password = Password::new(self.password.get_untracked());
                (Some(password), self.force_change.get_untracked(), false)
            }
            "generated" => (None, true, true),
            "later" => (None, false, false),
            _ => (None, false, true),
        };
        PasswordChoice {
            typed,
            force_change,
            email,
        }
    }

    /// A license without any of its courses says nothing; none named means all of them.
    pub fn course_error(self) -> Option<FieldProblem> {
        let none =
            !self.license.with_untracked(String::is_empty) && self.courses.with_untracked(Vec::is_empty);
        none.then(no_course)
    }
}
