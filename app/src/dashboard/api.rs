//! The server function of the dashboard.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session;
#[cfg(feature = "ssr")]
use domain::access::UseConsole;
use domain::dashboard::Dashboard;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Everything on it, as far as the viewer may see.
#[server(prefix = "/api", endpoint = "dashboard", input = Json)]
pub(crate) async fn load_dashboard() -> Result<Dashboard, ApiError<Never>> {
    let grant = session::grant::<UseConsole, Never>()?;
    Ok(store::dashboard::dashboard(&grant).await?)
}
