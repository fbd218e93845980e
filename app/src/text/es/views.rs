//! Vistas guardadas de la lista de usuarios.

pub const TITLE: &str = "Vistas guardadas";
pub const EVERYBODY: &str = "Todos los usuarios";
pub const SAVE: &str = "Guardar esta vista";
pub const NAME: &str = "Nombre";
pub const HINT: &str = "Solo usted la ve. Conserva la búsqueda, los filtros y el orden.";
pub const CHANGE: &str = "Cambiar las vistas";
pub const SEARCH: &str = "Búsqueda";
pub const NOTHING_SET: &str = "Todos los que no están archivados, por nombre";
pub const RENAME: &str = "Cambiar el nombre";
pub const REPLACE: &str = "Mostrar la lista actual";
pub const SAME: &str = "Ya muestra la lista actual.";
pub const DELETE: &str = "Eliminar";

pub fn saved(name: &str) -> String {
    format!("«{name}» está guardada")
}

pub fn renamed(name: &str) -> String {
    format!("«{name}» es su nombre ahora")
}

pub fn changed(name: &str) -> String {
    format!("«{name}» muestra ahora esta lista")
}

pub fn deleted(name: &str) -> String {
    format!("«{name}» está eliminada")
}
