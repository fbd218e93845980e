//! Licenses: the list, the form, the allocator.

use super::users::day;
use crate::text::number;
use domain::licenses::LedgerKind;
use domain::time::Date;

pub const TITLE: &str = "Licencias";
pub const DESCRIPTION: &str = "Plazas en cursos: cuántas hay, quién las ocupa y hasta cuándo.";
pub const ADD: &str = "Añadir licencia";
pub const NONE_YET: &str = "Aún no hay licencias";
pub const NONE_YET_WHY: &str =
    "Una licencia es un número de plazas en ciertos cursos, válida de un día a otro.";

pub const LICENSE: &str = "Licencia";
pub const STATE: &str = "Estado";
pub const KIND: &str = "Tipo";
pub const SEATS: &str = "Plazas";
pub const COURSES: &str = "Cursos";
pub const VALID: &str = "Vigente";

pub const CURRENT: &str = "Vigente";
pub const FUTURE: &str = "Empieza más tarde";
pub const EXPIRED: &str = "Terminada";
pub const ARCHIVED: &str = "Archivada";
pub const STANDARD: &str = "Estándar";
pub const REUSABLE: &str = "Reutilizable";
pub const STANDARD_HINT: &str = "Una plaza cuyo titular abrió un curso queda usada para siempre.";
pub const REUSABLE_HINT: &str = "Cada plaza puede volver al fondo en cualquier momento.";

pub const NEW_TITLE: &str = "Añadir una licencia";
pub const CHANGE_TITLE: &str = "Cambiar la licencia";
pub const NAME: &str = "Nombre";
pub const REFERENCE: &str = "Referencia";
pub const REFERENCE_HINT: &str =
    "La palabra que la nombra en los archivos de importación, como SAFETY-2026. Cada licencia tiene la suya.";
pub const PURCHASED: &str = "Plazas compradas";
pub const VALID_FROM: &str = "Primer día";
pub const VALID_TO: &str = "Último día";
pub const COURSES_HINT: &str =
    "Quien ya tiene plaza conserva sus cursos; las plazas que se den desde ahora traen estos.";
pub const CREATE: &str = "Añadir licencia";
pub const SAVE: &str = "Guardar cambios";
pub const SAVED: &str = "La licencia se ha cambiado.";
pub const CHANGE: &str = "Cambiar";
pub const PUT_AWAY: &str = "Archivar";
pub const TAKE_OUT: &str = "Sacar del archivo";
pub const PUT_AWAY_DONE: &str = "La licencia está archivada: no da acceso hasta que se saque.";
pub const TAKEN_OUT: &str = "La licencia ha salido del archivo.";

pub const FREE: &str = "Libres";
pub const GIVEN: &str = "Dadas";
pub const RESERVED: &str = "Guardadas para invitaciones";
pub const TOTAL: &str = "Compradas";
pub const COUNTS: &str = "Plazas de esta licencia";

pub const HOLDERS: &str = "Con plaza";
pub const OTHERS: &str = "Sin plaza";
pub const LISTS: &str = "Listas";
pub const SEARCH_HOLDERS: &str = "Buscar entre quienes tienen plaza";
pub const SEARCH_OTHERS: &str = "Buscar entre quienes no tienen plaza";
pub const GROUP: &str = "Grupo";
pub const LOCATION: &str = "Sede";
pub const DEPARTMENT: &str = "Departamento";
pub const ANY: &str = "Todos";
pub const FILTERS: &str = "Mostrar solo";
pub const WITH_COURSES: &str = "Cursos que trae una plaza nueva";

