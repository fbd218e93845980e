//! Making a login link for somebody.

pub const WHAT: &str = "El enlace inicia la sesión de la persona una vez, sin contraseña, en un plazo de diez minutos. Se le avisa por correo, y \
     el historial guarda quién lo creó y por qué. Un enlace creado antes deja de servir.";
pub const REASON: &str = "Motivo";
pub const REASON_HINT: &str = "Por ejemplo: ha llamado, no encuentra el mensaje de activación";
pub const MAKE: &str = "Crear el enlace";
pub const COPY: &str = "Copiar el enlace";
pub const QR: &str = "El enlace como código QR";

pub fn title(name: &str) -> String {
    format!("Enlace de acceso para {name}")
}

pub fn shown(until: &str) -> String {
    format!("Este enlace se muestra una vez y sirve una vez, hasta las {until}. Déselo solo a esa persona.")
}
