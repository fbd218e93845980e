//! Login links: support signs somebody in without knowing their password.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 500;

/// A login link, shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginLink {
    /// The address that signs in.
    pub link: String,
    /// The same as a QR code, in SVG.
    pub qr: String,
    /// When it ends.
    pub expires_at: Timestamp,
}

impl std::fmt::Debug for LoginLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LoginLink(…, until {})", self.expires_at)
    }
}

/// Why no login link is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum LoginLinkRefused {
    /// Nobody knows later what it was for.
    #[error("give the reason, in at most 500 characters: it is kept in the history")]
    NoReason,
    /// Only an active account can sign in.
    #[error("this account is not active, so nobody can sign in to it: approve or reactivate it first")]
    NotActive,
}
