//! The frame around every page.

pub const PRODUCT: &str = "Rollcall";
pub const SKIP_TO_CONTENT: &str = "Skip to content";
pub const MAIN_NAVIGATION: &str = "Main navigation";

pub const USERS: &str = "Users";
pub const IMPORTS: &str = "Imports";

pub const GO_ANYWHERE: &str = "Go anywhere";
pub const GO_ANYWHERE_HINT: &str = "A page, a name, an email…";
pub const PLACES: &str = "Places";

pub const KEYS: &str = "Keyboard shortcuts";
pub const KEY_SEARCH: &str = "Search this page";
pub const KEY_NEXT_ROW: &str = "Next row";
pub const KEY_PREVIOUS_ROW: &str = "Previous row";
pub const KEY_TICK: &str = "Select the row";
pub const KEY_RANGE: &str = "Select all rows up to this one";
pub const KEY_CLOSE: &str = "Close what is open";

pub const ACCOUNT: &str = "Your account";
pub const THEME: &str = "Theme";
pub const THEME_SYSTEM: &str = "As on this device";
pub const THEME_LIGHT: &str = "Light";
pub const THEME_DARK: &str = "Dark";
pub const SIGN_OUT: &str = "Sign out";

pub const NOT_THE_CONSOLE: &str = "This part is for administrators";
pub const NOT_THE_CONSOLE_WHY: &str = "You are signed in, but your role does not include the console. \
     If it should, ask an administrator of your organization.";

pub const NOT_FOUND: &str = "This page does not exist";
pub const NOT_FOUND_WHY: &str =
    "The address may be mistyped, what it led to may be gone, or it is not for you to see.";
pub const BACK_TO_START: &str = "Go to the start page";

pub fn find_users(query: &str) -> String {
    format!("Find users: “{query}”")
}
