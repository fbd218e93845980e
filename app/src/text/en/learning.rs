//! The learner's pages.

use super::users::day;
use crate::text::number;
use domain::time::Date;

pub const TITLE: &str = "My courses";
pub const NONE: &str = "No courses yet";
pub const NONE_WHY: &str =
    "Courses you are given stand here. If one is missing, ask the people who run your training.";
pub const PROGRESS: &str = "Progress in percent";
pub const COMPLETED: &str = "Completed";
pub const ENDED: &str = "Access has ended";
pub const OVERDUE: &str = "Overdue";
pub const UNDER_WAY: &str = "Under way";
pub const NEW: &str = "Not begun";
pub const LATER: &str = "Opens later";
pub const ENROLLMENTS: &str = "Enrollments";
pub const ACTIVITY: &str = "Activity";
pub const EXPORTS: &str = "Exports";
pub const NO_ENROLLMENTS: &str = "Not enrolled in anything";
pub const NO_ENROLLMENTS_WHY: &str =
    "A seat of a license opens its courses; single courses can be assigned, too.";
pub const ENROLL_IN_MORE: &str = "Enroll in more";
pub const COURSE: &str = "Course";
pub const DONE: &str = "Done";
pub const SOURCE: &str = "Source";
pub const DIRECT: &str = "Direct grant";
pub const TOTAL_TIME: &str = "Total time";
pub const BY_DAY: &str = "Minutes by day";
pub const AS_TABLE: &str = "As a table";
pub const DAY: &str = "Day";
pub const MINUTES: &str = "Minutes";
pub const SUBMISSIONS: &str = "Contest submissions";
pub const SUBMISSIONS_WHY: &str = "Everything handed in for contests: an index, and each file.";
pub const AS_ZIP: &str = "As one ZIP file";
pub const CERTIFICATE: &str = "Certificate";
pub const CLOSED: &str = "This course cannot be opened now. Ask the people who run your training.";
pub const BEGIN: &str = "Begin the course";
pub const LAUNCH: &str = "Open the course";
pub const MARK_DONE: &str = "Mark as done";
pub const LESSON_DONE: &str = "Done:";
pub const LESSON_OPEN: &str = "To do:";
pub const CONGRATULATIONS: &str = "You have completed this course.";
pub const A_TEXT: &str = "Text";
pub const A_FILE: &str = "File, up to 10 MB";
pub const HAND_IN: &str = "Hand in";
pub const HAS_COMPLETED: &str = "has completed the course";
pub const PRINT: &str = "Print";

pub fn due(date: Date) -> String {
    format!("Due {}", day(date))
}

/// The heading of an average over some days.
pub fn average(days: i32) -> String {
    format!("Minutes a day, {days} days")
}

pub fn minutes(minutes: u64) -> String {
    format!("{} min", number(minutes))
}

/// A length of time: hours and minutes.
pub fn hours(seconds: u64) -> String {
    format!("{} h {:02} min", number(seconds / 3600), seconds / 60 % 60)
}

/// What the chart of days shows.
pub fn chart(active: usize, minutes: u64) -> String {
    format!("Activity on {active} of the last 90 days, {minutes} minutes a day on average")
}

/// How many lessons wait.
pub fn lessons(n: usize) -> String {
    match n {
        0 => "No lessons here".to_owned(),
        1 => "1 lesson".to_owned(),
        n => format!("{n} lessons"),
    }
}

/// The number of a certificate.
pub fn number_of(number: &str) -> String {
    format!("Number {number}")
}
