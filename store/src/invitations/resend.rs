//! Sending an invitation again: with a new link and new time, to the same address or a corrected one.

use super::close::{answered, replace};
use super::invite::{Terms, make, message, scope};
use super::offered::offer;
use super::reach::{in_reach, known, meant};
use super::turn;
use crate::access::Grant;
use crate::fault::Failure;
use crate::sql::sql;
use crate::write::{Change, Entry};
use domain::access::InviteUsers;
use domain::audit::{Action, TargetKind};
use domain::id::InvitationId;
use domain::invitations::{InvitationState, InviteRefused, Resent, Which};
use domain::users::Email;
use serde_json::json;

/// Sends several again, each in a write of its own: one that is refused keeps none of the others back.
pub async fn resend_many(grant: Grant<InviteUsers>, which: &Which) -> Result<Resent, Failure<InviteRefused>> {
    let mut resent = Resent::default();
    for (id, email) in meant(&grant, which).await? {
        match resend(grant.clone(), id, None).await {
            Ok(()) => resent.sent += 1,
            Err(Failure::Refused(refused)) => resent.refused.push((email, refused)),
            Err(Failure::Denied(denied)) => resent.refused.push((email, InviteRefused::NotYours(denied))),
            Err(failure @ (Failure::NotFound | Failure::Fault(_))) => return Err(failure),
        }
    }
    Ok(resent)
}

/// Sends an invitation again. An open one goes on with a new link and new time; for an ended one, and for a corrected address, a
/// new one with the same offer is made. `email` is the corrected address.
pub async fn resend(
    grant: Grant<InviteUsers>,
    id: InvitationId,
    email: Option<Email>,
) -> Result<(), Failure<InviteRefused>> {
    let scope = scope(&grant).await?;
    let terms = Terms::of(&grant).await?;
    let mut write = grant.write().await?;
    turn(&mut write).await?;
    let stored = in_reach(&mut write, &grant, &[id])
        .await?
        .pop()
        .ok_or(Failure::NotFound)?;
    let to = email.unwrap_or_else(|| stored.email.clone());
    let state = stored.state()?;
    if matches!(state, InvitationState::Accepted { .. }) {
        return Err(Failure::Refused(InviteRefused::Accepted));
    }
    let known = known(&mut write, &grant, std::slice::from_ref(&to)).await?;
    if !known.accounts.is_empty() {
        return Err(Failure::Refused(InviteRefused::HasAccount(to)));
    }
    if !known.out_of_reach.is_empty() {
        return Err(Failure::Refused(InviteRefused::InvitedByOthers(to)));
    }
    let offer = offer(&mut write, &stored).await?;
    scope.allows(&offer)?;
    let open = matches!(state, InvitationState::Open { .. });
    let same_address = to.key() == stored.email.key();
    if open && same_address {
        let expires_at = write.now() + terms.lifetime;
        sql("UPDATE invitations SET expires_at = $1, opened_at = NULL WHERE id = $2")
            .bind(expires_at)
            .bind(id)
            .execute(&mut write)
            .await?;
        answered(&mut write, std::slice::from_ref(&to)).await?;
        let entry = Entry::new(Action::InvitationResent, TargetKind::Invitation, id)
            .after(json!({ "email": to, "expires_at": expires_at }));
        let message = message(id, to, stored.language);
        return Ok(write.commit(Change::of((), entry).sending([message])).await?);
    }
    let mut entries = Vec::new();
    if !same_address {
        if open {
            replace(&mut write, std::slice::from_ref(&stored.email)).await?;
        }
        entries.push(
            Entry::new(Action::InvitationReaddressed, TargetKind::Invitation, id)
                .before(json!({ "email": stored.email }))
                .after(json!({ "email": to })),
        );
    }
    let made = make(&mut write, &[to], &offer, terms).await?;
    entries.extend(made.entries);
    let change = Change::of_many((), entries).sending(made.messages);
    Ok(write.commit(change).await?)
}
