//! Users: the list, and making one.

pub mod acts;
pub(crate) mod ago;
pub mod api;
mod create;
mod export;
mod list;
pub mod one;

pub(crate) use ago::Ago;
pub use create::NewUserPage;
pub(crate) use list::Status;
pub use list::UsersPage;
pub use one::UserPage;

/// Where the list is had as a file: `format`, and the list's own query; or, posted, `format` and `ids`.
pub const EXPORT: &str = "/users/export";
