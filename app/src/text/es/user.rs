//! The page of one user.

use domain::access::{GroupRole, Role};
use domain::audit::Action;
use domain::users::{Language, UserState};

pub const TABS: &str = "Lo que ve de este usuario";
pub const DETAILS: &str = "Detalles";
pub const HISTORY: &str = "Historial";
pub const CONTACT: &str = "Contacto y acceso";
pub const LIFE: &str = "Vida de la cuenta";
pub const NONE: &str = "Ninguno";
pub const NO_GROUPS: &str = "Todavía en ningún grupo.";
pub const CHANGE_GROUPS: &str = "Cambiar grupos";
pub const CHANGE_EMAIL: &str = "Cambiar correo";
pub const CHANGE_PHONE: &str = "Cambiar teléfono";
pub const CHANGE_PASSWORD: &str = "Cambiar contraseña";
pub const EMAIL_HINT: &str = "Se avisa a la dirección anterior. Los enlaces enviados a ella dejan de valer.";
pub const PASSWORD_SET: &str = "Puesta";
pub const PASSWORD_TO_CHANGE: &str = "Por cambiar en el próximo inicio de sesión";
pub const PASSWORD_NONE: &str = "Sin poner";
pub const WAY_LINK: &str = "Enviar un enlace para elegirla (recomendado)";
pub const WAY_TYPED_HINT: &str = "La entrega usted. Se avisa a la persona por correo de que cambió.";
pub const NO_EMAIL: &str = "No hay dirección de correo a la que enviar.";
pub const SESSIONS_END: &str = "Terminan todas las sesiones de esta persona.";
pub const SET_PASSWORD: &str = "Poner contraseña";
pub const SEND_PASSWORD: &str = "Enviar contraseña";
pub const SEND_LINK: &str = "Enviar enlace";
pub const PASSWORD_DONE: &str = "La contraseña está puesta";
pub const PASSWORD_DONE_TOLD: &str = "La contraseña está puesta y se avisa a la persona";
pub const ON_ITS_WAY: &str = "El mensaje está en camino";
pub const JOINED: &str = "Alta";
pub const APPROVED: &str = "Aprobado";
pub const NOTIFIED_AT: &str = "Avisado";
pub const LAST_SIGN_IN: &str = "Último inicio de sesión";
pub const ARCHIVED_AT: &str = "Archivado";
pub const SAVE: &str = "Guardar";
pub const PUT_BACK: &str = "Restablecer";
pub const SAVED: &str = "Guardado";
pub const NOTHING_CHANGED: &str = "Todavía no se ha cambiado nada.";
pub const MET: &str = "Otra persona ha cambiado este usuario entretanto. Sus cambios están ahora en el formulario, junto a los suyos. Revíselos y guarde de nuevo.";
pub const NO_HISTORY: &str = "Aquí no hay nada";
pub const NO_HISTORY_WHY: &str =
    "Lo que le pasa a este usuario aparece aquí, en la medida en que usted pueda verlo.";
pub const OLDER: &str = "Mostrar anteriores";
pub const BECAME: &str = "pasó a";
pub const SOMEBODY_GONE: &str = "Alguien cuya cuenta se eliminó";
pub const BY_ITSELF: &str = "Rollcall, por sí solo";
pub const COMMAND_LINE: &str = "Alguien en la línea de órdenes";

pub fn by(at: &str, name: &str) -> String {
    format!("{at}, por {name}")
}

pub fn invited_by(at: &str, name: &str) -> String {
    format!("{at}, por invitación de {name}")
}

pub fn from_address(address: &str) -> String {
    format!("desde {address}")
}

pub fn met_both(fields: &str) -> String {
    format!("Ambos han cambiado: {fields}. Se conserva lo que usted escribió, salvo que lo cambie.")
}

/// The words of a field; none for what no person would look for.
pub fn field(field: &str) -> &'static str {
    match field {
        "first_name" => "Nombre",
        "last_name" => "Apellidos",
        "email" => "Correo",
        "username" => "Nombre de usuario",
        "phone" => "Teléfono",
        "role" => "Rol",
        "state" => "Estado",
        "groups" => "Grupos",
        "group_role" => "Rol en los grupos",
        "labels" => "Etiquetas",
        "location" => "Sede",
        "department" => "Departamento",
        "language" => "Idioma",
        "deletion_date" => "Fecha de eliminación",
        "job_title" => "Puesto",
        "address" => "Dirección",
        "date_of_birth" => "Fecha de nacimiento",
        "external_id" => "Identificador en otro sistema",
        "reason" => "Motivo",
        "recipient" => "Enviado a",
        "sessions" => "Sesiones",
        "view" => "Vista",
        _ => "",
    }
}

/// A value as people read it.
pub fn value(field: &str, text: &str) -> String {
    let word = match field {
        "role" => Role::parse(text).ok().map(super::users::role),
        "group_role" => GroupRole::parse(text).ok().map(super::users::group_role),
        "state" => UserState::parse(text).ok().map(super::users::state),
        "language" => Language::parse(text).ok().map(super::users::language),
        _ => None,
    };
    word.unwrap_or(text).to_owned()
}

/// What happened, in a sentence.
pub fn sentence(action: Action, who: &str) -> String {
    format!("{}: {who}", super::audit::action(action))
}
