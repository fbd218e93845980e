//! The audit as a file: what its page shows, sent as it is read.

use super::export::{CSV, download, streamed};
use super::granted::Granted;
use axum::extract::Query;
use axum::response::Response;
use domain::access::ViewAudit;
use domain::audit::AuditFilter;
use futures::FutureExt as _;
use std::collections::HashMap;
use store::audit::Csv;

/// `GET /audit/export?…`.
pub async fn export(
    Granted(grant): Granted<ViewAudit>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let day = grant.store().now().date();
    let file = Csv::of(grant, AuditFilter::from_pairs(|key| query.get(key).cloned()));
    download(
        CSV,
        format!("audit-{day}.csv"),
        streamed(file, |file| file.next().boxed()),
    )
}
