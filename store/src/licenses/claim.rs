//! Taking free seats out of the pool, all or none.

use super::list::Found;
use crate::fault::{Failure, Fault};
use crate::sql::sql;
use crate::write::Write;
use domain::id::LicenseId;

/// Why seats are not claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimRefused {
    /// There are too few free ones.
    Short {
        /// How many are missing.
        short: i64,
    },
    /// The license has ended or is archived.
    Over,
    /// There is no such license here.
    Gone,
}

/// Which counter a claimed seat moves to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pool {
    Allocated,
    Reserved,
}

/// Takes `count` free seats of a license, all or none.
pub async fn claim(write: &mut Write, license: LicenseId, count: i64) -> Result<(), Failure<ClaimRefused>> {
    claim_into(write, license, count, Pool::Allocated).await
}

pub(super) async fn claim_into(
    write: &mut Write,
    license: LicenseId,
    count: i64,
    pool: Pool,
) -> Result<(), Failure<ClaimRefused>> {
    let (organization, today) = (write.organization(), write.now().date());
    let text = match pool {
        Pool::Allocated => {
            "UPDATE licenses SET allocated = allocated + $1
             WHERE id = $2 AND organization_id = $3 AND archived_at IS NULL AND valid_to >= $4
               AND allocated + reserved + $1 <= purchased"
        }
        Pool::Reserved => {
            "UPDATE licenses SET reserved = reserved + $1
             WHERE id = $2 AND organization_id = $3 AND archived_at IS NULL AND valid_to >= $4
               AND allocated + reserved + $1 <= purchased"
        }
    };
    let claimed = sql(text)
        .bind(count)
        .bind(license)
        .bind(organization)
        .bind(today)
        .execute(write)
        .await?;
    if claimed == 1 {
        return Ok(());
    }
    let found: Option<Found> = sql("SELECT * FROM licenses WHERE id = $1 AND organization_id = $2")
        .bind(license)
        .bind(organization)
        .fetch_optional(write)
        .await?;
    Err(Failure::Refused(match found {
        None => ClaimRefused::Gone,
        Some(row) if row.archived_at.is_some() || row.valid_to < today => ClaimRefused::Over,
        Some(row) => ClaimRefused::Short {
            short: count - row.seats().free(),
        },
    }))
}

/// Waits until no other write moves seats of this license, so that what is read next stays so. False if there is no such
/// license here.
pub(super) async fn lock(write: &mut Write, license: LicenseId) -> Result<bool, Fault> {
    let organization = write.organization();
    let locked = sql("UPDATE licenses SET version = version WHERE id = $1 AND organization_id = $2")
        .bind(license)
        .bind(organization)
        .execute(write)
        .await?;
    Ok(locked == 1)
}
