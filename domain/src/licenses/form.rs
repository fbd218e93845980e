//! The form that makes or changes a license: what was typed, and the one check of it, in browser and server.

use super::LicenseKind;
use crate::id::CourseId;
use crate::text::fold;
use crate::time::Date;
use crate::users::{FieldError, FormProblem, NotValid, Rule};
use serde::{Deserialize, Serialize};

/// The form as typed; what is chosen from lists is typed already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenseForm {
    /// Name.
    pub name: String,
    /// The word it is called by in files.
    pub reference: String,
    /// What happens to started seats.
    pub kind: LicenseKind,
    /// Seats bought.
    pub purchased: String,
    /// First day.
    pub valid_from: String,
    /// Last day.
    pub valid_to: String,
    /// Courses.
    pub courses: Vec<CourseId>,
}

/// A license to be made, or what one becomes; every field valid on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenseTerms {
    /// Name: 1 to 100 characters.
    pub name: String,
    /// Reference: 1 to 50 characters without spaces.
    pub reference: String,
    /// What happens to started seats.
    pub kind: LicenseKind,
    /// Seats bought.
    pub purchased: i64,
    /// First day.
    pub valid_from: Date,
    /// Last day, not before the first.
    pub valid_to: Date,
    /// Courses, each once.
    pub courses: Vec<CourseId>,
}

/// More seats than people on earth are a slip of the finger.
const MOST_SEATS: i64 = 10_000_000;

/// Why a license is not made or changed; each names the field it stands at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum LicenseRefused {
    /// Fields are not what they should be.
    #[error("the form has problems: mend the fields that say so")]
    Fields(Vec<FieldError>),
    /// Another license is called so.
    #[error("another license has this reference: choose a different one")]
    ReferenceTaken,
    /// Seats in use cannot be unbought.
    #[error("{used} seats are given or reserved: take some back first, or keep at least {used}")]
    BelowUsed {
        /// Seats given and reserved.
        used: i64,
    },
    /// A course is gone.
    #[error("a chosen course no longer exists: choose again")]
    CourseGone,
    /// Somebody changed it since it was opened.
    #[error("somebody else changed this license meanwhile: reload to see it as it is now, then change it")]
    ChangedMeanwhile,
}

impl LicenseRefused {
    /// The name of the field at which this belongs; empty for the form as a whole.
    pub fn field(&self) -> &'static str {
        match self {
            Self::ReferenceTaken => "reference",
            Self::BelowUsed { .. } => "purchased",
            Self::CourseGone => "courses",
            Self::Fields(_) | Self::ChangedMeanwhile => "",
        }
    }
}

impl LicenseForm {
    /// The terms that the form describes, or everything that is wrong with it. `used` seats cannot be unbought.
    pub fn parse(self, used: i64) -> Result<LicenseTerms, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = short_text(&self.name, 100, "a name");
        let reference = reference(&self.reference);
        let purchased = seats(&self.purchased);
        let valid_from = Date::parse(&self.valid_from);
        let valid_to = Date::parse(&self.valid_to);
        errors.extend(wrong("name", &name));
        errors.extend(wrong("reference", &reference));
        errors.extend(wrong("purchased", &purchased));
        if purchased.as_ref().is_ok_and(|purchased| *purchased < used) {
            errors.push(FieldError::new("purchased", FormProblem::SeatsUsed(used)));
        }
        errors.extend(wrong("valid_from", &valid_from));
        errors.extend(wrong("valid_to", &valid_to));
        if let (Ok(from), Ok(to)) = (&valid_from, &valid_to)
            && to < from
        {
            let wrong = NotValid::breaking(Rule::LastDay, "the last day is before the first one");
            errors.push(FieldError::new("valid_to", wrong));
        }
        if self.courses.is_empty() {
            let wrong = NotValid::breaking(Rule::ChooseOne, "a license opens courses: choose at least one");
            errors.push(FieldError::new("courses", wrong));
        }
        let (Ok(name), Ok(reference), Ok(purchased), Ok(valid_from), Ok(valid_to), []) = (
            name,
            reference,
            purchased,
            valid_from,
            valid_to,
            errors.as_slice(),
        ) else {
            return Err(errors);
        };
        let mut courses = self.courses;
        courses.sort_unstable();
        courses.dedup();
        Ok(LicenseTerms {
            name,
            reference,
            kind: self.kind,
            purchased,
            valid_from,
            valid_to,
            courses,
        })
    }
}

