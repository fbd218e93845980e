//! Who has a course open, and how far they are.

use super::list::{PAGE, find};
use crate::access::Grant;
use crate::fault::Failure;
use crate::learning::{Found, progress};
use crate::sql::{rows, sql};
use domain::access::ViewCourses;
use domain::courses::{CourseLearner, CourseLearners};
use domain::id::{CourseId, EnrollmentId, UserId};
use domain::users::PersonName;

rows! {
    struct Who from "enrollments" { user_id: UserId, first_name: PersonName, last_name: PersonName, progress: i64 }
}

/// Those who have a course open, the latest first, from before an enrollment on.
pub async fn learners<R>(
    grant: &Grant<ViewCourses>,
    course: CourseId,
    before: Option<EnrollmentId>,
) -> Result<CourseLearners, Failure<R>> {
    let mut reader = grant.read().await?;
    find(&mut reader, grant.organization(), course)
        .await?
        .ok_or(Failure::NotFound)?;
    let mut select = sql(
        "SELECT e.id, e.course_id, c.title, e.progress, e.due_date, e.started_at, e.completed_at, l.name AS license,
             l.valid_from, l.valid_to, l.archived_at IS NOT NULL AS license_archived, NULL AS certificate,
             e.user_id, u.first_name, u.last_name
         FROM enrollments e JOIN courses c ON c.id = e.course_id JOIN users u ON u.id = e.user_id
         LEFT JOIN seats s ON s.id = e.seat_id LEFT JOIN licenses l ON l.id = s.license_id
         WHERE e.archived_at IS NULL AND e.course_id = ",
    );
    select.push_bind(course);
    if let Some(before) = before {
        select.push(" AND e.id < ").push_bind(before);
    }
    select.push(" ORDER BY e.id DESC");
    let (found, more) = select.fetch_page::<(Who, Found)>(PAGE, &mut reader).await?;
    let today = grant.store().now().date();
    let learner = |(who, found): (Who, Found)| {
        let enrollment = found.enrollment();
        CourseLearner {
            id: enrollment.id,
            user: who.user_id,
            name: format!("{} {}", who.first_name, who.last_name),
            progress: progress(who.progress),
            due_date: enrollment.due_date,
            standing: enrollment.on(today),
            license: enrollment.license.map(|(name, ..)| name),
        }
    };
    let learners: Vec<_> = found.into_iter().map(learner).collect();
    Ok(CourseLearners {
        next: learners.last().filter(|_| more).map(|row| row.id),
        learners,
    })
}
