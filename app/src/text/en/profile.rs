//! One's own profile.

pub const TITLE: &str = "Your profile";
pub const DETAILS: &str = "About you";
pub const SAVE: &str = "Save";
pub const SAVED: &str = "Your profile is saved.";
pub const CHANGED: &str = "Somebody changed your account meanwhile: reload the page and try again.";
pub const NEW_EMAIL: &str = "New email address";
pub const NEW_EMAIL_HINT: &str = "We send a link there. The address counts once you have used it.";
pub const SEND_LINK: &str = "Send the link";
pub const CURRENT_PASSWORD: &str = "Your present password";
pub const PASSWORD_HINT: &str = "You stay signed in here; every other device is signed out.";
pub const CHANGE_PASSWORD: &str = "Change password";
pub const PASSWORD_CHANGED: &str = "Your password is changed. Every other device is signed out.";
pub const EMAIL_CONFIRMED: &str = "Your new email address is confirmed.";
pub const SESSIONS: &str = "Where you are signed in";
pub const SIGN_OUT_EVERYWHERE: &str = "Sign out everywhere";
pub const THIS_DEVICE: &str = "This device";
pub const UNKNOWN_DEVICE: &str = "Unknown browser";
pub const END: &str = "Sign out";

pub fn email_sent(email: &str) -> String {
    format!("A link is on its way to {email}, if the address is free.")
}

pub fn browser_on(browser: &str, system: &str) -> String {
    format!("{browser} on {system}")
}

pub fn last_seen(ago: &str) -> String {
    format!("last used: {ago}")
}
