//! The steps of a user's life: let in, told, archived, brought back, deleted.

use super::account::{Account, IDS_AT_ONCE};
use super::{Done, Undo, again};
use crate::fault::{Failure, Fault};
use crate::organization;
use crate::sql::{Sql, sql};
use crate::users::{CapReached, claim_places, count, leave};
use crate::write::{Entry, NewMessage, Write};
use domain::audit::{Action, TargetKind};
use domain::id::UserId;
use domain::messages::MessageKind;
use domain::time::Timestamp;
use domain::users::{Act, ActRefused, UserState};
use serde_json::json;

/// Refuses, ahead of the parts of a long act, what the user cap has no room for.
pub(super) async fn room(write: &mut Write, act: &Act, wanted: usize) -> Result<(), Failure<ActRefused>> {
    if !matches!(act, Act::Approve { .. } | Act::Reactivate { .. }) {
        return Ok(());
    }
    let organization = write.organization();
    let Some(cap) = organization::get(write, organization).await?.user_cap else {
        return Ok(());
    };
    let (active,): (i64,) =
        sql("SELECT users AS value FROM user_counts WHERE organization_id = $1 AND state = 'active'")
            .bind(organization)
            .fetch_one(write)
            .await?;
    let (free, wanted) = (cap - active, size(wanted));
    if wanted <= free {
        return Ok(());
    }
    Err(Failure::Refused(ActRefused::CapReached { free, wanted }))
}

/// Lets pending users in; with `notify`, those with an email are told.
pub(super) async fn approve(
    write: &mut Write,
    can: &[Account],
    notify: bool,
) -> Result<Done, Failure<ActRefused>> {
    claim(write, can.len()).await?;
    let (now, actor) = (write.now(), write.actor_id());
    for chunk in can.chunks(IDS_AT_ONCE) {
        let mut update = sql("UPDATE users SET state = 'active', approved_at = ");
        update
            .push_bind(now)
            .push(", approved_by = ")
            .push_bind(actor)
            .push(", ");
        changed(update, now, chunk.iter().map(|account| account.id))
            .execute(write)
            .await?;
    }
    count(write, &[(UserState::Pending, -size(can.len()))]).await?;
    let messages = if notify {
        tell(write, can).await?
    } else {
        Vec::new()
    };
    Ok(Done {
        users: ids(can),
        entries: entries(Action::UserApproved, can, UserState::Active),
        messages,
        ..Done::default()
    })
}

/// Tells users that their account is there: with a link to choose a password where they have none.
pub(super) async fn notify(write: &mut Write, can: &[Account]) -> Result<Done, Fault> {
    let entry = |account: &Account| Entry::new(Action::UserNotified, TargetKind::User, account.id);
    Ok(Done {
        users: ids(can),
        entries: can.iter().map(entry).collect(),
        messages: tell(write, can).await?,
        ..Done::default()
    })
}

/// Archives users: sessions end, seats go back where their license's kind allows, records stay.
pub(super) async fn archive(write: &mut Write, can: &[Account]) -> Result<Done, Fault> {
    let seats = leave::archive(write, &standing(can)).await?;
    let undo = Undo {
        act: Act::Reactivate { seats: true },
        users: ids(can),
    };
    Ok(Done {
        users: ids(can),
        seats,
        entries: entries(Action::UserArchived, can, UserState::Archived),
        undo: vec![undo],
        ..Done::default()
    })
}

/// Brings archived users back. With `seats`, each gets the seats again that went back when they were archived, as far as
/// there are free ones.
pub(super) async fn reactivate(
    write: &mut Write,
    can: &[Account],
    seats: bool,
) -> Result<Done, Failure<ActRefused>> {
    claim(write, can.len()).await?;
    let seats = if seats { again::give(write, can).await? } else { 0 };
    let now = write.now();
    for chunk in can.chunks(IDS_AT_ONCE) {
        let update = sql("UPDATE users SET state = 'active', archived_at = NULL, ");
        changed(update, now, chunk.iter().map(|account| account.id))
            .execute(write)
            .await?;
    }
    count(write, &[(UserState::Archived, -size(can.len()))]).await?;
    Ok(Done {
        users: ids(can),
        seats,
        entries: entries(Action::UserReactivated, can, UserState::Active),
        ..Done::default()
    })
}

/// Deletes users with all personal data.
pub(super) async fn delete(write: &mut Write, can: &[Account]) -> Result<Done, Fault> {
    let seats = leave::erase(write, &standing(can)).await?;
    let entry = |account: &Account| {
        Entry::new(Action::UserDeleted, TargetKind::User, account.id)
            .before(json!({ "state": account.state }))
    };
    Ok(Done {
        users: ids(can),
        seats,
        entries: can.iter().map(entry).collect(),
        ..Done::default()
    })
}

async fn claim(write: &mut Write, more: usize) -> Result<(), Failure<ActRefused>> {
    let wanted = size(more);
    let refused = |CapReached { cap, active }| ActRefused::CapReached {
        free: cap - active,
        wanted,
    };
    claim_places(write, wanted)
        .await
        .map_err(|failure| failure.map(refused))
}

/// Ends an `UPDATE users SET …, ` that changes these users.
pub(super) fn changed(mut update: Sql, now: Timestamp, users: impl IntoIterator<Item = UserId>) -> Sql {
    update
        .push("updated_at = ")
        .push_bind(now)
        .push(", version = version + 1 WHERE id IN ")
        .push_list(users);
    update
}

/// Queues the message that fits each account, and notes that it was sent.
async fn tell(write: &mut Write, accounts: &[Account]) -> Result<Vec<NewMessage>, Fault> {
    let message = |account: &Account| {
        let email = account.email.clone()?;
        let kind = match (account.has_password, account.must_change_password) {
            (true, false) => MessageKind::AccountReady,
            (true, true) => MessageKind::GeneratedPassword,
            (false, _) => MessageKind::Activation,
        };
        Some(NewMessage {
            kind,
            user: Some(account.id),
            invitation: None,
            recipient: email,
            language: account.language,
            detail: json!({}),
        })
    };
    let messages: Vec<NewMessage> = accounts.iter().filter_map(message).collect();
    let told: Vec<UserId> = messages.iter().filter_map(|message| message.user).collect();
    let now = write.now();
    for chunk in told.chunks(IDS_AT_ONCE) {
        let mut update = sql("UPDATE users SET notified_at = ");
        update.push_bind(now).push(", ");
        changed(update, now, chunk.iter().copied()).execute(write).await?;
    }
    Ok(messages)
}

pub(super) fn ids(accounts: &[Account]) -> Vec<UserId> {
    accounts.iter().map(|account| account.id).collect()
}

fn standing(accounts: &[Account]) -> Vec<(UserId, UserState)> {
    accounts
        .iter()
        .map(|account| (account.id, account.state))
        .collect()
}

fn size(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

fn entries(action: Action, accounts: &[Account], to: UserState) -> Vec<Entry> {
    let entry = |account: &Account| {
        Entry::new(action, TargetKind::User, account.id)
            .before(json!({ "state": account.state }))
            .after(json!({ "state": to }))
    };
    accounts.iter().map(entry).collect()
}
