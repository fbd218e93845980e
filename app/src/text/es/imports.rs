//! Importing users from a file.

use crate::text::number;
use domain::imports::{Field, ImportState, Outcome};

pub const TITLE: &str = "Importaciones";
pub const DESCRIPTION: &str =
    "Archivos de usuarios: qué se planeó, quién lo confirmó y qué fue de cada fila.";
pub const NEW: &str = "Importación nueva";
pub const NONE_RUNNING: &str = "No hay ninguna importación en curso";
pub const NONE_YET: &str = "Aún no hay importaciones";
pub const NONE_YET_WHY: &str = "Un archivo CSV de una hoja de cálculo o de otro sistema crea y cambia usuarios, tantos como quiera. \
     Usted ve qué será de cada fila antes de que se escriba nada.";

pub const COLUMN_FILE: &str = "Archivo";
pub const COLUMN_STATE: &str = "Estado";
pub const COLUMN_BY: &str = "Por";
pub const COLUMN_WHEN: &str = "Cuándo";
pub const COLUMN_ROWS: &str = "Filas";
pub const COLUMN_TOTALS: &str = "Resultado";
pub const COLUMN_LINE: &str = "Línea";
pub const COLUMN_PERSON: &str = "Persona";
pub const COLUMN_WHAT: &str = "Qué ocurre";
pub const COLUMN_OUTCOME: &str = "Resultado";

pub const NEW_TITLE: &str = "Importar usuarios";
pub const NEW_DESCRIPTION: &str = "No se escribe nada antes de que usted confirme.";
pub const STEPS: &str = "Pasos";
pub const STEP_FILE: &str = "Archivo";
pub const STEP_TYPE: &str = "Tipo";
pub const STEP_SETTINGS: &str = "Ajustes";
pub const STEP_LICENSE: &str = "Licencia";
pub const STEP_COURSES: &str = "Cursos";
pub const STEP_CONFIRM: &str = "Confirmar";
pub const BACK: &str = "Atrás";
pub const NEXT: &str = "Siguiente";
pub const FILE_FIRST: &str = "Elija antes un archivo";
pub const MEND_FILE_FIRST: &str = "Este archivo no se puede importar tal como está";

pub const CHOOSE_FILE: &str = "Elegir un archivo";
pub const CHOOSE_OTHER: &str = "Elegir otro archivo";
pub const DROP_HERE: &str = "o suéltelo aquí";
pub const FILE_HINT: &str = "CSV con una línea de encabezados: comas, puntos y comas, tabuladores o barras; la codificación de cualquier hoja de cálculo.";
pub const FILE_STAYS: &str = "El archivo se lee en este navegador. No se envía antes de que usted confirme.";
pub const ONLY_ADDRESSES: &str = "¿Solo una lista de direcciones?";
pub const INVITE_INSTEAD: &str = "Invite a esas personas";
pub const READING: &str = "Leyendo el archivo";
pub const UNREADABLE: &str =
    "El navegador no pudo leer el archivo. Si se cambió o se movió entretanto, elíjalo de nuevo.";
pub const COLUMNS: &str = "Columnas";
pub const NOT_IMPORTED: &str = "No se importa";
pub const HIDDEN: &str = "(oculto)";
pub const UNNAMED_COLUMN: &str = "(sin encabezado)";

pub const TYPE_LABEL: &str = "¿Qué debe hacer el archivo?";
pub const TYPE_ADD: &str = "Añadir usuarios nuevos";
pub const TYPE_ADD_WHY: &str = "Quien ya existe se omite.";
pub const TYPE_UPSERT: &str = "Añadir usuarios nuevos y actualizar los existentes";
pub const TYPE_UPSERT_WHY: &str = "Quien ya existe se cambia según los ajustes.";
pub const TYPE_UPDATE: &str = "Actualizar los usuarios existentes";
pub const TYPE_UPDATE_WHY: &str = "Quien no existe se omite.";

pub const MATCH_LABEL: &str = "Reconocer a los usuarios existentes por";
pub const MATCH_USERNAME: &str = "Nombre de usuario, si no correo";
pub const MATCH_USERNAME_WHY: &str = "Sirve para casi cualquier archivo.";
pub const MATCH_EMAIL: &str = "Correo";
pub const MATCH_EMAIL_WHY: &str = "Los nombres de usuario del archivo no se usan para encontrar personas.";
pub const MATCH_EXTERNAL: &str = "Identificador externo";
pub const MATCH_EXTERNAL_WHY: &str =
    "El identificador en otro sistema, como un número de personal; los correos pueden entonces cambiar.";

