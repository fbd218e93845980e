//! The address, asked as a browser would ask it: one test crate, so that it links once.

mod links;
mod permissions;
mod sign_in;
mod test_app;
