//! Doing things to users, one or many.

use crate::text::number;
use domain::users::{Act, LearningAct, Left, LeftOut, Preview};

pub const APPROVE: &str = "Aprobar";
pub const NOTIFY: &str = "Avisar";
pub const ARCHIVE: &str = "Archivar";
pub const REACTIVATE: &str = "Reactivar";
pub const DELETE: &str = "Eliminar";
pub const GROUPS: &str = "Grupos";
pub const ROLE: &str = "Rol";
pub const LABELS: &str = "Etiquetas";
pub const LOCATION: &str = "Sede";
pub const DEPARTMENT: &str = "Departamento";
pub const DELETION_DATE: &str = "Fecha de eliminación";
pub const ASSIGN: &str = "Asignar cursos";
pub const MOVE_DUE: &str = "Fijar el plazo";
pub const UNASSIGN: &str = "Quitar cursos";
pub const AFRESH: &str = "Archivar la actividad";
pub const AFRESH_HINT: &str = "Lo hecho queda como registro de formación.";
pub const AGAIN: &str = "Asignar de nuevo, desde el principio";
pub const ALL_COURSES: &str = "Vacío: todos los abiertos.";
pub const NO_DUE: &str = "Vacío: ninguno.";
pub const BUNDLE_HINT: &str = "Se eligen todos sus cursos; quite los que sobren.";
pub const GIVE_SEAT: &str = "Dar una plaza";
pub const TAKE_SEAT: &str = "Retirar la plaza";
pub const OPEN: &str = "Editar";
pub const LOGIN_LINK: &str = "Enlace de acceso";
pub const ONLY_ACTIVE: &str = "solo los usuarios activos inician sesión";

pub const SELECTED: &str = "Usuarios seleccionados";
pub const CLEAR: &str = "Quitar la selección";
pub const MORE: &str = "Más";
pub const EDIT_MODE: &str = "Modo de edición";
pub const LEAVE_EDIT_MODE: &str = "Salir del modo de edición";
pub const EDIT_MODE_NEVER: &str =
    "Aquí se pueden eliminar los usuarios que nunca han iniciado sesión. Los demás se pueden archivar.";
pub const EDIT_MODE_ANYONE: &str =
    "Aquí se puede eliminar a cualquiera con un rol por debajo del suyo, con todo lo que es suyo.";

pub const ADD_OR_TAKE: &str = "Qué hacer";
pub const ADD_TO_GROUPS: &str = "Añadir a grupos";
pub const TAKE_FROM_GROUPS: &str = "Quitar de grupos";
pub const ADD_LABELS: &str = "Añadir etiquetas";
pub const TAKE_LABELS: &str = "Quitar etiquetas";
pub const TELL_THEM: &str = "Avisarles por correo";
pub const SEATS_AGAIN: &str = "Dar de nuevo las plazas devueltas al archivar";
pub const DATE_HINT: &str = "Sin fecha, las cuentas se quedan.";
pub const CHOOSE_FIRST: &str = "Elija primero qué hay que fijar.";
pub const LOOKING: &str = "Mirando qué va a pasar…";
pub const NOBODY: &str = "No se puede hacer con ninguno de ellos.";
pub const ERASED: &str = "Las cuentas y todo lo personal se eliminan para siempre: datos, inscripciones, actividad y mensajes. No se puede deshacer.";
pub const EXPORT: &str = "Exportar";
pub const EXPORT_XLSX: &str = "Como libro de Excel";
pub const EXPORT_CSV: &str = "Como CSV";
pub const EXPORT_FIRST: &str = "Exportar antes";
pub const RUNNING: &str = "En curso";
pub const REPORT: &str = "Lo que se ha hecho";
pub const ACCESS_ENDS: &str = "Sus sesiones terminan al instante; se conservan todos los registros. Los archivados no cuentan como activos.";
pub const ROLE_ENDS_SESSIONS: &str =
    "Sus sesiones terminan, para que el nuevo rol valga desde el próximo inicio de sesión.";

fn users(count: u64) -> String {
    if count == 1 {
        "1 usuario".to_owned()
    } else {
        format!("{} usuarios", number(count))
    }
}

/// Whom something is done to: by name when it is one.
pub fn whom(name: Option<&str>, count: u64, more: bool) -> String {
    match name {
        Some(name) => name.to_owned(),
        None if more => format!("{}+ usuarios", number(count)),
        None => users(count),
    }
}

pub fn select(name: &str) -> String {
    format!("Seleccionar a {name}")
}

pub fn selected(count: u64, more: bool) -> String {
    let plus = if more { "+" } else { "" };
    format!("Selección: {}{plus}", number(count))
}

pub fn select_all(count: u64, more: bool) -> String {
    if more {
        format!("Seleccionar los {}+ resultados", number(count))
    } else {
        format!("Seleccionar los {} resultados", number(count))
    }
}

/// An action on somebody: "Archive Ada Lovelace", "Archive: 12 users".
pub fn on(action: &str, whom: &str) -> String {
    format!("{action}: {whom}")
}

