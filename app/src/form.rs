//! Forms of strangers: plain HTML that posts with or without JavaScript.
//!
//! The server answers a refused post with the same page, status 422, every field but the passwords as it was typed, and
//! the problems at their fields. [`Posted`] carries that to the page, on the server and in the browser.

use crate::ui::FieldProblem;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What was posted and why it was refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// The fields as typed, by name; never a password.
    pub fields: Vec<(String, String)>,
    /// What is wrong: the field's name, empty for the form as a whole, and the message.
    pub problems: Vec<(String, String)>,
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
            .map(|(_, message)| message.clone())
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
            .map(|(name, message)| FieldProblem {
                field: at(name),
                message: message.clone(),
            })
            .collect()
    }
}

/// The refused post this page answers, or an empty form.
pub fn posted() -> Posted {
    SharedValue::new(|| use_context::<Posted>().unwrap_or_default()).into_inner()
}
