//! The frame around every page.

pub const PRODUCT: &str = "Rollcall";
pub const SKIP_TO_CONTENT: &str = "Ir al contenido";
pub const MAIN_NAVIGATION: &str = "Navegación principal";

pub const USERS: &str = "Usuarios";
pub const IMPORTS: &str = "Importaciones";

pub const GO_ANYWHERE: &str = "Ir a";
pub const GO_ANYWHERE_HINT: &str = "Una página, un nombre, un correo…";
pub const PLACES: &str = "Páginas";

pub const KEYS: &str = "Atajos de teclado";
pub const KEY_SEARCH: &str = "Buscar en esta página";
pub const KEY_NEXT_ROW: &str = "Fila siguiente";
pub const KEY_PREVIOUS_ROW: &str = "Fila anterior";
pub const KEY_TICK: &str = "Seleccionar la fila";
pub const KEY_RANGE: &str = "Seleccionar todas las filas hasta esta";
pub const KEY_CLOSE: &str = "Cerrar lo que está abierto";

pub const ACCOUNT: &str = "Su cuenta";
pub const THEME: &str = "Tema";
pub const THEME_SYSTEM: &str = "Como en este dispositivo";
pub const THEME_LIGHT: &str = "Claro";
pub const THEME_DARK: &str = "Oscuro";
pub const SIGN_OUT: &str = "Cerrar sesión";

pub const NOT_THE_CONSOLE: &str = "Esta parte es para la administración";
pub const NOT_THE_CONSOLE_WHY: &str = "Ha iniciado sesión, pero su rol no incluye la consola. \
     Si debería incluirla, pregunte a la administración de su organización.";

pub const NOT_FOUND: &str = "Esta página no existe";
pub const NOT_FOUND_WHY: &str =
    "Puede que la dirección esté mal escrita, que su destino ya no exista o que no sea para usted.";
pub const BACK_TO_START: &str = "Ir a la página de inicio";

pub fn find_users(query: &str) -> String {
    format!("Buscar usuarios: «{query}»")
}
