//! Somebody whose invitation is closed asks for a new one: it waits in the list of invitations, and the inviter is told. The answer
//! is always the same.

use super::register::{has_account, invitation};
use crate::Store;
use crate::fault::{Failure, Fault};
use crate::secrets::{self, Purpose, Standing, Token};
use crate::sign_in;
use crate::sql::{rows, sql};
use crate::write::{Actor, Change, Entry, NewMessage};
use domain::audit::{Action, TargetKind};
use domain::id::UserId;
use domain::messages::MessageKind;
use domain::users::{Email, Language};
use serde_json::json;

rows! {
    struct Inviter from "users" { id: UserId, email: Option<Email>, language: Language }
}

/// Notes that they wait and tells the inviter, at most once in a while. Nothing happens for a link that never was or has done its
/// work, or where there is an account.
pub async fn ask_again(store: &Store, token: &Token) -> Result<(), Fault> {
    let mut reader = store.read().await?;
    let standing = secrets::look(&mut reader, Purpose::Invitation, token, store.now()).await?;
    let (Standing::Expired(secret) | Standing::Void(secret)) = standing else {
        return Ok(());
    };
    let Some(id) = secret.invitation_id else {
        return Ok(());
    };
    let Some((stored, home)) = invitation(&mut reader, id).await? else {
        return Ok(());
    };
    if has_account(&mut reader, home, &stored.email).await? {
        return Ok(());
    }
    let inviter: Option<Inviter> =
        sql("SELECT id, email, language FROM users WHERE id = $1 AND state = 'active'")
            .bind(stored.invited_by)
            .fetch_optional(&mut reader)
            .await?;
    drop(reader);
    match sign_in::count_attempt(store, home, &format!("ask-again:{id}"), 1).await {
        Ok(()) => {}
        Err(Failure::Fault(fault)) => return Err(fault),
        Err(_) => return Ok(()),
    }
    let message = inviter.and_then(|inviter| {
        Some(NewMessage {
            kind: MessageKind::InvitationAskedAgain,
            user: Some(inviter.id),
            invitation: Some(id),
            recipient: inviter.email?,
            language: inviter.language,
            detail: json!({ "email": stored.email }),
        })
    });
    let mut write = store.write(home, Actor::System).await?;
    let now = write.now();
    sql("UPDATE invitations SET asked_at = $1 WHERE id = $2")
        .bind(now)
        .bind(id)
        .execute(&mut write)
        .await?;
    let entry = Entry::new(Action::InvitationAskedAgain, TargetKind::Invitation, id)
        .after(json!({ "email": stored.email }));
    write.commit(Change::of((), entry).sending(message)).await
}
