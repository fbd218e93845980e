//! One's own profile.

pub const TITLE: &str = "Su perfil";
pub const DETAILS: &str = "Sobre usted";
pub const SAVE: &str = "Guardar";
pub const SAVED: &str = "Su perfil está guardado.";
pub const CHANGED: &str = "Alguien cambió su cuenta entretanto: recargue la página e inténtelo de nuevo.";
pub const NEW_EMAIL: &str = "Nueva dirección de correo";
pub const NEW_EMAIL_HINT: &str = "Enviamos allí un enlace. La dirección vale cuando lo haya usado.";
pub const SEND_LINK: &str = "Enviar el enlace";
pub const CURRENT_PASSWORD: &str = "Su contraseña actual";
pub const PASSWORD_HINT: &str = "Aquí sigue con la sesión abierta; en los demás dispositivos se cierra.";
pub const CHANGE_PASSWORD: &str = "Cambiar la contraseña";
pub const PASSWORD_CHANGED: &str =
    "Su contraseña está cambiada. En los demás dispositivos se cerró la sesión.";
pub const EMAIL_CONFIRMED: &str = "Su nueva dirección de correo está confirmada.";
pub const SESSIONS: &str = "Dónde tiene la sesión abierta";
pub const SIGN_OUT_EVERYWHERE: &str = "Cerrar sesión en todas partes";
pub const THIS_DEVICE: &str = "Este dispositivo";
pub const UNKNOWN_DEVICE: &str = "Navegador desconocido";
pub const END: &str = "Cerrar sesión";

pub fn email_sent(email: &str) -> String {
    format!("Va un enlace en camino a {email}, si la dirección está libre.")
}

pub fn browser_on(browser: &str, system: &str) -> String {
    format!("{browser} en {system}")
}

pub fn last_seen(ago: &str) -> String {
    format!("último uso: {ago}")
}
