//! The learner's pages.

use super::users::day;
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

pub fn due(date: Date) -> String {
    format!("À terminer le {}", day(date))
}
