//! The frame around every page.

pub const PRODUCT: &str = "Rollcall";
pub const SKIP_TO_CONTENT: &str = "Skip to content";

pub const NOT_FOUND: &str = "This page does not exist";
pub const NOT_FOUND_WHY: &str =
    "The address may be mistyped, what it led to may be gone, or it is not for you to see.";
pub const BACK_TO_START: &str = "Go to the start page";