pub const PASSWORD_LABEL: &str = "Contraseña de los usuarios nuevos";
pub const PASSWORD_IN_FILE: &str = "En el archivo";
pub const PASSWORD_IN_FILE_WHY: &str = "Cada usuario nuevo necesita una en la columna de contraseña.";
pub const PASSWORD_GENERATE: &str = "Generada donde el archivo no la tiene";
pub const PASSWORD_GENERATE_WHY: &str = "Se envía por correo y debe cambiarse en el primer inicio de sesión.";
pub const PASSWORD_ACTIVATION: &str = "Enlace de activación por correo";
pub const PASSWORD_ACTIVATION_WHY: &str = "Cada cual elige la suya. Las contraseñas del archivo no se usan.";

pub const DETAILS_LABEL: &str = "Datos de los usuarios existentes";
pub const DETAILS_KEEP: &str = "Dejarlos como están";
pub const DETAILS_KEEP_WHY: &str = "Las plazas y los cursos se dan de todos modos.";
pub const DETAILS_OVERRIDE: &str = "Sustituir por el archivo";
pub const DETAILS_OVERRIDE_WHY: &str = "Una celda vacía nunca borra nada.";
pub const DETAILS_FILL: &str = "Completar lo que falta";
pub const DETAILS_FILL_WHY: &str = "Lo que hay se queda.";

pub const EXISTING_PASSWORD_LABEL: &str = "Contraseña de los usuarios existentes";
pub const EXISTING_PASSWORD_KEEP: &str = "Dejarla como está";
pub const EXISTING_PASSWORD_UPDATE: &str = "Sustituir por el archivo";
pub const EXISTING_PASSWORD_UPDATE_WHY: &str = "Sus sesiones terminan.";

pub const FORCE_LABEL: &str = "Las contraseñas del archivo deben cambiarse en el próximo inicio de sesión";
pub const FORCE_NONE: &str = "No";
pub const FORCE_NONE_WHY: &str = "Las contraseñas débiles se rechazan.";
pub const FORCE_WEAK: &str = "Las débiles";
pub const FORCE_WEAK_WHY: &str = "Las que las reglas rechazarían.";
pub const FORCE_ALL: &str = "Todo";
pub const FORCE_ALL_WHY: &str = "También las que son bastante buenas.";

pub const ALLOW_LABEL: &str = "Permitir al archivo";
pub const ALLOW_RENAMES: &str = "Cambiar nombres de usuario";
pub const ALLOW_RENAMES_WHY: &str = "Mediante la columna oldusername.";
pub const ALLOW_DELETES: &str = "Eliminar usuarios";
pub const ALLOW_DELETES_WHY: &str = "Mediante yes en la columna deleted; no hay vuelta atrás.";
pub const ALLOW_ARCHIVING: &str = "Archivar usuarios y recuperarlos";
pub const ALLOW_ARCHIVING_WHY: &str = "Mediante yes o no en la columna archived.";

pub const EMAIL_LABEL: &str = "Correo";
pub const EMAIL_SEND: &str = "Avisar a los usuarios nuevos de su cuenta";
pub const EMAIL_SEND_WHY: &str =
    "Las contraseñas generadas y los enlaces de activación se envían en todo caso.";

pub const VOID_ADDS_ONLY: &str = "Este tipo solo añade usuarios nuevos.";
pub const VOID_UPDATES_ONLY: &str = "Este tipo solo actualiza usuarios existentes.";
pub const VOID_NO_PASSWORD: &str = "Con estos ajustes no se usa ninguna contraseña del archivo.";
pub const VOID_LINK_SENT: &str = "El enlace de activación se lo dice.";

pub const LICENSE_LABEL: &str = "Licencia para todas las filas";
pub const LICENSE_HINT: &str = "Una fila con licencia propia recibe esa en su lugar.";
pub const NO_LICENSE: &str = "Sin licencia";
pub const LICENSE_ARCHIVED: &str = "Archivada: no da acceso";

pub const COURSES_LABEL: &str = "Cursos de la licencia";
pub const COURSES_ALL: &str = "Todo";
pub const COURSES_SOME: &str = "Solo algunos";
pub const COURSES_WHICH: &str = "Cuáles";
pub const COURSES_NONE_TICKED: &str = "Marque al menos un curso, o elija todos";
pub const COURSES_DIRECT: &str = "Cursos para todas las filas, sin licencia";
pub const COURSES_DIRECT_HINT: &str =
    "Se conceden directamente, sin plaza. Una fila con cursos propios recibe esos en su lugar.";
