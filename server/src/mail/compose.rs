//! A letter as RFC 5322 has it: both forms, and headers that say who sent it, when, and that no person did.

use domain::time::Timestamp;
use lettre::Message;
use lettre::address::AddressError;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use std::time::{Duration, UNIX_EPOCH};
use store::messages::Outgoing;

/// Why a letter cannot be sent at all.
#[derive(Debug, thiserror::Error)]
pub enum NotComposed {
    /// Mail servers take fewer addresses than there are.
    #[error("mail servers do not take this address ({0})")]
    Address(#[from] AddressError),
    /// A header or the body does not fit.
    #[error("the message could not be put together ({0})")]
    Message(#[from] lettre::error::Error),
}

/// The message. Its id is new with every attempt: a receiver that drops repeated ids would drop the link that works.
pub fn message(outgoing: &Outgoing, from: &Mailbox, now: Timestamp) -> Result<Message, NotComposed> {
    let micros = u64::try_from(now.as_micros()).unwrap_or_default();
    let id = format!("<{}.{micros:x}@{}>", outgoing.id, from.email.domain());
    let letter = &outgoing.sent;
    let message = Message::builder()
        .message_id(Some(id))
        .date(UNIX_EPOCH + Duration::from_micros(micros))
        .from(from.clone())
        .to(Mailbox::new(None, outgoing.recipient.as_str().parse()?))
        .subject(letter.subject.clone())
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "All"))
        .multipart(MultiPart::alternative_plain_html(
            letter.text.clone(),
            letter.html.clone(),
        ))?;
    Ok(message)
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
