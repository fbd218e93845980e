//! Ending invitations: canceled by a person, replaced by a newer one, expired by time. A kept seat is let go in the same write.

use super::reach::{in_reach, meant};
use super::turn;
use crate::Store;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::licenses;
use crate::secrets;
use crate::sql::{ROWS_AT_ONCE, rows, sql};
use crate::write::{Actor, Change, Entry, Write};
use domain::access::InviteUsers;
use domain::audit::{Action, TargetKind};
use domain::id::{InvitationId, LicenseId, OrganizationId};
use domain::invitations::{InviteRefused, Which};
use domain::users::Email;
use serde_json::json;
use std::collections::BTreeMap;

rows! {
    /// An invitation that was just ended.
    #[derive(Debug, Clone)]
    struct Ended from "invitations" {
        id: InvitationId,
        email: Email,
        license_id: Option<LicenseId>,
        seat_reserved: bool,
    }
    struct Declined from "invitations" { id: InvitationId, email: Email }
}

/// Invitations expired in one write.
const AT_ONCE: i64 = 500;

/// Cancels open invitations, and declines to send closed ones anew whose people ask for that; the others among them stay as
/// they are. How many were canceled or declined.
pub async fn cancel(grant: Grant<InviteUsers>, which: &Which) -> Result<u64, Failure<InviteRefused>> {
    let ids: Vec<_> = meant(&grant, which)
        .await?
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    let mut write = grant.write().await?;
    turn(&mut write).await?;
    in_reach(&mut write, &grant, &ids).await?;
    let now = write.now();
    let mut entries = Vec::new();
    let mut ended = Vec::new();
    for chunk in ids.chunks(ROWS_AT_ONCE) {
        let mut update = sql("UPDATE invitations SET state = 'canceled', asked_at = NULL, ended_at = ");
        update
            .push_bind(now)
            .push(" WHERE state = 'open' AND id IN ")
            .push_list(chunk.iter().copied())
            .push(" RETURNING id, email, license_id, seat_reserved");
        ended.extend(update.fetch_all::<Ended>(&mut write).await?);
        let mut update = sql("UPDATE invitations SET asked_at = NULL WHERE asked_at IS NOT NULL AND id IN ");
        update
            .push_list(chunk.iter().copied())
            .push(" RETURNING id, email");
        let declined: Vec<Declined> = update.fetch_all(&mut write).await?;
        entries.extend(declined.into_iter().map(|invitation| {
            Entry::new(Action::InvitationCanceled, TargetKind::Invitation, invitation.id)
                .after(json!({ "email": invitation.email, "declined": true }))
        }));
    }
    settle(&mut write, &ended, "invitation canceled").await?;
    entries.extend(recorded(&ended, Action::InvitationCanceled));
    let count = u64::try_from(entries.len()).unwrap_or_default();
    if count == 0 {
        return Ok(write.unchanged(0).await?);
    }
    Ok(write.commit(Change::of_many(count, entries)).await?)
}

/// Ends the open invitations of these addresses, because newer ones take their place; how many. Whoever of them waited for a
/// new link waits no longer. The entries of the newer ones record it.
pub(super) async fn replace(write: &mut Write, emails: &[Email]) -> Result<u32, Fault> {
    let (organization, now) = (write.organization(), write.now());
    let mut ended = Vec::new();
    for chunk in emails.chunks(ROWS_AT_ONCE) {
        let mut update = sql("UPDATE invitations SET state = 'replaced', ended_at = ");
        update
            .push_bind(now)
            .push(" WHERE state = 'open' AND organization_id = ")
            .push_bind(organization)
            .push(" AND email_key IN ")
            .push_list(chunk.iter().map(Email::key))
            .push(" RETURNING id, email, license_id, seat_reserved");
        ended.extend(update.fetch_all::<Ended>(write).await?);
    }
    settle(write, &ended, "invitation replaced").await?;
    answered(write, emails).await?;
    Ok(u32::try_from(ended.len()).unwrap_or(u32::MAX))
}

/// Nobody at these addresses waits for a new link any longer.
pub(super) async fn answered(write: &mut Write, emails: &[Email]) -> Result<(), Fault> {
    let organization = write.organization();
    for chunk in emails.chunks(ROWS_AT_ONCE) {
        let mut update =
            sql("UPDATE invitations SET asked_at = NULL WHERE asked_at IS NOT NULL AND organization_id = ");
        update
            .push_bind(organization)
            .push(" AND email_key IN ")
            .push_list(chunk.iter().map(Email::key));
        update.execute(write).await?;
    }
    Ok(())
}

/// Lets the seats of ended invitations go and makes their links void.
async fn settle(write: &mut Write, ended: &[Ended], reason: &str) -> Result<(), Fault> {
    let ids: Vec<_> = ended.iter().map(|invitation| invitation.id).collect();
    secrets::void_invitations(write, &ids).await?;
    // In one order everywhere, so that two writes never wait for each other.
    let mut by_license: BTreeMap<LicenseId, Vec<InvitationId>> = BTreeMap::new();
    for invitation in ended {
        if let Some(license) = invitation.license_id.filter(|_| invitation.seat_reserved) {
            by_license.entry(license).or_default().push(invitation.id);
        }
    }
    for (license, invitations) in by_license {
        licenses::release(write, license, &invitations, reason).await?;
        for chunk in invitations.chunks(ROWS_AT_ONCE) {
            let mut update = sql("UPDATE invitations SET seat_reserved = FALSE WHERE id IN ");
            update.push_list(chunk.iter().copied());
            update.execute(write).await?;
        }
    }
    Ok(())
}

fn recorded(ended: &[Ended], action: Action) -> impl Iterator<Item = Entry> {
    ended.iter().map(move |invitation| {
        Entry::new(action, TargetKind::Invitation, invitation.id).after(json!({ "email": invitation.email }))
    })
}

/// Ends open invitations whose time has run out, some at a time; how many. Any number of processes may do so at once.
pub async fn expire(store: &Store) -> Result<u64, Fault> {
    let due: Vec<(OrganizationId,)> = sql(
        "SELECT DISTINCT organization_id AS value FROM invitations WHERE state = 'open' AND expires_at <= $1",
    )
    .bind(store.now())
    .fetch_all(&mut store.read().await?)
    .await?;
    let mut expired = 0;
    for (organization,) in due {
        let mut write = store.write(organization, Actor::System).await?;
        turn(&mut write).await?;
        let now = write.now();
        let ended: Vec<Ended> = sql(
            "UPDATE invitations SET state = 'expired', ended_at = $1
             WHERE state = 'open' AND id IN (SELECT id FROM invitations WHERE organization_id = $2 AND state = 'open'
                 AND expires_at <= $1 ORDER BY id LIMIT $3)
             RETURNING id, email, license_id, seat_reserved",
        )
        .bind(now)
        .bind(organization)
        .bind(AT_ONCE)
        .fetch_all(&mut write)
        .await?;
        if ended.is_empty() {
            write.unchanged(()).await?;
            continue;
        }
        settle(&mut write, &ended, "invitation expired").await?;
        let entries = recorded(&ended, Action::InvitationExpired).collect();
        write.commit(Change::of_many((), entries)).await?;
        expired += u64::try_from(ended.len()).unwrap_or_default();
    }
    Ok(expired)
}
