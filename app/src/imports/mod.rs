//! Importing users from a file: the list of imports, the wizard with its live preview, and the page of one import.
//!
//! The wizard reads, maps and plans the file in the browser with the rules of `domain::imports`; the server is asked
//! once for the users the file names. What is sent at the end is the untouched file with mapping, edits and options,
//! from which the server plans again.

pub mod api;
mod download;
mod list;
mod one;
mod report;
mod rows;
mod state;
mod upload;
mod wizard;

pub use list::ImportsPage;
pub use one::ImportPage;
pub use wizard::NewImportPage;
