//! Users: the list, the form that makes one, the page of one.

use crate::text::number;
use domain::access::{GroupRole, Role};
use domain::time::{Date, Timestamp};
use domain::users::{Language, SortBy, UserState};

pub const TITLE: &str = "Usuarios";
pub const DESCRIPTION: &str = "Todas las personas de su organización que usted puede ver.";
pub const ADD: &str = "Añadir usuario";

pub const SEARCH: &str = "Buscar por nombre, correo, nombre de usuario o teléfono";
pub const ADVANCED_FILTERS: &str = "Filtros avanzados";
pub const CLEAR_FILTERS: &str = "Borrar los filtros";
pub const FILTERS_SET: &str = "Filtros activos";
pub const SORT_BY: &str = "Ordenar por";

pub const NAME: &str = "Nombre";
pub const LOCATION: &str = "Sede";
pub const GROUPS: &str = "Grupos";
pub const GROUP: &str = "Grupo";
pub const STATUS: &str = "Estado";
pub const ROLE: &str = "Rol";
pub const DEPARTMENT: &str = "Departamento";
pub const LABELS: &str = "Etiquetas";
pub const LABEL: &str = "Etiqueta";
pub const LICENSE: &str = "Licencia";
pub const JOINED_FROM: &str = "Alta desde";
pub const JOINED_TO: &str = "Alta hasta";
pub const LAST_ACCESS: &str = "Último acceso";
pub const ACTIONS: &str = "Acciones";
pub const BILLABLE: &str = "Facturables";
pub const DELETION_TO: &str = "Eliminación hasta";
pub const DUE_TO: &str = "Curso pendiente hasta";
pub const NEVER_ACCESSED: &str = "Nunca ha accedido";
pub const NEVER: &str = "Nunca";
pub const NOTIFIED: &str = "Avisado";

pub const NONE_YET: &str = "Aún no hay usuarios";
pub const NONE_YET_WHY: &str = "Aquí aparecen las personas que usted crea, importa o invita.";
pub const NONE_MATCH: &str = "Nadie coincide";
pub const NONE_MATCH_WHY: &str = "Los usuarios archivados solo aparecen si el filtro de estado los pide. Cambie la búsqueda o quite filtros.";

pub const NEW_TITLE: &str = "Añadir un usuario";
pub const NEW_DESCRIPTION: &str =
    "La cuenta queda activa al momento y cuenta entre las plazas de su organización.";
pub const PERSON: &str = "Persona";
pub const FIRST_NAME: &str = "Nombre";
pub const LAST_NAME: &str = "Apellidos";
pub const EMAIL: &str = "Correo";
pub const EMAIL_HINT: &str = "Sin correo, escriba un nombre de usuario y entregue usted la contraseña.";
pub const EMAIL_AS_USERNAME: &str = "Usar el correo como nombre de usuario";
pub const USERNAME: &str = "Nombre de usuario";
pub const USERNAME_HINT: &str =
    "Si se deja vacío, es la parte del correo antes de la @, con un número si ya está en uso.";

pub const ACCESS: &str = "Cómo entra la persona";
pub const PASSWORD_CHOICE: &str = "Contraseña";
pub const PASSWORD_ACTIVATION: &str = "Enviar un enlace para elegirla (recomendado)";
pub const PASSWORD_ACTIVATION_HINT: &str = "Nadie más conoce nunca la contraseña.";
pub const PASSWORD_GENERATED: &str = "Generar una y enviarla por correo";
pub const PASSWORD_GENERATED_HINT: &str = "Debe cambiarse en el primer inicio de sesión.";
pub const PASSWORD_TYPED: &str = "Escribir una ahora";
pub const PASSWORD_TYPED_HINT: &str = "No se envía nada: la entrega usted.";
pub const PASSWORD_LATER: &str = "Más tarde";
pub const PASSWORD_LATER_HINT: &str =
    "La cuenta existe, pero nadie puede iniciar sesión hasta que usted avise a la persona.";
pub const PASSWORD: &str = "Contraseña que entregar";
pub const FORCE_CHANGE: &str = "Debe cambiarse en el primer inicio de sesión";

pub const ROLE_AND_GROUPS: &str = "Rol y grupos";
pub const ROLE_NOT_BELOW: &str = "Solo se pueden dar roles por debajo del suyo.";
pub const GROUP_ROLE: &str = "Rol en estos grupos";
pub const WHERE: &str = "A dónde pertenece la persona";
pub const NO_LOCATION: &str = "Sin sede";
pub const NO_DEPARTMENT: &str = "Sin departamento";
pub const LANGUAGE: &str = "Idioma";
pub const LANGUAGE_DEFAULT: &str = "Como la organización";
pub const DELETION_DATE: &str = "Fecha de eliminación";
pub const DELETION_DATE_HINT: &str = "Ese día la cuenta desaparece por sí sola, con aviso una semana antes.";

pub const LICENSE_AND_COURSES: &str = "Licencia y cursos";
pub const NO_LICENSE: &str = "Sin licencia";
pub const COURSES: &str = "Cursos";
pub const CHOOSE_A_COURSE: &str = "elija al menos un curso, o ninguna licencia";
pub const DUE_DATE: &str = "Fecha de vencimiento";

