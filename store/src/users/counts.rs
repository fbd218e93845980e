//! How many users there are in each state: counters kept by the transactions that change users, so that the user cap and
//! the dashboard cost the same with a million users as with ten.

use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use crate::write::Write;
use domain::users::UserState;

/// There is no place for so many more active users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CapReached {
    /// The most there may be.
    pub cap: i64,
    /// How many there are.
    pub active: i64,
}

rows! {
    struct Counted from "user_counts" { user_cap: Option<i64>, users: i64 }
}

/// Takes places for `more` active users under the cap, in one statement: of any number of attempts at once, no more succeed
/// than there are places.
pub async fn claim_places(write: &mut Write, more: i64) -> Result<(), Failure<CapReached>> {
    let organization = write.organization();
    let claimed = sql(
        "UPDATE user_counts SET users = users + $1 WHERE organization_id = $2 AND state = 'active'
         AND users + $1 <= COALESCE((SELECT user_cap FROM organizations WHERE id = $2), users + $1)",
    )
    .bind(more)
    .bind(organization)
    .execute(write)
    .await?;
    if claimed == 1 {
        return Ok(());
    }
    let now: Counted = sql(
        "SELECT o.user_cap, c.users FROM organizations o JOIN user_counts c ON c.organization_id = o.id
         WHERE o.id = $1 AND c.state = 'active'",
    )
    .bind(organization)
    .fetch_one(write)
    .await?;
    Err(Failure::Refused(CapReached {
        cap: now.user_cap.unwrap_or(now.users),
        active: now.users,
    }))
}

/// Adds to the counters, without regard to the cap.
pub async fn count(write: &mut Write, changes: &[(UserState, i64)]) -> Result<(), Fault> {
    let organization = write.organization();
    for (state, change) in changes {
        sql("UPDATE user_counts SET users = users + $1 WHERE organization_id = $2 AND state = $3")
            .bind(*change)
            .bind(organization)
            .bind(*state)
            .execute(write)
            .await?;
    }
    Ok(())
}
