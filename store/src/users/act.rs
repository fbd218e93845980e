//! Approving, notifying, archiving, bringing back and deleting: one user or many, each act one transaction.

use super::account::{Account, IDS_AT_ONCE, accounts, part};
use super::again;
use super::counts::{CapReached, claim_places, count};
use super::leave;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Sql, sql};
use crate::write::{Change, Entry, NewMessage, Write};
use domain::access::{ApproveUsers, ArchiveUsers, DeleteUsers, Denied, Permission};
use domain::audit::{Action, TargetKind};
use domain::id::UserId;
use domain::licenses::Pick;
use domain::messages::MessageKind;
use domain::time::Timestamp;
use domain::users::{Act, ActRefused, Acted, Left, LeftOut, UserState};
use serde_json::json;

/// What an act would do, without doing it.
pub async fn preview<P: Permission>(grant: Grant<P>, act: Act, pick: &Pick) -> Result<Acted, Fault> {
    let mut reader = grant.read().await?;
    let accounts = accounts(&mut reader, grant.organization(), pick, false).await?;
    let (can, left) = part(&grant, &mut reader, act, accounts).await?;
    let done: Vec<UserId> = can.iter().map(|account| account.id).collect();
    Ok(Acted { done, left, seats: 0 })
}

/// Lets pending users in; with `notify`, those with an email are told.
pub async fn approve(
    grant: Grant<ApproveUsers>,
    pick: &Pick,
    notify: bool,
) -> Result<Acted, Failure<ActRefused>> {
    let (mut write, can, left) = begin(&grant, Act::Approve, pick).await?;
    claim(&mut write, can.len()).await?;
    let ids = ids(&can);
    let (now, actor) = (write.now(), write.actor_id());
    for chunk in ids.chunks(IDS_AT_ONCE) {
        let mut update = sql("UPDATE users SET state = 'active', approved_at = ");
        update
            .push_bind(now)
            .push(", approved_by = ")
            .push_bind(actor)
            .push(", ");
        changed(update, now, chunk).execute(&mut write).await?;
    }
    count(&mut write, &[(UserState::Pending, -size(&can))]).await?;
    let told = if notify {
        tell(&mut write, &can).await?
    } else {
        Vec::new()
    };
    let entries = entries(Action::UserApproved, &can, UserState::Active);
    let acted = Acted {
        done: ids,
        left,
        seats: 0,
    };
    Ok(write
        .commit(Change::of_many(acted, entries).sending(told))
        .await?)
}

/// Tells users that their account is there: with a link to choose a password where they have none.
pub async fn notify(grant: Grant<ApproveUsers>, pick: &Pick) -> Result<Acted, Failure<ActRefused>> {
    let (mut write, can, left) = begin(&grant, Act::Notify, pick).await?;
    let told = tell(&mut write, &can).await?;
    let entry = |account: &Account| Entry::new(Action::UserNotified, TargetKind::User, account.id);
    let entries = can.iter().map(entry).collect();
    let acted = Acted {
        done: ids(&can),
        left,
        seats: 0,
    };
    Ok(write
        .commit(Change::of_many(acted, entries).sending(told))
        .await?)
}

/// Archives users: sessions end, seats go back where their license's kind allows, records stay.
pub async fn archive(grant: Grant<ArchiveUsers>, pick: &Pick) -> Result<Acted, Failure<ActRefused>> {
    let (mut write, can, left) = begin(&grant, Act::Archive, pick).await?;
    let seats = leave::archive(&mut write, &standing(&can)).await?;
    let entries = entries(Action::UserArchived, &can, UserState::Archived);
    let acted = Acted {
        done: ids(&can),
        left,
        seats,
    };
    Ok(write.commit(Change::of_many(acted, entries)).await?)
}

