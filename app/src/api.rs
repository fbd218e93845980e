//! What a server function answers when it does not answer: one type for all, generic over the feature's refusal.
//!
//! [`ApiError`] travels to the browser as JSON and, in one place, becomes an HTTP status.

use crate::refusals::Words;
use crate::t;
use domain::access::Denied;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::fmt::{self, Debug, Display, Formatter};

/// Why a server function did not do what it was asked. It is shown in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ApiError<R> {
    /// Nobody is signed in, or no longer.
    SignedOut,
    /// The person may not.
    Denied(Denied),
    /// It is not there, or not for this person to see.
    NotFound,
    /// A rule says no.
    Refused(R),
    /// The request could not be read: a page older than the server, or no page of ours.
    Invalid(String),
    /// The server could not be reached.
    Offline,
    /// Something broke on the server, and is in its log.
    Unavailable,
}

impl<R: Words> Display for ApiError<R> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignedOut => f.write_str(t!(problems::SIGNED_OUT)),
            Self::Denied(denied) => f.write_str(&t!(problems::denied(denied))),
            Self::NotFound => f.write_str(t!(problems::NOT_FOUND)),
            Self::Refused(refused) => f.write_str(&refused.words()),
            Self::Invalid(why) => f.write_str(&t!(problems::not_understood(why))),
            Self::Offline => f.write_str(t!(problems::OFFLINE)),
            Self::Unavailable => f.write_str(t!(problems::UNAVAILABLE)),
        }
    }
}

impl<R: Debug + Words> std::error::Error for ApiError<R> {}

/// A feature that refuses nothing by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Never {}

/// What a feature's refusals can do.
pub trait Refusal: Serialize + DeserializeOwned + Debug + Words + Clone + Send + Sync + 'static {}
impl<R: Serialize + DeserializeOwned + Debug + Words + Clone + Send + Sync + 'static> Refusal for R {}

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
