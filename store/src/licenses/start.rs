//! Starting a seat: once, when its user opens a course of the license for the first time.

use super::ledger::{Line, record};
use crate::fault::Fault;
use crate::sql::sql;
use crate::write::Write;
use domain::id::{LicenseId, SeatId, UserId};
use domain::licenses::LedgerKind;

/// Marks the seat as started, if it is held and was not; says whether this was the start.
pub async fn start(write: &mut Write, license: LicenseId, seat: SeatId, user: UserId) -> Result<bool, Fault> {
    let now = write.now();
    let started = sql("UPDATE seats SET started_at = $1
         WHERE id = $2 AND license_id = $3 AND user_id = $4 AND started_at IS NULL AND returned_at IS NULL")
    .bind(now)
    .bind(seat)
    .bind(license)
    .bind(user)
    .execute(write)
    .await?;
    if started == 0 {
        return Ok(false);
    }
    let line = Line::of_seat(license, seat, user);
    record(write, LedgerKind::Started, &[line], "first course opened").await?;
    Ok(true)
}
