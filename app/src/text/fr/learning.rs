//! The learner's pages.

use super::users::day;
use crate::text::number;
use domain::time::Date;

pub const TITLE: &str = "Mes cours";
pub const NONE: &str = "Pas encore de cours";
pub const NONE_WHY: &str =
    "Vos cours apparaissent ici. S’il en manque un, adressez-vous aux personnes qui gèrent votre formation.";
pub const PROGRESS: &str = "Progression en pour cent";
pub const COMPLETED: &str = "Terminé";
pub const ENDED: &str = "L’accès a pris fin";
pub const OVERDUE: &str = "En retard";
pub const UNDER_WAY: &str = "En cours";
pub const NEW: &str = "Pas commencé";
pub const LATER: &str = "Ouvre plus tard";
pub const ENROLLMENTS: &str = "Inscriptions";
pub const ACTIVITY: &str = "Activité";
pub const EXPORTS: &str = "Exports";
pub const NO_ENROLLMENTS: &str = "Aucune inscription";
pub const NO_ENROLLMENTS_WHY: &str =
    "Une place de licence ouvre ses cours ; un cours seul peut aussi être attribué.";
pub const ENROLL_IN_MORE: &str = "Inscrire à d’autres cours";
pub const COURSE: &str = "Cours";
pub const DONE: &str = "Fait";
pub const SOURCE: &str = "Source";
pub const DIRECT: &str = "Attribution directe";
pub const TOTAL_TIME: &str = "Temps total";
pub const BY_DAY: &str = "Minutes par jour";
pub const AS_TABLE: &str = "En tableau";
pub const DAY: &str = "Jour";
pub const MINUTES: &str = "Minutes";
pub const SUBMISSIONS: &str = "Contributions aux concours";
pub const SUBMISSIONS_WHY: &str = "Tout ce qui a été remis : un index et chaque fichier.";
pub const AS_ZIP: &str = "En un fichier ZIP";

pub fn due(date: Date) -> String {
    format!("À terminer le {}", day(date))
}

/// The heading of an average over some days.
pub fn average(days: i32) -> String {
    format!("Minutes par jour, {days} jours")
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
    format!("Activité {active} des 90 derniers jours, {minutes} minutes par jour en moyenne")
}
