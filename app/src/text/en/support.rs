//! Helping somebody who calls.

use super::users::{day, moment};
use domain::time::{Date, Timestamp};

pub const TITLE: &str = "Support";
pub const DESCRIPTION: &str = "Find the person who calls, see what is wrong, and let them in.";
pub const SEARCH: &str = "Name, email, username or phone";
pub const PEOPLE: &str = "People found";
pub const MORE: &str = "There are more: type to narrow down.";
pub const WHO: &str = "Who is calling?";
pub const WHO_WHY: &str = "Type a part of their name, email, username or phone.";
pub const NOBODY: &str = "Nobody found";
pub const NOBODY_WHY: &str = "Try another spelling, the email or the phone.";

pub const LOGIN_LINK: &str = "Login link";
pub const PASSWORD_LINK: &str = "Email a link to choose a password";
pub const IN_LIST: &str = "Show in the list of users";
pub const NOT_ACTIVE: &str = "This account is not active, so nobody can sign in to it.";
pub const NO_ADDRESS: &str = "This account has no email address.";

pub const WRONG: &str = "What is wrong";
pub const NOTHING_WRONG: &str = "Nothing: the account is in order, and its messages arrived.";
pub const ARCHIVED: &str = "The account is archived";
pub const ARCHIVED_WHY: &str = "An administrator can bring it back.";
pub const PENDING: &str = "The account waits for approval";
pub const PENDING_WHY: &str = "An administrator can approve it.";
pub const LOCKED_OUT: &str = "Locked out after too many attempts";
pub const FORGIVE: &str = "Let them try now";
pub const FORGIVEN: &str = "They can try again now.";
pub const NOT_ANSWERED: &str = "The mail server could not be reached.";
pub const OPEN_MESSAGE: &str = "Open the message";
pub const NO_EMAIL: &str = "No email address";
pub const NO_EMAIL_WHY: &str = "Nothing can be sent. A login link works all the same.";
pub const NO_PASSWORD: &str = "No password yet";
pub const NO_PASSWORD_WHY: &str = "They sign in once they have chosen one by a link.";
pub const NEVER_NOTIFIED: &str = "Nobody has told them of the account yet.";
pub const NO_SEAT: &str = "No seat and no course";
pub const NO_SEAT_WHY: &str =
    "They can sign in, but there is nothing to open. An administrator can give a seat.";

pub const INVITED: &str = "Invited, not registered yet";
pub const LICENSE: &str = "License";
pub const CHOOSE_LICENSE: &str = "Choose a license";
pub const NO_FREE_SEAT: &str = "No license has a free seat today.";
pub const OPEN_LICENSE: &str = "Open the license";

pub fn link_sent(recipient: &str) -> String {
    format!("A link to {recipient} is on its way.")
}

pub fn archived_since(since: Timestamp) -> String {
    format!("Since {}. An administrator can bring it back.", day(since.date()))
}

pub fn locked_out_why(minutes: u64) -> String {
    if minutes == 1 {
        "For another minute.".to_owned()
    } else {
        format!("For another {minutes} minutes.")
    }
}

pub fn mail_failed(kind: &str) -> String {
    format!("The last message failed: {kind}")
}

pub fn mail_delayed(kind: &str) -> String {
    format!("The last message is delayed: {kind}")
}

pub fn answered(answer: &str) -> String {
    format!("The mail server said: {answer}")
}

pub fn notified_at(at: Timestamp) -> String {
    format!("They were told of the account on {}.", moment(at))
}

pub fn license_over(license: &str) -> String {
    format!("The license {license} is over")
}

pub fn license_not_begun(license: &str) -> String {
    format!("The license {license} has not begun")
}

pub fn ended_on(ended: Date) -> String {
    format!("It ended on {}, or was archived.", day(ended))
}

pub fn begins_on(begins: Date) -> String {
    format!("It begins on {}.", day(begins))
}
