//! The seat ledger: only ever appended to, and the answer to "why is this seat taken?".

use super::days;
use crate::access::Grant;
use crate::column::Bind;
use crate::fault::Fault;
use crate::sql::{ROWS_AT_ONCE, rows, sql};
use crate::write::Write;
use domain::access::ViewLicenses;
use domain::id::{InvitationId, LedgerLineId, LicenseId, SeatId, UserId};
use domain::licenses::LedgerKind;
use domain::time::Timestamp;
use std::collections::BTreeSet;

/// A line of the ledger to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    license: LicenseId,
    seat: Option<SeatId>,
    user: Option<UserId>,
    invitation: Option<InvitationId>,
}

impl Line {
    pub(crate) fn of_seat(license: LicenseId, seat: SeatId, user: UserId) -> Self {
        Self {
            license,
            seat: Some(seat),
            user: Some(user),
            invitation: None,
        }
    }

    pub(super) fn of_invitation(license: LicenseId, invitation: InvitationId) -> Self {
        Self {
            license,
            seat: None,
            user: None,
            invitation: Some(invitation),
        }
    }
}

/// Appends to the ledger.
pub(crate) async fn record(
    write: &mut Write,
    kind: LedgerKind,
    lines: &[Line],
    reason: &str,
) -> Result<(), Fault> {
    let (now, actor) = (write.now(), write.actor_id());
    for chunk in lines.chunks(ROWS_AT_ONCE) {
        let ids: Vec<LedgerLineId> = chunk.iter().map(|_| write.new_id()).collect();
        let mut insert = sql(
            "INSERT INTO seat_ledger (id, license_id, seat_id, user_id, invitation_id, kind, reason, actor_id, at) VALUES ",
        );
        insert.push_rows(chunk.iter().zip(ids), |(line, id)| {
            vec![
                id.value(),
                line.license.value(),
                line.seat.value(),
                line.user.value(),
                line.invitation.value(),
                kind.as_str().value(),
                reason.value(),
                actor.value(),
                now.value(),
            ]
        });
        insert.execute(write).await?;
    }
    if kind != LedgerKind::Started {
        let licenses: BTreeSet<LicenseId> = lines.iter().map(|line| line.license).collect();
        for license in licenses {
            days::note(write, license).await?;
        }
    }
    Ok(())
}

rows! {
    struct Found from "seat_ledger" {
        id: LedgerLineId,
        kind: String,
        reason: String,
        at: Timestamp,
        actor_id: Option<UserId>,
        first_name: Option<String>,
        last_name: Option<String>,
    }
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    /// What happened.
    pub kind: LedgerKind,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// Who did it: their id, and their name while they have an account. None for what happened by itself.
    pub actor: Option<(UserId, Option<String>)>,
}

/// What happened to the seats a user had of a license, newest first.
pub async fn history(
    grant: Grant<ViewLicenses>,
    license: LicenseId,
    user: UserId,
) -> Result<Vec<LedgerLine>, Fault> {
    let found: Vec<Found> = sql(
        "SELECT s.id, s.kind, s.reason, s.at, s.actor_id, a.first_name, a.last_name FROM seat_ledger s
         JOIN licenses l ON l.id = s.license_id LEFT JOIN users a ON a.id = s.actor_id
         WHERE s.license_id = $1 AND l.organization_id = $2
           AND s.seat_id IN (SELECT h.id FROM seats h WHERE h.user_id = $3 AND h.license_id = $1)
         ORDER BY s.id DESC",
    )
    .bind(license)
    .bind(grant.organization())
    .bind(user)
    .fetch_all(&mut grant.read().await?)
    .await?;
    found.into_iter().map(LedgerLine::try_from).collect()
}

impl TryFrom<Found> for LedgerLine {
    type Error = Fault;
    fn try_from(found: Found) -> Result<Self, Fault> {
        let kind = LedgerKind::parse(&found.kind).map_err(|problem| Fault::Inconsistent {
            table: "seat_ledger",
            column: "kind".to_owned(),
            id: found.id.to_string(),
            problem: problem.to_string(),
        })?;
        let name = found.first_name.zip(found.last_name);
        Ok(Self {
            kind,
            reason: found.reason,
            at: found.at,
            actor: found
                .actor_id
                .map(|actor| (actor, name.map(|(first, last)| format!("{first} {last}")))),
        })
    }
}