pub fn more_for(name: &str) -> String {
    format!("Más para {name}")
}

/// The words of the button that does it.
pub fn button(act: &Act, count: u64) -> String {
    let verb = match act {
        Act::Approve { .. } => "Aprobar",
        Act::Notify => "Avisar",
        Act::Archive => "Archivar",
        Act::Reactivate { .. } => "Reactivar",
        Act::Delete => "Eliminar",
        Act::JoinGroups { .. } => "Añadir",
        Act::LeaveGroups { .. } => "Quitar",
        Act::AddLabels { .. } | Act::RemoveLabels { .. } | Act::SetRole { .. } => "Cambiar",
        Act::SetLocation { .. } | Act::SetDepartment { .. } => "Mover",
        Act::SetDeletionDate { .. } => "Fijar para",
        Act::Learning(act) => match act {
            LearningAct::Assign { .. } => "Asignar a",
            LearningAct::SetDueDate { .. } => "Fijar para",
            LearningAct::Unassign { .. } => "Quitar a",
            LearningAct::ArchiveActivity { .. } => "Archivar para",
            LearningAct::GiveSeat { .. } => "Dar a",
            LearningAct::TakeSeatBack { .. } => "Retirar a",
            LearningAct::Restore { .. } => "Restaurar para",
        },
    };
    format!("{verb} {}", users(count))
}

/// What was done, for the short message.
pub fn done(act: &Act, name: Option<&str>, count: u64) -> String {
    let whom = whom(name, count, false);
    match act {
        Act::Approve { .. } => format!("Aprobado: {whom}"),
        Act::Notify => format!("Se avisará por correo: {whom}"),
        Act::Archive => format!("Archivado: {whom}"),
        Act::Reactivate { .. } => format!("Activo de nuevo: {whom}"),
        Act::Delete => format!("Eliminado: {whom}"),
        _ => format!("Cambiado: {whom}"),
    }
}

pub fn undone(count: u64) -> String {
    format!("Deshecho: {}", users(count))
}

/// What will happen, line by line.
pub fn lines(act: &Act, preview: &Preview) -> Vec<String> {
    let mut lines = Vec::new();
    if preview.count > 0 {
        lines.push(format!("Afecta a {}.", users(preview.count)));
    }
    match preview.seats {
        0 => {}
        1 => lines.push("1 plaza vuelve a su licencia.".to_owned()),
        n => lines.push(format!("{} plazas vuelven a sus licencias.", number(n))),
    }
    match preview.records {
        0 => {}
        1 => lines.push("Se elimina 1 registro de formación.".to_owned()),
        n => lines.push(format!("Se eliminan {} registros de formación.", number(n))),
    }
    match act {
        Act::Archive => lines.push(ACCESS_ENDS.to_owned()),
        Act::SetRole { .. } => lines.push(ROLE_ENDS_SESSIONS.to_owned()),
        _ => {}
    }
    lines
}

pub fn seats_again(count: u64) -> String {
    match count {
        1 => "Se ha dado de nuevo 1 plaza.".to_owned(),
        n => format!("Se han dado de nuevo {} plazas.", number(n)),
    }
}

pub fn seats_back(count: u64) -> String {
    match count {
        1 => "1 plaza ha vuelto a su licencia.".to_owned(),
        n => format!("{} plazas han vuelto a sus licencias.", number(n)),
    }
}

/// Those left out for one reason, with the names of the first.
pub fn left(left: &Left) -> String {
    let names = left.names.join(", ");
    let more = left.count.saturating_sub(left.names.len() as u64);
    let who = match (names.is_empty(), more) {
        (true, _) => users(left.count),
        (false, 0) => names,
        (false, more) => format!("{names} y {} más", number(more)),
    };
    format!("{who}: {}", left_out(left.why))
}

pub fn left_out_count(count: u64) -> String {
    format!("Excluidos: {}", users(count))
}

pub const fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::NotBelowYou => "el rol no está por debajo del suyo",
        LeftOut::NotPending => "no espera aprobación",
        LeftOut::Pending => "espera aprobación: apruébelo antes",
        LeftOut::Archived => "archivado",
        LeftOut::NotArchived => "no archivado",
        LeftOut::NoEmail => "sin dirección de correo",
        LeftOut::HasAccessed => {
            "ya ha iniciado sesión: archívelo, o un propietario permite eliminarlo en los ajustes"
        }
        LeftOut::Same => "ya es así",
        LeftOut::ChangedSince => "cambiado por alguien desde entonces",
        LeftOut::NotEnrolled => "no tiene abierto ninguno de estos cursos",
        LeftOut::NoSeat => "no tiene plaza de esta licencia",
        LeftOut::SeatStarted => "la plaza está empezada y sigue ocupada",
    }
}

/// What is to be typed before people are erased.
pub fn type_to_confirm(what: &str) -> String {
    format!("Escriba {what} para confirmar")
}
