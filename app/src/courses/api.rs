//! What the pages of courses ask the server.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session::grant;
#[cfg(feature = "ssr")]
use domain::access::{ManageCourses, ViewCourses, ViewUsers};
use domain::courses::{
    AttendeeList, Bundle, BundleForm, CourseDetails, CourseForm, CourseLearners, CourseList, CourseRefused,
    Due, DueList, Event, EventForm, ProductRefused, RecordList,
};
use domain::id::{BundleId, CourseId, EnrollmentId, EventId, TrainingRecordId, UserId};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// The courses whose title or reference contains a text.
#[server(prefix = "/api", endpoint = "courses/list", input = Json)]
pub(crate) async fn list_courses(
    search: String,
    archived: bool,
    after: Option<CourseId>,
) -> Result<CourseList, ApiError<Never>> {
    Ok(store::courses::list(&grant::<ViewCourses, _>()?, &search, archived, after).await?)
}

/// One course.
#[server(prefix = "/api", endpoint = "courses/course", input = Json)]
pub(crate) async fn course(id: CourseId) -> Result<CourseDetails, ApiError<Never>> {
    Ok(store::courses::get(&grant::<ViewCourses, _>()?, id).await?)
}

/// Who has a course open.
#[server(prefix = "/api", endpoint = "courses/learners", input = Json)]
pub(crate) async fn list_learners(
    id: CourseId,
    before: Option<EnrollmentId>,
) -> Result<CourseLearners, ApiError<Never>> {
    Ok(store::courses::learners(&grant::<ViewCourses, _>()?, id, before).await?)
}

/// Makes a course.
#[server(prefix = "/api", endpoint = "courses/create", input = Json)]
pub(crate) async fn create_course(form: CourseForm) -> Result<CourseId, ApiError<CourseRefused>> {
    Ok(store::courses::create(grant::<ManageCourses, _>()?, form).await?)
}

/// Changes a course that is still at the version the person saw.
#[server(prefix = "/api", endpoint = "courses/change", input = Json)]
pub(crate) async fn change_course(
    id: CourseId,
    version: i64,
    form: CourseForm,
) -> Result<(), ApiError<CourseRefused>> {
    Ok(store::courses::change(grant::<ManageCourses, _>()?, id, version, form).await?)
}

/// Archives a course, or takes it out of the archive.
#[server(prefix = "/api", endpoint = "courses/archive", input = Json)]
pub(crate) async fn archive_course(id: CourseId, archived: bool) -> Result<(), ApiError<Never>> {
    Ok(store::courses::archive(grant::<ManageCourses, _>()?, id, archived).await?)
}

/// Every bundle, and every course there is to choose from.
#[server(prefix = "/api", endpoint = "courses/bundles", input = Json)]
pub(crate) async fn list_bundles() -> Result<(Vec<Bundle>, Vec<(CourseId, String)>), ApiError<Never>> {
    let grant = grant::<ViewCourses, _>()?;
    let view = grant.requester().grant()?;
    let courses = store::licenses::courses(&view).await?;
    let courses = courses.into_iter().map(|course| (course.id, course.title));
    Ok((store::courses::bundles(&grant).await?, courses.collect()))
}

/// Makes a bundle, or changes one.
#[server(prefix = "/api", endpoint = "courses/save-bundle", input = Json)]
pub(crate) async fn save_bundle(
    id: Option<BundleId>,
    form: BundleForm,
) -> Result<BundleId, ApiError<ProductRefused>> {
    Ok(store::courses::save_bundle(grant::<ManageCourses, _>()?, id, form).await?)
}

/// Every event.
#[server(prefix = "/api", endpoint = "courses/events", input = Json)]
pub(crate) async fn list_events() -> Result<Vec<Event>, ApiError<Never>> {
    Ok(store::courses::events(&grant::<ViewCourses, _>()?).await?)
}

/// Makes an event, or changes one.
#[server(prefix = "/api", endpoint = "courses/save-event", input = Json)]
pub(crate) async fn save_event(
    id: Option<EventId>,
    form: EventForm,
) -> Result<EventId, ApiError<ProductRefused>> {
    Ok(store::courses::save_event(grant::<ManageCourses, _>()?, id, form).await?)
}

/// One event, and a page of those who attend it.
#[server(prefix = "/api", endpoint = "courses/event", input = Json)]
pub(crate) async fn read_event(
    id: EventId,
    after: Option<UserId>,
) -> Result<(Event, AttendeeList), ApiError<Never>> {
    let grant = grant::<ViewCourses, _>()?;
    let event = store::courses::event(&grant, id).await?;
    Ok((event, store::courses::attendees(&grant, id, after).await?))
}

/// Puts somebody down for an event, by email or username.
#[server(prefix = "/api", endpoint = "courses/attend", input = Json)]
pub(crate) async fn attend(id: EventId, login: String) -> Result<(), ApiError<ProductRefused>> {
    Ok(store::courses::attend(grant::<ManageCourses, _>()?, id, &login).await?)
}

/// Takes somebody off an event.
#[server(prefix = "/api", endpoint = "courses/stay-away", input = Json)]
pub(crate) async fn stay_away(id: EventId, user: UserId) -> Result<(), ApiError<ProductRefused>> {
    Ok(store::courses::stay_away(grant::<ManageCourses, _>()?, id, user).await?)
}

/// The events that a user attends.
#[server(prefix = "/api", endpoint = "users/events", input = Json)]
pub(crate) async fn user_events(id: UserId) -> Result<Vec<Event>, ApiError<Never>> {
    Ok(store::courses::events_of(&grant::<ViewUsers, _>()?, id).await?)
}

/// What is overdue, or due soon.
#[server(prefix = "/api", endpoint = "courses/due", input = Json)]
pub(crate) async fn list_due(which: Due, after: Option<EnrollmentId>) -> Result<DueList, ApiError<Never>> {
    Ok(store::courses::due(&grant::<ViewCourses, _>()?, which, after).await?)
}

/// Training records of those whose name matches.
#[server(prefix = "/api", endpoint = "records/list", input = Json)]
pub(crate) async fn list_records(
    search: String,
    course: Option<CourseId>,
    before: Option<TrainingRecordId>,
) -> Result<RecordList, ApiError<Never>> {
    let filter = store::records::RecordFilter { search, course };
    Ok(store::records::list(&grant::<ViewCourses, _>()?, &filter, before).await?)
}
