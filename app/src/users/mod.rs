//! Users: the list, and making one.

pub(crate) mod ago;
pub mod api;
mod create;
mod list;

pub use create::NewUserPage;
pub use list::UsersPage;
