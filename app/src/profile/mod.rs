//! One's own profile: for everybody who is signed in.

pub mod api;
mod details;
mod email;
mod frame;
mod page;
mod password;
mod sessions;

pub use frame::ProfilePage;
