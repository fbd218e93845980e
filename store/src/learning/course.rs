//! A course of one's own: looked at, and begun, which starts the seat, once.

use super::of_user::{Found, OPEN};
use super::spent::Step;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, rows, sql};
use crate::write::{Change, Entry, Write};
use crate::{Kind, licenses};
use domain::access::Learn;
use domain::audit::{Action, TargetKind};
use domain::courses::{LearnRefused, LessonPage, MySubmission, OpenCourse, UserEnrollment};
use domain::id::{CourseId, EnrollmentId, LessonId, LicenseId, SeatId, UserId};
use domain::time::Timestamp;
use serde_json::json;

rows! {
    struct Page from "lessons" { id: LessonId, title: String, markdown: String, done: bool }
    struct About from "courses" { launch_url: Option<String>, contest: Option<String> }
    struct HandedIn from "submissions" { file_name: Option<String>, submitted_at: Timestamp, score: Option<i64> }
    struct Seat from "seats" { id: SeatId, license_id: LicenseId }
}

/// A course of whoever asks. Its texts are there once it is begun, and as long as it can be opened.
pub async fn course<R>(grant: &Grant<Learn>, id: EnrollmentId) -> Result<OpenCourse, Failure<R>> {
    let mut reader = grant.read().await?;
    let today = grant.store().now().date();
    let user = grant.requester().user();
    let found = find(&mut reader, user, id).await?.ok_or(Failure::NotFound)?;
    let certificate = found.certificate.clone();
    let enrollment = found.enrollment();
    let shown = enrollment.opens_on(today) && enrollment.started_at.is_some();
    let about: About = sql("SELECT launch_url, contest FROM courses WHERE id = $1")
        .bind(enrollment.course)
        .fetch_one(&mut reader)
        .await?;
    let lessons: Vec<Page> = sql(
        "SELECT l.id, l.title, l.markdown, p.completed_at IS NOT NULL AS done FROM lessons l
         LEFT JOIN lesson_progress p ON p.lesson_id = l.id AND p.enrollment_id = $1
         WHERE l.course_id = $2 ORDER BY l.position",
    )
    .bind(id)
    .bind(enrollment.course)
    .fetch_all(&mut reader)
    .await?;
    let page = |page: Page| LessonPage {
        id: page.id,
        title: page.title,
        text: if shown { page.markdown } else { String::new() },
        done: page.done,
    };
    Ok(OpenCourse {
        standing: enrollment.on(today),
        lessons: lessons.into_iter().map(page).collect(),
        launch_url: about.launch_url.filter(|_| shown),
        contest: about.contest,
        submissions: handed_in(&mut reader, user, enrollment.course).await?,
        certificate,
        enrollment,
    })
}

async fn handed_in(
    on: &mut impl Connection,
    user: UserId,
    course: CourseId,
) -> Result<Vec<MySubmission>, Fault> {
    let found: Vec<HandedIn> = sql(
        "SELECT file_name, submitted_at, score FROM submissions WHERE user_id = $1 AND course_id = $2
         ORDER BY submitted_at, id",
    )
    .bind(user)
    .bind(course)
    .fetch_all(on)
    .await?;
    let mine = |found: HandedIn| MySubmission {
        file_name: found.file_name,
        at: found.submitted_at,
        score: found.score,
    };
    Ok(found.into_iter().map(mine).collect())
}

async fn find(on: &mut impl Connection, user: UserId, id: EnrollmentId) -> Result<Option<Found>, Fault> {
    let mut select = sql(OPEN);
    select.push_bind(user).push(" AND e.id = ").push_bind(id);
    select.fetch_optional(on).await
}

/// The open enrollment of whoever asks, if its course can be opened today; nobody changes it until this write ends.
pub(super) async fn hold(
    write: &mut Write,
    user: UserId,
    id: EnrollmentId,
) -> Result<UserEnrollment, Failure<LearnRefused>> {
    if write.kind() == Kind::Postgres {
        sql("UPDATE enrollments SET progress = progress WHERE id = $1 AND user_id = $2")
            .bind(id)
            .bind(user)
            .execute(write)
            .await?;
    }
    let found = find(write, user, id).await?.ok_or(Failure::NotFound)?;
    let enrollment = found.enrollment();
    if enrollment.opens_on(write.now().date()) {
        Ok(enrollment)
    } else {
        Err(Failure::Refused(LearnRefused::Closed))
    }
}

/// Begins a course: the first time it starts the seat that opens it. Again it changes nothing.
pub async fn begin(grant: &Grant<Learn>, id: EnrollmentId) -> Result<(), Failure<LearnRefused>> {
    let user = grant.requester().user();
    let mut write = grant.write().await?;
    let enrollment = hold(&mut write, user, id).await?;
    let now = write.now();
    match start(&mut write, user, &enrollment, now).await?.entry {
        None => Ok(write.unchanged(()).await?),
        Some(entry) => Ok(write.commit(Change::of((), entry)).await?),
    }
}

/// Begins the course of a held enrollment, if it was not.
pub(super) async fn start(
    write: &mut Write,
    user: UserId,
    enrollment: &UserEnrollment,
    at: Timestamp,
) -> Result<Step, Fault> {
    if enrollment.started_at.is_some() {
        return Ok(Step::default());
    }
    sql("UPDATE enrollments SET started_at = $1 WHERE id = $2")
        .bind(at)
        .bind(enrollment.id)
        .execute(write)
        .await?;
    let seat: Option<Seat> = sql(
        "SELECT s.id, s.license_id FROM seats s JOIN enrollments e ON e.seat_id = s.id
         WHERE e.id = $1 AND s.returned_at IS NULL",
    )
    .bind(enrollment.id)
    .fetch_optional(write)
    .await?;
    if let Some(seat) = seat {
        licenses::start(write, seat.license_id, seat.id, user).await?;
    }
    let entry = Entry::new(Action::CourseStarted, TargetKind::User, user);
    Ok(Step {
        entry: Some(entry.after(json!({ "courses": enrollment.title }))),
        ..Step::default()
    })
}
