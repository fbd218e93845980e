//! Integration tokens.

use domain::tokens::TokenScope;

pub const TITLE: &str = "Tokens de integración";
pub const DESCRIPTION: &str =
    "Lo que otros sistemas presentan para entrar. Un token actúa por quien lo creó, y no llega más lejos.";
pub const NEW: &str = "Nuevo token";
pub const NONE: &str = "Ningún token";
pub const NONE_WHY: &str = "Un reproductor de cursos, una tienda o un sistema de personal lo necesita para informar de actividad o invitar.";
pub const NAME: &str = "Nombre";
pub const NAME_HINT: &str = "El sistema que lo usará.";
pub const SCOPES: &str = "Puede";
pub const MADE_BY: &str = "Creado por";
pub const LAST_USED: &str = "Último uso";
pub const REVOKE: &str = "Revocar";
pub const REVOKE_WHY: &str = "Lo que lo use se rechaza al momento. No hay vuelta atrás.";
pub const REVOKED: &str = "El token está revocado";
pub const MAKE: &str = "Crear el token";
pub const LIFETIME: &str = "Válido";
pub const SHOWN: &str = "Cópielo ahora: se muestra esta única vez y no se guarda en ninguna parte.";
pub const COPY: &str = "Copiar el token";
pub const OPENAPI: &str = "Descripción de la API (OpenAPI)";

pub const fn scope(scope: TokenScope) -> &'static str {
    match scope {
        TokenScope::Invitations => "Invitar",
        TokenScope::Activity => "Informar de actividad",
        TokenScope::Submissions => "Entregar trabajos",
    }
}

pub fn days(days: i64) -> String {
    format!("{days} días")
}
