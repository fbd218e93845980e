//! What the page's script says while somebody types: the words that the server would answer with, sent along with the form.

use crate::t;
use domain::invitations::{RegistrationField as Field, RegistrationForm};
use domain::users::{COMMON_WORDS, WeakPassword};
use serde::Serialize;
use std::collections::BTreeMap;
use store::invitations::Welcome;

/// What the script knows.
#[derive(Serialize)]
pub struct Says {
    /// What is said of a needed field that is empty, by its name.
    missing: BTreeMap<&'static str, String>,
    /// What is said of a field that does not fit, by its name.
    wrong: BTreeMap<&'static str, String>,
    short: String,
    common: String,
    /// How strong a password is, from weak to strong.
    strength: [&'static str; 3],
    show: [&'static str; 2],
    min_length: u8,
    common_words: &'static [&'static str],
}

impl Says {
    /// What is said of this invitation's form.
    pub fn of(welcome: &Welcome) -> Self {
        let weak = |weak| t!(problems::weak_password(&weak));
        Self {
            missing: said_of(&RegistrationForm::default()),
            wrong: said_of(&wrong_throughout()),
            short: weak(WeakPassword::TooShort(welcome.min_length)),
            common: weak(WeakPassword::Common),
            strength: [
                t!(registration::STRENGTH_WEAK),
                t!(registration::STRENGTH_FAIR),
                t!(registration::STRENGTH_STRONG),
            ],
            show: [t!(registration::SHOW), t!(registration::HIDE)],
            min_length: welcome.min_length,
            common_words: COMMON_WORDS,
        }
    }

    /// As the script reads it; without it the form is checked on the server alone.
    pub fn json(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }
}

/// What the server would answer to a form, field by field.
fn said_of(form: &RegistrationForm) -> BTreeMap<&'static str, String> {
    let problems = form.parse().err().unwrap_or_default();
    let said = |(field, problem): (Field, _)| (field.as_str(), t!(problems::not_valid(&problem)));
    problems.into_iter().map(said).collect()
}

/// A form in which every field that can be wrong is.
fn wrong_throughout() -> RegistrationForm {
    let long = "x".repeat(501);
    RegistrationForm {
        first_name: long.clone(),
        last_name: long.clone(),
        password: String::new(),
        phone: long.clone(),
        address: long.clone(),
        date_of_birth: long.clone(),
        job_title: long,
        language: String::new(),
    }
}
