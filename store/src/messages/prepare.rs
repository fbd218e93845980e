//! From a message to the letter that is sent: its secret is minted here, at the last moment.

use super::facts::{Facts, Secret};
use super::outbox::{Claimed, Worker};
use super::{ACTIVATION, CONFIRMATION, Links, RESET, password, purpose};
use crate::Store;
use crate::fault::Fault;
use crate::secrets::{self, Purpose, Subject};
use crate::sql::sql;
use crate::write::{Actor, Write};
use domain::id::{MessageId, UserId};
use domain::messages::{LEASE, MessageKind, Rendered};
use domain::time::Timestamp;
use domain::users::{Email, Password};

/// A message ready to be sent.
#[derive(Debug)]
pub struct Outgoing {
    /// Its id, which is also its name among mail servers.
    pub id: MessageId,
    /// Where to.
    pub recipient: Email,
    /// When it was queued.
    pub created_at: Timestamp,
    /// As it is sent, with its secret.
    pub sent: Rendered,
    /// As it is kept, with dots where the secret was.
    pub kept: Rendered,
}

/// What came of preparing.
#[derive(Debug)]
pub enum Prepared {
    /// It can be sent.
    Ready(Box<Outgoing>),
    /// It is no longer wanted, and why.
    Moot(&'static str),
    /// Somebody else has it now.
    Lost,
}

/// Whether a letter gets its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Minting {
    /// It is about to be sent or shown.
    Now,
    /// It is only kept; reading it in the console mints.
    Withheld,
}

/// Makes the letter of a claimed message and holds the lease for as long as sending may take. `sending` is false where
/// there is no mail server: then nothing is minted.
pub async fn prepare(
    store: &Store,
    worker: Worker,
    claimed: &Claimed,
    links: &Links,
    sending: bool,
) -> Result<Prepared, Fault> {
    let minting = if sending { Minting::Now } else { Minting::Withheld };
    let generated = generate(store, claimed.kind, minting).await?;
    let mut write = store.write(claimed.organization_id, Actor::System).await?;
    let now = write.now();
    let held =
        sql("UPDATE messages SET lease_until = $1 WHERE id = $2 AND lease_by = $3 AND state = 'queued'")
            .bind(now + LEASE)
            .bind(claimed.id)
            .bind(worker.0)
            .execute(&mut write)
            .await?;
    let facts = Facts::read(&mut write, claimed.organization_id, claimed.id).await?;
    let Some(facts) = facts.filter(|_| held == 1) else {
        return write.unchanged(Prepared::Lost).await;
    };
    if let Some(why) = facts.moot(now) {
        return write.unchanged(Prepared::Moot(why)).await;
    }
    let secret = mint(&mut write, store, &facts, generated, minting).await?;
    write.commit_bookkeeping(()).await?;
    Ok(Prepared::Ready(Box::new(Outgoing {
        id: claimed.id,
        recipient: facts.recipient.clone(),
        created_at: facts.created_at(),
        sent: facts.letter(links, &secret, now).render(),
        kept: facts.letter(links, &secret.withheld(), now).render(),
    })))
}

/// A password and its hash, for a message that carries one; made before the write, whose lock is not held while hashing.
pub(super) struct Generated {
    password: Password,
    hash: String,
}

/// Generates what [`mint`] will need.
pub(super) async fn generate(
    store: &Store,
    kind: MessageKind,
    minting: Minting,
) -> Result<Option<Generated>, Fault> {
    if kind != MessageKind::GeneratedPassword || minting == Minting::Withheld {
        return Ok(None);
    }
    let password = password::generate(store.random())?;
    let hash = store.passwords().hash(password.clone(), store.random()).await?;
    Ok(Some(Generated { password, hash }))
}

/// Mints the secret that a message carries.
pub(super) async fn mint(
    write: &mut Write,
    store: &Store,
    facts: &Facts,
    generated: Option<Generated>,
    minting: Minting,
) -> Result<Secret, Fault> {
    if minting == Minting::Withheld {
        return Ok(Secret::Withheld);
    }
    if let (Some(generated), Some(user)) = (generated, facts.user) {
        set_generated(write, user, generated.hash).await?;
        return Ok(Secret::Password(generated.password.expose().to_owned()));
    }
    let Some(purpose) = purpose(facts.kind) else {
        return Ok(Secret::Withheld);
    };
    let now = write.now();
    let lifetime = match purpose {
        Purpose::Invitation => facts.invitation_ends().unwrap_or(now) - now,
        Purpose::Reset => RESET,
        Purpose::EmailChange => CONFIRMATION,
        Purpose::Activation | Purpose::LoginLink | Purpose::Session | Purpose::Token => ACTIVATION,
    };
    let subject = Subject {
        user: facts.user,
        invitation: facts.invitation,
        detail: facts.new_email().filter(|_| purpose == Purpose::EmailChange),
        ..Subject::default()
    };
    let token = secrets::mint(write, store.random(), purpose, subject, lifetime).await?;
    Ok(Secret::Token {
        text: token.expose().to_owned(),
        expires_at: now + lifetime,
    })
}

/// Only while the person has not chosen a password: a message sent twice must not take it from them.
async fn set_generated(write: &mut Write, user: UserId, hash: String) -> Result<(), Fault> {
    let now = write.now();
    sql("UPDATE users SET password_hash = $1, updated_at = $2 WHERE id = $3 AND must_change_password")
        .bind(hash)
        .bind(now)
        .bind(user)
        .execute(write)
        .await?;
    Ok(())
}

impl Secret {
    /// The same with dots in its place.
    fn withheld(&self) -> Self {
        match self {
            Self::Token { expires_at, .. } => Self::Token {
                text: "••••••••".to_owned(),
                expires_at: *expires_at,
            },
            Self::Withheld | Self::Password(_) => Self::Withheld,
        }
    }
}
