//! What the organization decides for itself.

pub mod api;
mod editing;
mod inputs;
mod page;
mod test_message;

pub use page::SettingsPage;
