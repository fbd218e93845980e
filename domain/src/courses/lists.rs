//! Lists of courses, of who has them, of what is due, and of what remains: a row each, and where the next page begins.

use super::CourseStanding;
use crate::id::{CourseId, EnrollmentId, TrainingRecordId, UserId};
use crate::time::{Date, Timestamp};
use crate::users::NotValid;
use serde::{Deserialize, Serialize};

/// A course in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseRow {
    /// Its id.
    pub id: CourseId,
    /// The word it is called by in files.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// How many lessons it has.
    pub lessons: u64,
    /// Whether it lives elsewhere.
    pub elsewhere: bool,
    /// Whether it is archived.
    pub archived: bool,
}

/// A page of courses, by title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseList {
    /// The rows.
    pub courses: Vec<CourseRow>,
    /// The last of them, if there are more.
    pub next: Option<CourseId>,
}

/// Somebody who has a course open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseLearner {
    /// Their enrollment.
    pub id: EnrollmentId,
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Percent done.
    pub progress: u8,
    /// When it is due.
    pub due_date: Option<Date>,
    /// Where it stands.
    pub standing: CourseStanding,
    /// The license whose seat opens it; none for a direct grant.
    pub license: Option<String>,
}

/// A page of those who have a course open, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseLearners {
    /// The rows.
    pub learners: Vec<CourseLearner>,
    /// The last of them, if there are more.
    pub next: Option<EnrollmentId>,
}

/// Which due dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// Those that have passed.
    #[default]
    Overdue,
    /// Those of today and the seven days after.
    Soon,
}

impl Due {
    /// The word in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Soon => "soon",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Result<Self, NotValid> {
        [Self::Overdue, Self::Soon]
            .into_iter()
            .find(|due| due.as_str() == text)
            .ok_or(NotValid::new("overdue or soon"))
    }
}

/// A course that is due for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueRow {
    /// The enrollment.
    pub id: EnrollmentId,
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// The course's title.
    pub course: String,
    /// When it is due.
    pub due_date: Date,
    /// Percent done.
    pub progress: u8,
}

/// A page of what is due, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueList {
    /// The rows.
    pub rows: Vec<DueRow>,
    /// The last of them, if there are more.
    pub next: Option<EnrollmentId>,
}

/// What remains of an enrollment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordRow {
    /// Its id.
    pub id: TrainingRecordId,
    /// Whose it is.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// The course's title at the time.
    pub course: String,
    /// When it was begun.
    pub started_at: Option<Timestamp>,
    /// When it was completed.
    pub completed_at: Option<Timestamp>,
    /// Percent done.
    pub progress: u8,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// The number of the certificate.
    pub certificate: Option<String>,
}

/// A page of training records, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordList {
    /// The rows.
    pub records: Vec<RecordRow>,
    /// The last of them, if there are more.
    pub next: Option<TrainingRecordId>,
}
