//! A write is one transaction that cannot forget: its value comes out of [`Write::commit`], and only together with the
//! audit entries and the messages that belong to it.

use crate::db::Tx;
use crate::fault::Fault;
use crate::sql::{Conn, Connection, ROWS_AT_ONCE, sql};
use crate::{Random, Store, column::Bind};
use domain::audit::{Action, TargetKind};
use domain::id::{AuditId, Id, InvitationId, MessageId, OrganizationId, UserId};
use domain::messages::MessageKind;
use domain::time::Timestamp;
use domain::users::{Email, Language};
use serde_json::Value as Json;
use uuid::Uuid;

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in user, and the network address they come from.
    User {
        /// Who.
        id: UserId,
        /// From where.
        address: Option<String>,
    },
    /// A background worker.
    System,
    /// Somebody at the server's own command line.
    CommandLine,
}

/// An audit entry to be.
#[derive(Debug, Clone)]
pub struct Entry {
    action: Action,
    target: (TargetKind, Uuid),
    before: Option<Json>,
    after: Option<Json>,
}

impl Entry {
    /// `action` was done to `target`.
    pub fn new(action: Action, kind: TargetKind, target: impl Into<Uuid>) -> Self {
        Self {
            action,
            target: (kind, target.into()),
            before: None,
            after: None,
        }
    }
    /// What was so before. Never a secret.
    #[must_use]
    pub fn before(mut self, before: Json) -> Self {
        self.before = Some(before);
        self
    }
    /// What is so now. Never a secret.
    #[must_use]
    pub fn after(mut self, after: Json) -> Self {
        self.after = Some(after);
        self
    }
}

/// A message to be queued. What it says is rendered at sending; secrets are minted then, never here.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// What it is about.
    pub kind: MessageKind,
    /// The user it is to, if it is to one.
    pub user: Option<UserId>,
    /// The invitation it carries, if it does.
    pub invitation: Option<InvitationId>,
    /// Where to.
    pub recipient: Email,
    /// In which language.
    pub language: Language,
    /// What the template needs beside the user: a document without secrets.
    pub detail: Json,
}

/// What a write has done: its value, and what must be recorded with it.
#[derive(Debug)]
#[must_use = "a change is nothing until it is committed"]
pub struct Change<T> {
    value: T,
    entries: Vec<Entry>,
    messages: Vec<NewMessage>,
}

impl<T> Change<T> {
    /// One thing was done.
    pub fn of(value: T, entry: Entry) -> Self {
        Self {
            value,
            entries: vec![entry],
            messages: Vec::new(),
        }
    }
    /// Many things were done, each with its entry.
    pub fn of_many(value: T, entries: Vec<Entry>) -> Self {
        Self {
            value,
            entries,
            messages: Vec::new(),
        }
    }
    /// And these messages go out.
    pub fn sending(mut self, messages: impl IntoIterator<Item = NewMessage>) -> Self {
        self.messages.extend(messages);
        self
    }
}

/// An open write.
#[derive(Debug)]
pub struct Write {
    tx: Tx,
    store: Store,
    organization: OrganizationId,
    actor: Actor,
    now: Timestamp,
    forgets: bool,
}

impl Write {
    pub(crate) async fn begin(
        store: &Store,
        organization: OrganizationId,
        actor: Actor,
    ) -> Result<Self, Fault> {
        let tx = store.db.begin().await?;
        Ok(Self {
            tx,
            store: store.clone(),
            organization,
            actor,
            now: store.now(),
            forgets: false,
        })
    }

    /// The moment of this write.
    pub fn now(&self) -> Timestamp {
        self.now
    }
    /// The organization it is in.
    pub fn organization(&self) -> OrganizationId {
        self.organization
    }
    /// The acting user, if it is one.
    pub fn actor_id(&self) -> Option<UserId> {
        match &self.actor {
            Actor::User { id, .. } => Some(*id),
            Actor::System | Actor::CommandLine => None,
        }
    }
    /// The source of randomness.
    pub(crate) fn random(&self) -> &Random {
        &self.store.random
    }
    /// A fresh id.
    pub fn new_id<I: Id>(&self) -> I {
        self.store.random.id(self.now)
    }

    /// Makes the change so, together with its audit entries and messages, and gives out its value.
    pub async fn commit<T>(mut self, change: Change<T>) -> Result<T, Fault> {
        self.record(change.entries).await?;
        self.queue(change.messages).await?;
        self.tx.commit().await?;
        if self.forgets {
            self.store.db.truncate_log().await?;
        }
        Ok(change.value)
    }

    /// Somebody is erased: the database's log keeps no earlier page of theirs either.
    pub(crate) fn leave_no_log(&mut self) {
        self.forgets = true;
    }

    /// Ends a write that found nothing to do: nothing is kept.
    pub async fn unchanged<T>(self, value: T) -> Result<T, Fault> {
        self.tx.rollback().await?;
        Ok(value)
    }

    /// Commits bookkeeping that changes nothing a person would look up in the audit: counters of attempts, leases,
    /// progress, the time somebody was last seen.
    pub(crate) async fn commit_bookkeeping<T>(self, value: T) -> Result<T, Fault> {
        self.tx.commit().await?;
        Ok(value)
    }

    async fn record(&mut self, entries: Vec<Entry>) -> Result<(), Fault> {
        let (kind, actor, address) = match &self.actor {
            Actor::User { id, address } => ("user", Some(*id), address.clone()),
            Actor::System => ("system", None, None),
            Actor::CommandLine => ("command_line", None, None),
        };
        let (organization, now) = (self.organization, self.now);
        for chunk in entries.chunks(ROWS_AT_ONCE) {
            let ids: Vec<AuditId> = chunk.iter().map(|_| self.new_id()).collect();
            let mut insert = sql(
                "INSERT INTO audit (id, organization_id, at, actor_kind, actor_id, action, target_kind,
                target_id, before, after, address) VALUES ",
            );
            insert.push_rows(chunk.iter().zip(ids), |(entry, id)| {
                vec![
                    id.value(),
                    organization.value(),
                    now.value(),
                    kind.value(),
                    actor.value(),
                    entry.action.as_str().value(),
                    entry.target.0.as_str().value(),
                    entry.target.1.value(),
                    entry.before.as_ref().map(ToString::to_string).value(),
                    entry.after.as_ref().map(ToString::to_string).value(),
                    address.as_deref().value(),
                ]
            });
            insert.execute(self).await?;
        }
        Ok(())
    }

    async fn queue(&mut self, messages: Vec<NewMessage>) -> Result<(), Fault> {
        let (organization, now) = (self.organization, self.now);
        for chunk in messages.chunks(ROWS_AT_ONCE) {
            let ids: Vec<MessageId> = chunk.iter().map(|_| self.new_id()).collect();
            let mut insert = sql(
                "INSERT INTO messages (id, organization_id, kind, user_id, invitation_id, recipient,
                language, detail, state, next_attempt_at, created_at) VALUES ",
            );
            insert.push_rows(chunk.iter().zip(ids), |(message, id)| {
                vec![
                    id.value(),
                    organization.value(),
                    message.kind.as_str().value(),
                    message.user.value(),
                    message.invitation.value(),
                    message.recipient.clone().value(),
                    message.language.value(),
                    message.detail.to_string().value(),
                    "queued".value(),
                    now.value(),
                    now.value(),
                ]
            });
            insert.execute(self).await?;
        }
        Ok(())
    }
}

impl Connection for Write {
    fn connection(&mut self) -> Conn<'_> {
        self.tx.connection()
    }
}
