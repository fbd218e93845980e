//! Integration tokens in the console: which are good, making one, revoking one.

pub mod api;
mod new;
mod page;

pub use page::TokensPage;
