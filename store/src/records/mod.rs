//! Training records: what completion or archiving leaves, searched, and taken out as a file.

mod export;
mod list;

pub use export::{Format, RecordsFile};
pub use list::{RecordFilter, list};
