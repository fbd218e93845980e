//! The first page of the console: how many there are of what, and what waits. Each number leads to the list behind it.

pub mod api;
mod chart;
mod page;

pub(crate) use chart::SeatsChart;
pub use page::DashboardPage;
