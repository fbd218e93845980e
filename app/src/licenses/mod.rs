//! Licenses: the list, the form, and the allocator that gives seats and takes them back.

mod allocator;
pub mod api;
mod form;
mod list;
mod words;

pub use allocator::LicensePage;
pub(crate) use form::Problems;
pub use form::{ChangeLicensePage, NewLicensePage};
pub use list::LicensesPage;
