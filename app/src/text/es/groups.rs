//! Groups, programs and their sessions.

pub const TITLE: &str = "Grupos";
pub const DESCRIPTION: &str =
    "Quiénes van juntos, quién lo dirige y las ediciones de programas que se imparten.";
pub const SEARCH: &str = "Buscar un grupo";
pub const NEW: &str = "Nuevo grupo";
pub const NONE: &str = "Aún no hay grupos";
pub const NONE_WHY: &str =
    "Una clase, un equipo, una promoción: se invita, se lista y se enseña en conjunto.";
pub const NONE_MATCH: &str = "Ningún grupo se llama así";
pub const NONE_MATCH_WHY: &str = "Pruebe otra palabra.";
pub const NAME: &str = "Nombre";
pub const MEMBERS: &str = "Miembros";
pub const NOBODY: &str = "Nadie todavía.";
pub const RENAME: &str = "Cambiar el nombre";
pub const INVITE: &str = "Invitar a este grupo";
pub const IN_LIST: &str = "Ver en la lista de usuarios";
pub const TAKE_OUT: &str = "Sacar";
pub const SESSIONS: &str = "Ediciones de programas";
pub const OWN_SESSIONS: &str = "Sus ediciones";
pub const NO_SESSIONS: &str = "Ninguna edición.";
pub const NEWEST: &str = "Aquí están solo las más recientes.";
pub const NEW_SESSION: &str = "Nueva edición";
pub const PROGRAM: &str = "Programa";
pub const CHOOSE_PROGRAM: &str = "Elegir un programa";
pub const DAYS: &str = "Días";
pub const CHANGE_DAYS: &str = "Cambiar los días";
pub const COURSES: &str = "Cursos";
pub const INSTRUCTORS: &str = "Instructores";
pub const LEARNERS: &str = "Alumnos";
pub const INVITE_LEARNERS: &str = "Invitar a alumnos";
pub const ADD_INSTRUCTOR: &str = "Añadir un instructor";
pub const ADD_LEARNER: &str = "Añadir un alumno";
pub const LOGIN: &str = "Correo o nombre de usuario";
pub const PROGRAMS: &str = "Programas";
pub const PROGRAMS_WHY: &str = "Cursos en su orden, impartidos en ediciones con fechas.";
pub const NO_PROGRAMS: &str = "Aún no hay programas";
pub const NEW_PROGRAM: &str = "Nuevo programa";
pub const CHANGE_PROGRAM: &str = "Cambiar el programa";
