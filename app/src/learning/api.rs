//! What the learner's pages ask the server.

use crate::api::{ApiError, Never};
use domain::time::Date;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// A course of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyCourse {
    /// Its title.
    pub title: String,
    /// Percent done.
    pub progress: u8,
    /// When it is due.
    pub due_date: Option<Date>,
    /// Where it stands.
    pub standing: CourseStanding,
}

/// Where a course of one's own stands on the server's present day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CourseStanding {
    /// Done.
    Completed,
    /// Can no longer be opened: its license has ended.
    Ended,
    /// Should have been done.
    Overdue,
    /// Begun.
    UnderWay,
    /// Not begun.
    New,
}

/// The courses of whoever asks, what is due first comes first.
#[server(prefix = "/api", endpoint = "learning/my-courses", input = Json)]
pub(crate) async fn my_courses() -> Result<Vec<MyCourse>, ApiError<Never>> {
    let grant = crate::session::grant::<domain::access::Learn, _>()?;
    let today = grant.store().now().date();
    let courses = store::learning::my_courses(grant).await?;
    Ok(courses
        .into_iter()
        .map(|course| MyCourse::on(today, course))
        .collect())
}

#[cfg(feature = "ssr")]
impl MyCourse {
    fn on(today: Date, course: store::learning::MyCourse) -> Self {
        let standing = if course.completed_at.is_some() {
            CourseStanding::Completed
        } else if course.access_until.is_some_and(|last_day| last_day < today) {
            CourseStanding::Ended
        } else if course.due_date.is_some_and(|due| due < today) {
            CourseStanding::Overdue
        } else if course.progress > 0 {
            CourseStanding::UnderWay
        } else {
            CourseStanding::New
        };
        Self {
            title: course.title,
            progress: u8::try_from(course.progress.clamp(0, 100)).unwrap_or(0),
            due_date: course.due_date,
            standing,
        }
    }
}
