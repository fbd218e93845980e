//! The audit as a file: what its page shows, sent as it is read.

use super::export::download;
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::ViewAudit;
use domain::audit::AuditFilter;
use futures::stream;
use std::collections::HashMap;
use store::audit::Csv;
use store::{Fault, Requester};

/// `GET /audit/export?…`.
pub async fn export(
    requester: Option<Extension<Requester>>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let Some(Extension(requester)) = requester else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let Ok(grant) = requester.grant::<ViewAudit>() else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let day = grant.store().now().date();
    let file = Csv::of(grant, AuditFilter::from_pairs(|key| query.get(key).cloned()));
    let pieces = stream::try_unfold(file, async |mut file| {
        let piece = file
            .next()
            .await
            .inspect_err(|fault| tracing::error!(%fault, "an export broke off"))?;
        Ok::<_, Fault>(piece.map(|piece| (Bytes::from(piece), file)))
    });
    let body = Body::from_stream(Box::pin(pieces));
    download("text/csv; charset=utf-8", format!("audit-{day}.csv"), body)
}
