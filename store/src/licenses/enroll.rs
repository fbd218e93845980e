//! Enrollments: opening them by a seat or directly, and putting them away when the seat goes.

use crate::column::Bind;
use crate::fault::Fault;
use crate::sql::{ROWS_AT_ONCE, rows, sql};
use crate::write::Write;
use domain::id::{CourseId, EnrollmentId, SeatId, TrainingRecordId, UserId};
use domain::time::{Date, Timestamp};

/// Courses for one user, by a seat or directly.
#[derive(Debug, Clone)]
pub struct Enroll {
    user: UserId,
    courses: Vec<CourseId>,
    seat: Option<SeatId>,
    due_date: Option<Date>,
}

impl Enroll {
    /// A direct grant, without a seat.
    pub fn directly(user: UserId, courses: &[CourseId], due_date: Option<Date>) -> Self {
        Self {
            user,
            courses: courses.to_vec(),
            seat: None,
            due_date,
        }
    }
    /// Through a seat.
    pub fn by_seat(user: UserId, courses: &[CourseId], seat: SeatId, due_date: Option<Date>) -> Self {
        Self {
            user,
            courses: courses.to_vec(),
            seat: Some(seat),
            due_date,
        }
    }
}

/// Opens enrollments. An open one that exists is kept: it gets the seat if it had none, and the due date if one is given.
pub async fn enroll(write: &mut Write, enroll: &[Enroll]) -> Result<(), Fault> {
    let (organization, now, actor) = (write.organization(), write.now(), write.actor_id());
    let rows: Vec<_> = enroll
        .iter()
        .flat_map(|e| e.courses.iter().map(move |course| (e, *course)))
        .collect();
    for chunk in rows.chunks(ROWS_AT_ONCE) {
        let ids: Vec<EnrollmentId> = chunk.iter().map(|_| write.new_id()).collect();
        let mut insert = sql("INSERT INTO enrollments (id, organization_id, user_id, course_id, seat_id, assigned_at, assigned_by,
            due_date) VALUES ");
        insert.push_rows(chunk.iter().zip(ids), |((enroll, course), id)| {
            vec![
                id.value(),
                organization.value(),
                enroll.user.value(),
                course.value(),
                enroll.seat.value(),
                now.value(),
                actor.value(),
                enroll.due_date.value(),
            ]
        });
        insert.push(
            " ON CONFLICT (user_id, course_id) WHERE archived_at IS NULL DO UPDATE SET
            seat_id = COALESCE(enrollments.seat_id, excluded.seat_id),
            due_date = COALESCE(excluded.due_date, enrollments.due_date)",
        );
        insert.execute(write).await?;
    }
    Ok(())
}

rows! {
    struct Open from "enrollments" {
        id: EnrollmentId,
        user_id: UserId,
        course_id: CourseId,
        title: String,
        started_at: Option<Timestamp>,
        completed_at: Option<Timestamp>,
        progress: i64,
        other_seat: Option<SeatId>,
    }
}

/// Archives the enrollments that came by these seats, which are back in the pool; what was begun leaves a training record.
/// A course that another held seat opens as well goes on by that seat.
pub(super) async fn put_away(write: &mut Write, seats: &[SeatId]) -> Result<(), Fault> {
    for seats in seats.chunks(ROWS_AT_ONCE) {
        let mut select = sql(
            "SELECT e.id, e.user_id, e.course_id, c.title, e.started_at, e.completed_at, e.progress,
             (SELECT s.id FROM seats s JOIN license_courses l ON l.license_id = s.license_id
              WHERE s.user_id = e.user_id AND l.course_id = e.course_id AND s.returned_at IS NULL
              ORDER BY s.id LIMIT 1) AS other_seat
             FROM enrollments e JOIN courses c ON c.id = e.course_id WHERE e.archived_at IS NULL AND e.seat_id IN ",
        );
        select.push_list(seats.iter().copied());
        let open: Vec<Open> = select.fetch_all(write).await?;
        let (going_on, ending): (Vec<_>, Vec<_>) = open
            .into_iter()
            .partition(|enrollment| enrollment.other_seat.is_some());
        for enrollment in going_on {
            sql("UPDATE enrollments SET seat_id = $1 WHERE id = $2")
                .bind(enrollment.other_seat)
                .bind(enrollment.id)
                .execute(write)
                .await?;
        }
        keep_records(write, &ending).await?;
        let now = write.now();
        for ending in ending.chunks(ROWS_AT_ONCE) {
            let mut update = sql("UPDATE enrollments SET archived_at = ");
            update
                .push_bind(now)
                .push(" WHERE id IN ")
                .push_list(ending.iter().map(|enrollment| enrollment.id));
            update.execute(write).await?;
        }
    }
    Ok(())
}

/// Writes the training records of enrollments that were begun and have none yet.
async fn keep_records(write: &mut Write, ending: &[Open]) -> Result<(), Fault> {
    let (organization, now) = (write.organization(), write.now());
    let begun: Vec<&Open> = ending
        .iter()
        .filter(|enrollment| enrollment.started_at.is_some() || enrollment.progress > 0)
        .collect();
    for chunk in begun.chunks(ROWS_AT_ONCE) {
        let ids: Vec<TrainingRecordId> = chunk.iter().map(|_| write.new_id()).collect();
        let mut insert = sql(
            "INSERT INTO training_records (id, organization_id, user_id, enrollment_id, course_id, course_title,
             started_at, completed_at, progress, recorded_at) VALUES ",
        );
        insert.push_rows(chunk.iter().zip(ids), |(enrollment, id)| {
            vec![
                id.value(),
                organization.value(),
                enrollment.user_id.value(),
                enrollment.id.value(),
                enrollment.course_id.value(),
                enrollment.title.as_str().value(),
                enrollment.started_at.value(),
                enrollment.completed_at.value(),
                enrollment.progress.value(),
                now.value(),
            ]
        });
        insert.push(" ON CONFLICT (enrollment_id) DO NOTHING");
        insert.execute(write).await?;
    }
    Ok(())
}
