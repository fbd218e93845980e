//! How reports say when something was, and which one it is.

use domain::time::{NotAMoment, Timestamp};
use serde::Deserialize;
use store::tokens::RequestKey;

/// A moment as RFC 3339.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub struct At(pub Timestamp);

impl TryFrom<String> for At {
    type Error = NotAMoment;
    fn try_from(text: String) -> Result<Self, NotAMoment> {
        Timestamp::parse(&text).map(Self)
    }
}

/// The id of a report, with its content, which must be the same each time.
pub fn reported_key(id: &str, content: &[u8]) -> Result<RequestKey, String> {
    RequestKey::new(id, content).ok_or_else(|| "an id has 1 to 100 visible ASCII characters".to_owned())
}
