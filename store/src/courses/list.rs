//! Courses by title, and one in full.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, containing, rows, sql};
use domain::access::ViewCourses;
use domain::courses::{CourseDetails, CourseList, CourseRow, Lesson};
use domain::id::{CourseId, LessonId, OrganizationId};
use domain::text::fold;
use domain::time::Timestamp;

/// Rows of a page.
pub(super) const PAGE: i64 = 50;

rows! {
    struct Found from "courses" {
        id: CourseId,
        reference: String,
        title: String,
        launch_url: Option<String>,
        archived_at: Option<Timestamp>,
        lessons: i64,
    }
    struct Whole from "courses" {
        reference: String,
        title: String,
        launch_url: Option<String>,
        contest: Option<String>,
        archived_at: Option<Timestamp>,
        version: i64,
    }
    struct Page from "lessons" { id: LessonId, title: String, markdown: String }
}

/// The courses whose title or reference contains a text, archived ones too if asked, from after a course on.
pub async fn list(
    grant: &Grant<ViewCourses>,
    search: &str,
    archived: bool,
    after: Option<CourseId>,
) -> Result<CourseList, Fault> {
    let mut reader = grant.read().await?;
    let mut select = sql("SELECT c.id, c.reference, c.title, c.launch_url, c.archived_at,
             (SELECT COUNT(*) FROM lessons l WHERE l.course_id = c.id) AS lessons
         FROM courses c WHERE c.organization_id = ");
    select.push_bind(grant.organization());
    if !archived {
        select.push(" AND c.archived_at IS NULL");
    }
    let needle = fold(search.trim());
    if !needle.is_empty() {
        let pattern = containing(&needle);
        select.push(" AND (c.title_key LIKE ").push_bind(pattern.clone());
        select
            .push(" ESCAPE '\\' OR c.reference_key LIKE ")
            .push_bind(pattern);
        select.push(" ESCAPE '\\')");
    }
    if let Some(after) = after {
        select
            .push(" AND (c.title_key, c.id) > (SELECT a.title_key, a.id FROM courses a WHERE a.id = ")
            .push_bind(after)
            .push(")");
    }
    select.push(" ORDER BY c.title_key, c.id");
    let (found, more) = select.fetch_page::<Found>(PAGE, &mut reader).await?;
    Ok(CourseList {
        next: found.last().filter(|_| more).map(|row| row.id),
        courses: found.into_iter().map(CourseRow::from).collect(),
    })
}

impl From<Found> for CourseRow {
    fn from(found: Found) -> Self {
        Self {
            id: found.id,
            reference: found.reference,
            title: found.title,
            lessons: u64::try_from(found.lessons).unwrap_or(0),
            elsewhere: found.launch_url.is_some(),
            archived: found.archived_at.is_some(),
        }
    }
}

/// One course.
pub async fn get<R>(grant: &Grant<ViewCourses>, course: CourseId) -> Result<CourseDetails, Failure<R>> {
    let found = find(&mut grant.read().await?, grant.organization(), course).await?;
    found.ok_or(Failure::NotFound)
}

pub(super) async fn find(
    on: &mut impl Connection,
    organization: OrganizationId,
    course: CourseId,
) -> Result<Option<CourseDetails>, Fault> {
    let found: Option<Whole> = sql(
        "SELECT reference, title, launch_url, contest, archived_at, version FROM courses
         WHERE id = $1 AND organization_id = $2",
    )
    .bind(course)
    .bind(organization)
    .fetch_optional(on)
    .await?;
    let Some(found) = found else { return Ok(None) };
    let lessons: Vec<Page> =
        sql("SELECT id, title, markdown FROM lessons WHERE course_id = $1 ORDER BY position")
            .bind(course)
            .fetch_all(on)
            .await?;
    let lesson = |page: Page| Lesson {
        id: page.id,
        title: page.title,
        markdown: page.markdown,
    };
    Ok(Some(CourseDetails {
        id: course,
        reference: found.reference,
        title: found.title,
        launch_url: found.launch_url,
        contest: found.contest,
        lessons: lessons.into_iter().map(lesson).collect(),
        archived: found.archived_at.is_some(),
        version: found.version,
    }))
}
