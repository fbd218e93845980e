//! The page of one user.

use domain::access::{GroupRole, Role};
use domain::audit::Action;
use domain::users::{Language, UserState};

pub const TABS: &str = "What to see of this user";
pub const DETAILS: &str = "Details";
pub const HISTORY: &str = "History";
pub const CONTACT: &str = "Contact and sign-in";
pub const LIFE: &str = "Life of the account";
pub const NONE: &str = "None";
pub const NO_GROUPS: &str = "In no group yet.";
pub const CHANGE_GROUPS: &str = "Change groups";
pub const CHANGE_EMAIL: &str = "Change email";
pub const CHANGE_PHONE: &str = "Change phone";
pub const CHANGE_PASSWORD: &str = "Change password";
pub const EMAIL_HINT: &str = "The old address is told. Links that were sent to it stop working.";
pub const PASSWORD_SET: &str = "Set";
pub const PASSWORD_TO_CHANGE: &str = "To be changed at the next sign-in";
pub const PASSWORD_NONE: &str = "Not set";
pub const WAY_LINK: &str = "Email a link to choose one (recommended)";
pub const WAY_TYPED_HINT: &str = "You hand it over yourself. The person is told by email that it changed.";
pub const NO_EMAIL: &str = "There is no email address to send to.";
pub const SESSIONS_END: &str = "Every session of this person ends.";
pub const SET_PASSWORD: &str = "Set password";
pub const SEND_PASSWORD: &str = "Send password";
pub const SEND_LINK: &str = "Send link";
pub const PASSWORD_DONE: &str = "The password is set";
pub const PASSWORD_DONE_TOLD: &str = "The password is set, and the person is told";
pub const ON_ITS_WAY: &str = "The message is on its way";
pub const JOINED: &str = "Joined";
pub const APPROVED: &str = "Approved";
pub const NOTIFIED_AT: &str = "Notified";
pub const LAST_SIGN_IN: &str = "Last sign-in";
pub const ARCHIVED_AT: &str = "Archived";
pub const SAVE: &str = "Save";
pub const PUT_BACK: &str = "Put back";
pub const SAVED: &str = "Saved";
pub const NOTHING_CHANGED: &str = "Nothing is changed yet.";
pub const MET: &str = "Somebody else changed this user meanwhile. Their changes are in the form now, beside yours. Look \
     them over and save again.";
pub const NO_HISTORY: &str = "Nothing here";
pub const NO_HISTORY_WHY: &str = "What happens to this user is listed here, as far as you may see it.";
pub const OLDER: &str = "Show older";
pub const BECAME: &str = "became";
pub const SOMEBODY_GONE: &str = "Somebody who is deleted";
pub const BY_ITSELF: &str = "Rollcall, by itself";
pub const COMMAND_LINE: &str = "Somebody at the command line";

pub fn by(at: &str, name: &str) -> String {
    format!("{at}, by {name}")
}

pub fn invited_by(at: &str, name: &str) -> String {
    format!("{at}, invited by {name}")
}

pub fn from_address(address: &str) -> String {
    format!("from {address}")
}

pub fn met_both(fields: &str) -> String {
    format!("Both of you changed: {fields}. What you typed is kept, unless you change it.")
}

/// The words of a field; none for what no person would look for.
pub fn field(field: &str) -> &'static str {
    match field {
        "first_name" => "First name",
        "last_name" => "Last name",
        "email" => "Email",
        "username" => "Username",
        "phone" => "Phone",
        "role" => "Role",
        "state" => "Status",
        "groups" => "Groups",
        "group_role" => "Role in the groups",
        "labels" => "Labels",
        "location" => "Location",
        "department" => "Department",
        "language" => "Language",
        "deletion_date" => "Deletion date",
        "job_title" => "Job title",
        "address" => "Address",
        "date_of_birth" => "Date of birth",
        "external_id" => "Id in another system",
        "reason" => "Reason",
        "recipient" => "Sent to",
        "sessions" => "Sessions",
        "view" => "View",
        _ => "",
    }
}

/// A value as people read it.
pub fn value(field: &str, text: &str) -> String {
    let word = match field {
        "role" => Role::parse(text).ok().map(super::users::role),
        "group_role" => GroupRole::parse(text).ok().map(super::users::group_role),
        "state" => UserState::parse(text).ok().map(super::users::state),
        "language" => Language::parse(text).ok().map(super::users::language),
        _ => None,
    };
    word.unwrap_or(text).to_owned()
}

/// What happened, in a sentence.
pub fn sentence(action: Action, who: &str) -> String {
    format!("{who} {}", super::audit::did(action))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_reads_as_a_sentence() {
        assert_eq!(
            sentence(Action::UserArchived, "Ada Lovelace"),
            "Ada Lovelace archived the account"
        );
        assert_eq!(value("role", "support"), "Support");
        assert_eq!(value("location", "Köln"), "Köln");
    }
}
