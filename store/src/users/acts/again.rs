//! The seats that went back when users were archived, given again when they come back.

use super::account::{Account, IDS_AT_ONCE};
use crate::fault::{Failure, Fault};
use crate::licenses::{ClaimRefused, Holder, allocate, claim};
use crate::sql::{rows, sql};
use crate::write::Write;
use domain::id::{CourseId, LicenseId, SeatId, UserId};
use domain::time::Date;
use std::collections::BTreeMap;

rows! {
    struct Lost from "seats" { id: SeatId, license_id: LicenseId, user_id: UserId }
    struct Course from "enrollments" { seat_id: SeatId, course_id: CourseId, due_date: Option<Date> }
}

/// Gives the seats again that went back at the moment of archiving, with their courses; a license without enough free
/// seats, or that is over, gives none. Returns how many were given.
pub(super) async fn give(write: &mut Write, accounts: &[Account]) -> Result<u64, Fault> {
    let mut lost: BTreeMap<LicenseId, Vec<Lost>> = BTreeMap::new();
    for chunk in accounts.chunks(IDS_AT_ONCE) {
        // Both moments are those of one write.
        let mut select = sql(
            "SELECT s.id, s.license_id, s.user_id FROM seats s JOIN users u ON u.id = s.user_id
             WHERE s.returned_at = u.archived_at AND u.id IN ",
        );
        select
            .push_list(chunk.iter().map(|account| account.id))
            .push(" ORDER BY s.id");
        let found: Vec<Lost> = select.fetch_all(write).await?;
        for seat in found {
            lost.entry(seat.license_id).or_default().push(seat);
        }
    }
    let mut given = 0;
    for (license, seats) in lost {
        let count = i64::try_from(seats.len()).unwrap_or(i64::MAX);
        match claim(write, license, count).await {
            Ok(()) => {}
            Err(Failure::Refused(ClaimRefused::Short { .. } | ClaimRefused::Over | ClaimRefused::Gone)) => {
                continue;
            }
            Err(Failure::Fault(fault)) => return Err(fault),
            Err(Failure::Denied(_) | Failure::NotFound) => continue,
        }
        let holders = holders(write, &seats).await?;
        allocate(write, license, &holders, "user brought back").await?;
        given += seats.len() as u64;
    }
    Ok(given)
}

async fn holders(write: &mut Write, seats: &[Lost]) -> Result<Vec<Holder>, Fault> {
    let mut courses: BTreeMap<SeatId, Vec<Course>> = BTreeMap::new();
    for chunk in seats.chunks(IDS_AT_ONCE) {
        let mut select = sql("SELECT seat_id, course_id, due_date FROM enrollments WHERE seat_id IN ");
        select.push_list(chunk.iter().map(|seat| seat.id));
        let found: Vec<Course> = select.fetch_all(write).await?;
        for course in found {
            courses.entry(course.seat_id).or_default().push(course);
        }
    }
    let holder = |seat: &Lost| {
        let courses = courses.get(&seat.id).map(Vec::as_slice).unwrap_or_default();
        Holder {
            user: seat.user_id,
            courses: courses.iter().map(|course| course.course_id).collect(),
            due_date: courses.iter().find_map(|course| course.due_date),
        }
    };
    Ok(seats.iter().map(holder).collect())
}
