//! What the primitives say of themselves.

use crate::text::number;

pub const OPTIONAL: &str = "optional";
pub const SHOW_PASSWORD: &str = "Show password";
pub const HIDE_PASSWORD: &str = "Hide password";
pub const CLOSE: &str = "Close";
pub const CANCEL: &str = "Cancel";
pub const UNDO: &str = "Undo";
pub const DISMISS: &str = "Dismiss";
pub const TRY_AGAIN: &str = "Try again";
pub const LOADING: &str = "Loading";
pub const SOMETHING_WENT_WRONG: &str = "Something went wrong";
pub const SIGNED_OUT: &str = "You are signed out";
pub const SIGNED_OUT_WHY: &str = "Sign in again, and you come back to this page.";
pub const NOT_FOR_YOU: &str = "You may not do this";
pub const NO_MATCH: &str = "Nothing matches";
pub const COPIED: &str = "Copied";
pub const NOT_COPIED: &str = "The browser did not allow copying. Select the text and copy it by hand.";
pub const TICK_PAGE: &str = "Select all on this page";
pub const PAGES: &str = "Pages";
pub const PREVIOUS_PAGE: &str = "Previous";
pub const NEXT_PAGE: &str = "Next";
pub const BREADCRUMBS: &str = "Breadcrumbs";

pub fn remove(what: &str) -> String {
    format!("Remove {what}")
}

pub fn more_matches(n: usize) -> String {
    format!("{} more: type to narrow down", number(n as u64))
}

pub fn selected(n: usize) -> String {
    if n == 0 {
        "None selected".to_owned()
    } else {
        format!("{} selected", number(n as u64))
    }
}

pub fn done_of(done: u64, total: u64) -> String {
    format!("{} of {}", number(done), number(total))
}

pub fn used_of(used: u64, total: u64) -> String {
    format!("{} of {} used", number(used), number(total))
}

pub fn percent_used(percent: u64) -> String {
    format!("{percent}% used")
}

pub fn problems(n: usize) -> String {
    if n == 1 {
        "There is a problem".to_owned()
    } else {
        format!("There are {n} problems")
    }
}
