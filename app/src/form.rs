//! Forms of strangers: plain HTML that posts with or without JavaScript.
//!
//! The server answers a refused post with the same page, status 422, every field but the passwords as it was typed, and
//! the problems at their fields. [`Posted`] carries that to the page, on the server and in the browser.

use crate::t;
use crate::ui::FieldProblem;
use domain::sign_in::SignInRefused;
use domain::users::{NotValid, WeakPassword};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What was posted and why it was refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// The fields as typed, by name; never a password.
    pub fields: Vec<(String, String)>,
    /// What is wrong: the field's name, empty for the form as a whole, and the problem.
    pub problems: Vec<(String, Problem)>,
}

/// What can be wrong with a form of strangers. The page puts it into the reader's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// Nobody is signed in by this.
    SignIn(SignInRefused),
    /// The password is not accepted.
    Password(WeakPassword),
    /// A value is not what it should be.
    Value(NotValid),
    /// An address of another domain than those that may register.
    OtherDomain,
    /// Not the present password.
    WrongPassword,
    /// Not the token on the server's console.
    WrongToken,
    /// The install has its owner.
    AlreadySetUp,
    /// Somebody has this address already.
    HasAccount,
    /// The organization has no place left.
    NoPlace,
}

impl From<SignInRefused> for Problem {
    fn from(refused: SignInRefused) -> Self {
        Self::SignIn(refused)
    }
}

impl From<WeakPassword> for Problem {
    fn from(weak: WeakPassword) -> Self {
        Self::Password(weak)
    }
}

impl From<NotValid> for Problem {
    fn from(value: NotValid) -> Self {
        Self::Value(value)
    }
}

impl Posted {
    /// What was typed into a field.
    pub fn value(&self, field: &str) -> String {
        self.fields
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    }

    /// What is wrong with a field.
    pub fn problem(&self, field: &str) -> Option<String> {
        self.problems
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, problem)| t!(problems::problem(problem)))
    }

    /// Every problem, for the summary on top.
    pub fn summary(&self, first_field: &str) -> Vec<FieldProblem> {
        let at = |name: &String| {
            if name.is_empty() {
                first_field.to_owned()
            } else {
                name.clone()
            }
        };
        self.problems
            .iter()
            .map(|(name, problem)| FieldProblem {
                field: at(name),
                message: t!(problems::problem(problem)),
            })
            .collect()
    }
}

/// The refused post this page answers, or an empty form.
pub fn posted() -> Posted {
    SharedValue::new(|| use_context::<Posted>().unwrap_or_default()).into_inner()
}
