//! Sends what is in the outbox.

use crate::mail::Mailer;
use domain::messages::Attempt;
use futures::future::join_all;
use store::messages::{self, Claimed, Links, Prepared, Worker};
use store::{Fault, Store};

/// Messages taken at a time, and sent side by side.
const AT_ONCE: i64 = 8;

/// Takes some due messages and sends them; how many there were.
pub async fn round(store: &Store, worker: Worker, mailer: &Mailer, links: &Links) -> Result<usize, Fault> {
    let claimed = messages::claim(store, worker, AT_ONCE).await?;
    let sending = claimed
        .iter()
        .map(|message| one(store, worker, mailer, links, message));
    // All of them end before the first fault is told: a message whose sending is broken off would go out twice.
    let ended = join_all(sending).await;
    ended.into_iter().collect::<Result<(), Fault>>()?;
    Ok(claimed.len())
}

async fn one(
    store: &Store,
    worker: Worker,
    mailer: &Mailer,
    links: &Links,
    message: &Claimed,
) -> Result<(), Fault> {
    let (attempt, kept) = match messages::prepare(store, worker, message, links, mailer.sends()).await? {
        Prepared::Lost => return Ok(()),
        Prepared::Moot(why) => (Attempt::Refused(format!("not sent: {why}")), None),
        Prepared::Ready(outgoing) => (mailer.send(&outgoing, store.now()).await, Some(outgoing.kept)),
    };
    let outcome = match &attempt {
        Attempt::Sent(_) => "sent",
        Attempt::Kept => "kept",
        Attempt::Postponed(_) => "postponed",
        Attempt::Refused(_) => "refused",
    };
    tracing::info!(id = %message.id, kind = message.kind.as_str(), attempts = message.attempts, outcome, "message");
    messages::record(store, worker, message, attempt, kept.as_ref()).await
}
