//! The form that makes or changes a course: what was typed, and the one check of it, in browser and server.

use crate::id::LessonId;
use crate::licenses::{reference, short_text, wrong};
use crate::text::fold;
use crate::users::{FieldError, NotValid, Rule};
use serde::{Deserialize, Serialize};

/// The most lessons of a course.
const MOST_LESSONS: usize = 200;
/// The longest text of a lesson, in bytes.
const LONGEST_LESSON: usize = 200_000;

/// A lesson as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LessonForm {
    /// Which it is; none for a new one.
    pub id: Option<LessonId>,
    /// Its title.
    pub title: String,
    /// Its text, in Markdown.
    pub markdown: String,
}

/// The form as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CourseForm {
    /// Title.
    pub title: String,
    /// The word it is called by in files.
    pub reference: String,
    /// Where it lives, if that is elsewhere.
    pub launch_url: String,
    /// The task of its contest, if it sets one.
    pub contest: String,
    /// Lessons, in their order.
    pub lessons: Vec<LessonForm>,
}

/// A course to be made, or what one becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseTerms {
    /// Title: 1 to 200 characters.
    pub title: String,
    /// Reference: 1 to 50 characters without spaces.
    pub reference: String,
    /// An address on the web.
    pub launch_url: Option<String>,
    /// The task of its contest: up to 500 characters.
    pub contest: Option<String>,
    /// Lessons with titles.
    pub lessons: Vec<LessonForm>,
}

/// Why a course is not made or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum CourseRefused {
    /// Fields are not what they should be.
    #[error("the form has problems: mend the fields that say so")]
    Fields(Vec<FieldError>),
    /// Another course is called so.
    #[error("another course has this reference: choose a different one")]
    ReferenceTaken,
    /// Somebody changed it since it was opened.
    #[error("somebody else changed this course meanwhile: reload to see it as it is now, then change it")]
    ChangedMeanwhile,
}

impl CourseRefused {
    /// The field it stands at.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::ReferenceTaken => "reference",
            Self::Fields(_) | Self::ChangedMeanwhile => "title",
        }
    }
}

impl CourseForm {
    /// The course that the form describes, or everything that is wrong with it.
    pub fn parse(self) -> Result<CourseTerms, Vec<FieldError>> {
        let mut errors = Vec::new();
        let title = short_text(&self.title, 200, "a title");
        let reference = reference(&self.reference);
        let launch_url = optional(&self.launch_url);
        let contest = optional(&self.contest);
        errors.extend(wrong("title", &title));
        errors.extend(wrong("reference", &reference));
        if launch_url.as_deref().is_some_and(|url| !is_web_address(url)) {
            let wrong = "write an address that begins with https:// or http://";
            errors.push(FieldError::new(
                "launch_url",
                NotValid::breaking(Rule::WebAddress, wrong),
            ));
        }
        if contest.as_deref().is_some_and(|task| task.chars().count() > 500) {
            errors.push(FieldError::new("contest", too_long("the task", 500)));
        }
        if self.lessons.len() > MOST_LESSONS {
            let most = i64::try_from(MOST_LESSONS).unwrap_or(i64::MAX);
            let wrong = NotValid::breaking(Rule::AtMost(most), "a course has at most 200 lessons");
            errors.push(FieldError::new("lessons", wrong));
        }
        for (place, lesson) in self.lessons.iter().enumerate() {
            let title = short_text(&lesson.title, 200, "a title");
            errors.extend(wrong(&format!("lesson-{place}-title"), &title));
            if lesson.markdown.len() > LONGEST_LESSON {
                let field = format!("lesson-{place}-text");
                errors.push(FieldError::new(&field, too_long("the text", LONGEST_LESSON)));
            }
        }
        match (title, reference) {
            (Ok(title), Ok(reference)) if errors.is_empty() => Ok(CourseTerms {
                title,
                reference,
                launch_url,
                contest,
                lessons: self.lessons,
            }),
            _ => Err(errors),
        }
    }
}

impl CourseTerms {
    /// The reference as it is compared.
    pub fn reference_key(&self) -> String {
        fold(&self.reference)
    }
    /// The title as it is searched.
    pub fn title_key(&self) -> String {
        fold(&self.title)
    }
}

fn too_long(what: &str, most: usize) -> NotValid {
    NotValid::breaking(
        Rule::TooLong(most),
        format!("{what} has at most {most} characters"),
    )
}

fn optional(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Anything else, such as `javascript:`, would run in the reader's page.
fn is_web_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    text.len() <= 2_000
        && rest.is_some_and(|rest| {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            !host.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_lives_on_the_web_or_nowhere_else() {
        for (address, right) in [
            ("https://courses.example/a?b#c", true),
            ("http://courses.example", true),
            ("javascript:alert(1)", false),
            ("https://", false),
            ("https://a b", false),
        ] {
            assert_eq!(is_web_address(address), right, "{address}");
        }
    }

    #[test]
    fn everything_wrong_is_told_at_its_field() {
        let form = CourseForm {
            reference: "two words".into(),
            launch_url: "ftp://x".into(),
            lessons: vec![LessonForm::default()],
            ..CourseForm::default()
        };
        let errors = form.parse().unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["title", "reference", "launch_url", "lesson-0-title"]);
    }
}
