//! The right that a handler asks for, taken from the request before the handler runs.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use domain::access::Permission;
use store::{Grant, Requester};

/// The signed-in person's right to `P`. Strangers are answered with 401, those who lack it with 403.
pub struct Granted<P>(pub Grant<P>);

impl<P: Permission, S: Sync> FromRequestParts<S> for Granted<P> {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        let requester = parts
            .extensions
            .get::<Requester>()
            .ok_or(StatusCode::UNAUTHORIZED)?;
        requester.grant().map(Self).map_err(|_| StatusCode::FORBIDDEN)
    }
}
