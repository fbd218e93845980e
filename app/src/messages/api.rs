//! The server functions of messages, and what crosses the wire.

use crate::api::{ApiError, Never};
#[cfg(feature = "ssr")]
use crate::session;
#[cfg(feature = "ssr")]
use domain::access::{ManageSettings, ViewMessages};
use domain::id::MessageId;
use domain::messages::{MessageFilter, MessageRow, MessageView, ResendRefused};
use domain::time::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

/// Messages on a page.
#[cfg(feature = "ssr")]
const PAGE: i64 = 50;

/// A page of messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageList {
    /// The moment of asking.
    pub now: Timestamp,
    /// Newest first.
    pub messages: Vec<MessageRow>,
    /// Where the next page begins, if there may be one.
    pub next: Option<MessageId>,
}

/// A message with the moment of asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The moment of asking.
    pub now: Timestamp,
    /// The message.
    pub message: MessageView,
}

/// Messages before one, the newest first.
#[server(prefix = "/api", endpoint = "messages/list", input = Json)]
pub(crate) async fn list_messages(
    filter: MessageFilter,
    before: Option<MessageId>,
) -> Result<MessageList, ApiError<Never>> {
    let grant = session::grant::<ViewMessages, Never>()?;
    let now = grant.store().now();
    let messages = store::messages::list(grant, &filter, before, PAGE).await?;
    let full = i64::try_from(messages.len()) == Ok(PAGE);
    Ok(MessageList {
        now,
        next: messages.last().map(|message| message.id).filter(|_| full),
        messages,
    })
}

/// One message.
#[server(prefix = "/api", endpoint = "messages/open", input = Json)]
pub(crate) async fn open_message(id: MessageId) -> Result<Opened, ApiError<ResendRefused>> {
    let grant = session::grant::<ViewMessages, ResendRefused>()?;
    let now = grant.store().now();
    let message = store::messages::open(grant, id).await?;
    Ok(Opened { now, message })
}

/// Queues a message again.
#[server(prefix = "/api", endpoint = "messages/resend", input = Json)]
pub(crate) async fn resend_message(id: MessageId) -> Result<(), ApiError<ResendRefused>> {
    let grant = session::grant::<ViewMessages, ResendRefused>()?;
    Ok(store::messages::resend(grant, id).await?)
}

/// The text of a message that is kept, with its link.
#[server(prefix = "/api", endpoint = "messages/reveal", input = Json)]
pub(crate) async fn reveal_message(id: MessageId) -> Result<String, ApiError<ResendRefused>> {
    let grant = session::grant::<ViewMessages, ResendRefused>()?;
    let links = expect_context::<store::messages::Links>();
    let rendered = store::messages::reveal(grant, id, &links).await?;
    Ok(rendered.text)
}

/// Queues a test message to the one who asks; the address it goes to.
#[server(prefix = "/api", endpoint = "messages/test", input = Json)]
pub(crate) async fn send_test_message() -> Result<String, ApiError<ResendRefused>> {
    let grant = session::grant::<ManageSettings, ResendRefused>()?;
    let recipient = store::messages::send_test(grant).await?;
    Ok(recipient.to_string())
}
