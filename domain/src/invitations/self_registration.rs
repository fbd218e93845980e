//! Registering by oneself: what a stranger's address must be.

use crate::users::NotValid;

/// Why no link is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelfRegistrationRefused {
    /// It is no address.
    Email(NotValid),
    /// It is not of a domain that may register.
    Domain,
    /// Too many attempts; whole minutes until the next.
    TooMany {
        /// Until then.
        minutes: i64,
    },
}
