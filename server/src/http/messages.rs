//! A message's HTML, in a frame of its own: its styles are inline, as mail programs want them, so it cannot stand in a page of
//! the console. Nothing in it runs or leads anywhere, and it
//! loads nothing but the organization's logo.

use axum::Extension;
use axum::extract::Path;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::access::ViewMessages;
use domain::id::MessageId;
use store::{Failure, Requester, messages};

const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; img-src https:; frame-ancestors 'self'; sandbox",
);
const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// `GET /messages/{id}/html`.
pub async fn html(requester: Option<Extension<Requester>>, Path(id): Path<String>) -> Response {
    let (Some(Extension(requester)), Ok(id)) = (requester, id.parse::<MessageId>()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(grant) = requester.grant::<ViewMessages>() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match messages::open(grant, id).await {
        Ok(message) => {
            let headers = [(CONTENT_SECURITY_POLICY, POLICY), (CONTENT_TYPE, HTML)];
            (headers, message.html.unwrap_or_default()).into_response()
        }
        Err(Failure::Fault(fault)) => super::forms::broken(&fault),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
