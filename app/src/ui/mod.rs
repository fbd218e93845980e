//! The primitives: exactly one of each, composed by every page.
//!
//! A primitive knows nothing of users or licenses. What it decides (which option is next, what a shift-click
//! selects) is a plain struct with tests; the component around it only renders and listens.

mod icon;

pub use icon::{Icon, IconName, SPRITE};
