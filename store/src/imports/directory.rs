//! What a plan has to know of the organization, loaded for the names in a file alone: a file of 300 rows reads 300 users
//! of a million.

use super::known_users::users;
use crate::access::Grant;
use crate::fault::Fault;
use crate::organization;
use crate::sql::{Connection, rows, sql};
use domain::access::{ImportUsers, Standing};
use domain::id::{CourseId, LicenseId, OrganizationId, UserId};
use domain::imports::{Directory, Keys, KnownCourse, KnownLicense, Named};
use domain::licenses::{Seats, Term};
use domain::time::{Date, Timestamp};
use domain::users::{Language, UserState};
use std::collections::HashMap;
use uuid::Uuid;

/// Starts of usernames in one statement: each is a range of its own.
const STEMS_AT_ONCE: usize = 200;

/// A directory, and what writing needs beside it.
#[derive(Debug)]
pub(super) struct Loaded {
    pub directory: Directory,
    /// The version of each user, to notice a change between planning and writing.
    pub versions: HashMap<UserId, i64>,
    /// The language of users who have not chosen one.
    pub language: Language,
}

/// What a plan of a file with these keys has to know. For the browser's preview.
pub async fn load_directory(grant: &Grant<ImportUsers>, keys: &Keys) -> Result<Directory, Fault> {
    let standing = grant.requester().standing().clone();
    let today = grant.store().now().date();
    let loaded = load(
        &mut grant.read().await?,
        grant.organization(),
        standing,
        today,
        keys,
    )
    .await?;
    Ok(loaded.directory)
}

pub(super) async fn load(
    on: &mut impl Connection,
    organization: OrganizationId,
    importer: Standing,
    today: Date,
    keys: &Keys,
) -> Result<Loaded, Fault> {
    let known = organization::get(on, organization).await?;
    let counts: Vec<StateCount> = sql("SELECT state, users FROM user_counts WHERE organization_id = $1")
        .bind(organization)
        .fetch_all(on)
        .await?;
    let (users, versions) = users(on, organization, keys).await?;
    Ok(Loaded {
        directory: Directory {
            importer,
            today,
            password_policy: known.settings.password_policy,
            erase_anyone: known.settings.erase_anyone,
            total_users: counts.iter().map(|count| count.users).sum(),
            active_users: counts
                .iter()
                .filter(|count| count.state == UserState::Active)
                .map(|count| count.users)
                .sum(),
            user_cap: known.user_cap,
            locations: named(
                on,
                "SELECT id, name FROM locations WHERE organization_id = $1 ORDER BY name_key",
                organization,
            )
            .await?,
            departments: named(
                on,
                "SELECT id, name FROM departments WHERE organization_id = $1 ORDER BY name_key",
                organization,
            )
            .await?,
            labels: named(
                on,
                "SELECT id, name FROM labels WHERE organization_id = $1 ORDER BY name_key",
                organization,
            )
            .await?,
            groups: named(
                on,
                "SELECT id, name FROM \"groups\" WHERE organization_id = $1 ORDER BY name_key",
                organization,
            )
            .await?,
            courses: courses(on, organization).await?,
            licenses: licenses(on, organization).await?,
            users,
            numbered_usernames: numbered_usernames(on, organization, &keys.stems).await?,
        },
        versions,
        language: known.settings.language,
    })
}

rows! {
    struct StateCount from "user_counts" { state: UserState, users: i64 }
    struct Place from "locations" { id: Uuid, name: String }
    struct FoundCourse from "courses" { id: CourseId, reference: String, title: String }
    struct FoundLicense from "licenses" {
        id: LicenseId,
        reference: String,
        name: String,
        purchased: i64,
        allocated: i64,
        reserved: i64,
        valid_from: Date,
        valid_to: Date,
        archived_at: Option<Timestamp>,
    }
    struct CourseOf from "license_courses" { license_id: LicenseId, course_id: CourseId }
}

async fn named<I: From<Uuid>>(
    on: &mut impl Connection,
    text: &'static str,
    organization: OrganizationId,
) -> Result<Vec<Named<I>>, Fault> {
    let found: Vec<Place> = sql(text).bind(organization).fetch_all(on).await?;
    Ok(found
        .into_iter()
        .map(|row| Named {
            id: row.id.into(),
            name: row.name,
        })
        .collect())
}

async fn courses(on: &mut impl Connection, organization: OrganizationId) -> Result<Vec<KnownCourse>, Fault> {
    let found: Vec<FoundCourse> = sql("SELECT id, reference, title FROM courses
         WHERE organization_id = $1 AND archived_at IS NULL ORDER BY reference_key")
    .bind(organization)
    .fetch_all(on)
    .await?;
    Ok(found
        .into_iter()
        .map(|row| KnownCourse {
            id: row.id,
            reference: row.reference,
            title: row.title,
        })
        .collect())
}

/// Ended and archived ones too, so that a file that names one is told so.
async fn licenses(
    on: &mut impl Connection,
    organization: OrganizationId,
) -> Result<Vec<KnownLicense>, Fault> {
    let found: Vec<FoundLicense> = sql(
        "SELECT id, reference, name, purchased, allocated, reserved, valid_from, valid_to, archived_at
         FROM licenses WHERE organization_id = $1 ORDER BY reference_key",
    )
    .bind(organization)
    .fetch_all(on)
    .await?;
    let courses: Vec<CourseOf> = sql("SELECT c.license_id, c.course_id FROM license_courses c
         JOIN licenses l ON l.id = c.license_id JOIN courses k ON k.id = c.course_id
         WHERE l.organization_id = $1 AND k.archived_at IS NULL ORDER BY k.reference_key")
    .bind(organization)
    .fetch_all(on)
    .await?;
    let mut of: HashMap<LicenseId, Vec<CourseId>> = HashMap::new();
    for row in courses {
        of.entry(row.license_id).or_default().push(row.course_id);
    }
    Ok(found
        .into_iter()
        .map(|row| KnownLicense {
            id: row.id,
            reference: row.reference,
            name: row.name,
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
            courses: of.remove(&row.id).unwrap_or_default(),
        })
        .collect())
}

async fn numbered_usernames(
    on: &mut impl Connection,
    organization: OrganizationId,
    stems: &[String],
) -> Result<Vec<String>, Fault> {
    let mut numbered = Vec::new();
    for chunk in stems.chunks(STEMS_AT_ONCE) {
        let mut select = sql("SELECT username_key AS value FROM users WHERE organization_id = ");
        select.push_bind(organization).push(" AND (");
        for (i, stem) in chunk.iter().enumerate() {
            // In the order of code points, the sign after the digits is the colon.
            select
                .push(if i == 0 {
                    "username_key >= "
                } else {
                    " OR username_key >= "
                })
                .push_bind(format!("{stem}0"))
                .push(" AND username_key < ")
                .push_bind(format!("{stem}:"));
        }
        select.push(")");
        let found: Vec<(String,)> = select.fetch_all(on).await?;
        numbered.extend(found.into_iter().map(|(key,)| key));
    }
    Ok(numbered)
}
