//! The learner's pages.

use super::users::day;
use crate::text::number;
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
pub const LATER: &str = "Se abre más tarde";
pub const ENROLLMENTS: &str = "Inscripciones";
pub const ACTIVITY: &str = "Actividad";
pub const EXPORTS: &str = "Exportaciones";
pub const NO_ENROLLMENTS: &str = "Sin inscripciones";
pub const NO_ENROLLMENTS_WHY: &str =
    "Una plaza de licencia abre sus cursos; también se asignan cursos sueltos.";
pub const ENROLL_IN_MORE: &str = "Inscribir en más cursos";
pub const COURSE: &str = "Curso";
pub const DONE: &str = "Hecho";
pub const SOURCE: &str = "Origen";
pub const DIRECT: &str = "Asignación directa";
pub const TOTAL_TIME: &str = "Tiempo total";
pub const BY_DAY: &str = "Minutos por día";
pub const AS_TABLE: &str = "Como tabla";
pub const DAY: &str = "Día";
pub const MINUTES: &str = "Minutos";
pub const SUBMISSIONS: &str = "Entregas de concursos";
pub const SUBMISSIONS_WHY: &str = "Todo lo entregado: un índice y cada archivo.";
pub const AS_ZIP: &str = "En un archivo ZIP";
pub const CERTIFICATE: &str = "Certificado";
pub const CLOSED: &str = "Este curso no se puede abrir ahora. Pregunte a los responsables.";
pub const BEGIN: &str = "Empezar el curso";
pub const LAUNCH: &str = "Abrir el curso";
pub const MARK_DONE: &str = "Marcar como hecho";
pub const LESSON_DONE: &str = "Hecho:";
pub const LESSON_OPEN: &str = "Por hacer:";
pub const CONGRATULATIONS: &str = "Ha completado este curso.";
pub const A_TEXT: &str = "Texto";
pub const A_FILE: &str = "Archivo, hasta 10 MB";
pub const HAND_IN: &str = "Entregar";
pub const HAS_COMPLETED: &str = "ha completado el curso";
pub const PRINT: &str = "Imprimir";

pub fn due(date: Date) -> String {
    format!("Vence el {}", day(date))
}

/// The heading of an average over some days.
pub fn average(days: i32) -> String {
    format!("Minutos al día, {days} días")
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
    format!("Actividad en {active} de los últimos 90 días, {minutes} minutos al día de media")
}

/// How many lessons wait.
pub fn lessons(n: usize) -> String {
    match n {
        0 => "Sin lecciones aquí".to_owned(),
        1 => "1 lección".to_owned(),
        n => format!("{n} lecciones"),
    }
}

/// The number of a certificate.
pub fn number_of(number: &str) -> String {
    format!("Número {number}")
}
