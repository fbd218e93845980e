//! A course as its learner sees it.

use super::{CourseStanding, UserEnrollment};
use crate::id::LessonId;
use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};

/// The largest file that is handed in, in bytes.
pub const LARGEST_SUBMISSION: usize = 10 * 1024 * 1024;
/// As many things are handed in for one course.
pub const MOST_SUBMISSIONS: usize = 20;

/// A lesson, and whether it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonPage {
    /// Its id.
    pub id: LessonId,
    /// Its title.
    pub title: String,
    /// Its text; empty until the course is begun. In Markdown as stored, in sanitized HTML as shown.
    pub text: String,
    /// Whether it is done.
    pub done: bool,
}

/// Something of one's own that was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MySubmission {
    /// The file's name; none for text.
    pub file_name: Option<String>,
    /// When it was handed in.
    pub at: Timestamp,
    /// What it was given.
    pub score: Option<i64>,
}

/// A course that is one's own to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenCourse {
    /// The enrollment.
    pub enrollment: UserEnrollment,
    /// Where it stands today.
    pub standing: CourseStanding,
    /// Its lessons.
    pub lessons: Vec<LessonPage>,
    /// Where it lives, if that is elsewhere; none until it is begun.
    pub launch_url: Option<String>,
    /// The task of its contest.
    pub contest: Option<String>,
    /// What was handed in.
    pub submissions: Vec<MySubmission>,
    /// The number of its certificate.
    pub certificate: Option<String>,
}

/// What a certificate proves, and no more than that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Whose it is.
    pub name: String,
    /// The course's title.
    pub course: String,
    /// The day it was completed.
    pub completed_on: Date,
}

/// Why a course does not go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum LearnRefused {
    /// Its license gives no access today.
    #[error("this course cannot be opened today: ask the people who run your training")]
    Closed,
    /// It was not begun.
    #[error("begin the course first")]
    NotBegun,
    /// It has lessons to be done one by one, or the lesson is of another course.
    #[error("the course has changed meanwhile: reload the page")]
    Changed,
    /// It sets no contest.
    #[error("this course sets no contest")]
    NoContest,
    /// There is nothing in it.
    #[error("write something, or choose a file")]
    Empty,
    /// The file is too large.
    #[error("the file is larger than 10 MB")]
    TooLarge,
    /// So much was handed in already.
    #[error("20 things were handed in already")]
    TooMany,
}
