//! What the learner's pages ask the server.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session::grant;
#[cfg(feature = "ssr")]
use domain::access::{Learn, ViewUsers};
use domain::courses::{Activity, Certificate, LearnRefused, MyCourse, OpenCourse};
use domain::id::{EnrollmentId, LessonId};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use uuid::Uuid;

/// Where seconds are reported to; a page that is closed sends its last ones there by itself.
pub(super) const ACTIVITY: &str = "/api/learning/activity";

/// The courses of whoever asks, what is due first comes first.
#[server(prefix = "/api", endpoint = "learning/my-courses", input = Json)]
pub(crate) async fn my_courses() -> Result<Vec<MyCourse>, ApiError<Never>> {
    Ok(store::learning::my_courses(grant::<Learn, _>()?).await?)
}

/// How much whoever asks has learned.
#[server(prefix = "/api", endpoint = "learning/my-activity", input = Json)]
pub(crate) async fn my_activity() -> Result<Activity, ApiError<Never>> {
    let grant = grant::<ViewUsers, _>()?;
    let user = grant.requester().user();
    Ok(store::learning::activity_of(&grant, user).await?)
}

/// A course of whoever asks, its texts as HTML.
#[server(prefix = "/api", endpoint = "learning/course", input = Json)]
pub(crate) async fn read_course(id: EnrollmentId) -> Result<OpenCourse, ApiError<Never>> {
    let mut course = store::learning::course(&grant::<Learn, _>()?, id).await?;
    for lesson in &mut course.lessons {
        lesson.text = super::markdown::html(&lesson.text);
    }
    Ok(course)
}

/// Begins a course.
#[server(prefix = "/api", endpoint = "learning/begin", input = Json)]
pub(crate) async fn begin_course(id: EnrollmentId) -> Result<(), ApiError<LearnRefused>> {
    Ok(store::learning::begin(&grant::<Learn, _>()?, id).await?)
}

/// Marks a lesson as done, or a course that has none.
#[server(prefix = "/api", endpoint = "learning/finish", input = Json)]
pub(crate) async fn finish_lesson(
    id: EnrollmentId,
    lesson: Option<LessonId>,
) -> Result<(), ApiError<LearnRefused>> {
    Ok(store::learning::finish(&grant::<Learn, _>()?, id, lesson).await?)
}

/// Reports seconds in which the page was seen and used. Reported twice under one event, they count once.
#[server(prefix = "/api", endpoint = "learning/activity", input = Json)]
pub(crate) async fn report_time(
    id: EnrollmentId,
    event: Uuid,
    seconds: u64,
) -> Result<u64, ApiError<LearnRefused>> {
    Ok(store::learning::record_time(&grant::<Learn, _>()?, id, event, seconds).await?)
}

/// What the certificate of this number proves; anyone may ask.
#[server(prefix = "/api", endpoint = "learning/certificate", input = Json)]
pub(crate) async fn check_certificate(number: String) -> Result<Certificate, ApiError<Never>> {
    let store = expect_context::<store::Store>();
    let found = store::learning::certificate(&store, &number).await?;
    found.ok_or_else(ApiError::not_found)
}
