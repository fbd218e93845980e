//! Who is looking: the signed-in person, as far as the page needs to know, and the right to ask on their behalf.
//!
//! The server puts a [`Viewer`] into the context of each page; the first rendering carries it to the browser.
//! It only shapes what is shown. What is allowed is decided on the server, again, with every request: a server function
//! begins with [`grant`].

use crate::t;
use domain::access::{Permission, Standing};
use domain::users::Language;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The signed-in person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// Their id, rank and roles.
    pub standing: Standing,
    /// The name to greet them by.
    pub name: String,
    /// Their email, if they have one.
    pub email: Option<String>,
    /// The language they read.
    pub language: Language,
    /// Where they belong.
    pub organization: OrganizationBrief,
}

/// What every page shows of an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationBrief {
    /// Its name.
    pub name: String,
}

/// The signed-in person, if there is one.
pub fn viewer() -> Option<Viewer> {
    use_context::<Viewer>()
}

/// Why the person who looks lacks a right, if they do.
pub fn lacks<P: Permission>() -> Option<String> {
    let denied = viewer()?.standing.permits::<P>().err()?;
    Some(t!(problems::denied(&denied)))
}

/// Carries the viewer from the server's rendering to the browser.
pub(crate) fn provide_viewer() {
    if let Some(viewer) = SharedValue::new(viewer).into_inner() {
        provide_context(viewer);
    }
}

/// Strangers may register by themselves; in the context of their pages where that is so.
#[derive(Debug, Clone, Copy)]
pub struct OpenToStrangers;

/// Whether strangers may register by themselves.
pub fn open_to_strangers() -> bool {
    use_context::<OpenToStrangers>().is_some()
}

/// Carries from the server's rendering to the browser whether strangers may register.
pub(crate) fn provide_open_to_strangers() {
    if SharedValue::new(open_to_strangers).into_inner() {
        provide_context(OpenToStrangers);
    }
}

/// The right `P` of whoever asks: the first line of a server function.
#[cfg(feature = "ssr")]
pub fn grant<P: domain::access::Permission, R>() -> Result<store::Grant<P>, crate::api::ApiError<R>> {
    Ok(requester()?.grant::<P>()?)
}

/// Whoever asks, for what everyone may do to their own account.
#[cfg(feature = "ssr")]
pub fn requester<R>() -> Result<store::Requester, crate::api::ApiError<R>> {
    use_context::<store::Requester>().ok_or_else(crate::api::ApiError::signed_out)
}
