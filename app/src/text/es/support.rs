//! Helping somebody who calls.

use super::users::{day, moment};
use domain::time::{Date, Timestamp};

pub const TITLE: &str = "Soporte";
pub const DESCRIPTION: &str = "Encuentre a la persona que llama, vea qué pasa y hágala entrar.";
pub const SEARCH: &str = "Nombre, correo, nombre de usuario o teléfono";
pub const PEOPLE: &str = "Personas encontradas";
pub const MORE: &str = "Hay más: escriba para acotar.";
pub const WHO: &str = "¿Quién llama?";
pub const WHO_WHY: &str = "Escriba una parte del nombre, el correo, el nombre de usuario o el teléfono.";
pub const NOBODY: &str = "No se encontró a nadie";
pub const NOBODY_WHY: &str = "Pruebe otra grafía, el correo o el teléfono.";

pub const LOGIN_LINK: &str = "Enlace de acceso";
pub const PASSWORD_LINK: &str = "Enviar un enlace para elegir contraseña";
pub const IN_LIST: &str = "Ver en la lista de usuarios";
pub const NOT_ACTIVE: &str = "Esta cuenta no está activa, así que nadie puede entrar con ella.";
pub const NO_ADDRESS: &str = "Esta cuenta no tiene dirección de correo.";

pub const WRONG: &str = "Qué pasa";
pub const NOTHING_WRONG: &str = "Nada: la cuenta está en orden y sus mensajes llegaron.";
pub const ARCHIVED: &str = "La cuenta está archivada";
pub const ARCHIVED_WHY: &str = "Un administrador puede recuperarla.";
pub const PENDING: &str = "La cuenta espera aprobación";
pub const PENDING_WHY: &str = "Un administrador puede aprobarla.";
pub const LOCKED_OUT: &str = "Bloqueada tras demasiados intentos";
pub const FORGIVE: &str = "Dejar que pruebe ahora";
pub const FORGIVEN: &str = "La persona ya puede volver a intentarlo.";
pub const NOT_ANSWERED: &str = "No se pudo llegar al servidor de correo.";
pub const OPEN_MESSAGE: &str = "Abrir el mensaje";
pub const NO_EMAIL: &str = "Sin dirección de correo";
pub const NO_EMAIL_WHY: &str = "No se puede enviar nada. Un enlace de acceso sirve de todos modos.";
pub const NO_PASSWORD: &str = "Aún sin contraseña";
pub const NO_PASSWORD_WHY: &str = "Podrá entrar en cuanto elija una mediante un enlace.";
pub const NEVER_NOTIFIED: &str = "Nadie le ha avisado aún de la cuenta.";
pub const NO_SEAT: &str = "Sin plaza ni curso";
pub const NO_SEAT_WHY: &str =
    "Puede entrar, pero no hay nada que abrir. Un administrador puede darle una plaza.";

pub const INVITED: &str = "Invitados, aún sin registrarse";
pub const LICENSE: &str = "Licencia";
pub const CHOOSE_LICENSE: &str = "Elegir una licencia";
pub const NO_FREE_SEAT: &str = "Ninguna licencia tiene hoy plazas libres.";
pub const OPEN_LICENSE: &str = "Abrir la licencia";

pub fn link_sent(recipient: &str) -> String {
    format!("Un enlace para {recipient} va en camino.")
}

pub fn archived_since(since: Timestamp) -> String {
    format!(
        "Desde el {}. Un administrador puede recuperarla.",
        day(since.date())
    )
}

pub fn locked_out_why(minutes: u64) -> String {
    if minutes == 1 {
        "Un minuto más.".to_owned()
    } else {
        format!("{minutes} minutos más.")
    }
}

pub fn mail_failed(kind: &str) -> String {
    format!("El último mensaje falló: {kind}")
}

pub fn mail_delayed(kind: &str) -> String {
    format!("El último mensaje se retrasa: {kind}")
}

pub fn answered(answer: &str) -> String {
    format!("El servidor de correo dijo: {answer}")
}

pub fn notified_at(at: Timestamp) -> String {
    format!("Se le avisó de la cuenta el {}.", moment(at))
}

pub fn license_over(license: &str) -> String {
    format!("La licencia {license} ha terminado")
}

pub fn license_not_begun(license: &str) -> String {
    format!("La licencia {license} aún no ha empezado")
}

pub fn ended_on(ended: Date) -> String {
    format!("Terminó el {}, o se archivó.", day(ended))
}

pub fn begins_on(begins: Date) -> String {
    format!("Empieza el {}.", day(begins))
}
