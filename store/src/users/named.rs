//! Somebody who is named as people type it: by email or username.

use crate::fault::Fault;
use crate::sql::{Connection, sql};
use domain::id::{OrganizationId, UserId};

/// The active user with this email or username.
pub(crate) async fn named(
    on: &mut impl Connection,
    organization: OrganizationId,
    login: &str,
) -> Result<Option<UserId>, Fault> {
    let found: Option<(UserId,)> = sql("SELECT id AS value FROM users
         WHERE organization_id = $1 AND (email_key = $2 OR username_key = $2) AND state = 'active'
         ORDER BY CASE WHEN email_key = $2 THEN 0 ELSE 1 END LIMIT 1")
    .bind(organization)
    .bind(login.trim().to_lowercase())
    .fetch_optional(on)
    .await?;
    Ok(found.map(|(id,)| id))
}
