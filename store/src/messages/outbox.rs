//! Taking messages to send, and writing down what became of them.

use crate::Store;
use crate::fault::Fault;
use crate::sql::{Connection as _, rows, sql};
use domain::id::{Id, MessageId, OrganizationId};
use domain::messages::{Attempt, LEASE, MessageKind, MessageState, Rendered, next_attempt};
use domain::time::Timestamp;
use uuid::Uuid;

/// One sender among any number.
#[derive(Debug, Clone, Copy)]
pub struct Worker(pub(super) Uuid);

impl Worker {
    /// A new one.
    pub fn new(store: &Store) -> Self {
        let id: MessageId = store.random().id(store.now());
        Self(id.uuid())
    }
}

rows! {
    /// A message taken for sending.
    #[derive(Debug, Clone)]
    pub struct Claimed from "messages" {
        /// Its id.
        pub id: MessageId,
        /// Whose it is.
        pub organization_id: OrganizationId,
        /// What it is about.
        pub kind: MessageKind,
        /// How often it was tried, this time included.
        pub attempts: i64,
    }
}

/// Takes at most `most` due messages; nobody else gets them before the lease is over. Looks first, so that an empty outbox
/// costs no write.
pub async fn claim(store: &Store, worker: Worker, most: i64) -> Result<Vec<Claimed>, Fault> {
    let now = store.now();
    let due: Option<(MessageId,)> = sql(
        "SELECT id AS value FROM messages WHERE state = 'queued' AND next_attempt_at <= $1
           AND (lease_until IS NULL OR lease_until <= $1) LIMIT 1",
    )
    .bind(now)
    .fetch_optional(&mut store.read().await?)
    .await?;
    if due.is_none() {
        return Ok(Vec::new());
    }
    let mut tx = store.db().begin().await?;
    // SQLite has one writer, so that nobody else chooses meanwhile; PostgreSQL passes over what others are choosing.
    let text = tx.dialect(
        "UPDATE messages SET lease_until = $1, lease_by = $2, attempts = attempts + 1
         WHERE id IN (SELECT id FROM messages WHERE state = 'queued' AND next_attempt_at <= $3
             AND (lease_until IS NULL OR lease_until <= $3) ORDER BY next_attempt_at, id LIMIT $4)
         RETURNING id, organization_id, kind, attempts",
        "UPDATE messages SET lease_until = $1, lease_by = $2, attempts = attempts + 1
         WHERE id IN (SELECT id FROM messages WHERE state = 'queued' AND next_attempt_at <= $3
             AND (lease_until IS NULL OR lease_until <= $3) ORDER BY next_attempt_at, id LIMIT $4
             FOR UPDATE SKIP LOCKED)
         RETURNING id, organization_id, kind, attempts",
    );
    let claimed = sql(text)
        .bind(now + LEASE)
        .bind(worker.0)
        .bind(now)
        .bind(most)
        .fetch_all(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(claimed)
}

/// Writes down what an attempt came to, with the message as it may be kept. A worker that lost its lease writes nothing.
pub async fn record(
    store: &Store,
    worker: Worker,
    claimed: &Claimed,
    attempt: Attempt,
    rendered: Option<&Rendered>,
) -> Result<(), Fault> {
    let now = store.now();
    let (state, next, answer) = settle(attempt, claimed.attempts, now);
    let mut tx = store.db().begin().await?;
    sql(
        "UPDATE messages SET state = $1, next_attempt_at = $2, finished_at = $3, server_answer = $4,
            subject = COALESCE($5, subject), body_text = COALESCE($6, body_text), body_html = COALESCE($7, body_html),
            lease_until = NULL, lease_by = NULL
         WHERE id = $8 AND lease_by = $9 AND state = 'queued'",
    )
    .bind(state)
    .bind(next)
    .bind((state != MessageState::Queued).then_some(now))
    .bind(answer)
    .bind(rendered.map(|rendered| rendered.subject.as_str()))
    .bind(rendered.map(|rendered| rendered.text.as_str()))
    .bind(rendered.map(|rendered| rendered.html.as_str()))
    .bind(claimed.id)
    .bind(worker.0)
    .execute(&mut tx)
    .await?;
    tx.commit().await
}

fn settle(attempt: Attempt, attempts: i64, now: Timestamp) -> (MessageState, Timestamp, Option<String>) {
    match attempt {
        Attempt::Sent(answer) => (MessageState::Sent, now, Some(answer)),
        Attempt::Kept => (MessageState::Kept, now, None),
        Attempt::Refused(answer) => (MessageState::Failed, now, Some(answer)),
        Attempt::Postponed(answer) => match next_attempt(attempts, now) {
            Some(next) => (MessageState::Queued, next, Some(answer)),
            None => (MessageState::Failed, now, Some(answer)),
        },
    }
}
