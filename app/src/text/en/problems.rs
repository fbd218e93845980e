//! What is wrong, and what would make it right.

use crate::form::Problem;
use domain::access::Denied;
use domain::sign_in::SignInRefused;
use domain::users::{NotValid, WeakPassword};

pub const SIGNED_OUT: &str = "you are signed out: sign in again";
pub const NOT_FOUND: &str = "this no longer exists, or is not for you to see";
pub const OFFLINE: &str = "the server cannot be reached: check the connection and try again";
pub const UNAVAILABLE: &str = "something went wrong on the server; nothing was changed. Try again";

pub fn not_understood(why: &str) -> String {
    format!("the page and the server do not understand each other: reload the page ({why})")
}

pub fn denied(denied: &Denied) -> String {
    denied.to_string()
}

pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::SignIn(refused) => sign_in(refused),
        Problem::Password(weak) => weak_password(weak),
        Problem::Value(value) => not_valid(value),
        Problem::OtherDomain => {
            "only addresses of the organization’s own domains can register here".to_owned()
        }
        Problem::WrongPassword => "this is not your present password".to_owned(),
        Problem::WrongToken => "this is not the token that the server printed when it started".to_owned(),
        Problem::AlreadySetUp => "Rollcall is set up already: sign in".to_owned(),
        Problem::HasAccount => {
            "there is an account with this address already: sign in, or ask for a new password".to_owned()
        }
        Problem::NoPlace => "there is no place left: ask whoever invited you".to_owned(),
    }
}

pub fn sign_in(refused: &SignInRefused) -> String {
    match refused {
        SignInRefused::Wrong => "this email or username and this password do not belong together".to_owned(),
        SignInRefused::TooMany { minutes: 1 } => {
            "too many attempts: wait a minute, or ask support for a login link".to_owned()
        }
        SignInRefused::TooMany { minutes } => {
            format!("too many attempts: wait {minutes} minutes, or ask support for a login link")
        }
    }
}

pub fn weak_password(weak: &WeakPassword) -> String {
    match weak {
        WeakPassword::TooShort(shortest) => format!("a password has at least {shortest} characters"),
        WeakPassword::TooLong => "a password has at most 1,024 bytes".to_owned(),
        WeakPassword::Common => {
            "this password is one of the most common ones; choose another, such as four unrelated words"
                .to_owned()
        }
    }
}

pub fn not_valid(value: &NotValid) -> String {
    value.to_string()
}
