//! A course as those see it who keep it.

use crate::id::{CourseId, LessonId};
use serde::{Deserialize, Serialize};

/// A lesson of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// Its id.
    pub id: LessonId,
    /// Its title.
    pub title: String,
    /// Its text, in Markdown.
    pub markdown: String,
}

/// A course in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseDetails {
    /// Its id.
    pub id: CourseId,
    /// The word it is called by in files.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Where it lives, if that is elsewhere.
    pub launch_url: Option<String>,
    /// The task of its contest, if it sets one.
    pub contest: Option<String>,
    /// Its lessons, in their order.
    pub lessons: Vec<Lesson>,
    /// Whether it is archived.
    pub archived: bool,
    /// Counts its changes, so that two people do not overwrite each other's.
    pub version: i64,
}
