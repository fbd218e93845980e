//! English texts, a module a feature.

pub mod shell;
pub mod ui;
