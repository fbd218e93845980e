//! Licenses: the list, the form, the allocator.

use super::users::day;
use crate::text::number;
use domain::licenses::LedgerKind;
use domain::time::Date;

pub const TITLE: &str = "Licenses";
pub const DESCRIPTION: &str = "Seats on courses: how many there are, who holds them, how long they last.";
pub const ADD: &str = "Add license";
pub const NONE_YET: &str = "No licenses yet";
pub const NONE_YET_WHY: &str =
    "A license is a number of seats on a set of courses, valid from one day to another.";

pub const LICENSE: &str = "License";
pub const STATE: &str = "State";
pub const KIND: &str = "Kind";
pub const SEATS: &str = "Seats";
pub const COURSES: &str = "Courses";
pub const VALID: &str = "Valid";

pub const CURRENT: &str = "Valid";
pub const FUTURE: &str = "Starts later";
pub const EXPIRED: &str = "Ended";
pub const ARCHIVED: &str = "Archived";
pub const STANDARD: &str = "Standard";
pub const REUSABLE: &str = "Reusable";
pub const STANDARD_HINT: &str = "A seat whose holder opened a course stays used for good.";
pub const REUSABLE_HINT: &str = "Every seat can go back to the pool, at any time.";

pub const NEW_TITLE: &str = "Add a license";
pub const CHANGE_TITLE: &str = "Change the license";
pub const NAME: &str = "Name";
pub const REFERENCE: &str = "Reference";
pub const REFERENCE_HINT: &str =
    "The word it is called by in import files, such as SAFETY-2026. No two licenses share one.";
pub const PURCHASED: &str = "Seats bought";
pub const VALID_FROM: &str = "First day";
pub const VALID_TO: &str = "Last day";
pub const COURSES_HINT: &str =
    "People who hold a seat already keep the courses they have; seats given from now on come with these.";
pub const CREATE: &str = "Add license";
pub const SAVE: &str = "Save changes";
pub const SAVED: &str = "The license was changed.";
pub const CHANGE: &str = "Change";
pub const PUT_AWAY: &str = "Archive";
pub const TAKE_OUT: &str = "Take out of the archive";
pub const PUT_AWAY_DONE: &str = "The license is archived: it gives no access until it is taken out.";
pub const TAKEN_OUT: &str = "The license is out of the archive.";

pub const FREE: &str = "Free";
pub const GIVEN: &str = "Given";
pub const RESERVED: &str = "Kept for invitations";
pub const TOTAL: &str = "Bought";
pub const COUNTS: &str = "Seats of this license";

pub const HOLDERS: &str = "With a seat";
pub const OTHERS: &str = "Without a seat";
pub const LISTS: &str = "Lists";
pub const SEARCH_HOLDERS: &str = "Search those with a seat";
pub const SEARCH_OTHERS: &str = "Search those without a seat";
pub const GROUP: &str = "Group";
pub const LOCATION: &str = "Location";
pub const DEPARTMENT: &str = "Department";
pub const ANY: &str = "All";
pub const FILTERS: &str = "Show only";
pub const WITH_COURSES: &str = "Courses that come with a new seat";

pub const GIVE: &str = "Give a seat";
pub const TAKE_BACK: &str = "Take back";
pub const NOBODY_SELECTED: &str = "Select people in the list first";
pub const NO_COURSE: &str = "Choose at least one course that comes with the seat";
pub const OVER: &str = "The license has ended or is archived: no seat of it can be given";
pub const ONLY_STARTED: &str = "Started seats of a standard license stay used";
pub const STARTED: &str = "Started";
pub const STARTED_STAYS: &str = "Started: stays used";
pub const ACCOUNT_ARCHIVED: &str = "Archived";
pub const ACCOUNT_PENDING: &str = "Pending";
pub const STILL_COMING: &str = "The rest of the list is on its way.";
pub const NOBODY_HERE: &str = "Nobody matches";
pub const WHY_TAKEN: &str = "Why is this seat taken?";
pub const SELECT_ONE: &str = "Select one person with a seat first";
pub const UNDO: &str = "Undo";
pub const KEYS: &str = "Arrow keys move, space selects, shift selects a range, Ctrl or ⌘ A selects all shown, Enter moves the selected ones.";

pub const SHORT: &str = "Not enough free seats";
pub const SHORT_NOTHING: &str = "Nothing was changed.";
pub const NONE_IDLE: &str = "Every seat was started. Buy more seats, or choose fewer people.";
pub const SELECT_IDLE: &str = "Select those seats";
pub const NO_LINES: &str = "The ledger holds nothing about this person.";

pub fn courses(n: usize) -> String {
    if n == 1 {
        "1 course".to_owned()
    } else {
        format!("{} courses", number(n as u64))
    }
}

pub fn term(from: Date, to: Date) -> String {
    format!("{} to {}", day(from), day(to))
}

pub fn free(n: u64) -> String {
    format!("{} free", number(n))
}

pub fn of_total(shown: u64, total: u64) -> String {
    if shown == total {
        number(total)
    } else {
        format!("{} of {}", number(shown), number(total))
    }
}

pub fn first_shown(shown: u64) -> String {
    format!("The first {} are listed: type to narrow down.", number(shown))
}

pub fn select_all(n: u64) -> String {
    format!("Select all that match ({})", number(n))
}

pub fn give_all(n: u64) -> String {
    format!("Give to all that match ({})", number(n))
}

pub fn take_back_all(n: u64) -> String {
    format!("Take back from all that match ({})", number(n))
}

pub fn give(n: u64) -> String {
    if n == 0 {
        GIVE.to_owned()
    } else {
        format!("Give {}", seats(n))
    }
}

pub fn take_back(n: u64) -> String {
    if n == 0 {
        TAKE_BACK.to_owned()
    } else {
        format!("Take back {}", seats(n))
    }
}

fn seats(n: u64) -> String {
    if n == 1 {
        "1 seat".to_owned()
    } else {
        format!("{} seats", number(n))
    }
}

pub fn given(n: u64, names: &str, free: u64) -> String {
    format!("{} given{names}. {} free.", seats(n), number(free))
}

pub fn taken_back(n: u64, names: &str, free: u64) -> String {
    format!("{} taken back{names}. {} free.", seats(n), number(free))
}

pub fn names(first: &[String], more: u64) -> String {
    if first.is_empty() {
        return String::new();
    }
    let rest = if more == 0 {
        String::new()
    } else {
        format!(" and {} more", number(more))
    };
    format!(": {}{rest}", first.join(", "))
}

pub fn left_as_they_were(n: u64) -> String {
    format!(" {} left as they were.", number(n))
}

pub fn not_moved(why: &str) -> String {
    format!("Nothing was changed: {why}.")
}

pub fn short(n: u64) -> String {
    format!("{} short.", seats(n))
}

pub fn idle(n: u64, names: &str) -> String {
    let were = if n == 1 { "was" } else { "were" };
    format!(
        "{} {were} never started and could be taken back{names}.",
        seats(n)
    )
}

pub fn ledger_kind(kind: LedgerKind) -> &'static str {
    match kind {
        LedgerKind::Allocated => "Given",
        LedgerKind::Started => "Started",
        LedgerKind::Returned => "Went back",
        LedgerKind::Reserved => "Kept",
        LedgerKind::Released => "Let go",
    }
}

pub fn by(name: Option<&str>) -> String {
    name.map_or_else(|| "by itself".to_owned(), |name| format!("by {name}"))
}
