//! The links that messages carry, as somebody finds them who opens one.

use crate::users::WeakPassword;
use serde::{Deserialize, Serialize};

/// Where a link stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    /// Good for one use.
    Open,
    /// Its time is over.
    Expired,
    /// Used before.
    Used,
    /// A newer one took its place, or what it was for is no more.
    Void,
    /// What it offered was taken back.
    Canceled,
    /// Never made: mistyped, or cut off by a mail program.
    Unknown,
}

/// Why a link did not do what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkRefused {
    /// It is not open.
    Closed(LinkState),
    /// The password is not accepted; the link stays good.
    Password(WeakPassword),
}
