//! Messages: the outbox in the console.

use domain::messages::{MessageKind, MessageState};

pub const TITLE: &str = "Mensajes";
pub const DESCRIPTION: &str = "Cada correo enviado o en espera, y lo que respondió el servidor de correo.";
pub const SEND_TEST: &str = "Enviarme un mensaje de prueba";
pub const SEARCH: &str = "Dirección";
pub const STATE: &str = "Estado";
pub const ANY_STATE: &str = "Todos";
pub const FILTER: &str = "Filtrar";
pub const ABOUT: &str = "Asunto";
pub const TO: &str = "Para";
pub const WHEN: &str = "En cola desde";
pub const ANSWER: &str = "Respuesta del servidor de correo";
pub const ATTEMPTS: &str = "Intentos";
pub const NEXT_ATTEMPT: &str = "Próximo intento";

pub const NONE_YET: &str = "Aún no hay mensajes";
pub const NONE_YET_WHY: &str =
    "Aquí aparecen las invitaciones, los enlaces para elegir contraseña y los avisos en cuanto los haya.";
pub const NONE_MATCH: &str = "Ningún mensaje coincide";
pub const NONE_MATCH_WHY: &str = "Cambie la dirección o el estado del filtro.";

pub const RESEND: &str = "Enviar de nuevo";
pub const RESENT: &str = "El mensaje espera a ser enviado. El enlace que tenía antes ya no sirve.";
pub const STILL_WAITING: &str = "Este mensaje todavía espera a ser enviado";
pub const NOT_RENDERED: &str = "Este mensaje se redacta al enviarlo.";
pub const AS_TEXT: &str = "Como texto";
pub const AS_HTML: &str = "Como HTML";
pub const HAND_OVER: &str = "Entregarlo usted";
pub const HAND_OVER_WHY: &str = "No hay servidor de correo configurado, así que este mensaje se queda aquí. Mostrarlo crea un enlace o una contraseña nuevos; lo que \
     se mostró antes deja de servir. El historial guarda que usted lo hizo.";
pub const REVEAL: &str = "Mostrar con su secreto";

pub fn test_queued(recipient: &str) -> String {
    format!("Un mensaje de prueba para {recipient} espera a ser enviado.")
}

pub fn state(state: MessageState) -> &'static str {
    match state {
        MessageState::Queued => "En espera",
        MessageState::Sent => "Enviado",
        MessageState::Kept => "Guardado aquí",
        MessageState::Failed => "Fallido",
    }
}

pub fn kind(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::GeneratedPassword => "Contraseña generada",
        MessageKind::Activation => "Enlace de activación",
        MessageKind::AccountReady => "Cuenta lista",
        MessageKind::Invitation => "Invitación",
        MessageKind::PasswordReset => "Enlace para una contraseña nueva",
        MessageKind::PasswordChanged => "Contraseña cambiada",
        MessageKind::EmailChanged => "Dirección de correo cambiada",
        MessageKind::ConfirmEmail => "Confirmar una dirección de correo",
        MessageKind::LoginLinkUsed => "Enlace de acceso usado",
        MessageKind::DeletionNotice => "Fin de la cuenta",
        MessageKind::CourseDue => "Curso por vencer",
        MessageKind::InvitationAskedAgain => "Pide una invitación nueva",
        MessageKind::Test => "Mensaje de prueba",
    }
}
