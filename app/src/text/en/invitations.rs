//! Invitations in the console.

use crate::text::number;
use domain::invitations::InvitationStatus;

pub const TITLE: &str = "Invitations";
pub const DESCRIPTION: &str = "Offers to register: what became of each, and what the mail server said.";
pub const INVITE: &str = "Invite people";
pub const INVITE_WHY: &str =
    "Everybody gets a link of their own. It opens a page where they give their name and choose a password.";
pub const WHOM: &str = "Whom";
pub const ADDRESS: &str = "Address";
pub const ADDRESSES: &str = "Email addresses";
pub const ADDRESSES_HINT: &str = "Type or paste them, separated by comma, semicolon, space or line.";
pub const FROM_FILE: &str = "Read a list from a file";
pub const NOBODY: &str = "give at least one email address";
pub const REPLACES: &str = "replaces an open one";
pub const HAS_ACCOUNT: &str = "has an account";
pub const OUT_OF_REACH: &str = "invited by others";
pub const NO_ADDRESS: &str = "no address";
pub const REMOVE_LEFT_OUT: &str = "Remove those who get nothing";
pub const NO_LABEL: &str = "No label";
pub const LABEL: &str = "Label";
pub const LANGUAGE_HINT: &str = "Of the message and of the account.";
pub const DATE_WRONG: &str = "choose a day from tomorrow on";
pub const LEFT_OUT_ACCOUNTS: &str = "Nothing was sent to these, because they have an account";
pub const LEFT_OUT_OTHERS: &str =
    "Nothing was sent to these, because their open invitation is not yours to replace";
pub const SEE_ALL: &str = "See all invitations";
pub const INVITE_MORE: &str = "Invite more people";
pub const STATE: &str = "State";
pub const ANY_STATE: &str = "Any";
pub const ASKS: &str = "Wants a new link";
pub const FILTER: &str = "Filter";
pub const NONE_YET: &str = "No invitations yet";
pub const NONE_YET_WHY: &str = "Whoever you invite is listed here, with what became of it.";
pub const NONE_MATCH: &str = "No invitation matches";
pub const NONE_MATCH_WHY: &str = "Change the address or the state that you filter by.";
pub const SHOW_ALL: &str = "Show all";
pub const OFFER: &str = "Offer";
pub const INVITED: &str = "Invited";
pub const BY: &str = "Invited by";
pub const OPENED: &str = "Opened";
pub const ENDS: &str = "Ends";
pub const ENDED: &str = "Ended";
pub const MESSAGES: &str = "Messages";
pub const ACTIONS: &str = "Actions";
pub const RESEND: &str = "Send again";
pub const CORRECT: &str = "Correct the address";
pub const CORRECT_WHY: &str = "The link in the message that went to the wrong address stops working. Everything else stays as it was offered.";
pub const CORRECT_AND_SEND: &str = "Correct and send";
pub const CANCEL: &str = "Cancel the invitation";
pub const CANCEL_WHY: &str =
    "The links stop working, and the seats that are kept go back. You can send a canceled invitation again.";
pub const KEEP: &str = "Keep";
pub const DECLINE: &str = "Decline";
pub const ACCEPTED_ALREADY: &str = "It was accepted: there is an account.";
pub const CLOSED_ALREADY: &str = "It is closed already.";
pub const ALL_MATCHING: &str = "All that match are selected";
pub const TICK_ALL_MATCHING: &str = "Select all that match";

pub fn send(n: u64) -> String {
    if n == 1 {
        "Send 1 invitation".to_owned()
    } else {
        format!("Send {} invitations", number(n))
    }
}

pub fn will_get(n: u64) -> String {
    if n == 1 {
        "1 invitation".to_owned()
    } else {
        format!("{} invitations", number(n))
    }
}

pub fn replacing(n: u64) -> String {
    if n == 1 {
        "1 replaces an open one".to_owned()
    } else {
        format!("{} replace open ones", number(n))
    }
}

pub fn with_account(n: u64) -> String {
    if n == 1 {
        "1 has an account".to_owned()
    } else {
        format!("{} have an account", number(n))
    }
}

pub fn out_of_reach(n: u64) -> String {
    if n == 1 {
        "1 is invited by others".to_owned()
    } else {
        format!("{} are invited by others", number(n))
    }
}

