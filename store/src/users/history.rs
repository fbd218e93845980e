//! What happened to one user, newest first: the audit of this person, as far as somebody may read it.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use domain::access::{Scope, ViewAudit, ViewUsers};
use domain::audit::{Action, AuditLine, AuditPage, Who};
use domain::id::{AuditId, UserId};
use domain::time::Timestamp;
use domain::users::PersonName;

/// Lines of a page.
const PAGE: i64 = 50;

rows! {
    struct Found from "audit" {
        id: AuditId,
        at: Timestamp,
        actor_kind: String,
        actor_id: Option<UserId>,
        first_name: Option<PersonName>,
        last_name: Option<PersonName>,
        action: Action,
        before: Option<String>,
        after: Option<String>,
        address: Option<String>,
    }
}

/// A page of what happened to a user, from before a line on.
pub async fn history<R>(
    grant: Grant<ViewAudit>,
    user: UserId,
    before: Option<AuditId>,
) -> Result<AuditPage, Failure<R>> {
    let view = grant.requester().grant::<ViewUsers>()?;
    if super::these(&view, &[user]).await?.is_empty() {
        return Err(Failure::NotFound);
    }
    let mut select = sql(
        "SELECT a.id, a.at, a.actor_kind, a.actor_id, u.first_name, u.last_name, a.action, a.before, a.after, a.address
         FROM audit a LEFT JOIN users u ON u.id = a.actor_id WHERE a.target_id = ",
    );
    select.push_bind(user);
    if let Scope::Own(own) = grant.scope() {
        select.push(" AND a.actor_id = ").push_bind(*own);
    }
    if let Some(before) = before {
        select.push(" AND a.id < ").push_bind(before);
    }
    select.push(" ORDER BY a.id DESC LIMIT ").push_bind(PAGE + 1);
    let mut found: Vec<Found> = select.fetch_all(&mut grant.read().await?).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = found.len() > page;
    found.truncate(page);
    let lines: Result<Vec<AuditLine>, Fault> = found.into_iter().map(line).collect();
    Ok(AuditPage { lines: lines?, more })
}

fn line(row: Found) -> Result<AuditLine, Fault> {
    let name = row
        .first_name
        .zip(row.last_name)
        .map(|(first, last)| format!("{first} {last}"));
    let document = |text: Option<String>| text.map(|text| serde_json::from_str(&text)).transpose();
    Ok(AuditLine {
        id: row.id,
        at: row.at,
        who: match (row.actor_kind.as_str(), row.actor_id, name) {
            ("user", Some(id), Some(name)) => Who::User { id, name },
            ("user", _, _) => Who::Gone,
            ("command_line", _, _) => Who::CommandLine,
            _ => Who::System,
        },
        action: row.action,
        before: document(row.before)?,
        after: document(row.after)?,
        address: row.address,
    })
}
