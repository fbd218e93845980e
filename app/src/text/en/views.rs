//! Saved views of the users list.

pub const TITLE: &str = "Saved views";
pub const EVERYBODY: &str = "All users";
pub const SAVE: &str = "Save this view";
pub const NAME: &str = "Name";
pub const HINT: &str = "Only you see it. It keeps the search, the filters and the order.";
pub const CHANGE: &str = "Change views";
pub const SEARCH: &str = "Search";
pub const NOTHING_SET: &str = "Everybody who is not archived, by name";
pub const RENAME: &str = "Rename";
pub const REPLACE: &str = "Show the present list";
pub const SAME: &str = "It shows the present list already.";
pub const DELETE: &str = "Delete";

pub fn saved(name: &str) -> String {
    format!("“{name}” is saved")
}

pub fn renamed(name: &str) -> String {
    format!("“{name}” is the name now")
}

pub fn changed(name: &str) -> String {
    format!("“{name}” shows this list now")
}

pub fn deleted(name: &str) -> String {
    format!("“{name}” is deleted")
}
