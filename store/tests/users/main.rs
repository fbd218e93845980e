//! Users: creating them, listing them, and what each role sees of them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

// `cfg(test)` is always on here; it tells clippy that helpers beside the tests may unwrap like the tests themselves.
#[cfg(test)]
mod academy;
#[cfg(test)]
mod acts;
#[cfg(test)]
mod agreement;
#[cfg(test)]
mod create;
#[cfg(test)]
mod dashboard;
#[cfg(test)]
mod due;
#[cfg(test)]
mod edit;
#[cfg(test)]
mod erasure;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod held;
#[cfg(test)]
mod learning_acts;
#[cfg(test)]
mod life;
#[cfg(test)]
mod list;
#[cfg(test)]
mod many;
#[cfg(test)]
mod own;
#[cfg(test)]
mod views;
