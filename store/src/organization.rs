//! The organization: its name, its settings, its user cap.

use crate::Store;
use crate::fault::Fault;
use crate::sql::{Connection, rows, sql};
use crate::write::Write;
use domain::id::OrganizationId;
use domain::settings::Settings;
use domain::users::Language;

rows! {
    struct Found from "organizations" {
        id: OrganizationId,
        name: String,
        user_cap: Option<i64>,
        settings: String,
    }
}

/// An organization as it is.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// The most active users it may have; none for no limit.
    pub user_cap: Option<i64>,
    /// What it has decided.
    pub settings: Settings,
}

impl TryFrom<Found> for Organization {
    type Error = Fault;
    fn try_from(found: Found) -> Result<Self, Fault> {
        let settings = serde_json::from_str(&found.settings)?;
        Ok(Self {
            id: found.id,
            name: found.name,
            user_cap: found.user_cap,
            settings,
        })
    }
}

/// Every organization of the database, for work that is nobody's own.
pub(crate) async fn all(store: &Store) -> Result<Vec<OrganizationId>, Fault> {
    let found: Vec<(OrganizationId,)> = sql("SELECT id AS value FROM organizations ORDER BY id")
        .fetch_all(&mut store.read().await?)
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// The organization of an id.
pub async fn get(on: &mut impl Connection, id: OrganizationId) -> Result<Organization, Fault> {
    let found: Found = sql("SELECT id, name, user_cap, settings FROM organizations WHERE id = $1")
        .bind(id)
        .fetch_one(on)
        .await?;
    found.try_into()
}

/// The install's organization, if it has been set up. A fresh install has exactly one; the first counts.
pub async fn first(on: &mut impl Connection) -> Result<Option<Organization>, Fault> {
    let found: Option<Found> =
        sql("SELECT id, name, user_cap, settings FROM organizations ORDER BY id LIMIT 1")
            .fetch_optional(on)
            .await?;
    found.map(Organization::try_from).transpose()
}

/// The write's organization, which stays as it is read until the write ends.
pub(crate) async fn locked(write: &mut Write) -> Result<Organization, Fault> {
    let organization = write.organization();
    let text = write.dialect(
        "SELECT id, name, user_cap, settings FROM organizations WHERE id = $1",
        "SELECT id, name, user_cap, settings FROM organizations WHERE id = $1 FOR UPDATE",
    );
    let found: Found = sql(text).bind(organization).fetch_one(write).await?;
    found.try_into()
}

/// The language of people who have not chosen one, as the install's organization decided; English before there is one.
pub async fn language(store: &Store) -> Result<Language, Fault> {
    let organization = first(&mut store.read().await?).await?;
    Ok(organization
        .map(|found| found.settings.language)
        .unwrap_or_default())
}
