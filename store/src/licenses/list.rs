//! Licenses as they are, and the courses they can open.

use super::days;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, rows, sql};
use domain::access::ViewLicenses;
use domain::dashboard::CHART_DAYS;
use domain::id::{CourseId, LicenseId, OrganizationId};
use domain::licenses::{LicenseKind, Seats, Term};
use domain::time::{Date, Timestamp};

rows! {
    pub(super) struct Found from "licenses" {
        id: LicenseId,
        reference: String,
        name: String,
        kind: LicenseKind,
        purchased: i64,
        allocated: i64,
        reserved: i64,
        valid_from: Date,
        pub(super) valid_to: Date,
        pub(super) archived_at: Option<Timestamp>,
        version: i64,
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
    /// Counts its changes, so that two people do not overwrite each other's.
    pub version: i64,
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
    let mut all = overview(grant).await?;
    all.retain(|license| license.term.archived_at.is_none());
    Ok(all)
}

/// Every license of the organization, archived ones too, by name.
pub async fn overview(grant: &Grant<ViewLicenses>) -> Result<Vec<License>, Fault> {
    let mut reader = grant.read().await?;
    let found: Vec<Found> = sql("SELECT * FROM licenses WHERE organization_id = $1 ORDER BY name, id")
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
        let own = courses.iter().filter(|course| course.license_id == license);
        own.map(|course| course.course_id).collect()
    };
    Ok(found
        .into_iter()
        .map(|row| {
            let courses = of(row.id);
            row.with(courses)
        })
        .collect())
}

/// How many seats of each of these were in use lately, each time that changed; what the chart of seats shows.
pub async fn used_lately(
    grant: &Grant<ViewLicenses>,
    licenses: &[License],
) -> Result<Vec<Vec<(Date, i64)>>, Fault> {
    let from = grant.store().now().date().plus_days(-CHART_DAYS);
    let ids: Vec<LicenseId> = licenses.iter().map(|license| license.id).collect();
    let days = days::since(&mut grant.read().await?, &ids, from).await?;
    let of = |license: &LicenseId| {
        let own = days.iter().filter(|day| day.license_id == *license);
        own.map(|day| (day.day, day.used)).collect()
    };
    Ok(ids.iter().map(of).collect())
}

/// One license.
pub async fn get<R>(grant: &Grant<ViewLicenses>, license: LicenseId) -> Result<License, Failure<R>> {
    let found = find(&mut grant.read().await?, grant.organization(), license).await?;
    found.ok_or(Failure::NotFound)
}

pub(super) async fn find(
    on: &mut impl Connection,
    organization: OrganizationId,
    license: LicenseId,
) -> Result<Option<License>, Fault> {
    let found: Option<Found> = sql("SELECT * FROM licenses WHERE id = $1 AND organization_id = $2")
        .bind(license)
        .bind(organization)
        .fetch_optional(on)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let courses: Vec<(CourseId,)> =
        sql("SELECT course_id AS value FROM license_courses WHERE license_id = $1 ORDER BY course_id")
            .bind(license)
            .fetch_all(on)
            .await?;
    Ok(Some(
        found.with(courses.into_iter().map(|(course,)| course).collect()),
    ))
}

impl Found {
    pub(super) fn seats(&self) -> Seats {
        Seats {
            purchased: self.purchased,
            allocated: self.allocated,
            reserved: self.reserved,
        }
    }

    fn with(self, courses: Vec<CourseId>) -> License {
        License {
            seats: self.seats(),
            id: self.id,
            reference: self.reference,
            name: self.name,
            kind: self.kind,
            term: Term {
                valid_from: self.valid_from,
                valid_to: self.valid_to,
                archived_at: self.archived_at,
            },
            courses,
            version: self.version,
        }
    }
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
