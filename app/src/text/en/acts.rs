//! Doing things to users, one or many.

use crate::text::number;
use domain::users::{Act, LearningAct, Left, LeftOut, Preview};

pub const APPROVE: &str = "Approve";
pub const NOTIFY: &str = "Notify";
pub const ARCHIVE: &str = "Archive";
pub const REACTIVATE: &str = "Reactivate";
pub const DELETE: &str = "Delete";
pub const GROUPS: &str = "Groups";
pub const ROLE: &str = "Role";
pub const LABELS: &str = "Labels";
pub const LOCATION: &str = "Location";
pub const DEPARTMENT: &str = "Department";
pub const DELETION_DATE: &str = "Deletion date";
pub const ASSIGN: &str = "Assign courses";
pub const MOVE_DUE: &str = "Set the due date";
pub const UNASSIGN: &str = "Take courses away";
pub const AFRESH: &str = "Archive the activity";
pub const AFRESH_HINT: &str = "What was done is kept as training record.";
pub const AGAIN: &str = "Assign again, from the beginning";
pub const ALL_COURSES: &str = "Left empty, all that are open.";
pub const NO_DUE: &str = "Left empty, there is none.";
pub const BUNDLE_HINT: &str = "All its courses are chosen; take out what is not meant.";
pub const GIVE_SEAT: &str = "Give a seat";
pub const TAKE_SEAT: &str = "Take the seat back";
pub const OPEN: &str = "Edit";
pub const LOGIN_LINK: &str = "Login link";
pub const ONLY_ACTIVE: &str = "only active users sign in";

pub const SELECTED: &str = "Selected users";
pub const CLEAR: &str = "Clear selection";
pub const MORE: &str = "More";
pub const EDIT_MODE: &str = "Edit mode";
pub const LEAVE_EDIT_MODE: &str = "Leave edit mode";
pub const EDIT_MODE_NEVER: &str =
    "Users who have never signed in can be deleted here. The others can be archived.";
pub const EDIT_MODE_ANYONE: &str = "Everyone below your role can be deleted here, with all that is theirs.";

pub const ADD_OR_TAKE: &str = "What to do";
pub const ADD_TO_GROUPS: &str = "Add to groups";
pub const TAKE_FROM_GROUPS: &str = "Take out of groups";
pub const ADD_LABELS: &str = "Add labels";
pub const TAKE_LABELS: &str = "Take labels off";
pub const TELL_THEM: &str = "Tell them by email";
pub const SEATS_AGAIN: &str = "Give the seats again that went back when they were archived";
pub const DATE_HINT: &str = "Left empty, the accounts stay.";
pub const CHOOSE_FIRST: &str = "Choose first what is to be set.";
pub const LOOKING: &str = "Looking at what will happen…";
pub const NOBODY: &str = "This cannot be done to any of them.";
pub const ERASED: &str = "The accounts and everything personal are removed for good: details, enrollments, activity and \
     messages. This cannot be taken back.";
pub const EXPORT: &str = "Export";
pub const EXPORT_XLSX: &str = "As an Excel workbook";
pub const EXPORT_CSV: &str = "As CSV";
pub const EXPORT_FIRST: &str = "Export them first";
pub const RUNNING: &str = "Under way";
pub const REPORT: &str = "What was done";
pub const ACCESS_ENDS: &str =
    "Their sessions end at once; all records are kept. Archived users do not count as active.";
pub const ROLE_ENDS_SESSIONS: &str =
    "Their sessions end, so that the new role counts from the next sign-in on.";

fn users(count: u64) -> String {
    if count == 1 {
        "1 user".to_owned()
    } else {
        format!("{} users", number(count))
    }
}

/// Whom something is done to: by name when it is one.
pub fn whom(name: Option<&str>, count: u64, more: bool) -> String {
    match name {
        Some(name) => name.to_owned(),
        None if more => format!("{}+ users", number(count)),
        None => users(count),
    }
}

pub fn select(name: &str) -> String {
    format!("Select {name}")
}

pub fn selected(count: u64, more: bool) -> String {
    let plus = if more { "+" } else { "" };
    format!("{}{plus} selected", number(count))
}

pub fn select_all(count: u64, more: bool) -> String {
    if more {
        format!("Select all {}+ that match", number(count))
    } else {
        format!("Select all {} that match", number(count))
    }
}

/// An action on somebody: "Archive Ada Lovelace", "Archive: 12 users".
pub fn on(action: &str, whom: &str) -> String {
    format!("{action}: {whom}")
}

pub fn more_for(name: &str) -> String {
    format!("More for {name}")
}

