//! The server functions of support.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session;
#[cfg(feature = "ssr")]
use domain::access::{SetPasswords, ViewUsers};
use domain::id::UserId;
use domain::invitations::InvitationRow;
use domain::support::{Case, Person, SupportRefused};
use domain::time::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// The people whom a search finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The first few.
    pub people: Vec<Person>,
    /// Whether there are more.
    pub more: bool,
    /// Open invitations of people who have no account yet.
    pub invited: Vec<InvitationRow>,
    /// The moment of asking.
    pub now: Timestamp,
}

/// A case with the moment of asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseNow {
    /// The moment of asking.
    pub now: Timestamp,
    /// The case.
    pub case: Case,
}

/// Finds people by name, email, username or phone, whatever their state, and those who are only invited.
#[server(prefix = "/api", endpoint = "support/find", input = Json)]
pub(crate) async fn find_people(search: String) -> Result<Found, ApiError<Never>> {
    let grant = session::grant::<ViewUsers, Never>()?;
    let support = session::grant::<SetPasswords, Never>()?;
    let now = grant.store().now();
    let (people, more) = store::support::find(grant, &search).await?;
    let invited = store::invitations::waiting(&support, &search).await?;
    Ok(Found {
        people,
        more,
        invited,
        now,
    })
}

/// What stands in one person's way.
#[server(prefix = "/api", endpoint = "support/case", input = Json)]
pub(crate) async fn open_case(user: UserId) -> Result<CaseNow, ApiError<SupportRefused>> {
    let grant = session::grant::<SetPasswords, SupportRefused>()?;
    let now = grant.store().now();
    let case = store::support::case(grant, user).await?;
    Ok(CaseNow { now, case })
}

/// Sends a link to choose a password; the address it goes to.
#[server(prefix = "/api", endpoint = "support/send-link", input = Json)]
pub(crate) async fn send_password_link(user: UserId) -> Result<String, ApiError<SupportRefused>> {
    let grant = session::grant::<SetPasswords, SupportRefused>()?;
    let recipient = store::links::send(grant, user).await?;
    Ok(recipient.to_string())
}

/// Lets somebody who was locked out try again at once.
#[server(prefix = "/api", endpoint = "support/forgive", input = Json)]
pub(crate) async fn forgive_attempts(user: UserId) -> Result<(), ApiError<SupportRefused>> {
    let grant = session::grant::<SetPasswords, SupportRefused>()?;
    Ok(store::support::forgive(grant, user).await?)
}
