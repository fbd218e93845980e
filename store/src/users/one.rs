//! One user in full.

use super::list::these;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, rows, sql};
use domain::access::ViewUsers;
use domain::id::{LabelId, UserId};
use domain::time::{Date, Timestamp};
use domain::users::{ExternalId, PersonName, ProfileText, UserDetails};

rows! {
    struct Rest from "users" {
        version: i64,
        external_id: Option<ExternalId>,
        job_title: Option<ProfileText>,
        address: Option<ProfileText>,
        date_of_birth: Option<Date>,
        has_password: bool,
        must_change_password: bool,
        invited_by: Option<UserId>,
        approved_at: Option<Timestamp>,
        approved_by: Option<UserId>,
        notified_at: Option<Timestamp>,
        archived_at: Option<Timestamp>,
        last_sign_in_at: Option<Timestamp>,
    }
    struct Name from "users" { first_name: PersonName, last_name: PersonName }
}

/// A user, as far as they may be seen.
pub async fn one<R>(grant: &Grant<ViewUsers>, user: UserId) -> Result<UserDetails, Failure<R>> {
    let mut reader = grant.read().await?;
    let rest: Option<Rest> = sql(
        "SELECT version, external_id, job_title, address, date_of_birth, password_hash IS NOT NULL AS has_password,
            must_change_password, invited_by, approved_at, approved_by, notified_at, archived_at, last_sign_in_at
         FROM users WHERE id = $1 AND organization_id = $2",
    )
    .bind(user)
    .bind(grant.organization())
    .fetch_optional(&mut reader)
    .await?;
    let rest = rest.ok_or(Failure::NotFound)?;
    // Read after its version: a form filled in between is refused, never lost.
    let found = these(grant, &[user]).await?;
    let summary = found.into_iter().next().ok_or(Failure::NotFound)?;
    let labels: Vec<(LabelId,)> =
        sql("SELECT label_id AS value FROM user_labels WHERE user_id = $1 ORDER BY label_id")
            .bind(user)
            .fetch_all(&mut reader)
            .await?;
    Ok(UserDetails {
        summary,
        version: rest.version,
        external_id: rest.external_id,
        labels: labels.into_iter().map(|(label,)| label).collect(),
        job_title: rest.job_title,
        address: rest.address,
        date_of_birth: rest.date_of_birth,
        has_password: rest.has_password,
        must_change_password: rest.must_change_password,
        invited_by: name(&mut reader, rest.invited_by).await?,
        approved_at: rest.approved_at,
        approved_by: name(&mut reader, rest.approved_by).await?,
        notified_at: rest.notified_at,
        archived_at: rest.archived_at,
        last_sign_in_at: rest.last_sign_in_at,
    })
}

/// The name of somebody who may be gone.
async fn name(on: &mut impl Connection, user: Option<UserId>) -> Result<Option<String>, Fault> {
    let Some(user) = user else { return Ok(None) };
    let found: Option<Name> = sql("SELECT first_name, last_name FROM users WHERE id = $1")
        .bind(user)
        .fetch_optional(on)
        .await?;
    Ok(found.map(|name| format!("{} {}", name.first_name, name.last_name)))
}
