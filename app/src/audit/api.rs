//! The server function of the audit.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session;
#[cfg(feature = "ssr")]
use domain::access::ViewAudit;
use domain::audit::{AuditFilter, AuditPage};
use domain::id::AuditId;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Lines before one, newest first.
#[server(prefix = "/api", endpoint = "audit/list", input = Json)]
pub(crate) async fn list_audit(
    filter: AuditFilter,
    before: Option<AuditId>,
) -> Result<AuditPage, ApiError<Never>> {
    let grant = session::grant::<ViewAudit, Never>()?;
    Ok(store::audit::list(grant, &filter, before).await?)
}
