//! Enrollments: opening them by a seat or directly, and putting them away when the seat goes.

use crate::column::Bind;
use crate::fault::Fault;
use crate::sql::{Connection, ROWS_AT_ONCE, rows, sql};
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
            due_date = COALESCE(excluded.due_date, enrollments.due_date),
            reminded = CASE WHEN excluded.due_date IS NULL OR excluded.due_date = enrollments.due_date
                THEN enrollments.reminded ELSE 0 END",
        );
        insert.execute(write).await?;
    }
    Ok(())
}

rows! {
    /// An enrollment that is open.
    #[derive(Debug, Clone)]
    pub(crate) struct Open from "enrollments" {
        id: EnrollmentId,
        pub(crate) user_id: UserId,
        pub(crate) course_id: CourseId,
        title: String,
        pub(crate) due_date: Option<Date>,
        started_at: Option<Timestamp>,
        pub(crate) completed_at: Option<Timestamp>,
        progress: i64,
        other_seat: Option<SeatId>,
    }
}

const OPEN: &str =
    "SELECT e.id, e.user_id, e.course_id, c.title, e.due_date, e.started_at, e.completed_at, e.progress,
     (SELECT s.id FROM seats s JOIN license_courses l ON l.license_id = s.license_id
      WHERE s.user_id = e.user_id AND l.course_id = e.course_id AND s.returned_at IS NULL
      ORDER BY s.id LIMIT 1) AS other_seat
     FROM enrollments e JOIN courses c ON c.id = e.course_id WHERE e.archived_at IS NULL AND ";

/// The open enrollments of some users in these courses; none means in all.
pub(crate) async fn open(
    on: &mut impl Connection,
    users: &[UserId],
    courses: &[CourseId],
) -> Result<Vec<Open>, Fault> {
    let mut open = Vec::new();
    for users in users.chunks(ROWS_AT_ONCE) {
        let mut select = sql(OPEN);
        select.push("e.user_id IN ").push_list(users.iter().copied());
        if !courses.is_empty() {
            select
                .push(" AND e.course_id IN ")
                .push_list(courses.iter().copied());
        }
        select.push(" ORDER BY e.id");
        open.extend(select.fetch_all(on).await?);
    }
    Ok(open)
}

/// Archives the enrollments that came by these seats, which are back in the pool; what was begun leaves a training record.
/// A course that another held seat opens as well goes on by that seat.
pub(super) async fn put_away(write: &mut Write, seats: &[SeatId]) -> Result<(), Fault> {
    for seats in seats.chunks(ROWS_AT_ONCE) {
        let mut select = sql(OPEN);
        select.push("e.seat_id IN ").push_list(seats.iter().copied());
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
        archive(write, &ending).await?;
    }
    Ok(())
}

/// Archives open enrollments; what was begun leaves a training record.
pub(crate) async fn archive(write: &mut Write, ending: &[Open]) -> Result<(), Fault> {
    keep_records(write, ending).await?;
    let now = write.now();
    for ending in ending.chunks(ROWS_AT_ONCE) {
        let mut update = sql("UPDATE enrollments SET archived_at = ");
        update
            .push_bind(now)
            .push(" WHERE id IN ")
            .push_list(ending.iter().map(|enrollment| enrollment.id));
        update.execute(write).await?;
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
