//! What the API answers when it does not do what it was asked: a problem document (RFC 9457) with a stable word for programs.

use axum::http::header::{CONTENT_TYPE, HeaderValue, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::borrow::Cow;
use std::fmt::Display;
use store::{Failure, Fault};

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    code: &'static str,
    detail: Cow<'static, str>,
}

impl Problem {
    /// No token, or none that is good.
    pub const NO_TOKEN: Self = Self::fixed(
        StatusCode::UNAUTHORIZED,
        "no_token",
        "send `Authorization: Bearer` with an integration token that is neither revoked nor over",
    );
    /// The token lets do other things.
    pub const NOT_FOR_THIS: Self = Self::fixed(
        StatusCode::FORBIDDEN,
        "not_for_this",
        "the token is for other things: make one that is for this",
    );
    /// The key of the request is not one.
    pub const BAD_KEY: Self = Self::fixed(
        StatusCode::BAD_REQUEST,
        "bad_key",
        "an Idempotency-Key has 1 to 100 visible ASCII characters",
    );
    /// The key was used with another body.
    pub const KEY_REUSED: Self = Self::fixed(
        StatusCode::UNPROCESSABLE_ENTITY,
        "key_reused",
        "this Idempotency-Key belongs to a request with another body: use a new one",
    );

    const fn fixed(status: StatusCode, code: &'static str, detail: &'static str) -> Self {
        Self {
            status,
            code,
            detail: Cow::Borrowed(detail),
        }
    }

    /// The body is not what it should be.
    pub fn unreadable(error: &impl Display) -> Self {
        Self {
            detail: Cow::Owned(error.to_string()),
            ..Self::fixed(StatusCode::BAD_REQUEST, "unreadable", "")
        }
    }

    /// A rule says no.
    pub fn refused(code: &'static str, why: &impl Display) -> Self {
        Self {
            detail: Cow::Owned(why.to_string()),
            ..Self::fixed(StatusCode::UNPROCESSABLE_ENTITY, code, "")
        }
    }

    /// The server broke in the middle of a batch.
    pub fn interrupted(fault: &Fault) -> Self {
        tracing::error!(%fault, "an API request broke off");
        Self::fixed(
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "some of it may be done: send the same again, and nothing is done twice",
        )
    }

    /// What a use case did not do; `code` gives each refusal its word.
    pub fn of<R: Display>(failure: Failure<R>, code: impl Fn(&R) -> &'static str) -> Self {
        match failure {
            Failure::Refused(refused) => Self::refused(code(&refused), &refused),
            Failure::Denied(denied) => Self {
                detail: Cow::Owned(denied.to_string()),
                ..Self::fixed(StatusCode::FORBIDDEN, "denied", "")
            },
            Failure::NotFound => Self::fixed(StatusCode::NOT_FOUND, "not_found", "it is not there"),
            Failure::Fault(fault) => fault.into(),
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        tracing::error!(%fault, "an API request failed");
        Self::fixed(
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "nothing was changed: try again",
        )
    }
}

impl From<domain::access::Denied> for Problem {
    fn from(denied: domain::access::Denied) -> Self {
        Self::of(Failure::<Fault>::Denied(denied), |_| "denied")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = json!({
            "type": "about:blank",
            "status": self.status.as_u16(),
            "code": self.code,
            "detail": self.detail,
        });
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        (self.status, headers, body.to_string()).into_response()
    }
}
