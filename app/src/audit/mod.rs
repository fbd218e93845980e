//! The audit: who did what to whom, in sentences, with what was so before and since.

pub mod api;
mod line;
mod list;

pub(crate) use line::Line;
pub use list::AuditListPage;

/// Where the audit is a file.
pub const EXPORT: &str = "/audit/export";
