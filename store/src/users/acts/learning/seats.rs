//! Giving seats of a license, and taking them back.

use super::super::before::undo;
use super::super::edit::touch;
use super::super::life::ids;
use super::super::{Done, Undo};
use crate::fault::{Failure, Fault};
use crate::licenses::{ClaimRefused, Holder, allocate, claim, return_seats_of};
use crate::sql::{Connection, rows, sql};
use crate::users::acts::account::Account;
use crate::write::{Entry, Write};
use domain::audit::{Action, TargetKind};
use domain::id::{CourseId, LicenseId, OrganizationId, UserId};
use domain::time::Date;
use domain::users::{Act, ActRefused, LearningAct};
use serde_json::json;

rows! {
    struct Place from "licenses" { free: i64, ended: bool }
    struct Course from "enrollments" { user_id: UserId, course_id: CourseId, due_date: Option<Date> }
}

/// Refuses, ahead of an act, what its license has no free seats for.
pub(in crate::users::acts) async fn room(
    on: &mut impl Connection,
    organization: OrganizationId,
    act: &Act,
    wanted: usize,
) -> Result<(), Failure<ActRefused>> {
    let Act::Learning(LearningAct::GiveSeat { license, .. }) = act else {
        return Ok(());
    };
    let found: Option<Place> = sql(
        "SELECT purchased - allocated - reserved AS free, archived_at IS NOT NULL AS ended FROM licenses
         WHERE id = $1 AND organization_id = $2",
    )
    .bind(*license)
    .bind(organization)
    .fetch_optional(on)
    .await?;
    let wanted = i64::try_from(wanted).unwrap_or(i64::MAX);
    match found {
        None => Err(Failure::Refused(ActRefused::Gone("license".to_owned()))),
        Some(place) if place.ended => Err(Failure::Refused(ActRefused::LicenseOver)),
        Some(place) if place.free < wanted => Err(Failure::Refused(ActRefused::SeatsShort {
            short: wanted - place.free,
        })),
        Some(_) => Ok(()),
    }
}

/// Gives a seat to each, or to nobody.
pub(super) async fn give(
    write: &mut Write,
    can: &[Account],
    license: LicenseId,
    courses: &[CourseId],
    due_date: Option<Date>,
) -> Result<Done, Failure<ActRefused>> {
    let count = i64::try_from(can.len()).unwrap_or(i64::MAX);
    claim(write, license, count).await.map_err(|failure| {
        failure.map(|refused| match refused {
            ClaimRefused::Short { short } => ActRefused::SeatsShort { short },
            ClaimRefused::Over => ActRefused::LicenseOver,
            ClaimRefused::Gone => ActRefused::Gone("license".to_owned()),
        })
    })?;
    let holder = |account: &Account| Holder {
        user: account.id,
        courses: courses.to_vec(),
        due_date,
    };
    let holders: Vec<Holder> = can.iter().map(holder).collect();
    allocate(write, license, &holders, "given by hand").await?;
    touch(write, can).await?;
    let users = ids(can);
    let entry = |account: &Account| {
        Entry::new(Action::SeatAllocated, TargetKind::User, account.id).after(json!({ "license": license }))
    };
    Ok(Done {
        undo: vec![Undo {
            act: Act::Learning(LearningAct::TakeSeatBack { license }),
            users: users.clone(),
        }],
        users,
        entries: can.iter().map(entry).collect(),
        ..Done::default()
    })
}

/// Takes the seats back of those whose seat may go.
pub(super) async fn take_back(write: &mut Write, can: &[Account], license: LicenseId) -> Result<Done, Fault> {
    let had = had(write, license, &ids(can)).await?;
    let users = return_seats_of(write, license, &ids(can), "taken back by hand").await?;
    touch(write, can).await?;
    let entry = |user: &UserId| {
        Entry::new(Action::SeatReturned, TargetKind::User, *user).before(json!({ "license": license }))
    };
    let was = users.iter().map(|user| {
        let courses: Vec<&Course> = had.iter().filter(|course| course.user_id == *user).collect();
        let due_date = courses.iter().find_map(|course| course.due_date);
        let courses: Vec<CourseId> = courses.iter().map(|course| course.course_id).collect();
        (*user, (courses, due_date))
    });
    let undo = undo(was, |(courses, due_date)| {
        Act::Learning(LearningAct::GiveSeat {
            license,
            courses,
            due_date,
        })
    });
    Ok(Done {
        seats: users.len() as u64,
        entries: users.iter().map(entry).collect(),
        undo,
        users,
        ..Done::default()
    })
}

/// The courses that came by the seats of these users.
async fn had(write: &mut Write, license: LicenseId, users: &[UserId]) -> Result<Vec<Course>, Fault> {
    let mut select = sql(
        "SELECT e.user_id, e.course_id, e.due_date FROM enrollments e JOIN seats s ON s.id = e.seat_id
         WHERE e.archived_at IS NULL AND s.returned_at IS NULL AND s.license_id = ",
    );
    select
        .push_bind(license)
        .push(" AND e.user_id IN ")
        .push_list(users.iter().copied())
        .push(" ORDER BY e.course_id");
    select.fetch_all(write).await
}
