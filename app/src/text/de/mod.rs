//! German texts, a module a feature. People are addressed as "Sie".

pub mod acts;
pub mod audit;
pub mod courses;
pub mod dashboard;
pub mod groups;
pub mod imports;
pub mod invitations;
pub mod learning;
pub mod licenses;
pub mod links;
pub mod login_links;
pub mod messages;
pub mod problems;
pub mod profile;
pub mod refusals;
#[cfg(feature = "ssr")]
pub mod registration;
pub mod settings;
pub mod shell;
pub mod sign_in;
pub mod support;
pub mod tokens;
pub mod ui;
pub mod user;
pub mod users;
pub mod views;
