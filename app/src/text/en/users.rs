//! Users: the list, the form that makes one, the page of one.

use crate::text::number;
use domain::access::{GroupRole, Role};
use domain::time::{Date, Timestamp};
use domain::users::{Language, SortBy, UserState};

pub const TITLE: &str = "Users";
pub const DESCRIPTION: &str = "Everyone in your organization that you may see.";
pub const ADD: &str = "Add user";

pub const SEARCH: &str = "Search by name, email, username or phone";
pub const ADVANCED_FILTERS: &str = "Advanced filters";
pub const CLEAR_FILTERS: &str = "Clear filters";
pub const FILTERS_SET: &str = "Filters that are set";
pub const SORT_BY: &str = "Sort by";

pub const NAME: &str = "Name";
pub const LOCATION: &str = "Location";
pub const GROUPS: &str = "Groups";
pub const GROUP: &str = "Group";
pub const STATUS: &str = "Status";
pub const ROLE: &str = "Role";
pub const DEPARTMENT: &str = "Department";
pub const LABELS: &str = "Labels";
pub const LABEL: &str = "Label";
pub const LICENSE: &str = "License";
pub const JOINED_FROM: &str = "Joined from";
pub const JOINED_TO: &str = "Joined until";
pub const LAST_ACCESS: &str = "Last access";
pub const ACTIONS: &str = "Actions";
pub const BILLABLE: &str = "Billable";
pub const DELETION_TO: &str = "Deletion until";
pub const DUE_TO: &str = "Course due until";
pub const NEVER_ACCESSED: &str = "Never accessed";
pub const NEVER: &str = "Never";
pub const NOTIFIED: &str = "Notified";

pub const NONE_YET: &str = "No users yet";
pub const NONE_YET_WHY: &str = "People you create, import or invite are listed here.";
pub const NONE_MATCH: &str = "Nobody matches";
pub const NONE_MATCH_WHY: &str = "Archived users are found only when the status filter asks for them. Change the search, or take filters away.";

pub const NEW_TITLE: &str = "Add a user";
pub const NEW_DESCRIPTION: &str =
    "The account is active at once and counts against your organization’s places.";
pub const PERSON: &str = "Person";
pub const FIRST_NAME: &str = "First name";
pub const LAST_NAME: &str = "Last name";
pub const EMAIL: &str = "Email";
pub const EMAIL_HINT: &str = "Without one, type a username and hand the password over yourself.";
pub const EMAIL_AS_USERNAME: &str = "Use email address as username";
pub const USERNAME: &str = "Username";
pub const USERNAME_HINT: &str =
    "Left empty, it is the part of the email before the @, with a number appended when taken.";

pub const ACCESS: &str = "How they get in";
pub const PASSWORD_CHOICE: &str = "Password";
pub const PASSWORD_ACTIVATION: &str = "Email a link to choose one (recommended)";
pub const PASSWORD_ACTIVATION_HINT: &str = "Nobody but the person ever knows the password.";
pub const PASSWORD_GENERATED: &str = "Generate one and email it";
pub const PASSWORD_GENERATED_HINT: &str = "It must be changed at the first sign-in.";
pub const PASSWORD_TYPED: &str = "Type one now";
pub const PASSWORD_TYPED_HINT: &str = "Nothing is emailed: you hand it over yourself.";
pub const PASSWORD_LATER: &str = "Later";
pub const PASSWORD_LATER_HINT: &str =
    "The account exists, but nobody can sign in until you notify the person.";
pub const PASSWORD: &str = "Password to hand over";
pub const FORCE_CHANGE: &str = "Must be changed at the first sign-in";

pub const ROLE_AND_GROUPS: &str = "Role and groups";
pub const ROLE_NOT_BELOW: &str = "Only roles below your own can be given.";
pub const GROUP_ROLE: &str = "Role in these groups";
pub const WHERE: &str = "Where they belong";
pub const NO_LOCATION: &str = "No location";
pub const NO_DEPARTMENT: &str = "No department";
pub const LANGUAGE: &str = "Language";
pub const LANGUAGE_DEFAULT: &str = "As the organization";
pub const DELETION_DATE: &str = "Deletion date";
pub const DELETION_DATE_HINT: &str = "On this day the account goes by itself, with notice a week before.";

pub const LICENSE_AND_COURSES: &str = "License and courses";
pub const NO_LICENSE: &str = "No license";
pub const COURSES: &str = "Courses";
pub const CHOOSE_A_COURSE: &str = "choose at least one course, or no license";
pub const DUE_DATE: &str = "Due date";