pub fn no_addresses(n: u64) -> String {
    if n == 1 {
        "1 is no address".to_owned()
    } else {
        format!("{} are no addresses", number(n))
    }
}

pub fn more(n: u64) -> String {
    if n == 1 {
        "1 more".to_owned()
    } else {
        format!("{} more", number(n))
    }
}

pub fn mend_or_remove(n: u64) -> String {
    if n == 1 {
        "1 is no email address: correct it or remove it".to_owned()
    } else {
        format!("{} are no email addresses: correct or remove them", number(n))
    }
}

pub fn at_most(n: u64) -> String {
    if n == 1 {
        "one person at most".to_owned()
    } else {
        format!("at most {} people at once", number(n))
    }
}

pub fn seats_short(n: u64) -> String {
    if n == 1 {
        "1 seat is missing: invite fewer, or take a seat back first".to_owned()
    } else {
        format!(
            "{} seats are missing: invite fewer, or take some back first",
            number(n)
        )
    }
}

pub fn valid_for(n: u64) -> String {
    if n == 1 {
        "Each link is valid for 1 day.".to_owned()
    } else {
        format!("Each link is valid for {} days.", number(n))
    }
}

pub fn on_their_way(n: u64) -> String {
    if n == 1 {
        "1 invitation is on its way".to_owned()
    } else {
        format!("{} invitations are on their way", number(n))
    }
}

pub fn replaced(n: u64) -> String {
    if n == 1 {
        "It takes the place of 1 open invitation, whose link no longer works.".to_owned()
    } else {
        format!(
            "They take the place of {} open invitations, whose links no longer work.",
            number(n)
        )
    }
}

pub fn resent(n: u64) -> String {
    if n == 1 {
        "1 invitation is on its way, with a new link and new time.".to_owned()
    } else {
        format!(
            "{} invitations are on their way, with new links and new time.",
            number(n)
        )
    }
}

pub fn canceled(n: u64) -> String {
    if n == 1 {
        "1 invitation canceled.".to_owned()
    } else {
        format!("{} invitations canceled.", number(n))
    }
}

pub fn select(email: &str) -> String {
    format!("Select the invitation to {email}")
}

pub fn actions_for(email: &str) -> String {
    format!("Actions for {email}")
}

pub fn seat_of(license: &str) -> String {
    format!("Seat of {license}")
}

pub fn corrected(email: &str) -> String {
    format!("An invitation to {email} is on its way.")
}

/// Which address was there again, and how many others.
pub fn repeated(first: &str, more: u64) -> String {
    if more == 0 {
        format!("{first} stood there twice")
    } else {
        format!("{first} and {} more stood there twice", number(more))
    }
}

/// Which one was not sent again and why, and how many others.
pub fn not_resent(email: &str, why: &str, more: u64) -> String {
    if more == 0 {
        format!("{email}: {why}")
    } else {
        format!("{email}: {why} ({} more were not sent either)", number(more))
    }
}

/// Without a number: all that match.
pub fn cancel(count: Option<u64>) -> String {
    match count {
        None => "Cancel all that match".to_owned(),
        Some(1) => "Cancel the invitation".to_owned(),
        Some(count) => format!("Cancel {} invitations", number(count)),
    }
}

pub fn seats_kept(kept: u64, free: u64) -> String {
    format!(
        "One for each invitation is kept: {} of {} free seats.",
        number(kept),
        number(free)
    )
}

/// How long from now something is.
pub fn ends_in(seconds: i64) -> String {
    let some = |n: i64, one: &str, many: &str| {
        let unit = if n == 1 { one } else { many };
        format!("In {n} {unit}")
    };
    match (seconds / 3600, seconds / 86_400) {
        (..1, _) => "In less than an hour".to_owned(),
        (hours, ..1) => some(hours, "hour", "hours"),
        (_, days) => some(days, "day", "days"),
    }
}

pub const fn status(status: InvitationStatus) -> &'static str {
    match status {
        InvitationStatus::Queued => "Waiting to be sent",
        InvitationStatus::Sent => "Sent",
        InvitationStatus::Failed => "Not delivered",
        InvitationStatus::Opened => "Opened",
        InvitationStatus::Accepted => "Accepted",
        InvitationStatus::Expired => "Expired",
        InvitationStatus::Canceled => "Canceled",
        InvitationStatus::Replaced => "Replaced",
    }
}
