//! Making a course and changing it. Lessons that stay keep their ids, and with them what learners have done.

use super::list::find;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::sql;
use crate::write::{Change, Entry, Write};
use domain::access::ManageCourses;
use domain::audit::{Action, TargetKind};
use domain::courses::{CourseDetails, CourseForm, CourseRefused, CourseTerms};
use domain::id::{CourseId, LessonId};
use serde_json::json;

/// Makes a course.
pub async fn create(
    grant: Grant<ManageCourses>,
    form: CourseForm,
) -> Result<CourseId, Failure<CourseRefused>> {
    let terms = form.parse().map_err(fields)?;
    let mut write = grant.write().await?;
    check(&mut write, &terms, None).await?;
    let (id, organization, now): (CourseId, _, _) = (write.new_id(), write.organization(), write.now());
    sql("INSERT INTO courses (id, organization_id, reference, reference_key, title, title_key, launch_url, contest,
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
    .bind(id)
    .bind(organization)
    .bind(terms.reference.as_str())
    .bind(terms.reference_key())
    .bind(terms.title.as_str())
    .bind(terms.title_key())
    .bind(terms.launch_url.as_deref())
    .bind(terms.contest.as_deref())
    .bind(now)
    .execute(&mut write)
    .await
    .map_err(|fault| fault.or_taken(CourseRefused::ReferenceTaken))?;
    set_lessons(&mut write, id, &terms, &[]).await?;
    let entry = Entry::new(Action::CourseCreated, TargetKind::Course, id).after(told(&terms));
    Ok(write.commit(Change::of(id, entry)).await?)
}

/// Changes a course that is still as the person saw it, at `version`.
pub async fn change(
    grant: Grant<ManageCourses>,
    course: CourseId,
    version: i64,
    form: CourseForm,
) -> Result<(), Failure<CourseRefused>> {
    let terms = form.parse().map_err(fields)?;
    let mut write = grant.write().await?;
    let organization = write.organization();
    let before = find(&mut write, organization, course)
        .await?
        .ok_or(Failure::NotFound)?;
    check(&mut write, &terms, Some(course)).await?;
    let changed = sql(
        "UPDATE courses SET reference = $1, reference_key = $2, title = $3, title_key = $4, launch_url = $5,
         contest = $6, version = version + 1 WHERE id = $7 AND version = $8",
    )
    .bind(terms.reference.as_str())
    .bind(terms.reference_key())
    .bind(terms.title.as_str())
    .bind(terms.title_key())
    .bind(terms.launch_url.as_deref())
    .bind(terms.contest.as_deref())
    .bind(course)
    .bind(version)
    .execute(&mut write)
    .await
    .map_err(|fault| fault.or_taken(CourseRefused::ReferenceTaken))?;
    if changed == 0 {
        return Err(Failure::Refused(CourseRefused::ChangedMeanwhile));
    }
    let own: Vec<LessonId> = before.lessons.iter().map(|lesson| lesson.id).collect();
    set_lessons(&mut write, course, &terms, &own).await?;
    let entry = Entry::new(Action::CourseChanged, TargetKind::Course, course)
        .before(told_before(&before))
        .after(told(&terms));
    Ok(write.commit(Change::of((), entry)).await?)
}

/// Archives a course, so that it is assigned to nobody any more, or takes it out. Who has it keeps it.
pub async fn archive<R>(
    grant: Grant<ManageCourses>,
    course: CourseId,
    archived: bool,
) -> Result<(), Failure<R>> {
    let mut write = grant.write().await?;
    let organization = write.organization();
    let before = find(&mut write, organization, course)
        .await?
        .ok_or(Failure::NotFound)?;
    if before.archived == archived {
        return Ok(write.unchanged(()).await?);
    }
    let at = archived.then_some(write.now());
    sql("UPDATE courses SET archived_at = $1, version = version + 1 WHERE id = $2")
        .bind(at)
        .bind(course)
        .execute(&mut write)
        .await?;
    let entry = Entry::new(Action::CourseChanged, TargetKind::Course, course)
        .before(json!({ "archived": !archived }))
        .after(json!({ "archived": archived }));
    Ok(write.commit(Change::of((), entry)).await?)
}

fn fields(errors: Vec<domain::users::FieldError>) -> Failure<CourseRefused> {
    Failure::Refused(CourseRefused::Fields(errors))
}

/// Refuses a taken reference.
async fn check(
    write: &mut Write,
    terms: &CourseTerms,
    own: Option<CourseId>,
) -> Result<(), Failure<CourseRefused>> {
    let organization = write.organization();
    let taken: Option<(CourseId,)> =
        sql("SELECT id AS value FROM courses WHERE organization_id = $1 AND reference_key = $2")
            .bind(organization)
            .bind(terms.reference_key())
            .fetch_optional(write)
            .await?;
    if taken.is_some_and(|(other,)| own != Some(other)) {
        return Err(Failure::Refused(CourseRefused::ReferenceTaken));
    }
    Ok(())
}

/// Makes the lessons what the form says; `own` are those there were.
async fn set_lessons(
    write: &mut Write,
    course: CourseId,
    terms: &CourseTerms,
    own: &[LessonId],
) -> Result<(), Fault> {
    let staying = |id: &LessonId| terms.lessons.iter().any(|lesson| lesson.id == Some(*id));
    let gone: Vec<LessonId> = own.iter().copied().filter(|id| !staying(id)).collect();
    if !gone.is_empty() {
        let mut delete = sql("DELETE FROM lessons WHERE id IN ");
        delete.push_list(gone);
        delete.execute(write).await?;
    }
    // Out of the way first: no two lessons of a course stand at one position, not even in between.
    sql("UPDATE lessons SET position = -1 - position WHERE course_id = $1")
        .bind(course)
        .execute(write)
        .await?;
    for (position, lesson) in (0_i64..).zip(&terms.lessons) {
        let statement = match lesson.id.filter(|id| own.contains(id)) {
            Some(id) => sql("UPDATE lessons SET position = $1, title = $2, markdown = $3 WHERE id = $4 AND course_id = $5")
                .bind(position)
                .bind(lesson.title.trim())
                .bind(lesson.markdown.as_str())
                .bind(id)
                .bind(course),
            None => sql("INSERT INTO lessons (position, title, markdown, id, course_id) VALUES ($1, $2, $3, $4, $5)")
                .bind(position)
                .bind(lesson.title.trim())
                .bind(lesson.markdown.as_str())
                .bind(write.new_id::<LessonId>())
                .bind(course),
        };
        statement.execute(write).await?;
    }
    Ok(())
}

fn told(terms: &CourseTerms) -> serde_json::Value {
    let lessons: Vec<&str> = terms.lessons.iter().map(|lesson| lesson.title.as_str()).collect();
    json!({
        "title": terms.title, "reference": terms.reference, "launch_url": terms.launch_url, "contest": terms.contest,
        "lessons": lessons,
    })
}

fn told_before(course: &CourseDetails) -> serde_json::Value {
    let lessons: Vec<&str> = course
        .lessons
        .iter()
        .map(|lesson| lesson.title.as_str())
        .collect();
    json!({
        "title": course.title, "reference": course.reference, "launch_url": course.launch_url,
        "contest": course.contest, "lessons": lessons,
    })
}
