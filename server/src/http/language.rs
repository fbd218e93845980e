//! Which language the reader reads: found once for each page, from the profile, else the browser, else the organization.

use super::{Web, session};
use app::session::Viewer;
use app::text::{Language, chosen};
use axum::Extension;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Puts the language into the request of a page, and of a form that may be answered with one.
pub async fn find(Extension(web): Extension<Arc<Web>>, mut request: Request, next: Next) -> Response {
    if session::is_file(&request) || session::is_api(&request) {
        return next.run(request).await;
    }
    let language = match asked_for(&request) {
        Some(language) => Ok(language),
        None => store::organization::language(&web.store).await,
    };
    match language {
        Ok(language) => request.extensions_mut().insert(language),
        Err(fault) => {
            tracing::error!(%fault, "the organization's language could not be looked up");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    next.run(request).await
}

fn asked_for(request: &Request) -> Option<Language> {
    let profile = request.extensions().get::<Viewer>().map(|viewer| viewer.language);
    let accepted = request.headers().get(ACCEPT_LANGUAGE);
    chosen(profile, accepted.and_then(|header| header.to_str().ok()))
}
