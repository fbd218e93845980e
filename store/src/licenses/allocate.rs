//! Giving claimed seats to their holders, for every use case that does: the allocator, creating, importing, registering.

use super::enroll::{Enroll, enroll};
use super::ledger::{Line, record};
use crate::column::Bind;
use crate::fault::Fault;
use crate::sql::{Connection, ROWS_AT_ONCE, sql};
use crate::write::Write;
use domain::id::{CourseId, LicenseId, SeatId, UserId};
use domain::licenses::LedgerKind;
use domain::time::Date;

/// Somebody who gets a claimed seat.
#[derive(Debug, Clone)]
pub struct Holder {
    /// Who.
    pub user: UserId,
    /// Courses of the license; empty means all.
    pub courses: Vec<CourseId>,
    /// Their due date.
    pub due_date: Option<Date>,
}

/// Gives claimed seats to holders: the seats, their ledger lines and the enrollments. The claim comes first, in the same
/// write, and for just as many.
pub async fn allocate(
    write: &mut Write,
    license: LicenseId,
    holders: &[Holder],
    reason: &str,
) -> Result<Vec<SeatId>, Fault> {
    let now = write.now();
    let seats: Vec<SeatId> = holders.iter().map(|_| write.new_id()).collect();
    for (holders, seats) in holders.chunks(ROWS_AT_ONCE).zip(seats.chunks(ROWS_AT_ONCE)) {
        let mut insert = sql("INSERT INTO seats (id, license_id, user_id, allocated_at) VALUES ");
        insert.push_rows(holders.iter().zip(seats), |(holder, seat)| {
            vec![seat.value(), license.value(), holder.user.value(), now.value()]
        });
        insert.execute(write).await?;
        let lines: Vec<_> = holders
            .iter()
            .zip(seats)
            .map(|(holder, seat)| Line::of_seat(license, *seat, holder.user))
            .collect();
        record(write, LedgerKind::Allocated, &lines, reason).await?;
    }
    let all = courses_of(write, license).await?;
    let enrollments: Vec<_> = holders
        .iter()
        .zip(&seats)
        .map(|(holder, seat)| {
            let courses = if holder.courses.is_empty() {
                &all
            } else {
                &holder.courses
            };
            Enroll::by_seat(holder.user, courses, *seat, holder.due_date)
        })
        .collect();
    enroll(write, &enrollments).await?;
    Ok(seats)
}

/// The courses of a license.
pub(crate) async fn courses_of(
    write: &mut impl Connection,
    license: LicenseId,
) -> Result<Vec<CourseId>, Fault> {
    let courses: Vec<(CourseId,)> =
        sql("SELECT course_id AS value FROM license_courses WHERE license_id = $1 ORDER BY course_id")
            .bind(license)
            .fetch_all(write)
            .await?;
    Ok(courses.into_iter().map(|(course,)| course).collect())
}
