//! Groups with their members; and locations, departments and labels: the lists that forms choose from, and the check that a
//! choice is one of them.

mod edit;
mod list;

pub use edit::{create, rename};
pub(crate) use list::{Holding, member};
pub use list::{list, members, name};

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, rows, sql};
use crate::write::Write;
use domain::access::ViewUsers;
use domain::id::{DepartmentId, GroupId, Id, LabelId, LocationId, OrganizationId};
use domain::users::{CreateRefused, NewUser};
use std::collections::HashMap;
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
    organization: OrganizationId,
) -> Result<Vec<(I, String)>, Fault> {
    let rows: Vec<Named> = sql(text).bind(organization).fetch_all(on).await?;
    Ok(rows.into_iter().map(|row| (row.id.into(), row.name)).collect())
}

/// Something a user can be in or have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A group.
    Group,
    /// A location.
    Location,
    /// A department.
    Department,
    /// A label.
    Label,
    /// A course that is not archived.
    Course,
}

impl Place {
    /// What it is called.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Location => "location",
            Self::Department => "department",
            Self::Label => "label",
            Self::Course => "course",
        }
    }

    const fn counting(self) -> &'static str {
        match self {
            Self::Group => "SELECT COUNT(*) AS value FROM \"groups\" WHERE organization_id = ",
            Self::Location => "SELECT COUNT(*) AS value FROM locations WHERE organization_id = ",
            Self::Department => "SELECT COUNT(*) AS value FROM departments WHERE organization_id = ",
            Self::Label => "SELECT COUNT(*) AS value FROM labels WHERE organization_id = ",
            Self::Course => {
                "SELECT COUNT(*) AS value FROM courses WHERE archived_at IS NULL AND organization_id = "
            }
        }
    }

    const fn naming(self) -> &'static str {
        match self {
            Self::Group => "SELECT id, name FROM \"groups\" WHERE id IN ",
            Self::Location => "SELECT id, name FROM locations WHERE id IN ",
            Self::Department => "SELECT id, name FROM departments WHERE id IN ",
            Self::Label => "SELECT id, name FROM labels WHERE id IN ",
            Self::Course => "SELECT id, title AS name FROM courses WHERE id IN ",
        }
    }
}

/// Whether all of these are in the organization.
pub(crate) async fn exist(
    on: &mut impl Connection,
    organization: OrganizationId,
    place: Place,
    mut ids: Vec<Uuid>,
) -> Result<bool, Fault> {
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(true);
    }
    let wanted = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    let mut statement = sql(place.counting());
    statement
        .push_bind(organization)
        .push(" AND id IN ")
        .push_list(ids);
    let (found,): (i64,) = statement.fetch_one(on).await?;
    Ok(found == wanted)
}

/// The names of some of them, by id.
pub(crate) async fn names(
    on: &mut impl Connection,
    place: Place,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, Fault> {
    let mut ids: Vec<Uuid> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut statement = sql(place.naming());
    statement.push_list(ids);
    let rows: Vec<Named> = statement.fetch_all(on).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Plain ids, for places of several kinds.
pub(crate) fn uuids<I: Id>(ids: &[I]) -> Vec<Uuid> {
    ids.iter().map(|id| id.uuid()).collect()
}

/// The first place of which something is not, or no longer, in this organization.
pub(crate) async fn missing(
    write: &mut Write,
    places: impl IntoIterator<Item = (Place, Vec<Uuid>)>,
) -> Result<Option<Place>, Fault> {
    let organization = write.organization();
    for (place, ids) in places {
        if !exist(write, organization, place, ids).await? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// Refuses a new user whose groups, location, department, labels or courses are not, or no longer, in this organization.
pub(crate) async fn check_references(write: &mut Write, new: &NewUser) -> Result<(), Failure<CreateRefused>> {
    let places = [
        (Place::Group, uuids(&new.groups)),
        (Place::Location, uuids(new.location.as_slice())),
        (Place::Department, uuids(new.department.as_slice())),
        (Place::Label, uuids(&new.labels)),
        (Place::Course, uuids(&new.courses)),
    ];
    match missing(write, places).await? {
        Some(place) => Err(Failure::Refused(CreateRefused::Gone(place.word().to_owned()))),
        None => Ok(()),
    }
}
