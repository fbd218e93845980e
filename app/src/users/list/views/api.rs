//! The server functions of saved views. Each answers with all that there are now.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session::grant;
#[cfg(feature = "ssr")]
use domain::access::UseConsole;
use domain::id::SavedViewId;
use domain::users::{SavedView, UserFilter, ViewRefused};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// One's own views.
#[server(prefix = "/api", endpoint = "users/views", input = Json)]
pub(crate) async fn own_views() -> Result<Vec<SavedView>, ApiError<Never>> {
    Ok(store::users::views(&grant::<UseConsole, _>()?).await?)
}

/// Saves what the list shows.
#[server(prefix = "/api", endpoint = "users/save-view", input = Json)]
pub(crate) async fn save_view(
    name: String,
    filter: UserFilter,
) -> Result<Vec<SavedView>, ApiError<ViewRefused>> {
    Ok(store::users::save_view(grant::<UseConsole, _>()?, &name, &filter).await?)
}

/// Renames a view and says what it shows.
#[server(prefix = "/api", endpoint = "users/change-view", input = Json)]
pub(crate) async fn change_view(
    id: SavedViewId,
    name: String,
    filter: UserFilter,
) -> Result<Vec<SavedView>, ApiError<ViewRefused>> {
    Ok(store::users::change_view(grant::<UseConsole, _>()?, id, &name, &filter).await?)
}

/// Deletes a view.
#[server(prefix = "/api", endpoint = "users/delete-view", input = Json)]
pub(crate) async fn delete_view(id: SavedViewId) -> Result<Vec<SavedView>, ApiError<ViewRefused>> {
    Ok(store::users::delete_view(grant::<UseConsole, _>()?, id).await?)
}
