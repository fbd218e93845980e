//! What is wrong with the form: at the fields, as they are left; on top, when it was to be sent.

use super::fields::Fields;
use crate::t;
use crate::ui::FieldProblem;
use domain::users::field_error;
use leptos::prelude::*;

/// The fields in the order of the form: the summary lists problems in it.
const ORDER: [&str; 19] = [
    "first_name",
    "last_name",
    "email",
    "username",
    "password_choice",
    "password",
    "role",
    "groups",
    "location",
    "department",
    "labels",
    "deletion_date",
    "license",
    "courses",
    "due_date",
    "phone",
    "job_title",
    "date_of_birth",
    "external_id",
];

/// The problems; cheap to copy.
#[derive(Clone, Copy)]
pub struct Problems {
    at_fields: RwSignal<Vec<FieldProblem>>,
    /// What the summary on top lists.
    pub summary: RwSignal<Vec<FieldProblem>>,
}

impl Problems {
    /// None.
    pub fn new() -> Self {
        Self {
            at_fields: RwSignal::default(),
            summary: RwSignal::default(),
        }
    }

    /// Whether there are any.
    pub fn any(self) -> bool {
        self.at_fields.with_untracked(|errors| !errors.is_empty())
    }

    /// Shows these and no others, at the fields and on top.
    pub fn show(self, mut errors: Vec<FieldProblem>, fields: &Fields) {
        for error in &mut errors {
            // The field of the username is not there while the email is used as one.
            if error.field == "username" && fields.email_as_username.get_untracked() {
                "email".clone_into(&mut error.field);
            }
        }
        errors.sort_by_key(|error| ORDER.iter().position(|field| *field == error.field));
        let line = |error: &FieldProblem| FieldProblem {
            field: if error.field.is_empty() {
                "first_name".to_owned()
            } else {
                error.field.clone()
            },
            message: error.message.clone(),
        };
        self.summary.set(errors.iter().map(line).collect());
        self.at_fields.set(errors);
    }

    /// What is wrong at a field.
    pub fn at(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.at_fields.with(|errors| {
                let error = errors.iter().find(|error| error.field == field)?;
                Some(error.message.clone())
            })
        })
    }

    /// Checks a field that was changed and left.
    pub fn check(self, field: &'static str) -> Callback<(String,)> {
        Callback::new(move |(text,): (String,)| {
            let error = field_error(field, &text);
            self.at_fields.update(|errors| {
                errors.retain(|error| error.field != field);
                errors.extend(error.map(|value| FieldProblem {
                    field: field.to_owned(),
                    message: t!(problems::not_valid(&value)),
                }));
            });
        })
    }
}

/// The courses are missing.
pub fn no_course() -> FieldProblem {
    FieldProblem {
        field: "courses".to_owned(),
        message: t!(users::CHOOSE_A_COURSE).to_owned(),
    }
}
