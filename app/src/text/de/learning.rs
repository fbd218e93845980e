//! The learner's pages.

use super::users::day;
use crate::text::number;
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
pub const LATER: &str = "Öffnet später";
pub const ENROLLMENTS: &str = "Kurse";
pub const ACTIVITY: &str = "Aktivität";
pub const EXPORTS: &str = "Exporte";
pub const NO_ENROLLMENTS: &str = "Noch keine Kurse";
pub const NO_ENROLLMENTS_WHY: &str =
    "Ein Platz einer Lizenz öffnet ihre Kurse; auch einzelne Kurse lassen sich zuweisen.";
pub const ENROLL_IN_MORE: &str = "Weitere Kurse zuweisen";
pub const COURSE: &str = "Kurs";
pub const DONE: &str = "Erledigt";
pub const SOURCE: &str = "Quelle";
pub const DIRECT: &str = "Direkt zugewiesen";
pub const TOTAL_TIME: &str = "Gesamtzeit";
pub const BY_DAY: &str = "Minuten je Tag";
pub const AS_TABLE: &str = "Als Tabelle";
pub const DAY: &str = "Tag";
pub const MINUTES: &str = "Minuten";
pub const SUBMISSIONS: &str = "Wettbewerbsbeiträge";
pub const SUBMISSIONS_WHY: &str = "Alles Eingereichte: ein Verzeichnis und jede Datei.";
pub const AS_ZIP: &str = "Als ZIP-Datei";
pub const CERTIFICATE: &str = "Zertifikat";
pub const CLOSED: &str = "Dieser Kurs lässt sich gerade nicht öffnen. Fragen Sie die Verantwortlichen.";
pub const BEGIN: &str = "Kurs beginnen";
pub const LAUNCH: &str = "Kurs öffnen";
pub const MARK_DONE: &str = "Als erledigt markieren";
pub const LESSON_DONE: &str = "Erledigt:";
pub const LESSON_OPEN: &str = "Zu tun:";
pub const CONGRATULATIONS: &str = "Sie haben diesen Kurs abgeschlossen.";
pub const A_TEXT: &str = "Text";
pub const A_FILE: &str = "Datei, bis 10 MB";
pub const HAND_IN: &str = "Einreichen";
pub const HAS_COMPLETED: &str = "hat den Kurs abgeschlossen";
pub const PRINT: &str = "Drucken";

pub fn due(date: Date) -> String {
    format!("Fällig am {}", day(date))
}

/// The heading of an average over some days.
pub fn average(days: i32) -> String {
    format!("Minuten am Tag, {days} Tage")
}

pub fn minutes(minutes: u64) -> String {
    format!("{} Min.", number(minutes))
}

/// A length of time: hours and minutes.
pub fn hours(seconds: u64) -> String {
    format!("{} h {:02} min", number(seconds / 3600), seconds / 60 % 60)
}

/// What the chart of days shows.
pub fn chart(active: usize, minutes: u64) -> String {
    format!("Aktiv an {active} der letzten 90 Tage, im Mittel {minutes} Minuten am Tag")
}

/// How many lessons wait.
pub fn lessons(n: usize) -> String {
    match n {
        0 => "Keine Lektionen hier".to_owned(),
        1 => "1 Lektion".to_owned(),
        n => format!("{n} Lektionen"),
    }
}

/// The number of a certificate.
pub fn number_of(number: &str) -> String {
    format!("Nummer {number}")
}
