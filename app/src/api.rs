//! What a server function answers when it does not answer: one type for all, generic over the feature's refusal.
//!
//! [`ApiError`] travels to the browser as JSON and, in one place, becomes an HTTP status.

use domain::access::Denied;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::fmt::{Debug, Display};

/// Why a server function did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ApiError<R> {
    /// Nobody is signed in, or no longer.
    #[error("you are signed out: sign in again")]
    SignedOut,
    /// The person may not.
    #[error("{0}")]
    Denied(Denied),
    /// It is not there, or not for this person to see.
    #[error("this no longer exists, or is not for you to see")]
    NotFound,
    /// A rule says no.
    #[error("{0}")]
    Refused(R),
    /// The request could not be read: a page older than the server, or no page of ours.
    #[error("the page and the server do not understand each other: reload the page ({0})")]
    Invalid(String),
    /// The server could not be reached.
    #[error("the server cannot be reached: check the connection and try again")]
    Offline,
    /// Something broke on the server, and is in its log.
    #[error("something went wrong on the server; nothing was changed. Try again")]
    Unavailable,
}

/// A feature that refuses nothing by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Never {}

/// What a feature's refusals can do.
pub trait Refusal: Serialize + DeserializeOwned + Debug + Display + Clone + Send + Sync + 'static {}
impl<R: Serialize + DeserializeOwned + Debug + Display + Clone + Send + Sync + 'static> Refusal for R {}

impl<R: Refusal> FromServerFnError for ApiError<R> {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let error = match error {
            ServerFnErrorErr::Request(_) => Self::Offline,
            ServerFnErrorErr::Args(what)
            | ServerFnErrorErr::MissingArg(what)
            | ServerFnErrorErr::Deserialization(what) => Self::Invalid(what),
            _ => Self::Unavailable,
        };
        error.answered()
    }
}

impl<R> ApiError<R> {
    /// The same, after setting the status of the response under way; in the browser there is none.
    fn answered(self) -> Self {
        #[cfg(feature = "ssr")]
        if let Some(response) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>() {
            response.set_status(self.status());
        }
        self
    }

    /// The status of a response that carries it.
    #[cfg(feature = "ssr")]
    pub fn status(&self) -> http::StatusCode {
        use http::StatusCode;
        match self {
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Denied(_) => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::Offline | Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

#[cfg(feature = "ssr")]
mod from_store {
    use super::ApiError;
    use domain::access::Denied;
    use store::{Failure, Fault};

    impl<R> From<Fault> for ApiError<R> {
        fn from(fault: Fault) -> Self {
            tracing::error!(%fault, "a server function failed");
            Self::Unavailable.answered()
        }
    }

    impl<R> From<Denied> for ApiError<R> {
        fn from(denied: Denied) -> Self {
            Self::Denied(denied).answered()
        }
    }

    impl<R> From<Failure<R>> for ApiError<R> {
        fn from(failure: Failure<R>) -> Self {
            match failure {
                Failure::Refused(refusal) => Self::Refused(refusal).answered(),
                Failure::Denied(denied) => denied.into(),
                Failure::NotFound => Self::NotFound.answered(),
                Failure::Fault(fault) => fault.into(),
            }
        }
    }

    impl<R> ApiError<R> {
        /// Nobody is signed in.
        pub fn signed_out() -> Self {
            Self::SignedOut.answered()
        }
        /// It is not there for this person.
        pub fn not_found() -> Self {
            Self::NotFound.answered()
        }
    }
}
