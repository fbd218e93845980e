//! Signing in.

pub const TITLE: &str = "Sign in";
pub const NAME: &str = "Email or username";
pub const PASSWORD: &str = "Password";
pub const SIGN_IN: &str = "Sign in";
pub const REGISTER: &str = "No account yet? Register";
pub const SIGNED_OUT: &str = "You are signed out.";
pub const WAITS: &str =
    "You are registered. An administrator has to approve your account before you can sign in.";
pub const REGISTERED: &str = "You are registered. Sign in with your email address and your password.";

pub const CHOOSE_PASSWORD: &str = "Choose a new password";
pub const CHOOSE_PASSWORD_WHY: &str =
    "Your password was handed out to you by someone else. Choose one that only you know to go on.";
pub const NEW_PASSWORD: &str = "New password";
pub const PASSWORD_HINT: &str =
    "At least 8 characters, and none of the common ones. Four unrelated words are good.";
pub const SAVE_PASSWORD: &str = "Save and go on";

pub const SET_UP: &str = "Set up Rollcall";
pub const SET_UP_WHY: &str =
    "You are the first one here. Name your organization and make the account of its owner.";
pub const SET_UP_TOKEN: &str = "Set-up token, from the server's console";
pub const ORGANIZATION: &str = "Organization";
pub const FIRST_NAME: &str = "First name";
pub const LAST_NAME: &str = "Last name";
pub const EMAIL: &str = "Email";
pub const CREATE_OWNER: &str = "Create the owner";
