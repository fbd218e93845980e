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
pub const CERTIFICATE: &str = "Certificat";
pub const CLOSED: &str = "Ce cours ne peut pas être ouvert maintenant. Demandez aux responsables.";
pub const BEGIN: &str = "Commencer le cours";
pub const LAUNCH: &str = "Ouvrir le cours";
pub const MARK_DONE: &str = "Marquer comme fait";
pub const LESSON_DONE: &str = "Fait :";
pub const LESSON_OPEN: &str = "À faire :";
pub const CONGRATULATIONS: &str = "Vous avez terminé ce cours.";
pub const A_TEXT: &str = "Texte";
pub const A_FILE: &str = "Fichier, jusqu’à 10 Mo";
pub const HAND_IN: &str = "Remettre";
pub const HAS_COMPLETED: &str = "a terminé le cours";
pub const PRINT: &str = "Imprimer";

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

/// How many lessons wait.
pub fn lessons(n: usize) -> String {
    match n {
        0 => "Aucune leçon ici".to_owned(),
        1 => "1 leçon".to_owned(),
        n => format!("{n} leçons"),
    }
}

/// The number of a certificate.
pub fn number_of(number: &str) -> String {
    format!("Numéro {number}")
}
