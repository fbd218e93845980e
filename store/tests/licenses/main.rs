//! Licenses on both databases: seats change hands exactly, and the ledger proves it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

// `cfg(test)` is always on here; it tells clippy that helpers beside the tests may unwrap like the tests themselves.
#[cfg(test)]
mod academy;
#[cfg(test)]
mod edit;
#[cfg(test)]
mod give;
#[cfg(test)]
mod sequences;
#[cfg(test)]
mod take_back;
