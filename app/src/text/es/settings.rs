//! The settings.

pub const TITLE: &str = "Ajustes";
pub const DESCRIPTION: &str = "Lo que su organización decide por sí misma. Cada cambio queda en el registro.";
pub const ORGANIZATION: &str = "Organización y correos";
pub const GETTING_IN: &str = "Acceso";
pub const KEEPING: &str = "Fin de las cuentas, e importaciones";
pub const SAVE: &str = "Guardar";
pub const SAVED: &str = "Los ajustes están guardados.";
pub const NOTHING_CHANGED: &str = "Aún no ha cambiado nada.";
pub const MET: &str = "Otra persona cambió los ajustes entretanto. Sus cambios están ahora en el formulario, junto a los suyos. Revíselos y guarde de nuevo.";
pub const USER_CAP: &str = "Límite de cuentas";
pub const USER_CAP_HINT: &str =
    "El máximo de cuentas activas. Puede ampliarlo el equipo que opera esta plataforma.";
pub const NO_CAP: &str = "Sin límite";
pub const DATE_ARCHIVES: &str = "Archivar la cuenta; sus registros se conservan";
pub const DATE_DELETES: &str = "Eliminar la cuenta con todos los datos personales";
pub const TEST: &str = "Mensaje de prueba";
pub const TEST_WHY: &str =
    "Envía un mensaje a su propia dirección y muestra lo que responde el servidor de correo.";
pub const SEND_TEST: &str = "Enviar un mensaje de prueba";

/// The words of a setting.
pub fn label(setting: &str) -> &'static str {
    match setting {
        "name" => "Nombre",
        "accent" => "Color de acento",
        "logo" => "Dirección del logotipo",
        "language" => "Idioma predeterminado",
        "min_length" => "Contraseña más corta",
        "login_link_minutes" => "Validez de los enlaces de acceso",
        "invitation_days" => "Validez de las invitaciones",
        "self_registration" => "Cualquiera puede registrarse",
        "registration_domains" => "Solo con direcciones de estos dominios",
        "on_deletion_date" => "En la fecha de eliminación",
        "erase_anyone" => "Se puede eliminar a cualquiera",
        "import_megabytes" => "Archivo de importación más grande",
        _ => "",
    }
}

/// What a setting does, in a line.
pub fn hint(setting: &str) -> &'static str {
    match setting {
        "name" => "Aparece en cada página y en la cabecera de los correos.",
        "accent" => "El color de botones y enlaces en los correos.",
        "logo" => {
            "Una imagen en la cabecera de los correos, en una dirección https: los programas de correo no cargan otras."
        }
        "language" => "Para quienes no han elegido ninguno.",
        "min_length" => "En caracteres, de 8 a 64.",
        "login_link_minutes" => "En minutos, de 1 a 60.",
        "invitation_days" => "En días, de 1 a 90.",
        "self_registration" => "Confirma su dirección por correo y espera la aprobación.",
        "registration_domains" => "Por ejemplo example.org, example.com. Vacío: cualquier dirección.",
        "on_deletion_date" => "Lo que ocurre con la cuenta ese día, tras un aviso una semana antes.",
        "erase_anyone" => {
            "Desactivado: solo quien nunca accedió. Activado: todos, con sus registros de formación."
        }
        "import_megabytes" => "En MiB, de 1 a 64.",
        _ => "",
    }
}
