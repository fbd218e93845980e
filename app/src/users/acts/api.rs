//! The server functions that do things to users, and tell what became of it.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session::requester;
use domain::id::ActId;
use domain::licenses::Pick;
use domain::users::{Act, ActRefused, Preview, Report};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
#[cfg(feature = "ssr")]
use store::users::acts;

/// What an act would do.
#[server(prefix = "/api", endpoint = "users/preview", input = Json)]
pub(crate) async fn preview_act(act: Act, pick: Pick) -> Result<Preview, ApiError<ActRefused>> {
    Ok(acts::preview(&requester()?, &act, &pick).await?)
}

/// Does something to users; `confirmed` is how many the person was told it would be, where it cannot be taken back.
#[server(prefix = "/api", endpoint = "users/act", input = Json)]
pub(crate) async fn do_act(
    act: Act,
    pick: Pick,
    confirmed: Option<u64>,
) -> Result<Report, ApiError<ActRefused>> {
    Ok(acts::act(&requester()?, act, &pick, confirmed).await?)
}

/// What has become of something one did.
#[server(prefix = "/api", endpoint = "users/act-report", input = Json)]
pub(crate) async fn act_report(id: ActId) -> Result<Report, ApiError<Never>> {
    Ok(acts::report(&requester()?, id).await?)
}

/// What one does that is still under way.
#[server(prefix = "/api", endpoint = "users/acts-running", input = Json)]
pub(crate) async fn acts_running() -> Result<Vec<Report>, ApiError<Never>> {
    Ok(acts::running(&requester()?).await?)
}

/// Takes back something one did.
#[server(prefix = "/api", endpoint = "users/undo-act", input = Json)]
pub(crate) async fn undo_act(id: ActId) -> Result<Report, ApiError<ActRefused>> {
    Ok(acts::undo(&requester()?, id).await?)
}
