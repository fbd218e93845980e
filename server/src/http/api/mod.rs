//! `/api/v1`: what other systems ask, with an integration token.
//!
//! A handler begins with [`bearer`], which finds out whom the token acts for and whether it is for this; what it answers
//! otherwise is a [`Problem`]. `openapi` describes it all; a test holds the description against the routes.

mod activity;
mod invitations;
mod occasion;
mod openapi;
mod problem;
mod submissions;

pub use problem::Problem;

use super::Web;
use super::session::address;
use axum::Extension;
use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::routing::{get, post};
use domain::courses::LARGEST_SUBMISSION;
use domain::tokens::TokenScope;
use leptos::prelude::LeptosOptions;
use serde::de::DeserializeOwned;
use std::net::SocketAddr;
use store::secrets::Token;
use store::tokens::{self, Integration, RequestKey};

/// The largest request, in bytes.
const LARGEST: usize = 1024 * 1024;

/// The largest submission: its file as base64, with some room.
const LARGEST_SUBMITTED: usize = LARGEST_SUBMISSION / 3 * 4 + LARGEST;

/// The header with the key of a request that is to be done once.
const KEY: &str = "idempotency-key";

/// Everything below `/api/v1`.
pub fn routes() -> Router<LeptosOptions> {
    Router::new()
        .route("/api/v1/openapi.json", get(openapi::document))
        .route("/api/v1/invitations", post(invitations::invite))
        .route("/api/v1/activity", post(activity::report))
        .layer(DefaultBodyLimit::max(LARGEST))
        .route(
            "/api/v1/submissions",
            post(submissions::hand_in).layer(DefaultBodyLimit::max(LARGEST_SUBMITTED)),
        )
}

/// Whom the server sees the request come from.
pub type Peer = Option<Extension<ConnectInfo<SocketAddr>>>;

/// The integration whose token the request carries, if it is for `scope`.
pub async fn bearer(
    web: &Web,
    headers: &HeaderMap,
    peer: Peer,
    scope: TokenScope,
) -> Result<Integration, Problem> {
    let presented = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok()?.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .and_then(|(_, token)| Token::presented(token.trim()));
    let Some(token) = presented else {
        return Err(Problem::NO_TOKEN);
    };
    let address = address(web, headers, peer.map(|Extension(info)| info.0));
    match tokens::present(&web.store, &token, address).await? {
        None => Err(Problem::NO_TOKEN),
        Some(integration) if integration.may(scope) => Ok(integration),
        Some(_) => Err(Problem::NOT_FOR_THIS),
    }
}

/// What a request says.
fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(body).map_err(|error| Problem::unreadable(&error))
}

/// The key of a request, if it has one.
fn request_key(headers: &HeaderMap, body: &[u8]) -> Result<Option<RequestKey>, Problem> {
    let Some(key) = headers.get(KEY) else {
        return Ok(None);
    };
    let key = key.to_str().ok().and_then(|key| RequestKey::new(key, body));
    key.map(Some).ok_or(Problem::BAD_KEY)
}
