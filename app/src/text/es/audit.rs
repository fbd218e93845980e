//! The audit.

use domain::audit::Action;

pub const TITLE: &str = "Registro";
pub const DESCRIPTION: &str = "Quién hizo qué a quién, cuándo y desde dónde, hasta donde usted puede verlo.";
pub const ACTOR: &str = "Quién";
pub const TARGET: &str = "A quién";
pub const ACTION: &str = "Qué";
pub const ANY_ACTION: &str = "Todo";
pub const FROM: &str = "Desde";
pub const TO: &str = "Hasta";
pub const FILTER: &str = "Filtrar";
pub const EXPORT: &str = "Exportar como CSV";
pub const NONE: &str = "Nada por aquí";
pub const NONE_WHY: &str = "No ha ocurrido nada así, o no le corresponde verlo.";
pub const SHOW_ALL: &str = "Mostrar todo";
pub const GONE: &str = "(ya no existe)";

/// What was done.
pub const fn action(action: Action) -> &'static str {
    match action {
        Action::SignedIn => "Inicio de sesión",
        Action::SignInRefused => "Inicio de sesión rechazado",
        Action::SignedOut => "Cierre de sesión",
        Action::SessionsEnded => "Sesiones terminadas",
        Action::PasswordChanged => "Contraseña puesta",
        Action::PasswordResetAsked => "Enlace para elegir contraseña pedido",
        Action::UserCreated => "Cuenta creada",
        Action::UserChanged => "Detalles cambiados",
        Action::RoleChanged => "Rol cambiado",
        Action::UserApproved => "Cuenta aprobada",
        Action::UserNotified => "Persona avisada",
        Action::UserArchived => "Cuenta archivada",
        Action::UserReactivated => "Cuenta reactivada",
        Action::UserDeleted => "Cuenta eliminada",
        Action::GroupsChanged => "Grupos cambiados",
        Action::LoginLinkMade => "Enlace de acceso creado",
        Action::LoginLinkUsed => "Enlace de acceso usado",
        Action::SeatAllocated => "Plaza dada",
        Action::SeatReturned => "Plaza retirada",
        Action::CoursesAssigned => "Cursos asignados",
        Action::CoursesUnassigned => "Cursos retirados",
        Action::DueDateMoved => "Plazo cambiado",
        Action::ActivityArchived => "Actividad archivada",
        Action::EnrollmentsRestored => "Cursos restaurados",
        Action::CourseStarted => "Curso empezado",
        Action::CourseCompleted => "Curso completado",
        Action::Submitted => "Entrega hecha",
        Action::BundleCreated => "Paquete de cursos añadido",
        Action::BundleChanged => "Paquete de cursos cambiado",
        Action::EventCreated => "Evento añadido",
        Action::EventChanged => "Evento cambiado",
        Action::EventJoined => "Apuntado a un evento",
        Action::EventLeft => "Quitado de un evento",
        Action::SubmissionsExported => "Entregas exportadas",
        Action::RecordsExported => "Registros de formación exportados",
        Action::InvitationAccepted => "Invitación aceptada",
        Action::OrganizationSetUp => "Organización creada",
        Action::SettingsChanged => "Ajustes cambiados",
        Action::ViewSaved => "Vista guardada",
        Action::ViewChanged => "Vista modificada",
        Action::ViewDeleted => "Vista eliminada",
        Action::UsersExported => "Usuarios exportados",
        Action::AuditExported => "Registro exportado",
        Action::GroupCreated => "Grupo creado",
        Action::GroupRenamed => "Grupo renombrado",
        Action::ProgramCreated => "Programa creado",
        Action::ProgramChanged => "Programa modificado",
        Action::SessionCreated => "Sesión de programa creada",
        Action::SessionChanged => "Días de una sesión cambiados",
        Action::SessionJoined => "Añadido a una sesión",
        Action::SessionLeft => "Retirado de una sesión",
        Action::LicenseCreated => "Licencia añadida",
        Action::LicenseChanged => "Licencia cambiada",
        Action::CourseCreated => "Curso añadido",
        Action::CourseChanged => "Curso cambiado",
        Action::ImportPlanned => "Importación planificada",
        Action::ImportStarted => "Importación iniciada",
        Action::ImportFinished => "Importación terminada",
        Action::ImportUndone => "Importación deshecha",
        Action::Invited => "Invitación enviada",
        Action::InvitationResent => "Invitación reenviada",
        Action::RegistrationAsked => "Registro solicitado",
        Action::InvitationCanceled => "Invitación cancelada",
        Action::InvitationExpired => "Invitación caducada",
        Action::InvitationReaddressed => "Dirección de una invitación corregida",
        Action::InvitationAskedAgain => "Nueva invitación pedida",
        Action::MessageResent => "Mensaje reenviado",
        Action::MessageRevealed => "Enlace de un mensaje consultado",
        Action::TestMessageSent => "Mensaje de prueba enviado",
        Action::EmailChangeAsked => "Cambio de correo pedido",
        Action::PasswordLinkSent => "Enlace para elegir contraseña enviado",
        Action::TokenMade => "Token de integración creado",
        Action::TokenRevoked => "Token de integración revocado",
        Action::AttemptsForgiven => "Nuevos intentos de acceso permitidos",
    }
}
