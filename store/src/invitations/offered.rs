//! What an invitation offers: as it is stored, and whether it is there to be offered.

use super::Stored;
use crate::fault::{Failure, Fault};
use crate::groups::{Place, missing, uuids};
use crate::sql::sql;
use crate::write::Write;
use domain::id::{CourseId, GroupId};
use domain::invitations::{InviteRefused, Offer};

/// What a stored invitation offers.
pub(super) async fn offer(write: &mut Write, stored: &Stored) -> Result<Offer, Fault> {
    let groups: Vec<(GroupId,)> =
        sql("SELECT group_id AS value FROM invitation_groups WHERE invitation_id = $1 ORDER BY group_id")
            .bind(stored.id)
            .fetch_all(write)
            .await?;
    let courses: Vec<(CourseId,)> =
        sql("SELECT course_id AS value FROM invitation_courses WHERE invitation_id = $1 ORDER BY course_id")
            .bind(stored.id)
            .fetch_all(write)
            .await?;
    Ok(Offer {
        role: stored.role,
        groups: groups.into_iter().map(|(group,)| group).collect(),
        group_role: stored.group_role,
        language: Some(stored.language),
        department: stored.department_id,
        label: stored.label_id,
        deletion_date: stored.deletion_date,
        license: stored.license_id,
        courses: courses.into_iter().map(|(course,)| course).collect(),
    })
}

/// Refuses an offer of things that are not, or no longer, in this organization.
pub(super) async fn check_references(write: &mut Write, offer: &Offer) -> Result<(), Failure<InviteRefused>> {
    let places = [
        (Place::Group, uuids(&offer.groups)),
        (Place::Department, uuids(offer.department.as_slice())),
        (Place::Label, uuids(offer.label.as_slice())),
        (Place::Course, uuids(&offer.courses)),
    ];
    if let Some(place) = missing(write, places).await? {
        return Err(gone(place));
    }
    check_courses(write, offer).await
}

/// Refuses courses that the license does not cover.
async fn check_courses(write: &mut Write, offer: &Offer) -> Result<(), Failure<InviteRefused>> {
    if offer.courses.is_empty() {
        return Ok(());
    }
    let covered: Vec<(CourseId,)> =
        sql("SELECT course_id AS value FROM license_courses WHERE license_id = $1")
            .bind(offer.license)
            .fetch_all(write)
            .await?;
    if offer.courses.iter().all(|course| covered.contains(&(*course,))) {
        Ok(())
    } else {
        Err(gone(Place::Course))
    }
}

fn gone(place: Place) -> Failure<InviteRefused> {
    Failure::Refused(InviteRefused::Gone(place.word().to_owned()))
}
