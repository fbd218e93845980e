//! What the primitives say of themselves.

use crate::text::number;

pub const OPTIONAL: &str = "opcional";
pub const SHOW_PASSWORD: &str = "Mostrar la contraseña";
pub const HIDE_PASSWORD: &str = "Ocultar la contraseña";
pub const CLOSE: &str = "Cerrar";
pub const CANCEL: &str = "Cancelar";
pub const UNDO: &str = "Deshacer";
pub const DISMISS: &str = "Descartar";
pub const TRY_AGAIN: &str = "Intentar de nuevo";
pub const LOADING: &str = "Cargando";
pub const SOMETHING_WENT_WRONG: &str = "Algo ha ido mal";
pub const SIGNED_OUT: &str = "Su sesión ha terminado";
pub const SIGNED_OUT_WHY: &str = "Inicie sesión de nuevo y volverá a esta página.";
pub const NOT_FOR_YOU: &str = "No puede hacer esto";
pub const NO_MATCH: &str = "Nada coincide";
pub const COPIED: &str = "Copiado";
pub const NOT_COPIED: &str = "El navegador no ha permitido copiar. Seleccione el texto y cópielo a mano.";
pub const TICK_PAGE: &str = "Seleccionar todo en esta página";
pub const PAGES: &str = "Páginas";
pub const PREVIOUS_PAGE: &str = "Anterior";
pub const NEXT_PAGE: &str = "Siguiente";
pub const BREADCRUMBS: &str = "Ruta de navegación";

pub fn remove(what: &str) -> String {
    format!("Quitar {what}")
}

pub fn more_matches(n: usize) -> String {
    format!("{} más: escriba para acotar", number(n as u64))
}

pub fn selected(n: usize) -> String {
    match n {
        0 => "Nada seleccionado".to_owned(),
        1 => "1 seleccionado".to_owned(),
        _ => format!("{} seleccionados", number(n as u64)),
    }
}

pub fn done_of(done: u64, total: u64) -> String {
    format!("{} de {}", number(done), number(total))
}

pub fn used_of(used: u64, total: u64) -> String {
    format!("{} de {} en uso", number(used), number(total))
}

pub fn percent_used(percent: u64) -> String {
    format!("{percent} % en uso")
}

pub fn problems(n: usize) -> String {
    if n == 1 {
        "Hay un problema".to_owned()
    } else {
        format!("Hay {n} problemas")
    }
}