impl LicenseTerms {
    /// The reference as references are compared.
    pub fn reference_key(&self) -> String {
        fold(&self.reference)
    }
}

/// The error of a field, if there is one.
pub(crate) fn wrong<T, E: Clone + Into<FormProblem>>(
    field: &str,
    parsed: &Result<T, E>,
) -> Option<FieldError> {
    let error = parsed.as_ref().err()?;
    Some(FieldError::new(field, error.clone()))
}

/// The word that something is called by in files: 1 to 50 characters without spaces.
pub(crate) fn reference(text: &str) -> Result<String, NotValid> {
    let text = short_text(text, 50, "a reference")?;
    if text.chars().any(char::is_whitespace) {
        let message = "a reference has no spaces: write it like SAFETY-2026";
        return Err(NotValid::breaking(Rule::NoSpaces, message));
    }
    Ok(text)
}

/// One line of 1 to so many characters.
pub(crate) fn short_text(text: &str, most: usize, what: &str) -> Result<String, NotValid> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NotValid::breaking(Rule::Needed, format!("{what} is needed")));
    }
    if text.chars().count() > most {
        let message = format!("{what} has at most {most} characters");
        return Err(NotValid::breaking(Rule::TooLong(most), message));
    }
    if text.chars().any(char::is_control) {
        let message = format!("{what} has no control characters");
        return Err(NotValid::breaking(Rule::ControlCharacters, message));
    }
    Ok(text.to_owned())
}

fn seats(text: &str) -> Result<i64, NotValid> {
    // People write thousands apart.
    let digits: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, ' ' | ',' | '.' | '\u{a0}' | '\u{202f}' | '\''))
        .collect();
    let number = digits.parse::<i64>().ok().filter(|number| *number >= 0);
    let wrong = "not a number of seats: write a whole number";
    let number = number.ok_or_else(|| NotValid::breaking(Rule::WholeNumber, wrong))?;
    if number > MOST_SEATS {
        let message = "a license has at most 10,000,000 seats";
        return Err(NotValid::breaking(Rule::AtMost(MOST_SEATS), message));
    }
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;

    fn form() -> LicenseForm {
        LicenseForm {
            name: "Safety 2026".into(),
            reference: "SAFETY-2026".into(),
            kind: LicenseKind::Standard,
            purchased: "1,200".into(),
            valid_from: "2026-01-01".into(),
            valid_to: "2026-12-31".into(),
            courses: vec![CourseId::from_uuid(uuid::Uuid::from_u128(1)); 2],
        }
    }

    fn wrong(form: LicenseForm, used: i64) -> Vec<String> {
        let errors = form.parse(used).err().unwrap_or_default();
        errors.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn a_right_form_makes_terms() {
        let terms = form().parse(1200).unwrap();
        assert_eq!((terms.purchased, terms.courses.len()), (1200, 1));
        assert_eq!(terms.reference_key(), "safety-2026");
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let all = LicenseForm {
            name: "  ".into(),
            reference: "SAFETY 2026".into(),
            purchased: "many".into(),
            valid_from: "2026-12-31".into(),
            valid_to: "2026-01-01".into(),
            courses: Vec::new(),
            ..form()
        };
        assert_eq!(
            wrong(all, 0),
            ["name", "reference", "purchased", "valid_to", "courses"]
        );
    }

    #[test]
    fn a_license_does_not_shrink_below_what_is_used() {
        assert_eq!(wrong(form(), 1200), [""; 0]);
        assert_eq!(wrong(form(), 1201), ["purchased"]);
    }
}
