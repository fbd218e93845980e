//! The learner's pages.

use super::users::day;
use domain::time::Date;

pub const TITLE: &str = "Mis cursos";
pub const NONE: &str = "Aún no hay cursos";
pub const NONE_WHY: &str =
    "Aquí aparecen sus cursos. Si falta alguno, pregunte a las personas que llevan su formación.";
pub const PROGRESS: &str = "Progreso en tanto por ciento";
pub const COMPLETED: &str = "Terminado";
pub const ENDED: &str = "El acceso ha terminado";
pub const OVERDUE: &str = "Atrasado";
pub const UNDER_WAY: &str = "En marcha";
pub const NEW: &str = "Sin empezar";

pub fn due(date: Date) -> String {
    format!("Vence el {}", day(date))
}
