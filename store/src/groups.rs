//! Groups, locations, departments and labels: the lists that forms choose from, and the check that a choice is one of them.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, rows, sql};
use crate::write::Write;
use domain::access::ViewUsers;
use domain::id::{DepartmentId, GroupId, LabelId, LocationId};
use domain::users::{CreateRefused, NewUser};
use uuid::Uuid;

/// What a user can be put into, by name.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// Groups.
    pub groups: Vec<(GroupId, String)>,
    /// Locations.
    pub locations: Vec<(LocationId, String)>,
    /// Departments.
    pub departments: Vec<(DepartmentId, String)>,
    /// Labels.
    pub labels: Vec<(LabelId, String)>,
}

rows! {
    struct Named from "groups" { id: Uuid, name: String }
}

/// Every group, location, department and label of the organization, sorted by name.
pub async fn places(grant: &Grant<ViewUsers>) -> Result<Places, Fault> {
    let mut reader = grant.read().await?;
    let organization = grant.organization();
    Ok(Places {
        groups: named(
            &mut reader,
            "SELECT id, name FROM \"groups\" WHERE organization_id = $1 ORDER BY name_key",
            organization,
        )
        .await?,
        locations: named(
            &mut reader,
            "SELECT id, name FROM locations WHERE organization_id = $1 ORDER BY name_key",
            organization,
        )
        .await?,
        departments: named(
            &mut reader,
            "SELECT id, name FROM departments WHERE organization_id = $1 ORDER BY name_key",
            organization,
        )
        .await?,
        labels: named(
            &mut reader,
            "SELECT id, name FROM labels WHERE organization_id = $1 ORDER BY name_key",
            organization,
        )
        .await?,
    })
}

async fn named<I: From<Uuid>>(
    on: &mut impl Connection,
    text: &'static str,
    organization: domain::id::OrganizationId,
) -> Result<Vec<(I, String)>, Fault> {
    let rows: Vec<Named> = sql(text).bind(organization).fetch_all(on).await?;
    Ok(rows.into_iter().map(|row| (row.id.into(), row.name)).collect())
}

/// Refuses a new user whose groups, location, department, labels or courses are not, or no longer, in this organization.
pub(crate) async fn check_references(write: &mut Write, new: &NewUser) -> Result<(), Failure<CreateRefused>> {
    fn uuids<I: Copy + Into<Uuid>>(ids: &[I]) -> Vec<Uuid> {
        ids.iter().map(|id| (*id).into()).collect()
    }
    let checks = [
        (
            "group",
            "SELECT COUNT(*) AS value FROM \"groups\" WHERE organization_id = ",
            uuids(&new.groups),
        ),
        (
            "location",
            "SELECT COUNT(*) AS value FROM locations WHERE organization_id = ",
            uuids(new.location.as_slice()),
        ),
        (
            "department",
            "SELECT COUNT(*) AS value FROM departments WHERE organization_id = ",
            uuids(new.department.as_slice()),
        ),
        (
            "label",
            "SELECT COUNT(*) AS value FROM labels WHERE organization_id = ",
            uuids(&new.labels),
        ),
        (
            "course",
            "SELECT COUNT(*) AS value FROM courses WHERE archived_at IS NULL AND organization_id = ",
            uuids(&new.courses),
        ),
    ];
    for (what, text, mut ids) in checks {
        ids.sort_unstable();
        ids.dedup();
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
            return Err(Failure::Refused(CreateRefused::Gone(what.to_owned())));
        }
    }
    Ok(())
}
