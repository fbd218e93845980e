//! Lessons done one by one, and with the last of them the course: completed, recorded and certified.

use super::course::hold;
use super::spent::{Doing, Step, count};
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use crate::write::{Change, Entry, Write};
use domain::access::Learn;
use domain::audit::{Action, TargetKind};
use domain::courses::{COMPLETION_XP, LESSON_XP, LearnRefused, UserEnrollment};
use domain::id::{EnrollmentId, LessonId, TrainingRecordId, UserId};
use domain::time::Timestamp;
use serde_json::json;

rows! {
    struct Lessons from "lessons" { many: i64, done: i64 }
}

/// Marks a lesson as done; for a course without lessons, the course itself. The last one completes the course. Again it
/// changes nothing.
pub async fn finish(
    grant: &Grant<Learn>,
    id: EnrollmentId,
    lesson: Option<LessonId>,
) -> Result<(), Failure<LearnRefused>> {
    let user = grant.requester().user();
    let mut write = grant.write().await?;
    let enrollment = hold(&mut write, user, id).await?;
    let now = write.now();
    let step = advance(&mut write, user, &enrollment, lesson, now).await?;
    if step.xp > 0 {
        let event = uuid::Uuid::from(write.new_id::<EnrollmentId>());
        count(&mut write, user, &Doing::of(&step, event, enrollment.course, now)).await?;
    }
    match step.entry {
        None => Ok(write.commit_bookkeeping(()).await?),
        Some(entry) => Ok(write.commit(Change::of((), entry)).await?),
    }
}

/// Goes on in the course of a held enrollment, by a lesson or to its end.
pub(super) async fn advance(
    write: &mut Write,
    user: UserId,
    enrollment: &UserEnrollment,
    lesson: Option<LessonId>,
    at: Timestamp,
) -> Result<Step, Failure<LearnRefused>> {
    let begun = enrollment.begun().map_err(Failure::Refused)?;
    let mut step = Step::default();
    if enrollment.completed_at.is_some() {
        return Ok(step);
    }
    let at = at.max(begun);
    if let Some(lesson) = lesson {
        match mark(write, enrollment, lesson, at).await? {
            Marked::New => step.xp += LESSON_XP,
            Marked::Before => {}
            Marked::OfAnother => return Err(Failure::Refused(LearnRefused::Changed)),
        }
    }
    let lessons = lessons(write, enrollment).await?;
    if lesson.is_none() && lessons.many > 0 {
        return Err(Failure::Refused(LearnRefused::Changed));
    }
    let done = lessons.done >= lessons.many;
    let progress = if done {
        100
    } else {
        lessons.done * 100 / lessons.many.max(1)
    };
    sql("UPDATE enrollments SET progress = $1, completed_at = $2 WHERE id = $3")
        .bind(progress)
        .bind(done.then_some(at))
        .bind(enrollment.id)
        .execute(write)
        .await?;
    if done {
        step.xp += COMPLETION_XP;
        certify(write, user, enrollment, at).await?;
        let entry = Entry::new(Action::CourseCompleted, TargetKind::User, user);
        step.entry = Some(entry.after(json!({ "courses": enrollment.title })));
    }
    Ok(step)
}

/// So much of a course without lessons is done; what was done already is not taken back.
pub(super) async fn progress(
    write: &mut Write,
    enrollment: &UserEnrollment,
    percent: u8,
) -> Result<Step, Failure<LearnRefused>> {
    enrollment.begun().map_err(Failure::Refused)?;
    if lessons(write, enrollment).await?.many > 0 {
        return Err(Failure::Refused(LearnRefused::Changed));
    }
    sql("UPDATE enrollments SET progress = $1 WHERE id = $2 AND progress < $1")
        .bind(i64::from(percent))
        .bind(enrollment.id)
        .execute(write)
        .await?;
    Ok(Step::default())
}

enum Marked {
    New,
    Before,
    OfAnother,
}

async fn mark(
    write: &mut Write,
    enrollment: &UserEnrollment,
    lesson: LessonId,
    at: Timestamp,
) -> Result<Marked, Fault> {
    let of_course: Option<(LessonId,)> =
        sql("SELECT id AS value FROM lessons WHERE id = $1 AND course_id = $2")
            .bind(lesson)
            .bind(enrollment.course)
            .fetch_optional(write)
            .await?;
    if of_course.is_none() {
        return Ok(Marked::OfAnother);
    }
    let marked = sql(
        "INSERT INTO lesson_progress (enrollment_id, lesson_id, completed_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
    )
    .bind(enrollment.id)
    .bind(lesson)
    .bind(at)
    .execute(write)
    .await?;
    Ok(if marked == 1 { Marked::New } else { Marked::Before })
}

async fn lessons(write: &mut Write, enrollment: &UserEnrollment) -> Result<Lessons, Fault> {
    sql(
        "SELECT COUNT(*) AS many, COUNT(p.lesson_id) AS done FROM lessons l
         LEFT JOIN lesson_progress p ON p.lesson_id = l.id AND p.enrollment_id = $1 WHERE l.course_id = $2",
    )
    .bind(enrollment.id)
    .bind(enrollment.course)
    .fetch_one(write)
    .await
}

/// Writes the training record of a completed course, with a number that nobody finds by counting: 80 random bits.
async fn certify(
    write: &mut Write,
    user: UserId,
    enrollment: &UserEnrollment,
    at: Timestamp,
) -> Result<(), Fault> {
    let mut bits = [0_u8; 10];
    write.random().fill(&mut bits)?;
    let number = bits
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02X}"));
    let (organization, now) = (write.organization(), write.now());
    let id: TrainingRecordId = write.new_id();
    sql("INSERT INTO training_records (id, organization_id, user_id, enrollment_id, course_id, course_title, started_at,
         completed_at, progress, recorded_at, certificate) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 100, $9, $10)")
    .bind(id)
    .bind(organization)
    .bind(user)
    .bind(enrollment.id)
    .bind(enrollment.course)
    .bind(enrollment.title.as_str())
    .bind(enrollment.started_at)
    .bind(at)
    .bind(now)
    .bind(number)
    .execute(write)
    .await?;
    Ok(())
}
