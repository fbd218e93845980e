//! Courses, those who learn in them, and what remains, on both databases.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failure is a failed test"
)]

// `cfg(test)` is always on here; it tells clippy that helpers beside the tests may unwrap like the tests themselves.
#[cfg(test)]
mod courses;
#[cfg(test)]
mod due;
#[cfg(test)]
mod learner;
#[cfg(test)]
mod report;
#[cfg(test)]
mod school;
