//! The server functions of settings, and what crosses the wire.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session;
#[cfg(feature = "ssr")]
use domain::access::{ManageSettings, ViewSettings};
use domain::settings::{SettingsForm, SettingsRefused};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// The settings as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// What can be decided.
    pub form: SettingsForm,
    /// The most active users there may be; none for no limit.
    pub user_cap: Option<u64>,
}

/// The settings as they are.
#[server(prefix = "/api", endpoint = "settings/look", input = Json)]
pub(crate) async fn load_settings() -> Result<Seen, ApiError<Never>> {
    let grant = session::grant::<ViewSettings, Never>()?;
    let seen = store::settings::look(&grant).await?;
    Ok(Seen {
        form: seen.form,
        user_cap: seen.user_cap.and_then(|cap| u64::try_from(cap).ok()),
    })
}

/// Changes the settings, if they are still as they were known.
#[server(prefix = "/api", endpoint = "settings/change", input = Json)]
pub(crate) async fn change_settings(
    known: SettingsForm,
    wanted: SettingsForm,
) -> Result<SettingsForm, ApiError<SettingsRefused>> {
    let grant = session::grant::<ManageSettings, SettingsRefused>()?;
    Ok(store::settings::change(grant, &known, &wanted).await?)
}
