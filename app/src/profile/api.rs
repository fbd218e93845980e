//! The server functions of one's own profile, and what crosses the wire.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session;
#[cfg(feature = "ssr")]
use domain::access::EditOwnProfile;
use domain::id::SecretId;
use domain::time::Timestamp;
use domain::users::{OpenSession, ProfileForm, ProfileRefused, UserDetails};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// One's own account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// The moment of asking.
    pub now: Timestamp,
    /// The account.
    pub user: UserDetails,
    /// Where one is signed in.
    pub sessions: Vec<OpenSession>,
}

/// One's own account.
#[server(prefix = "/api", endpoint = "profile/look", input = Json)]
pub(crate) async fn load_profile() -> Result<Own, ApiError<Never>> {
    let grant = session::grant::<EditOwnProfile, Never>()?;
    Ok(Own {
        now: grant.store().now(),
        user: store::users::own(&grant).await?,
        sessions: store::users::sessions(&grant).await?,
    })
}

/// Writes a form that was filled from a version.
#[server(prefix = "/api", endpoint = "profile/edit", input = Json)]
pub(crate) async fn edit_profile(
    version: i64,
    form: ProfileForm,
) -> Result<UserDetails, ApiError<ProfileRefused>> {
    let grant = session::grant::<EditOwnProfile, ProfileRefused>()?;
    Ok(store::users::edit_own(grant, version, &form).await?)
}

/// Sends a link to a new address; the address it goes to.
#[server(prefix = "/api", endpoint = "profile/ask-for-email", input = Json)]
pub(crate) async fn ask_for_email(email: String) -> Result<String, ApiError<ProfileRefused>> {
    let grant = session::grant::<EditOwnProfile, ProfileRefused>()?;
    let email = store::users::ask_for_email(grant, &email).await?;
    Ok(email.to_string())
}

/// Ends one of one's own sessions.
#[server(prefix = "/api", endpoint = "profile/end-session", input = Json)]
pub(crate) async fn end_session(id: SecretId) -> Result<(), ApiError<Never>> {
    let grant = session::grant::<EditOwnProfile, Never>()?;
    Ok(store::users::end_session(grant, id).await?)
}
