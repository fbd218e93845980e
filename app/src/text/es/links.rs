//! Links from messages: choosing a password, signing in by a link, and what is said where one no longer works.

pub const ACTIVATE: &str = "Elija su contraseña";
pub const ACTIVATE_WHY: &str =
    "Su cuenta está lista. Elija una contraseña que solo usted conozca y después inicie sesión con ella.";
pub const RESET: &str = "Elija una contraseña nueva";
pub const RESET_WHY: &str = "Se cerrará su sesión en todos los lugares donde la tenga abierta.";
pub const SAVE: &str = "Guardar la contraseña";
pub const SAVED: &str = "Su contraseña se ha guardado. Inicie sesión con ella.";

pub const FORGOT: &str = "¿Ha olvidado su contraseña?";
pub const FORGOT_WHY: &str = "Díganos quién es y le enviaremos un enlace para elegir una nueva.";
pub const SEND_LINK: &str = "Enviarme un enlace";
pub const ASKED: &str = "Mire su correo";
pub const ASKED_WHY: &str = "Si hay una cuenta con este nombre y una dirección de correo, un enlace va en camino. Sirve durante dos horas.";
pub const ASKED_NOTHING: &str = "¿Nada después de diez minutos? Mire entre los mensajes no deseados y después pregunte a la administración de su organización.";
pub const TO_SIGN_IN: &str = "Ir al inicio de sesión";

pub const SIGN_IN_AS_WHY: &str = "El equipo de soporte ha creado este enlace para usted. Inicia su sesión una vez, y se le avisa por correo de que se ha usado.";

pub const EXPIRED: &str = "Este enlace ha caducado";
pub const EXPIRED_WHY: &str = "Los enlaces sirven solo un tiempo, para proteger las cuentas.";
pub const USED: &str = "Este enlace ya se ha usado";
pub const USED_WHY: &str = "Cada enlace sirve una vez. Si lo usó usted, no queda nada por hacer.";
pub const VOID: &str = "Este enlace ya no sirve";
pub const VOID_WHY: &str = "Un enlace más nuevo lo ha sustituido, o su motivo ha terminado. Use el último mensaje que haya recibido.";
pub const CANCELED: &str = "Esta invitación se ha cancelado";
pub const CANCELED_WHY: &str = "Quien le invitó ha retirado la invitación.";
pub const UNKNOWN: &str = "Este enlace está incompleto";
pub const UNKNOWN_WHY: &str = "No hay nada en esta dirección. Algunos programas de correo cortan las direcciones largas: cópiela entera del mensaje.";
pub const ASK_FOR_LINK: &str = "Pedir un enlace nuevo";
pub const ASK_FOR_INVITATION: &str = "Pedir una invitación nueva";
pub const ASK_SUPPORT: &str = "Pida uno nuevo al equipo de soporte.";

pub fn sign_in_as(name: &str) -> String {
    format!("Iniciar sesión como {name}")
}

pub const CONFIRM_EMAIL: &str = "Confirmar la dirección de correo";
pub const CONFIRM: &str = "Confirmar";

pub fn confirm_email_why(email: &str) -> String {
    format!("Desde ahora los mensajes van a {email}, y con ella inicia sesión.")
}
