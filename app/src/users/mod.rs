//! Users: the list, and making one.

mod ago;
pub mod api;
mod create;
mod list;

pub use create::NewUserPage;
pub use list::UsersPage;
