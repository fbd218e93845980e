//! What the page of one user asks the server.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session::grant;
#[cfg(feature = "ssr")]
use domain::access::{EditUsers, SetPasswords, ViewAudit, ViewUsers};
use domain::audit::AuditPage;
use domain::courses::{Activity, UserEnrollment};
use domain::id::{AuditId, UserId};
use domain::time::Date;
use domain::users::{EditRefused, SetPassword, UserDetails, UserEdit};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// One user in full.
#[server(prefix = "/api", endpoint = "users/one", input = Json)]
pub(crate) async fn one_user(id: UserId) -> Result<UserDetails, ApiError<Never>> {
    Ok(store::users::one(&grant::<ViewUsers, _>()?, id).await?)
}

/// Changes a user's details; the form was filled from `version`.
#[server(prefix = "/api", endpoint = "users/edit", input = Json)]
pub(crate) async fn edit_user(
    id: UserId,
    version: i64,
    form: UserEdit,
) -> Result<UserDetails, ApiError<EditRefused>> {
    let grant = grant::<EditUsers, _>()?;
    Ok(store::users::edit(grant, id, version, form).await?)
}

/// Gives a user another email address; none takes it away.
#[server(prefix = "/api", endpoint = "users/change-email", input = Json)]
pub(crate) async fn change_email(id: UserId, email: String) -> Result<UserDetails, ApiError<EditRefused>> {
    let grant = grant::<EditUsers, _>()?;
    Ok(store::users::change_email(grant, id, &email).await?)
}

/// Gives a user another phone number; none takes it away.
#[server(prefix = "/api", endpoint = "users/change-phone", input = Json)]
pub(crate) async fn change_phone(id: UserId, phone: String) -> Result<UserDetails, ApiError<EditRefused>> {
    let grant = grant::<EditUsers, _>()?;
    Ok(store::users::change_phone(grant, id, &phone).await?)
}

/// Sets a user's password, or lets them choose one.
#[server(prefix = "/api", endpoint = "users/set-password", input = Json)]
pub(crate) async fn set_user_password(
    id: UserId,
    how: SetPassword,
) -> Result<UserDetails, ApiError<EditRefused>> {
    let grant = grant::<SetPasswords, _>()?;
    Ok(store::users::set_password(grant, id, how).await?)
}

/// What happened to a user, from before a line on.
#[server(prefix = "/api", endpoint = "users/history", input = Json)]
pub(crate) async fn user_history(id: UserId, before: Option<AuditId>) -> Result<AuditPage, ApiError<Never>> {
    let grant = grant::<ViewAudit, _>()?;
    Ok(store::users::history(grant, id, before).await?)
}

/// What a user can open now, and the present day.
#[server(prefix = "/api", endpoint = "users/enrollments", input = Json)]
pub(crate) async fn user_enrollments(id: UserId) -> Result<(Date, Vec<UserEnrollment>), ApiError<Never>> {
    let grant = grant::<ViewUsers, _>()?;
    let today = grant.store().now().date();
    Ok((today, store::learning::enrollments_of(&grant, id).await?))
}

/// How much a user learns.
#[server(prefix = "/api", endpoint = "users/activity", input = Json)]
pub(crate) async fn user_activity(id: UserId) -> Result<Activity, ApiError<Never>> {
    let grant = grant::<ViewUsers, _>()?;
    Ok(store::learning::activity_of(&grant, id).await?)
}
