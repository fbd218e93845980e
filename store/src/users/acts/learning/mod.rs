//! Acts on what users learn: courses and seats.

mod already;
mod courses;
mod restore;
mod seats;

pub(super) use already::already;
pub(super) use seats::room;

use super::Done;
use super::account::Account;
use crate::Requester;
use crate::fault::Failure;
use crate::groups::{self, Place};
use crate::licenses::courses_of;
use crate::sql::Connection;
use crate::write::Write;
use domain::users::{ActRefused, LearningAct};

/// Does one of these to accounts it can be done to.
pub(super) async fn learn(
    write: &mut Write,
    act: &LearningAct,
    can: &[Account],
) -> Result<Done, Failure<ActRefused>> {
    match act {
        LearningAct::Assign { courses, due_date } => {
            Ok(courses::assign(write, can, courses, *due_date).await?)
        }
        LearningAct::SetDueDate { courses, due_date } => {
            Ok(courses::set_due_date(write, can, courses, *due_date).await?)
        }
        LearningAct::Unassign { courses } => Ok(courses::archive(write, can, courses, None).await?),
        LearningAct::ArchiveActivity {
            courses,
            again,
            due_date,
        } => {
            let due_date = *due_date;
            let again = again.then_some(courses::Again { due_date });
            Ok(courses::archive(write, can, courses, again).await?)
        }
        LearningAct::GiveSeat {
            license,
            courses,
            due_date,
        } => seats::give(write, can, *license, courses, *due_date).await,
        LearningAct::TakeSeatBack { license } => Ok(seats::take_back(write, can, *license).await?),
        LearningAct::Restore { at } => Ok(restore::restore(write, can, *at).await?),
    }
}

/// Refuses what is wrong with an act, whoever it is done to.
pub(super) async fn check_request(
    on: &mut impl Connection,
    requester: &Requester,
    act: &LearningAct,
) -> Result<(), Failure<ActRefused>> {
    let courses = act.courses();
    if act.needs_courses() && courses.is_empty() {
        return Err(Failure::Refused(ActRefused::Nothing));
    }
    if act
        .due_date()
        .is_some_and(|due| due < requester.store().now().date())
    {
        return Err(Failure::Refused(ActRefused::DueDatePast));
    }
    match act {
        // It is a step of taking an act back, and nothing to ask for.
        LearningAct::Restore { .. } => return Err(Failure::Refused(ActRefused::NotUndoable)),
        LearningAct::GiveSeat { license, .. } => {
            let of_license = courses_of(on, *license).await?;
            if !courses.iter().all(|course| of_license.contains(course)) {
                return Err(Failure::Refused(ActRefused::NotOfLicense));
            }
        }
        LearningAct::Assign { .. }
            if !groups::exist(
                on,
                requester.organization(),
                Place::Course,
                groups::uuids(courses),
            )
            .await? =>
        {
            return Err(Failure::Refused(ActRefused::Gone(
                Place::Course.word().to_owned(),
            )));
        }
        _ => {}
    }
    Ok(())
}
