//! Licenses: claiming seats, giving them, and the ledger that proves it.
//!
//! A claim is one conditional update, so that no two transactions ever get the same last seat; the ledger lines are in the
//! same transaction, so that counters and ledger cannot part.

use crate::access::Grant;
use crate::column::Bind;
use crate::fault::{Failure, Fault};
use crate::sql::{ROWS_AT_ONCE, rows, sql};
use crate::write::Write;
use domain::access::ViewLicenses;
use domain::id::{CourseId, EnrollmentId, LedgerLineId, LicenseId, SeatId, UserId};
use domain::licenses::{LedgerKind, LicenseKind, Seats, Term};
use domain::time::{Date, Timestamp};

rows! {
    struct Found from "licenses" {
        id: LicenseId,
        reference: String,
        name: String,
        kind: LicenseKind,
        purchased: i64,
        allocated: i64,
        reserved: i64,
        valid_from: Date,
        valid_to: Date,
        archived_at: Option<Timestamp>,
    }
    struct CourseOf from "license_courses" { license_id: LicenseId, course_id: CourseId }
    struct FoundCourse from "courses" { id: CourseId, reference: String, title: String }
}

/// A license as it is.
#[derive(Debug, Clone)]
pub struct License {
    /// Its id.
    pub id: LicenseId,
    /// The word it is called by in files and at the command line.
    pub reference: String,
    /// Its name.
    pub name: String,
    /// What happens to started seats.
    pub kind: LicenseKind,
    /// Its seats.
    pub seats: Seats,
    /// When it gives access.
    pub term: Term,
    /// Its courses.
    pub courses: Vec<CourseId>,
}

/// A course, briefly.
#[derive(Debug, Clone)]
pub struct CourseBrief {
    /// Its id.
    pub id: CourseId,
    /// The word it is called by in files and at the command line.
    pub reference: String,
    /// Its title.
    pub title: String,
}

/// Every license of the organization that is not archived, by name.
pub async fn list(grant: &Grant<ViewLicenses>) -> Result<Vec<License>, Fault> {
    let mut reader = grant.read().await?;
    let found: Vec<Found> = sql(
        "SELECT id, reference, name, kind, purchased, allocated, reserved, valid_from, valid_to, archived_at
         FROM licenses WHERE organization_id = $1 AND archived_at IS NULL ORDER BY name, id",
    )
    .bind(grant.organization())
    .fetch_all(&mut reader)
    .await?;
    let courses: Vec<CourseOf> = sql(
        "SELECT c.license_id, c.course_id FROM license_courses c JOIN licenses l ON l.id = c.license_id
         WHERE l.organization_id = $1 ORDER BY c.license_id, c.course_id",
    )
    .bind(grant.organization())
    .fetch_all(&mut reader)
    .await?;
    let of = |license: LicenseId| {
        courses
            .iter()
            .filter(|c| c.license_id == license)
            .map(|c| c.course_id)
            .collect()
    };
    Ok(found
        .into_iter()
        .map(|row| License {
            courses: of(row.id),
            id: row.id,
            reference: row.reference,
            name: row.name,
            kind: row.kind,
            seats: Seats {
                purchased: row.purchased,
                allocated: row.allocated,
                reserved: row.reserved,
            },
            term: Term {
                valid_from: row.valid_from,
                valid_to: row.valid_to,
                archived_at: row.archived_at,
            },
        })
        .collect())
}

/// Every course of the organization that is not archived, by title.
pub async fn courses(grant: &Grant<ViewLicenses>) -> Result<Vec<CourseBrief>, Fault> {
    let found: Vec<FoundCourse> =
        sql("SELECT id, reference, title FROM courses WHERE organization_id = $1 AND archived_at IS NULL ORDER BY title, id")
            .bind(grant.organization())
            .fetch_all(&mut grant.read().await?)
            .await?;
    Ok(found
        .into_iter()
        .map(|c| CourseBrief {
            id: c.id,
            reference: c.reference,
            title: c.title,
        })
        .collect())
}

/// Why seats are not claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimRefused {
    /// There are too few free ones.
    Short {
        /// How many are missing.
        short: i64,
    },
    /// The license has ended or is archived.
    Over,
    /// There is no such license here.
    Gone,
}

/// Takes `count` free seats of a license, all or none.
pub async fn claim(write: &mut Write, license: LicenseId, count: i64) -> Result<(), Failure<ClaimRefused>> {
    let (organization, today) = (write.organization(), write.now().date());
    let claimed = sql("UPDATE licenses SET allocated = allocated + $1
         WHERE id = $2 AND organization_id = $3 AND archived_at IS NULL AND valid_to >= $4
           AND allocated + reserved + $1 <= purchased")
    .bind(count)
    .bind(license)
    .bind(organization)
    .bind(today)
    .execute(write)
    .await?;
    if claimed == 1 {
        return Ok(());
    }
    let found: Option<Found> = sql(
        "SELECT id, reference, name, kind, purchased, allocated, reserved, valid_from, valid_to, archived_at
         FROM licenses WHERE id = $1 AND organization_id = $2",
    )
    .bind(license)
    .bind(organization)
    .fetch_optional(write)
    .await?;
    Err(Failure::Refused(match found {
        None => ClaimRefused::Gone,
        Some(row) if row.archived_at.is_some() || row.valid_to < today => ClaimRefused::Over,
        Some(row) => ClaimRefused::Short {
            short: count - (row.purchased - row.allocated - row.reserved),
        },
    }))
}

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
    let of_license: Vec<(CourseId,)> =
        sql("SELECT course_id AS value FROM license_courses WHERE license_id = $1 ORDER BY course_id")
            .bind(license)
            .fetch_all(write)
            .await?;
    let all: Vec<CourseId> = of_license.into_iter().map(|(course,)| course).collect();
    let enroll: Vec<_> = holders
        .iter()
        .zip(&seats)
        .map(|(holder, seat)| Enroll {
            user: holder.user,
            courses: if holder.courses.is_empty() {
                all.clone()
            } else {
                holder.courses.clone()
            },
            seat: Some(*seat),
            due_date: holder.due_date,
        })
        .collect();
    self::enroll(write, &enroll).await?;
    Ok(seats)
}

/// A line of the ledger to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    license: LicenseId,
    seat: Option<SeatId>,
    user: Option<UserId>,
}

impl Line {
    pub(crate) fn of_seat(license: LicenseId, seat: SeatId, user: UserId) -> Self {
        Self {
            license,
            seat: Some(seat),
            user: Some(user),
        }
    }
}

/// Appends to the ledger.
pub(crate) async fn record(
    write: &mut Write,
    kind: LedgerKind,
    lines: &[Line],
    reason: &str,
) -> Result<(), Fault> {
    let (now, actor) = (write.now(), write.actor_id());
    for chunk in lines.chunks(ROWS_AT_ONCE) {
        let ids: Vec<LedgerLineId> = chunk.iter().map(|_| write.new_id()).collect();
        let mut insert = sql(
            "INSERT INTO seat_ledger (id, license_id, seat_id, user_id, kind, reason, actor_id, at) VALUES ",
        );
        insert.push_rows(chunk.iter().zip(ids), |(line, id)| {
            vec![
                id.value(),
                line.license.value(),
                line.seat.value(),
                line.user.value(),
                kind.as_str().value(),
                reason.value(),
                actor.value(),
                now.value(),
            ]
        });
        insert.execute(write).await?;
    }
    Ok(())
}

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