pub const PROFILE: &str = "Profile details";
pub const PHONE: &str = "Phone";
pub const JOB_TITLE: &str = "Job title";
pub const ADDRESS: &str = "Address";
pub const DATE_OF_BIRTH: &str = "Date of birth";
pub const EXTERNAL_ID: &str = "Id in another system";

pub const CREATE: &str = "Create user";

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// How many match; `more` when counting stopped there.
pub fn found(count: u64, more: bool, filtered: bool) -> String {
    let plus = if more { "+" } else { "" };
    let users = if count == 1 { "user" } else { "users" };
    let verb = match (filtered, count) {
        (false, _) => "",
        (true, 1) => " matches",
        (true, _) => " match",
    };
    format!("{}{plus} {users}{verb}", number(count))
}

/// What a chip says: which filter, and its value.
pub fn chip(filter: &str, value: &str) -> String {
    format!("{filter}: {value}")
}

pub fn more_groups(n: usize) -> String {
    format!("{} more", number(n as u64))
}

pub fn deletion_due(date: Date) -> String {
    format!("Deletion due {}", day(date))
}

pub fn created(name: &str) -> String {
    format!("{name} is in")
}

/// A license in a list to choose from.
pub fn license(name: &str, free: u64) -> String {
    match free {
        0 => format!("{name} (no free seat)"),
        1 => format!("{name} (1 free seat)"),
        _ => format!("{name} ({} free seats)", number(free)),
    }
}

pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Owner => "Owner",
        Role::Administrator => "Administrator",
        Role::Support => "Support",
        Role::Member => "Member",
    }
}

pub const fn role_hint(role: Role) -> &'static str {
    match role {
        Role::Owner => "Answers for the organization.",
        Role::Administrator => "Runs the people desk: users, licenses, courses, settings.",
        Role::Support => "Finds people, mends their details and gets them signed in.",
        Role::Member => "Learns, and edits their own profile.",
    }
}

pub const fn group_role(role: GroupRole) -> &'static str {
    match role {
        GroupRole::Admin => "Group admin",
        GroupRole::Instructor => "Instructor",
        GroupRole::Learner => "Learner",
    }
}

pub const fn state(state: UserState) -> &'static str {
    match state {
        UserState::Pending => "Pending",
        UserState::Active => "Active",
        UserState::Archived => "Archived",
    }
}

pub const fn sort(by: SortBy) -> &'static str {
    match by {
        SortBy::Name => "Name",
        SortBy::Joined => "Newest first",
        SortBy::LastAccess => "Last access",
    }
}

/// The language, in itself.
pub const fn language(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::De => "Deutsch",
        Language::Fr => "Français",
        Language::Es => "Español",
    }
}

/// A day: `21 Nov 2026`.
pub fn day(date: Date) -> String {
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|at| MONTHS.get(at));
    format!("{} {} {}", date.day(), month.unwrap_or(&""), date.year())
}

/// A moment to the minute: `21 Nov 2026, 12:00 UTC`.
pub fn moment(at: Timestamp) -> String {
    let minutes = at.as_micros().div_euclid(60_000_000).rem_euclid(24 * 60);
    format!("{}, {:02}:{:02} UTC", day(at.date()), minutes / 60, minutes % 60)
}

/// How long ago something was.
pub fn ago(seconds: i64) -> String {
    let some = |n: i64, unit: &str| {
        let s = if n == 1 { "" } else { "s" };
        format!("{n} {unit}{s} ago")
    };
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    match (minutes, hours, days) {
        (..1, _, _) => "Just now".to_owned(),
        (_, ..1, _) => some(minutes, "minute"),
        (_, _, ..1) => some(hours, "hour"),
        (_, _, 1) => "Yesterday".to_owned(),
        (_, _, ..30) => some(days, "day"),
        (_, _, ..365) => some(days / 30, "month"),
        _ => some(days / 365, "year"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        let said = [
            0,
            59,
            60,
            7199,
            86_399,
            86_400,
            172_800,
            30 * 86_400,
            800 * 86_400,
        ]
        .map(ago);
        let expected = [
            "Just now",
            "Just now",
            "1 minute ago",
            "1 hour ago",
            "23 hours ago",
            "Yesterday",
            "2 days ago",
            "1 month ago",
            "2 years ago",
        ];
        assert_eq!(said, expected);
        let noon = Timestamp::from_micros(1_767_268_800_000_000);
        assert_eq!(moment(noon), "1 Jan 2026, 12:00 UTC");
    }

    #[test]
    fn counts_are_honest() {
        assert_eq!(found(500, true, false), "500+ users");
        assert_eq!(found(1, false, true), "1 user matches");
        assert_eq!(found(12, false, true), "12 users match");
    }
}
