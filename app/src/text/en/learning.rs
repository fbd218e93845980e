//! The learner's pages.

use super::users::day;
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

pub fn due(date: Date) -> String {
    format!("Due {}", day(date))
}
