//! The rules of Rollcall.
//!
//! Pure Rust without input, output, clock or randomness, so that the browser can preview what the server will
//! decide: the same code runs as WebAssembly and natively. A value of one of these types is valid by its
//! construction; `parse` functions are the only way in.

pub mod access;
pub mod audit;
pub mod brand;
pub mod courses;
pub mod dashboard;
pub mod groups;
pub mod id;
pub mod imports;
pub mod invitations;
pub mod licenses;
pub mod login_links;
pub mod messages;
pub mod packed;
pub mod programs;
pub mod settings;
pub mod sign_in;
pub mod support;
pub mod tally;
pub mod text;
pub mod time;
pub mod tokens;
pub mod users;
