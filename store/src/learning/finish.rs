//! Lessons done one by one, and with the last of them the course: completed, recorded and certified.

use super::course::hold;
use super::spent::{Doing, do_today};
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use crate::write::{Change, Entry, Write};
use domain::access::Learn;
use domain::audit::{Action, TargetKind};
use domain::courses::{COMPLETION_XP, LESSON_XP, LearnRefused, UserEnrollment};
use domain::id::{EnrollmentId, LessonId, TrainingRecordId, UserId};
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
    if enrollment.started_at.is_none() {
        return Err(Failure::Refused(LearnRefused::NotBegun));
    }
    if enrollment.completed_at.is_some() {
        return Ok(write.unchanged(()).await?);
    }
    let mut xp = 0;
    if let Some(lesson) = lesson {
        match mark(&mut write, &enrollment, lesson).await? {
            Marked::New => xp += LESSON_XP,
            Marked::Before => {}
            Marked::OfAnother => return Err(Failure::Refused(LearnRefused::Changed)),
        }
    }
    let lessons = lessons(&mut write, &enrollment).await?;
    if lesson.is_none() && lessons.many > 0 {
        return Err(Failure::Refused(LearnRefused::Changed));
    }
    let done = lessons.done >= lessons.many;
    let progress = if done {
        100
    } else {
        lessons.done * 100 / lessons.many.max(1)
    };
    let now = write.now();
    sql("UPDATE enrollments SET progress = $1, completed_at = $2 WHERE id = $3")
        .bind(progress)
        .bind(done.then_some(now))
        .bind(id)
        .execute(&mut write)
        .await?;
    if done {
        xp += COMPLETION_XP;
        certify(&mut write, grant, user, &enrollment).await?;
    }
    let doing = Doing {
        event: uuid::Uuid::from(write.new_id::<EnrollmentId>()),
        course: enrollment.course,
        seconds: 0,
        xp,
    };
    do_today(&mut write, user, doing).await?;
    if !done {
        return Ok(write.commit_bookkeeping(()).await?);
    }
    let entry = Entry::new(Action::CourseCompleted, TargetKind::User, user)
        .after(json!({ "courses": enrollment.title }));
    Ok(write.commit(Change::of((), entry)).await?)
}

enum Marked {
    New,
    Before,
    OfAnother,
}

async fn mark(write: &mut Write, enrollment: &UserEnrollment, lesson: LessonId) -> Result<Marked, Fault> {
    let of_course: Option<(LessonId,)> =
        sql("SELECT id AS value FROM lessons WHERE id = $1 AND course_id = $2")
            .bind(lesson)
            .bind(enrollment.course)
            .fetch_optional(write)
            .await?;
    if of_course.is_none() {
        return Ok(Marked::OfAnother);
    }
    let now = write.now();
    let marked = sql(
        "INSERT INTO lesson_progress (enrollment_id, lesson_id, completed_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
    )
    .bind(enrollment.id)
    .bind(lesson)
    .bind(now)
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
    grant: &Grant<Learn>,
    user: UserId,
    enrollment: &UserEnrollment,
) -> Result<(), Fault> {
    let mut bits = [0_u8; 10];
    grant.store().random().fill(&mut bits)?;
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
    .bind(now)
    .bind(now)
    .bind(number)
    .execute(write)
    .await?;
    Ok(())
}
