//! Links from messages: choosing a password, signing in by a link, and what is said where one no longer works.

pub const ACTIVATE: &str = "Choose your password";
pub const ACTIVATE_WHY: &str =
    "Your account is ready. Choose a password that only you know, then sign in with it.";
pub const RESET: &str = "Choose a new password";
pub const RESET_WHY: &str = "You will be signed out wherever you are signed in now.";
pub const SAVE: &str = "Save the password";
pub const SAVED: &str = "Your password is saved. Sign in with it.";

pub const FORGOT: &str = "Forgot your password?";
pub const FORGOT_WHY: &str = "Tell us who you are, and we send you a link to choose a new one.";
pub const SEND_LINK: &str = "Send me a link";
pub const ASKED: &str = "Look at your email";
pub const ASKED_WHY: &str = "If there is an account with this name and an email address, a link is on its way to it. It works for two hours.";
pub const ASKED_NOTHING: &str = "Nothing after ten minutes? Look among the unwanted messages, then ask an administrator of your organization.";
pub const TO_SIGN_IN: &str = "Go to sign in";

pub const SIGN_IN_AS_WHY: &str = "This link was made for you by the support team. It signs you in once, and you are told by email that it was used.";

pub const EXPIRED: &str = "This link has expired";
pub const EXPIRED_WHY: &str = "Links work for a limited time only, to keep accounts safe.";
pub const USED: &str = "This link has been used";
pub const USED_WHY: &str = "Each link works once. If it was you who used it, there is nothing left to do.";
pub const VOID: &str = "This link no longer works";
pub const VOID_WHY: &str =
    "A newer link has taken its place, or what it was for has ended. Use the newest message you got.";
pub const CANCELED: &str = "This invitation was canceled";
pub const CANCELED_WHY: &str = "Whoever invited you has taken the invitation back.";
pub const UNKNOWN: &str = "This link is not complete";
pub const UNKNOWN_WHY: &str = "Nothing belongs to this address. Some mail programs cut long addresses: copy all of it from the message.";
pub const ASK_FOR_LINK: &str = "Ask for a new link";
pub const ASK_FOR_INVITATION: &str = "Ask for a new invitation";
pub const ASK_SUPPORT: &str = "Ask the support team for a new one.";

pub fn sign_in_as(name: &str) -> String {
    format!("Sign in as {name}")
}

pub const CONFIRM_EMAIL: &str = "Confirm your email address";
pub const CONFIRM: &str = "Confirm";

pub fn confirm_email_why(email: &str) -> String {
    format!("From now on {email} is where messages go, and what you sign in with.")
}