/// The words of the button that does it.
pub fn button(act: &Act, count: u64) -> String {
    let verb = match act {
        Act::Approve { .. } => "Approve",
        Act::Notify => "Notify",
        Act::Archive => "Archive",
        Act::Reactivate { .. } => "Reactivate",
        Act::Delete => "Delete",
        Act::JoinGroups { .. } => "Add",
        Act::LeaveGroups { .. } => "Take out",
        Act::AddLabels { .. } | Act::RemoveLabels { .. } | Act::SetRole { .. } => "Change",
        Act::SetLocation { .. } | Act::SetDepartment { .. } => "Move",
        Act::SetDeletionDate { .. } => "Set for",
        Act::Learning(act) => match act {
            LearningAct::Assign { .. } => "Assign to",
            LearningAct::SetDueDate { .. } => "Set for",
            LearningAct::Unassign { .. } => "Take from",
            LearningAct::ArchiveActivity { .. } => "Archive for",
            LearningAct::GiveSeat { .. } => "Give to",
            LearningAct::TakeSeatBack { .. } => "Take back from",
            LearningAct::Restore { .. } => "Restore for",
        },
    };
    format!("{verb} {}", users(count))
}

/// What was done, for the short message.
pub fn done(act: &Act, name: Option<&str>, count: u64) -> String {
    let whom = whom(name, count, false);
    let is = if name.is_some() || count == 1 { "is" } else { "are" };
    match act {
        Act::Approve { .. } => format!("{whom} {is} in"),
        Act::Notify => format!("{whom} will be told by email"),
        Act::Archive => format!("{whom} {is} archived"),
        Act::Reactivate { .. } => format!("{whom} {is} active again"),
        Act::Delete => format!("{whom} {is} deleted"),
        _ => format!("{whom} {is} changed"),
    }
}

pub fn undone(count: u64) -> String {
    format!("Taken back: {}", users(count))
}

/// What will happen, line by line.
pub fn lines(act: &Act, preview: &Preview) -> Vec<String> {
    let mut lines = Vec::new();
    if preview.count > 0 {
        lines.push(format!("It will be done to {}.", users(preview.count)));
    }
    match preview.seats {
        0 => {}
        1 => lines.push("1 seat goes back to its license.".to_owned()),
        n => lines.push(format!("{} seats go back to their licenses.", number(n))),
    }
    match preview.records {
        0 => {}
        1 => lines.push("1 training record is removed.".to_owned()),
        n => lines.push(format!("{} training records are removed.", number(n))),
    }
    match act {
        Act::Archive => lines.push(ACCESS_ENDS.to_owned()),
        Act::SetRole { .. } => lines.push(ROLE_ENDS_SESSIONS.to_owned()),
        _ => {}
    }
    lines
}

pub fn seats_again(count: u64) -> String {
    match count {
        1 => "1 seat was given again.".to_owned(),
        n => format!("{} seats were given again.", number(n)),
    }
}

pub fn seats_back(count: u64) -> String {
    match count {
        1 => "1 seat went back to its license.".to_owned(),
        n => format!("{} seats went back to their licenses.", number(n)),
    }
}

/// Those left out for one reason, with the names of the first.
pub fn left(left: &Left) -> String {
    let names = left.names.join(", ");
    let more = left.count.saturating_sub(left.names.len() as u64);
    let who = match (names.is_empty(), more) {
        (true, _) => users(left.count),
        (false, 0) => names,
        (false, more) => format!("{names} and {} more", number(more)),
    };
    format!("{who}: {}", left_out(left.why))
}

pub fn left_out_count(count: u64) -> String {
    format!("Left out: {}", users(count))
}

pub const fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::NotBelowYou => "the role is not below your own",
        LeftOut::NotPending => "not waiting for approval",
        LeftOut::Pending => "waits for approval: approve first",
        LeftOut::Archived => "archived",
        LeftOut::NotArchived => "not archived",
        LeftOut::NoEmail => "no email address",
        LeftOut::HasAccessed => {
            "has signed in before: archive instead, or let an owner allow deleting anyone in the settings"
        }
        LeftOut::Same => "is so already",
        LeftOut::ChangedSince => "changed by somebody since",
        LeftOut::NotEnrolled => "has none of these courses open",
        LeftOut::NoSeat => "holds no seat of this license",
        LeftOut::SeatStarted => "the seat was started and stays used",
    }
}

/// What is to be typed before people are erased.
pub fn type_to_confirm(what: &str) -> String {
    format!("Type {what} to confirm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_left_out_are_named_as_far_as_it_helps() {
        let some = |count, names: &[&str]| Left {
            why: LeftOut::Archived,
            count,
            names: names.iter().map(ToString::to_string).collect(),
        };
        assert_eq!(left(&some(1, &["Ada"])), "Ada: archived");
        assert_eq!(
            left(&some(1200, &["Ada", "Bob"])),
            "Ada, Bob and 1,198 more: archived"
        );
        assert_eq!(left(&some(2, &[])), "2 users: archived");
    }

    #[test]
    fn what_was_done_reads_as_a_sentence() {
        assert_eq!(done(&Act::Archive, Some("Ada"), 1), "Ada is archived");
        assert_eq!(done(&Act::Archive, None, 2), "2 users are archived");
        assert_eq!(done(&Act::Notify, None, 1), "1 user will be told by email");
    }
}