pub const PROFILE: &str = "Datos del perfil";
pub const PHONE: &str = "Teléfono";
pub const JOB_TITLE: &str = "Cargo";
pub const ADDRESS: &str = "Dirección";
pub const DATE_OF_BIRTH: &str = "Fecha de nacimiento";
pub const EXTERNAL_ID: &str = "Identificador en otro sistema";

pub const CREATE: &str = "Crear usuario";

const MONTHS: [&str; 12] = [
    "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
];

/// How many match; `more` when counting stopped there.
pub fn found(count: u64, more: bool, filtered: bool) -> String {
    let plus = if more { "+" } else { "" };
    let users = if count == 1 { "usuario" } else { "usuarios" };
    let verb = match (filtered, count) {
        (false, _) => "",
        (true, 1) => " coincide",
        (true, _) => " coinciden",
    };
    format!("{}{plus} {users}{verb}", number(count))
}

/// What a chip says: which filter, and its value.
pub fn chip(filter: &str, value: &str) -> String {
    format!("{filter}: {value}")
}

pub fn more_groups(n: usize) -> String {
    format!("{} más", number(n as u64))
}

pub fn deletion_due(date: Date) -> String {
    format!("Eliminación el {}", day(date))
}

pub fn created(name: &str) -> String {
    format!("{name} ya está dentro")
}

/// A license in a list to choose from.
pub fn license(name: &str, free: u64) -> String {
    match free {
        0 => format!("{name} (sin plazas libres)"),
        1 => format!("{name} (1 plaza libre)"),
        _ => format!("{name} ({} plazas libres)", number(free)),
    }
}

pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Owner => "Propietario",
        Role::Administrator => "Administrador",
        Role::Support => "Soporte",
        Role::Member => "Miembro",
    }
}

pub const fn role_hint(role: Role) -> &'static str {
    match role {
        Role::Owner => "Responde de la organización.",
        Role::Administrator => "Lleva la gestión: usuarios, licencias, cursos, ajustes.",
        Role::Support => "Encuentra a las personas, corrige sus datos y las ayuda a entrar.",
        Role::Member => "Aprende y edita su propio perfil.",
    }
}

pub const fn group_role(role: GroupRole) -> &'static str {
    match role {
        GroupRole::Admin => "Administrador de grupo",
        GroupRole::Instructor => "Instructor",
        GroupRole::Learner => "Alumno",
    }
}

pub const fn state(state: UserState) -> &'static str {
    match state {
        UserState::Pending => "Pendiente",
        UserState::Active => "Activo",
        UserState::Archived => "Archivado",
    }
}

pub const fn sort(by: SortBy) -> &'static str {
    match by {
        SortBy::Name => "Nombre",
        SortBy::Joined => "Más recientes primero",
        SortBy::LastAccess => "Último acceso",
    }
}

/// The language, in itself.
pub const fn language(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::De => "Deutsch",
        Language::Fr => "Français",
        Language::Es => "Español",
    }
}

/// A day: `21 nov 2026`.
pub fn day(date: Date) -> String {
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|at| MONTHS.get(at));
    format!("{} {} {}", date.day(), month.unwrap_or(&""), date.year())
}

/// A moment to the minute: `21 nov 2026, 12:00 UTC`.
pub fn moment(at: Timestamp) -> String {
    let minutes = at.as_micros().div_euclid(60_000_000).rem_euclid(24 * 60);
    format!("{}, {:02}:{:02} UTC", day(at.date()), minutes / 60, minutes % 60)
}

/// How long ago something was.
pub fn ago(seconds: i64) -> String {
    let some = |n: i64, one: &str, many: &str| format!("hace {n} {}", if n == 1 { one } else { many });
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    match (minutes, hours, days) {
        (..1, _, _) => "Ahora mismo".to_owned(),
        (_, ..1, _) => some(minutes, "minuto", "minutos"),
        (_, _, ..1) => some(hours, "hora", "horas"),
        (_, _, 1) => "Ayer".to_owned(),
        (_, _, ..30) => some(days, "día", "días"),
        (_, _, ..365) => some(days / 30, "mes", "meses"),
        _ => some(days / 365, "año", "años"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        let said = [
            0,
            59,
            60,
            7199,
            86_399,
            86_400,
            172_800,
            30 * 86_400,
            800 * 86_400,
        ]
        .map(ago);
        let expected = [
            "Ahora mismo",
            "Ahora mismo",
            "hace 1 minuto",
            "hace 1 hora",
            "hace 23 horas",
            "Ayer",
            "hace 2 días",
            "hace 1 mes",
            "hace 2 años",
        ];
        assert_eq!(said, expected);
        let noon = Timestamp::from_micros(1_767_268_800_000_000);
        assert_eq!(moment(noon), "1 ene 2026, 12:00 UTC");
    }

    #[test]
    fn counts_are_in_the_right_number() {
        let said = [1, 12, 0].map(|count| found(count, false, true));
        assert_eq!(
            said,
            [
                "1 usuario coincide",
                "12 usuarios coinciden",
                "0 usuarios coinciden"
            ]
        );
    }
}
