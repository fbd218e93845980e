//! The audit: who did what to whom, as somebody may read it, newest first.

mod export;
mod names;

pub use export::Csv;

use crate::access::Grant;
use crate::fault::Fault;
use crate::sql::{Connection, Sql, rows, sql};
use crate::users::push_filter as push_user_filter;
use domain::access::{Scope, ViewAudit};
use domain::audit::{Action, AuditFilter, AuditLine, AuditPage, AuditTarget, TargetKind, Who};
use domain::id::{AuditId, Id, UserId};
use domain::time::{Span, Timestamp};
use domain::users::{PersonName, UserFilter, UserState};
use uuid::Uuid;

/// Lines of a page.
const PAGE: i64 = 50;
/// People whom a search by words may mean.
const PEOPLE: i64 = 100;

rows! {
    struct Found from "audit" {
        id: AuditId,
        at: Timestamp,
        actor_kind: String,
        actor_id: Option<UserId>,
        first_name: Option<PersonName>,
        last_name: Option<PersonName>,
        action: Action,
        target_kind: String,
        target_id: Uuid,
        before: Option<String>,
        after: Option<String>,
        address: Option<String>,
    }
}

const LINES: &str =
    "SELECT a.id, a.at, a.actor_kind, a.actor_id, u.first_name, u.last_name, a.action, a.target_kind,
    a.target_id, a.before, a.after, a.address FROM audit a LEFT JOIN users u ON u.id = a.actor_id
    WHERE a.organization_id = ";

/// A page of the lines that a filter finds, from before a line on.
pub async fn list(
    grant: Grant<ViewAudit>,
    filter: &AuditFilter,
    before: Option<AuditId>,
) -> Result<AuditPage, Fault> {
    page(&grant, before, PAGE, |statement, grant, on| {
        push_filter(statement, grant, on, filter);
    })
    .await
}

/// A page of what happened to one user.
pub(crate) async fn of_user(
    grant: &Grant<ViewAudit>,
    user: UserId,
    before: Option<AuditId>,
) -> Result<AuditPage, Fault> {
    page(grant, before, PAGE, |statement, _, _| {
        statement.push(" AND a.target_id = ").push_bind(user);
    })
    .await
}

async fn page(
    grant: &Grant<ViewAudit>,
    before: Option<AuditId>,
    size: i64,
    narrow: impl FnOnce(&mut Sql, &Grant<ViewAudit>, crate::Kind),
) -> Result<AuditPage, Fault> {
    let mut reader = grant.read().await?;
    let kind = reader.kind();
    let mut select = sql(LINES);
    select.push_bind(grant.organization());
    if let Scope::Own(own) = grant.scope() {
        select.push(" AND a.actor_id = ").push_bind(*own);
    }
    narrow(&mut select, grant, kind);
    if let Some(before) = before {
        select.push(" AND a.id < ").push_bind(before);
    }
    select.push(" ORDER BY a.id DESC");
    let (found, more) = select.fetch_page(size, &mut reader).await?;
    let mut lines = found.into_iter().map(line).collect::<Result<Vec<_>, Fault>>()?;
    names::name(&mut reader, &mut lines).await?;
    Ok(AuditPage { lines, more })
}

/// Appends the conditions of a filter. Ids begin with the time, so that days are ranges of them.
fn push_filter(statement: &mut Sql, grant: &Grant<ViewAudit>, kind: crate::Kind, filter: &AuditFilter) {
    for (column, text) in [
        (" AND a.actor_id", &filter.actor),
        (" AND a.target_id", &filter.target),
    ] {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        statement.push(column);
        if let Ok(id) = Uuid::parse_str(text) {
            statement.push(" = ").push_bind(id);
            continue;
        }
        let people = UserFilter {
            search: text.to_owned(),
            states: UserState::ALL.to_vec(),
            ..UserFilter::default()
        };
        statement
            .push(" IN (SELECT u.id FROM users u WHERE u.organization_id = ")
            .push_bind(grant.organization());
        push_user_filter(statement, kind, &people);
        statement.push(" LIMIT ").push_bind(PEOPLE).push(")");
    }
    if let Some(action) = filter.action {
        statement.push(" AND a.action = ").push_bind(action);
    }
    if let Some(from) = filter.from {
        statement
            .push(" AND a.id >= ")
            .push_bind(first_id(Timestamp::start_of(from)));
    }
    if let Some(to) = filter.to {
        statement
            .push(" AND a.id < ")
            .push_bind(first_id(Timestamp::start_of(to) + Span::days(1)));
    }
}

/// The least id that a line of this moment can have.
fn first_id(at: Timestamp) -> AuditId {
    let millis = u64::try_from(at.as_micros() / 1000).unwrap_or(0);
    AuditId::from_uuid(uuid::Builder::from_unix_timestamp_millis(millis, &[0; 10]).into_uuid())
}

fn line(row: Found) -> Result<AuditLine, Fault> {
    let name = row
        .first_name
        .zip(row.last_name)
        .map(|(first, last)| format!("{first} {last}"));
    let document = |text: Option<String>| text.map(|text| serde_json::from_str(&text)).transpose();
    let kind = TargetKind::parse(&row.target_kind).map_err(|problem| Fault::Inconsistent {
        table: "audit",
        column: "target_kind".to_owned(),
        id: row.id.to_string(),
        problem: problem.to_string(),
    })?;
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
        target: AuditTarget {
            kind,
            id: row.target_id,
            name: None,
        },
        before: document(row.before)?,
        after: document(row.after)?,
        address: row.address,
    })
}
