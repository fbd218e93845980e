//! The learner's pages.

use super::users::day;
use domain::time::Date;

pub const TITLE: &str = "Meine Kurse";
pub const NONE: &str = "Noch keine Kurse";
pub const NONE_WHY: &str =
    "Hier stehen Ihre Kurse. Wenn einer fehlt, fragen Sie die Leute, die Ihre Schulung betreuen.";
pub const PROGRESS: &str = "Fortschritt in Prozent";
pub const COMPLETED: &str = "Abgeschlossen";
pub const ENDED: &str = "Zugang beendet";
pub const OVERDUE: &str = "Überfällig";
pub const UNDER_WAY: &str = "Begonnen";
pub const NEW: &str = "Noch nicht begonnen";

pub fn due(date: Date) -> String {
    format!("Fällig am {}", day(date))
}