/// Brings archived users back. With `seats`, each gets the seats again that went back when they were archived, as far as
/// there are free ones.
pub async fn reactivate(
    grant: Grant<ArchiveUsers>,
    pick: &Pick,
    seats: bool,
) -> Result<Acted, Failure<ActRefused>> {
    let (mut write, can, left) = begin(&grant, Act::Reactivate, pick).await?;
    claim(&mut write, can.len()).await?;
    let ids = ids(&can);
    let now = write.now();
    let seats = if seats {
        again::give(&mut write, &can).await?
    } else {
        0
    };
    for chunk in ids.chunks(IDS_AT_ONCE) {
        let update = sql("UPDATE users SET state = 'active', archived_at = NULL, ");
        changed(update, now, chunk).execute(&mut write).await?;
    }
    count(&mut write, &[(UserState::Archived, -size(&can))]).await?;
    let entries = entries(Action::UserReactivated, &can, UserState::Active);
    let acted = Acted {
        done: ids,
        left,
        seats,
    };
    Ok(write.commit(Change::of_many(acted, entries)).await?)
}

/// Deletes users with all personal data. `confirmed` is how many the person was told it would be.
pub async fn delete(
    grant: Grant<DeleteUsers>,
    pick: &Pick,
    confirmed: u64,
) -> Result<Acted, Failure<ActRefused>> {
    let (mut write, can, left) = begin(&grant, Act::Delete, pick).await?;
    let would = can.len() as u64;
    if would != confirmed {
        return Err(Failure::Refused(ActRefused::Changed { confirmed, would }));
    }
    let seats = leave::erase(&mut write, &standing(&can)).await?;
    let entry = |account: &Account| {
        Entry::new(Action::UserDeleted, TargetKind::User, account.id)
            .before(json!({ "state": account.state }))
    };
    let entries = can.iter().map(entry).collect();
    let acted = Acted {
        done: ids(&can),
        left,
        seats,
    };
    Ok(write.commit(Change::of_many(acted, entries)).await?)
}

async fn begin<P>(
    grant: &Grant<P>,
    act: Act,
    pick: &Pick,
) -> Result<(Write, Vec<Account>, Vec<Left>), Failure<ActRefused>> {
    let mut write = grant.write().await?;
    let accounts = accounts(&mut write, grant.organization(), pick, true).await?;
    let alone = matches!(pick, Pick::These(these) if these.len() == 1);
    if alone && accounts.is_empty() {
        return Err(Failure::NotFound);
    }
    let (can, left) = part(grant, &mut write, act, accounts).await?;
    if can.is_empty() {
        let alone = left.first().filter(|_| alone).map(|left| left.why);
        if alone == Some(LeftOut::NotBelowYou) {
            return Err(Failure::Denied(Denied::NotBelowYou));
        }
        return Err(Failure::Refused(ActRefused::Nobody));
    }
    Ok((write, can, left))
}

async fn claim(write: &mut Write, more: usize) -> Result<(), Failure<ActRefused>> {
    let wanted = i64::try_from(more).unwrap_or(i64::MAX);
    let refused = |CapReached { cap, active }| ActRefused::CapReached {
        free: cap - active,
        wanted,
    };
    claim_places(write, wanted)
        .await
        .map_err(|failure| failure.map(refused))
}

/// Ends an `UPDATE users SET …, ` that changes these users.
fn changed(mut update: Sql, now: Timestamp, users: &[UserId]) -> Sql {
    update
        .push("updated_at = ")
        .push_bind(now)
        .push(", version = version + 1 WHERE id IN ")
        .push_list(users.iter().copied());
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
        changed(update, now, chunk).execute(write).await?;
    }
    Ok(messages)
}

fn ids(accounts: &[Account]) -> Vec<UserId> {
    accounts.iter().map(|account| account.id).collect()
}

fn standing(accounts: &[Account]) -> Vec<(UserId, UserState)> {
    accounts
        .iter()
        .map(|account| (account.id, account.state))
        .collect()
}

fn size(accounts: &[Account]) -> i64 {
    i64::try_from(accounts.len()).unwrap_or(i64::MAX)
}

fn entries(action: Action, accounts: &[Account], to: UserState) -> Vec<Entry> {
    let entry = |account: &Account| {
        Entry::new(action, TargetKind::User, account.id)
            .before(json!({ "state": account.state }))
            .after(json!({ "state": to }))
    };
    accounts.iter().map(entry).collect()
}
