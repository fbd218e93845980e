//! Messages: the outbox in the console.

use domain::messages::{MessageKind, MessageState};

pub const TITLE: &str = "Messages";
pub const DESCRIPTION: &str = "Every email that was sent or is waiting, and what the mail server answered.";
pub const SEND_TEST: &str = "Send me a test message";
pub const SEARCH: &str = "Address";
pub const STATE: &str = "State";
pub const ANY_STATE: &str = "Any";
pub const FILTER: &str = "Filter";
pub const ABOUT: &str = "About";
pub const TO: &str = "To";
pub const WHEN: &str = "Queued";
pub const ANSWER: &str = "Answer of the mail server";
pub const ATTEMPTS: &str = "Attempts";
pub const NEXT_ATTEMPT: &str = "Next attempt";

pub const NONE_YET: &str = "No messages yet";
pub const NONE_YET_WHY: &str =
    "Invitations, links to choose a password and notices are listed here once there are any.";
pub const NONE_MATCH: &str = "No message matches";
pub const NONE_MATCH_WHY: &str = "Change the address or the state that you filter by.";

pub const RESEND: &str = "Send again";
pub const RESENT: &str = "The message is waiting to be sent. A link it had before no longer works.";
pub const STILL_WAITING: &str = "This message is still waiting to be sent";
pub const NOT_RENDERED: &str = "This message is put into words when it is sent.";
pub const AS_TEXT: &str = "As text";
pub const AS_HTML: &str = "As HTML";
pub const HAND_OVER: &str = "Hand it over yourself";
pub const HAND_OVER_WHY: &str = "No mail server is set up, so this message stays here. Showing it makes a new link or password; one \
     that was shown before stops working. The history keeps that you did.";
pub const REVEAL: &str = "Show with its secret";

pub fn test_queued(recipient: &str) -> String {
    format!("A test message to {recipient} is waiting to be sent.")
}

pub fn state(state: MessageState) -> &'static str {
    match state {
        MessageState::Queued => "Waiting",
        MessageState::Sent => "Sent",
        MessageState::Kept => "Kept here",
        MessageState::Failed => "Failed",
    }
}

pub fn kind(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::GeneratedPassword => "Generated password",
        MessageKind::Activation => "Activation link",
        MessageKind::AccountReady => "Account ready",
        MessageKind::Invitation => "Invitation",
        MessageKind::PasswordReset => "Link for a new password",
        MessageKind::PasswordChanged => "Password changed",
        MessageKind::EmailChanged => "Email address changed",
        MessageKind::ConfirmEmail => "Confirm an email address",
        MessageKind::LoginLinkUsed => "Login link used",
        MessageKind::DeletionNotice => "Account ends",
        MessageKind::CourseDue => "Course due",
        MessageKind::InvitationAskedAgain => "Asks for a new invitation",
        MessageKind::Test => "Test message",
    }
}
