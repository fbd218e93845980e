//! Invitations from sending to registering, and the seats they keep.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

// `cfg(test)` is always on here; it tells clippy that helpers beside the tests may unwrap like the tests themselves.
#[cfg(test)]
mod academy;
#[cfg(test)]
mod end;
#[cfg(test)]
mod invite;
#[cfg(test)]
mod register;
#[cfg(test)]
mod self_register;
