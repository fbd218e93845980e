//! Registering with an invitation.

pub const FIRST_NAME: &str = "Nombre";
pub const LAST_NAME: &str = "Apellidos";
pub const PASSWORD: &str = "Contraseña";
pub const SHOW: &str = "Mostrar";
pub const HIDE: &str = "Ocultar";
pub const MORE: &str = "Más sobre usted, si lo desea";
pub const PHONE: &str = "Teléfono";
pub const ADDRESS: &str = "Dirección postal";
pub const DATE_OF_BIRTH: &str = "Fecha de nacimiento";
pub const JOB_TITLE: &str = "Puesto";
pub const LANGUAGE: &str = "Idioma";
pub const REGISTER: &str = "Crear la cuenta";

pub const STRENGTH_WEAK: &str = "Suficiente; más larga sería mejor";
pub const STRENGTH_FAIR: &str = "Una buena contraseña";
pub const STRENGTH_STRONG: &str = "Una contraseña fuerte";

pub const ASKED: &str = "Ha pedido una invitación nueva";
pub const ASKED_WHY: &str =
    "Quien le invitó recibe el aviso. Si está de acuerdo, le llegará un mensaje nuevo.";

pub const EMAIL: &str = "Correo";
pub const SEND_LINK: &str = "Enviarme un enlace";
pub const ASK_WHY: &str = "Escriba su dirección de correo. Recibirá allí un enlace para registrarse.";
pub const SENT: &str = "Mire sus mensajes";
pub const SENT_WHY: &str =
    "Si esta dirección puede registrarse, va un enlace en camino. Puede tardar unos minutos.";

pub fn of_domains(domains: &str) -> String {
    format!("Direcciones de estos dominios: {domains}.")
}

pub fn title(organization: &str) -> String {
    format!("Le damos la bienvenida a {organization}")
}

pub fn why(email: &str) -> String {
    format!("Le han invitado como {email}. Con esta dirección iniciará sesión.")
}

pub fn password_hint(characters: u64) -> String {
    format!(
        "Al menos {characters} caracteres y ninguna de las comunes. Cuatro palabras sin relación están bien."
    )
}