pub const DUE_DATE: &str = "Vencimiento para todas las filas";
pub const DUE_DATE_HINT: &str = "Una fila con vencimiento propio lo conserva.";

pub const PREVIEW: &str = "Vista previa";
pub const PREVIEW_EMPTY: &str = "Qué será de cada fila";
pub const PREVIEW_EMPTY_WHY: &str = "Elija un archivo y cada fila mostrará aquí lo que hará. Cambie un ajuste y se verá al momento qué cambia con ello.";
pub const LOOKING_UP: &str = "Comparando con sus usuarios";
pub const AT_START: &str = "Estas son las primeras filas";
pub const AT_END: &str = "Estas son las últimas filas";
pub const DOWNLOAD_FAILING: &str = "Descargar las filas con errores";
pub const DOWNLOAD_PLAN: &str = "Descargar el plan (JSON)";
pub const FILTER: &str = "Filas por resultado";
pub const ALL_ROWS: &str = "Todo";
pub const NO_SUCH_ROWS: &str = "Ninguna fila";
pub const NOTHING_BEFORE: &str = "(vacío)";
pub const BECOMES: &str = "pasa a ser";
pub const PREVIOUS_ROWS: &str = "Filas anteriores";
pub const MORE_ROWS: &str = "Más filas";
pub const LOOK_UP_FAILED: &str = "La vista previa no está al día";

pub const CONFIRM_WHAT: &str = "Esto es lo que ocurrirá";
pub const CONFIRM_NOTHING: &str = "Ninguna fila de este archivo crea ni cambia un usuario";
pub const CONFIRM_SETTINGS_WRONG: &str = "Un ajuste es incorrecto: vea la vista previa";
pub const CONFIRM_NOT_READY: &str = "La vista previa aún no está lista";
pub const DIFFERS: &str = "Los datos han cambiado entretanto";
pub const DIFFERS_WHY: &str = "Desde esta vista previa alguien ha cambiado usuarios o licencias, y estas filas dan ahora otro resultado. \
     Aún no se ha escrito nada.";
pub const DIFFERS_GO: &str = "Importar como está ahora";
pub const DIFFERS_LOOK: &str = "Ver otra vez la vista previa";
pub const DIFFERS_PREVIEWED: &str = "En la vista previa";
pub const DIFFERS_NOW: &str = "Ahora";

pub const PROGRESS: &str = "Filas aplicadas";
pub const PROGRESS_LEAVE: &str =
    "Puede salir de esta página: la importación continúa y se encuentra de nuevo en Importaciones.";
pub const ROWS: &str = "Filas";
pub const FAILED_WHY: &str =
    "No pudo continuar. Lo aplicado se queda; las filas de abajo dicen hasta dónde llegó.";
pub const PLANNED_WHY: &str = "No se confirmó, así que no se escribió nada.";

pub fn field(field: Field) -> &'static str {
    match field {
        Field::Username => "Nombre de usuario",
        Field::FirstName => "Nombre",
        Field::LastName => "Apellidos",
        Field::Email => "Correo",
        Field::Password => "Contraseña",
        Field::Phone => "Teléfono",
        Field::Role => "Rol",
        Field::Department => "Departamento",
        Field::Location => "Sede",
        Field::Groups => "Grupos",
        Field::Labels => "Etiquetas",
        Field::Language => "Idioma",
        Field::License => "Licencia",
        Field::Courses => "Cursos",
        Field::DueDate => "Vencimiento",
        Field::DeletionDate => "Fecha de eliminación",
        Field::JobTitle => "Cargo",
        Field::Address => "Dirección",
        Field::DateOfBirth => "Fecha de nacimiento",
        Field::ExternalId => "Identificador externo",
        Field::OldUsername => "Nombre de usuario anterior",
        Field::Deleted => "Eliminado",
        Field::Archived => "Archivado",
    }
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Create => "Crear",
        Outcome::Update => "Actualizar",
        Outcome::Skip => "Omitir",
        Outcome::Archive => "Archivar",
        Outcome::Delete => "Eliminar",
        Outcome::Error => "Error",
    }
}

