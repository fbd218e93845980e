//! Deletion dates: a notice a week before, and on the day the account goes, archived or erased as the organization has decided.
//!
//! Owners stay whatever their date says: somebody answers for the organization.

use super::leave;
use crate::fault::Fault;
use crate::organization;
use crate::sql::{Connection, rows, sql};
use crate::write::{Actor, Change, Entry, NewMessage};
use crate::{Kind, Store};
use domain::audit::{Action, TargetKind};
use domain::id::{OrganizationId, UserId};
use domain::messages::MessageKind;
use domain::settings::OnDeletionDate;
use domain::time::Date;
use domain::users::{Email, Language, UserState};
use serde_json::json;

/// Days between the notice and the end.
const NOTICE_DAYS: i32 = 7;

/// Users in one transaction.
const AT_ONCE: i64 = 200;

rows! {
    struct Due from "users" {
        id: UserId,
        email: Option<Email>,
        language: Language,
        state: UserState,
        deletion_date: Date,
    }
}

/// Does what is due today, some at a time; how many users it was about.
pub async fn work(store: &Store) -> Result<u64, Fault> {
    let mut many = 0;
    for organization in organization::all(store).await? {
        many += notice(store, organization).await?;
        many += end(store, organization).await?;
    }
    Ok(many)
}

const SOON: &str = "SELECT u.id, u.email, u.language, u.state, u.deletion_date FROM users u
     WHERE u.deletion_noticed_at IS NULL AND u.role <> 'owner' AND u.state <> 'archived' AND u.deletion_date <= ";

const TODAY: &str = "SELECT u.id, u.email, u.language, u.state, u.deletion_date FROM users u
     WHERE u.role <> 'owner' AND u.state <> 'archived' AND u.deletion_date <= ";

const TODAY_ARCHIVED_TOO: &str = "SELECT u.id, u.email, u.language, u.state, u.deletion_date FROM users u
     WHERE u.role <> 'owner' AND u.deletion_date <= ";

/// Tells those whose account ends within a week.
async fn notice(store: &Store, organization: OrganizationId) -> Result<u64, Fault> {
    let until = store.now().date().plus_days(NOTICE_DAYS);
    if !any(store, SOON, organization, until).await? {
        return Ok(0);
    }
    let mut write = store.write(organization, Actor::System).await?;
    let due = found(&mut write, SOON, organization, until, true).await?;
    let now = write.now();
    let mut update = sql("UPDATE users SET deletion_noticed_at = ");
    update.push_bind(now).push(" WHERE id IN ");
    if due.is_empty() {
        return write.unchanged(0).await;
    }
    update.push_list(due.iter().map(|user| user.id));
    update.execute(&mut write).await?;
    let message = |user: &Due| {
        Some(NewMessage {
            kind: MessageKind::DeletionNotice,
            user: Some(user.id),
            invitation: None,
            recipient: user.email.clone()?,
            language: user.language,
            detail: json!({ "on": user.deletion_date }),
        })
    };
    let messages: Vec<NewMessage> = due.iter().filter_map(message).collect();
    let entry = |user: &Due| {
        Entry::new(Action::UserNotified, TargetKind::User, user.id)
            .after(json!({ "deletion_date": user.deletion_date }))
    };
    let entries = due.iter().map(entry).collect();
    let many = due.len() as u64;
    write
        .commit(Change::of_many(many, entries).sending(messages))
        .await
}

/// Archives or erases those whose day has come.
async fn end(store: &Store, organization: OrganizationId) -> Result<u64, Fault> {
    let today = store.now().date();
    let how = organization::get(&mut store.read().await?, organization)
        .await?
        .settings
        .on_deletion_date;
    let whom = match how {
        OnDeletionDate::Archive => TODAY,
        OnDeletionDate::Delete => TODAY_ARCHIVED_TOO,
    };
    if !any(store, whom, organization, today).await? {
        return Ok(0);
    }
    let mut write = store.write(organization, Actor::System).await?;
    let due = found(&mut write, whom, organization, today, true).await?;
    if due.is_empty() {
        return write.unchanged(0).await;
    }
    let standing: Vec<(UserId, UserState)> = due.iter().map(|user| (user.id, user.state)).collect();
    let action = match how {
        OnDeletionDate::Archive => {
            leave::archive(&mut write, &standing).await?;
            // Whoever is brought back stays.
            let mut update =
                sql("UPDATE users SET deletion_date = NULL, deletion_noticed_at = NULL WHERE id IN ");
            update.push_list(due.iter().map(|user| user.id));
            update.execute(&mut write).await?;
            Action::UserArchived
        }
        OnDeletionDate::Delete => {
            leave::erase(&mut write, &standing).await?;
            Action::UserDeleted
        }
    };
    let entry = |user: &Due| {
        Entry::new(action, TargetKind::User, user.id).before(json!({ "deletion_date": user.deletion_date }))
    };
    let entries = due.iter().map(entry).collect();
    let many = due.len() as u64;
    write.commit(Change::of_many(many, entries)).await
}

/// Whether there is anybody, without holding up those who write.
async fn any(
    store: &Store,
    whom: &'static str,
    organization: OrganizationId,
    until: Date,
) -> Result<bool, Fault> {
    let found = found(&mut store.read().await?, whom, organization, until, false).await?;
    Ok(!found.is_empty())
}

async fn found(
    on: &mut impl Connection,
    whom: &'static str,
    organization: OrganizationId,
    until: Date,
    hold: bool,
) -> Result<Vec<Due>, Fault> {
    let mut select = sql(whom);
    select
        .push_bind(until)
        .push(" AND u.organization_id = ")
        .push_bind(organization)
        .push(" ORDER BY u.id LIMIT ")
        .push_bind(AT_ONCE);
    if hold && on.kind() == Kind::Postgres {
        select.push(" FOR UPDATE OF u SKIP LOCKED");
    }
    select.fetch_all(on).await
}
