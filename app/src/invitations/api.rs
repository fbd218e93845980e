//! The server functions of invitations, and what crosses the wire.

use crate::api::ApiError;
#[cfg(feature = "ssr")]
use crate::session;
use crate::users::api::{LicenseOption, Names};
#[cfg(feature = "ssr")]
use domain::access::InviteUsers;
use domain::id::InvitationId;
use domain::invitations::{
    InvitationFilter, InvitationRow, InvitationView, InviteRefused, Invited, KnownAddresses, Offer,
    OfferScope, Resent, Which,
};
use domain::time::{Date, Timestamp};
use domain::users::{Email, Language};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// Invitations on a page.
#[cfg(feature = "ssr")]
const PAGE: i64 = 50;

/// What an invitation can offer, to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteChoices {
    /// How far the inviter's right reaches.
    pub scope: OfferScope,
    /// Groups, departments and labels.
    pub names: Names,
    /// Licenses that give access, now or later.
    pub licenses: Vec<LicenseOption>,
    /// How long an invitation is open, in days.
    pub days: u16,
    /// The language of those for whom none is chosen.
    pub language: Language,
    /// The present day.
    pub today: Date,
}

/// A page of invitations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationList {
    /// The moment of asking.
    pub now: Timestamp,
    /// Newest first.
    pub invitations: Vec<InvitationRow>,
    /// Where the next page begins, if there may be one.
    pub next: Option<InvitationId>,
}

/// An invitation with the moment of asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The moment of asking.
    pub now: Timestamp,
    /// The invitation.
    pub invitation: InvitationView,
}

/// What an invitation can offer.
#[server(prefix = "/api", endpoint = "invitations/options", input = Json)]
pub(crate) async fn invite_options() -> Result<InviteChoices, ApiError<InviteRefused>> {
    let grant = session::grant::<InviteUsers, InviteRefused>()?;
    Ok(store::invitations::options(&grant).await?.into())
}

/// What is known of addresses before anybody is invited.
#[server(prefix = "/api", endpoint = "invitations/look-up", input = Json)]
pub(crate) async fn look_up(emails: Vec<Email>) -> Result<KnownAddresses, ApiError<InviteRefused>> {
    let grant = session::grant::<InviteUsers, InviteRefused>()?;
    Ok(store::invitations::look_up(grant, &emails).await?)
}

/// Invites.
#[server(prefix = "/api", endpoint = "invitations/send", input = Json)]
pub(crate) async fn send_invitations(
    emails: Vec<Email>,
    offer: Offer,
) -> Result<Invited, ApiError<InviteRefused>> {
    let grant = session::grant::<InviteUsers, InviteRefused>()?;
    Ok(store::invitations::invite(grant, &emails, &offer).await?)
}

/// Invitations before one, the newest first.
#[server(prefix = "/api", endpoint = "invitations/list", input = Json)]
pub(crate) async fn list_invitations(
    filter: InvitationFilter,
    before: Option<InvitationId>,
) -> Result<InvitationList, ApiError<InviteRefused>> {
    let grant = session::grant::<InviteUsers, InviteRefused>()?;
    let now = grant.store().now();
    let invitations = store::invitations::list(grant, &filter, before, PAGE).await?;
    let full = i64::try_from(invitations.len()) == Ok(PAGE);
    Ok(InvitationList {
        now,
        next: invitations.last().map(|last| last.id).filter(|_| full),
        invitations,
    })
}

/// One invitation.
#[server(prefix = "/api", endpoint = "invitations/open", input = Json)]
pub(crate) async fn open_invitation(id: InvitationId) -> Result<Opened, ApiError<InviteRefused>> {
    let grant = session::grant::<InviteUsers, InviteRefused>()?;
    let now = grant.store().now();
    let invitation = store::invitations::open(grant, id).await?;
    Ok(Opened { now, invitation })
}

/// Sends an invitation again, to the same address or a corrected one.
#[server(prefix = "/api", endpoint = "invitations/resend", input = Json)]
pub(crate) async fn resend_invitation(
    id: InvitationId,
    email: Option<Email>,
) -> Result<(), ApiError<InviteRefused>> {
    let grant = session::grant::<InviteUsers, InviteRefused>()?;
    Ok(store::invitations::resend(grant, id, email).await?)
}

/// Sends several again.
#[server(prefix = "/api", endpoint = "invitations/resend-many", input = Json)]
pub(crate) async fn resend_invitations(which: Which) -> Result<Resent, ApiError<InviteRefused>> {
    let grant = session::grant::<InviteUsers, InviteRefused>()?;
    Ok(store::invitations::resend_many(grant, &which).await?)
}

/// Cancels invitations, and declines to send closed ones anew; how many.
#[server(prefix = "/api", endpoint = "invitations/cancel", input = Json)]
pub(crate) async fn cancel_invitations(which: Which) -> Result<u64, ApiError<InviteRefused>> {
    let grant = session::grant::<InviteUsers, InviteRefused>()?;
    Ok(store::invitations::cancel(grant, &which).await?)
}

#[cfg(feature = "ssr")]
impl From<store::invitations::InviteOptions> for InviteChoices {
    fn from(options: store::invitations::InviteOptions) -> Self {
        Self {
            licenses: LicenseOption::each(&options.licenses, &options.courses),
            names: Names::of(options.places),
            scope: options.scope,
            days: options.days,
            language: options.language,
            today: options.today,
        }
    }
}