pub fn state(state: ImportState) -> &'static str {
    match state {
        ImportState::Planned => "Sin confirmar",
        ImportState::Applying => "En marcha",
        ImportState::Done => "Terminada",
        ImportState::Undone => "Deshecha",
        ImportState::Failed => "Fallida",
    }
}

pub fn chosen(name: &str, rows: u64) -> String {
    let rows = if rows == 1 {
        "1 fila".to_owned()
    } else {
        format!("{} filas", number(rows))
    };
    format!("{name}, {rows}")
}

pub fn separated_by(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "separado por puntos y comas",
        '\t' => "separado por tabuladores",
        '|' => "separado por barras",
        _ => "separado por comas",
    }
}

pub fn recognized(known: u64, all: u64) -> String {
    format!("Se importarán {} de {} columnas.", number(known), number(all))
}

pub fn for_example(sample: &str) -> String {
    format!("por ejemplo {sample}")
}

pub fn free_seats(free: i64, purchased: i64, until: &str) -> String {
    format!(
        "{} de {} plazas libres, válida hasta el {until}",
        number(free.unsigned_abs()),
        number(purchased.unsigned_abs())
    )
}

pub fn ended(on: &str) -> String {
    format!("Terminó el {on}")
}

pub fn seats(license: &str, needed: i64, free: i64) -> String {
    format!(
        "{license}: {} plazas necesarias, {} libres",
        number(needed.unsigned_abs()),
        number(free.unsigned_abs())
    )
}

pub fn seats_short(license: &str, needed: i64, free: i64) -> String {
    let short = number((needed - free).unsigned_abs());
    format!("{}, faltan {short}", seats(license, needed, free))
}

pub fn active_after(active: i64, cap: Option<i64>) -> String {
    let active = number(active.unsigned_abs());
    match cap {
        Some(cap) => format!(
            "después {active} usuarios activos, de {} permitidos",
            number(cap.unsigned_abs())
        ),
        None => format!("después {active} usuarios activos"),
    }
}

pub fn cap_keeps_out(rows: i64) -> String {
    format!(
        "el límite de usuarios deja fuera a {}",
        number(rows.unsigned_abs())
    )
}

pub fn rows_shown(first: u64, last: u64, all: u64) -> String {
    format!("Filas {}–{} de {}", number(first), number(last), number(all))
}

/// `n` users will be…, as a sentence of the confirmation.
pub fn will(outcome: Outcome, n: u32) -> String {
    let rows = n == 1;
    let n = number(u64::from(n));
    match (outcome, rows) {
        (Outcome::Create, true) => "Se crea 1 usuario".to_owned(),
        (Outcome::Create, false) => format!("Se crean {n} usuarios"),
        (Outcome::Update, true) => "Se actualiza 1 usuario".to_owned(),
        (Outcome::Update, false) => format!("Se actualizan {n} usuarios"),
        (Outcome::Archive, true) => "Se archiva 1 usuario, que ya no puede iniciar sesión".to_owned(),
        (Outcome::Archive, false) => format!("Se archivan {n} usuarios, que ya no pueden iniciar sesión"),
        (Outcome::Delete, true) => "Se elimina 1 usuario para siempre".to_owned(),
        (Outcome::Delete, false) => format!("Se eliminan {n} usuarios para siempre"),
        (Outcome::Skip, true) => "Se omite 1 fila".to_owned(),
        (Outcome::Skip, false) => format!("Se omiten {n} filas"),
        (Outcome::Error, true) => "1 fila es incorrecta y queda fuera".to_owned(),
        (Outcome::Error, false) => format!("{n} filas son incorrectas y quedan fuera"),
    }
}

pub fn import_users(n: u32) -> String {
    if n == 1 {
        "Importar 1 usuario".to_owned()
    } else {
        format!("Importar {} usuarios", number(u64::from(n)))
    }
}

pub fn type_the_count(n: u32) -> String {
    format!(
        "Esto afecta a {} usuarios existentes, más de una décima parte del total. Escriba ese número para continuar.",
        number(u64::from(n))
    )
}

pub fn differing(n: u64) -> String {
    if n == 1 {
        "1 fila es distinta".to_owned()
    } else {
        format!("{} filas son distintas", number(n))
    }
}

pub fn created(by: &str, when: &str) -> String {
    format!("Por {by}, {when}")
}

pub fn line(line: u32) -> String {
    format!("Línea {line}")
}

pub fn and_more(n: u64) -> String {
    format!("y {} más", number(n))
}

pub fn sentence(words: &str) -> String {
    format!("{words}.")
}