pub const GIVE: &str = "Dar una plaza";
pub const TAKE_BACK: &str = "Recuperar";
pub const NOBODY_SELECTED: &str = "Elija primero personas de la lista";
pub const NO_COURSE: &str = "Elija al menos un curso que venga con la plaza";
pub const OVER: &str = "La licencia ha terminado o está archivada: no se puede dar ninguna plaza";
pub const ONLY_STARTED: &str = "Las plazas empezadas de una licencia estándar quedan usadas";
pub const STARTED: &str = "Empezada";
pub const STARTED_STAYS: &str = "Empezada: queda usada";
pub const ACCOUNT_ARCHIVED: &str = "Archivada";
pub const ACCOUNT_PENDING: &str = "Pendiente";
pub const STILL_COMING: &str = "El resto de la lista está en camino.";
pub const NOBODY_HERE: &str = "Nadie coincide";
pub const WHY_TAKEN: &str = "¿Por qué está ocupada esta plaza?";
pub const SELECT_ONE: &str = "Elija primero una persona con plaza";
pub const UNDO: &str = "Deshacer";
pub const KEYS: &str = "Las flechas mueven, espacio elige, mayúsculas elige un tramo, Ctrl o ⌘ A elige todos los mostrados, Intro mueve los elegidos.";

pub const SHORT: &str = "No hay bastantes plazas libres";
pub const SHORT_NOTHING: &str = "No se ha cambiado nada.";
pub const NONE_IDLE: &str = "Todas las plazas están empezadas. Compre más o elija menos personas.";
pub const SELECT_IDLE: &str = "Elegir esas plazas";
pub const NO_LINES: &str = "El registro no dice nada de esta persona.";

pub fn courses(n: usize) -> String {
    if n == 1 {
        "1 curso".to_owned()
    } else {
        format!("{} cursos", number(n as u64))
    }
}

pub fn term(from: Date, to: Date) -> String {
    format!("del {} al {}", day(from), day(to))
}

pub fn free(n: u64) -> String {
    format!("{} libres", number(n))
}

pub fn of_total(shown: u64, total: u64) -> String {
    if shown == total {
        number(total)
    } else {
        format!("{} de {}", number(shown), number(total))
    }
}

pub fn first_shown(shown: u64) -> String {
    format!("Se muestran los {} primeros: escriba para acotar.", number(shown))
}

pub fn select_all(n: u64) -> String {
    format!("Elegir todos los que coinciden ({})", number(n))
}

pub fn give_all(n: u64) -> String {
    format!("Dar a todos los que coinciden ({})", number(n))
}

pub fn take_back_all(n: u64) -> String {
    format!("Recuperar de todos los que coinciden ({})", number(n))
}

pub fn give(n: u64) -> String {
    if n == 0 {
        GIVE.to_owned()
    } else {
        format!("Dar {}", seats(n))
    }
}

pub fn take_back(n: u64) -> String {
    if n == 0 {
        TAKE_BACK.to_owned()
    } else {
        format!("Recuperar {}", seats(n))
    }
}

fn seats(n: u64) -> String {
    if n == 1 {
        "1 plaza".to_owned()
    } else {
        format!("{} plazas", number(n))
    }
}

pub fn given(n: u64, names: &str, free: u64) -> String {
    format!("Dadas: {}{names}. Libres: {}.", seats(n), number(free))
}

pub fn taken_back(n: u64, names: &str, free: u64) -> String {
    format!("Recuperadas: {}{names}. Libres: {}.", seats(n), number(free))
}

pub fn names(first: &[String], more: u64) -> String {
    if first.is_empty() {
        return String::new();
    }
    let rest = if more == 0 {
        String::new()
    } else {
        format!(" y {} más", number(more))
    };
    format!(": {}{rest}", first.join(", "))
}

pub fn left_as_they_were(n: u64) -> String {
    format!(" Sin cambios: {}.", number(n))
}

pub fn not_moved(why: &str) -> String {
    format!("No se ha cambiado nada: {why}.")
}

pub fn short(n: u64) -> String {
    format!("Faltan {}.", seats(n))
}

pub fn idle(n: u64, names: &str) -> String {
    let were = if n == 1 {
        "no se empezó nunca"
    } else {
        "no se empezaron nunca"
    };
    format!("{} {were} y podrían recuperarse{names}.", seats(n))
}

pub fn ledger_kind(kind: LedgerKind) -> &'static str {
    match kind {
        LedgerKind::Allocated => "Dadas",
        LedgerKind::Started => "Empezada",
        LedgerKind::Returned => "Devuelta",
        LedgerKind::Reserved => "Guardada",
        LedgerKind::Released => "Soltada",
    }
}

pub fn by(name: Option<&str>) -> String {
    name.map_or_else(|| "por sí sola".to_owned(), |name| format!("por {name}"))
}
