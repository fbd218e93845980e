//! Signing in, choosing a new password, and setting a fresh install up: plain forms that work without JavaScript.

mod choose_password;
mod set_up;
mod sign_in_page;

pub use choose_password::ChoosePasswordPage;
pub use set_up::SetUpPage;
pub use sign_in_page::SignInPage;
