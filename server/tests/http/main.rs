//! The address, asked as a browser would ask it: one test crate, so that it links once.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

mod activity;
mod acts;
mod api;
mod bench;
mod export;
mod language;
mod links;
mod permissions;
mod registration;
mod sign_in;
mod test_app;
