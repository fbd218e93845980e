//! What an invitation offers: as it is stored, and whether it is there to be offered.

use super::Stored;
use crate::fault::{Failure, Fault};
use crate::sql::sql;
use crate::write::Write;
use domain::id::{CourseId, GroupId};
use domain::invitations::{InviteRefused, Offer};
use std::collections::HashSet;
use uuid::Uuid;

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
    fn uuids<I: Copy + Into<Uuid>>(ids: &[I]) -> Vec<Uuid> {
        ids.iter().map(|id| (*id).into()).collect()
    }
    let checks = [
        (
            "group",
            "SELECT COUNT(*) AS value FROM \"groups\" WHERE organization_id = ",
            uuids(&offer.groups),
        ),
        (
            "department",
            "SELECT COUNT(*) AS value FROM departments WHERE organization_id = ",
            uuids(offer.department.as_slice()),
        ),
        (
            "label",
            "SELECT COUNT(*) AS value FROM labels WHERE organization_id = ",
            uuids(offer.label.as_slice()),
        ),
        (
            "course",
            "SELECT COUNT(*) AS value FROM courses WHERE archived_at IS NULL AND organization_id = ",
            uuids(&offer.courses),
        ),
    ];
    for (what, text, ids) in checks {
        let ids: HashSet<Uuid> = ids.into_iter().collect();
        if ids.is_empty() {
            continue;
        }
        let wanted = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        let organization = write.organization();
        let mut statement = sql(text);
        statement
            .push_bind(organization)
            .push(" AND id IN ")
            .push_list(ids);
        let (found,): (i64,) = statement.fetch_one(write).await?;
        if found != wanted {
            return Err(gone(what));
        }
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
        Err(gone("course"))
    }
}

fn gone(what: &str) -> Failure<InviteRefused> {
    Failure::Refused(InviteRefused::Gone(what.to_owned()))
}
