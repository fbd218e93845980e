//! The floor that runs: configuration, command line, HTTP and background work. The binary is `rollcall`.

pub mod cli;
pub mod http;
pub mod mail;
pub mod workers;
