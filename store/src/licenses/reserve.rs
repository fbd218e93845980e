//! Seats kept for open invitations: reserved when they go out, released when they end, given when they are accepted.

use super::claim::{ClaimRefused, Pool, claim_into};
use super::ledger::{Line, record};
use crate::fault::{Failure, Fault};
use crate::sql::sql;
use crate::write::Write;
use domain::id::{InvitationId, LicenseId};
use domain::licenses::LedgerKind;

/// Keeps one free seat for each invitation, all or none.
pub async fn reserve(
    write: &mut Write,
    license: LicenseId,
    invitations: &[InvitationId],
) -> Result<(), Failure<ClaimRefused>> {
    let count = i64::try_from(invitations.len()).unwrap_or(i64::MAX);
    claim_into(write, license, count, Pool::Reserved).await?;
    let lines: Vec<_> = invitations
        .iter()
        .map(|invitation| Line::of_invitation(license, *invitation))
        .collect();
    record(write, LedgerKind::Reserved, &lines, "kept for an invitation").await?;
    Ok(())
}

/// Lets the kept seats of ended invitations go. Each of them has one: the caller has just ended it, and only once.
pub async fn release(
    write: &mut Write,
    license: LicenseId,
    invitations: &[InvitationId],
    reason: &str,
) -> Result<(), Fault> {
    let count = i64::try_from(invitations.len()).unwrap_or(i64::MAX);
    sql("UPDATE licenses SET reserved = reserved - $1 WHERE id = $2")
        .bind(count)
        .bind(license)
        .execute(write)
        .await?;
    let lines: Vec<_> = invitations
        .iter()
        .map(|invitation| Line::of_invitation(license, *invitation))
        .collect();
    record(write, LedgerKind::Released, &lines, reason).await
}

/// Turns the kept seat of an accepted invitation into a claimed one, for [`allocate`](super::allocate()) to give next.
/// The seat was promised: it is there even when the license has ended meanwhile.
pub async fn accept(write: &mut Write, license: LicenseId, invitation: InvitationId) -> Result<(), Fault> {
    sql("UPDATE licenses SET reserved = reserved - 1, allocated = allocated + 1 WHERE id = $1")
        .bind(license)
        .execute(write)
        .await?;
    let line = Line::of_invitation(license, invitation);
    record(write, LedgerKind::Released, &[line], "invitation accepted").await
}
