//! What the organization has decided: looking at it, and deciding anew.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::organization::{self, Organization};
use crate::sql::sql;
use crate::write::{Change, Entry, Write};
use domain::access::{ManageSettings, ViewSettings};
use domain::audit::{Action, TargetKind};
use domain::settings::{Settings, SettingsForm, SettingsRefused};
use serde_json::{Map, Value as Json};

/// The settings as a form, and the user cap, which is not decided here.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Name and settings.
    pub form: SettingsForm,
    /// The most active users there may be.
    pub user_cap: Option<i64>,
}

/// The settings as they are.
pub async fn look(grant: &Grant<ViewSettings>) -> Result<Seen, Fault> {
    let organization = organization::get(&mut grant.read().await?, grant.organization()).await?;
    Ok(Seen {
        form: SettingsForm::of(&organization.name, &organization.settings),
        user_cap: organization.user_cap,
    })
}

/// Changes the settings from what was `known` to what is `wanted`. If they are no longer as known, nothing happens: whoever
/// asks gets to see what others have decided.
pub async fn change(
    grant: Grant<ManageSettings>,
    known: &SettingsForm,
    wanted: &SettingsForm,
) -> Result<SettingsForm, Failure<SettingsRefused>> {
    let (name, settings) = wanted
        .parse()
        .map_err(|errors| Failure::Refused(SettingsRefused::Fields(errors)))?;
    let mut write = grant.write().await?;
    let before = organization::locked(&mut write).await?;
    let now = SettingsForm::of(&before.name, &before.settings);
    if now != *known {
        return Err(Failure::Refused(SettingsRefused::Met(Box::new(now))));
    }
    let after = Organization {
        name,
        settings,
        ..before.clone()
    };
    let decided = decided(write, &before, after).await?;
    Ok(SettingsForm::of(&decided.name, &decided.settings))
}

/// Changes settings one by one, whatever the others are.
pub async fn decide(
    grant: Grant<ManageSettings>,
    change: impl FnOnce(&mut Settings),
) -> Result<Settings, Fault> {
    let mut write = grant.write().await?;
    let before = organization::locked(&mut write).await?;
    let mut after = before.clone();
    change(&mut after.settings);
    Ok(decided(write, &before, after).await?.settings)
}

/// Writes down what was decided, and in the audit what of it is new.
async fn decided(
    mut write: Write,
    before: &Organization,
    after: Organization,
) -> Result<Organization, Fault> {
    let (old, new) = (
        SettingsForm::of(&before.name, &before.settings),
        SettingsForm::of(&after.name, &after.settings),
    );
    let changed = old.differences(&new);
    if changed.is_empty() {
        return write.unchanged(after).await;
    }
    sql("UPDATE organizations SET name = $1, settings = $2 WHERE id = $3")
        .bind(after.name.as_str())
        .bind(serde_json::to_string(&after.settings)?)
        .bind(after.id)
        .execute(&mut write)
        .await?;
    let entry = Entry::new(Action::SettingsChanged, TargetKind::Organization, after.id)
        .before(only(&old, &changed)?)
        .after(only(&new, &changed)?);
    write.commit(Change::of(after, entry)).await
}

/// Some fields of a form.
fn only(form: &SettingsForm, fields: &[&str]) -> Result<Json, Fault> {
    let mut document: Map<String, Json> = serde_json::from_value(serde_json::to_value(form)?)?;
    document.retain(|field, _| fields.contains(&field.as_str()));
    Ok(Json::Object(document))
}
