//! The list of invitations, with what became of each one's message.

use super::inconsistent;
use super::reach::{out_of_reach, push_scope};
use crate::access::Grant;
use crate::fault::Fault;
use crate::sql::{Connection, Sql, containing, rows, sql};
use domain::access::{Denied, InviteUsers, Role};
use domain::dashboard::expiring_to;
use domain::id::{InvitationId, UserId};
use domain::invitations::{InvitationFilter, InvitationRow, InvitationState, InvitationStatus};
use domain::messages::MessageState;
use domain::time::Timestamp;
use domain::users::{Email, PersonName};

rows! {
    pub(super) struct Found from "invitations" {
        id: InvitationId,
        email: Email,
        state: String,
        pub(super) role: Role,
        license: Option<String>,
        pub(super) invited_by: Option<UserId>,
        first_name: Option<PersonName>,
        last_name: Option<PersonName>,
        created_at: Timestamp,
        expires_at: Timestamp,
        opened_at: Option<Timestamp>,
        ended_at: Option<Timestamp>,
        asked_at: Option<Timestamp>,
        message_state: Option<MessageState>,
        server_answer: Option<String>,
    }
    pub(super) struct GroupOf from "invitation_groups" { invitation_id: InvitationId, name: String }
}

/// What [`row`] is made of; [`FROM`] follows.
pub(super) const COLUMNS: &str = "SELECT i.id, i.email, i.state, i.role, l.name AS license, i.invited_by, u.first_name, u.last_name,
    i.created_at, i.expires_at, i.opened_at, i.ended_at, i.asked_at, m.state AS message_state, m.server_answer ";
/// Invitations with what the list says of them; the organization's id follows.
pub(super) const FROM: &str = "FROM invitations i
    LEFT JOIN licenses l ON l.id = i.license_id
    LEFT JOIN users u ON u.id = i.invited_by
    LEFT JOIN messages m ON m.id = (SELECT n.id FROM messages n WHERE n.invitation_id = i.id AND n.kind = 'invitation'
        ORDER BY n.id DESC LIMIT 1)
    WHERE i.organization_id = ";

/// At most `most` invitations, the newest first, from before `before`. Who invites into groups alone sees their own.
pub async fn list(
    grant: Grant<InviteUsers>,
    filter: &InvitationFilter,
    before: Option<InvitationId>,
    most: i64,
) -> Result<Vec<InvitationRow>, Fault> {
    let mut statement = sql(COLUMNS);
    statement.push(FROM).push_bind(grant.organization());
    push_scope(&mut statement, &grant);
    push_filter(&mut statement, filter, grant.store().now());
    if let Some(before) = before {
        statement.push(" AND i.id < ").push_bind(before);
    }
    statement.push(" ORDER BY i.id DESC LIMIT ").push_bind(most);
    let mut reader = grant.read().await?;
    let found: Vec<Found> = statement.fetch_all(&mut reader).await?;
    let groups = groups(&mut reader, &found).await?;
    found
        .into_iter()
        .map(|found| {
            let denied = out_of_reach(&grant, found.role, found.invited_by);
            row(found, &groups, denied)
        })
        .collect()
}

/// How many match a filter of no status, counted up to `most`.
pub(crate) async fn count(
    on: &mut impl Connection,
    grant: &Grant<InviteUsers>,
    filter: &InvitationFilter,
    most: i64,
) -> Result<i64, Fault> {
    let mut statement =
        sql("SELECT COUNT(*) AS value FROM (SELECT 1 FROM invitations i WHERE i.organization_id = ");
    statement.push_bind(grant.organization());
    push_scope(&mut statement, grant);
    push_filter(&mut statement, filter, grant.store().now());
    statement.push(" LIMIT ").push_bind(most).push(") counted");
    let (count,) = statement.fetch_one(on).await?;
    Ok(count)
}

/// Appends the conditions of a filter; those of a status look at the latest message, `m`.
pub(super) fn push_filter(statement: &mut Sql, filter: &InvitationFilter, now: Timestamp) {
    push_search(statement, filter.search.trim());
    if filter.asked {
        statement.push(" AND i.asked_at IS NOT NULL");
    }
    if filter.expiring {
        statement
            .push(" AND i.state = 'open' AND i.expires_at > ")
            .push_bind(now)
            .push(" AND i.expires_at <= ")
            .push_bind(expiring_to(now));
    }
    let Some(status) = filter.status else { return };
    // The same cases as `InvitationStatus::of`.
    statement.push(match status {
        InvitationStatus::Queued => " AND i.state = 'open' AND i.opened_at IS NULL AND m.state = 'queued'",
        InvitationStatus::Sent => {
            " AND i.state = 'open' AND i.opened_at IS NULL AND (m.state IS NULL OR m.state IN ('sent', 'kept'))"
        }
        InvitationStatus::Failed => " AND i.state = 'open' AND i.opened_at IS NULL AND m.state = 'failed'",
        InvitationStatus::Opened => " AND i.state = 'open' AND i.opened_at IS NOT NULL",
        InvitationStatus::Accepted => " AND i.state = 'accepted'",
        InvitationStatus::Expired => " AND i.state = 'expired'",
        InvitationStatus::Canceled => " AND i.state = 'canceled'",
        InvitationStatus::Replaced => " AND i.state = 'replaced'",
    });
}

/// Keeps to addresses with this text in them.
pub(super) fn push_search(statement: &mut Sql, text: &str) {
    if text.is_empty() {
        return;
    }
    statement
        .push(" AND i.email_key LIKE ")
        .push_bind(containing(&text.to_lowercase()))
        .push(" ESCAPE '\\'");
}

/// The groups of these invitations.
pub(super) async fn groups(on: &mut impl Connection, found: &[Found]) -> Result<Vec<GroupOf>, Fault> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = sql(
        "SELECT o.invitation_id, g.name FROM invitation_groups o JOIN \"groups\" g ON g.id = o.group_id
         WHERE o.invitation_id IN ",
    );
    statement
        .push_list(found.iter().map(|found| found.id))
        .push(" ORDER BY g.name_key");
    statement.fetch_all(on).await
}

/// What the list says of an invitation.
pub(super) fn row(
    found: Found,
    groups: &[GroupOf],
    out_of_reach: Option<Denied>,
) -> Result<InvitationRow, Fault> {
    let state = InvitationState::read(&found.state, found.expires_at, found.ended_at, None)
        .map_err(|error| inconsistent(found.id, &error))?;
    let status = InvitationStatus::of(state, found.opened_at.is_some(), found.message_state);
    let names = groups.iter().filter(|group| group.invitation_id == found.id);
    Ok(InvitationRow {
        groups: names.map(|group| group.name.clone()).collect(),
        out_of_reach,
        id: found.id,
        email: found.email,
        status,
        role: found.role,
        license: found.license,
        invited_by: found
            .first_name
            .zip(found.last_name)
            .map(|(first, last)| format!("{first} {last}")),
        created_at: found.created_at,
        expires_at: found.expires_at,
        opened_at: found.opened_at,
        ended_at: found.ended_at,
        asked_at: found.asked_at,
        server_answer: found.server_answer,
    })
}
