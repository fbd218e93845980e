//! Integration tokens.

use domain::tokens::TokenScope;

pub const TITLE: &str = "Integrationstoken";
pub const DESCRIPTION: &str = "Damit melden sich andere Systeme an. Ein Token handelt für die Person, die es erstellt hat, und reicht nicht weiter.";
pub const NEW: &str = "Neues Token";
pub const NONE: &str = "Keine Token";
pub const NONE_WHY: &str =
    "Ein Kursplayer, ein Shop oder ein Personalsystem braucht eines, um Aktivität zu melden oder einzuladen.";
pub const NAME: &str = "Name";
pub const NAME_HINT: &str = "Das System, das es verwenden wird.";
pub const SCOPES: &str = "Darf";
pub const MADE_BY: &str = "Erstellt von";
pub const LAST_USED: &str = "Zuletzt verwendet";
pub const REVOKE: &str = "Widerrufen";
pub const REVOKE_WHY: &str = "Was es verwendet, wird sofort abgewiesen. Es gibt keinen Weg zurück.";
pub const REVOKED: &str = "Das Token ist widerrufen";
pub const MAKE: &str = "Token erstellen";
pub const LIFETIME: &str = "Gültig für";
pub const SHOWN: &str = "Kopieren Sie es jetzt: Es wird nur dieses eine Mal gezeigt und nirgends aufbewahrt.";
pub const COPY: &str = "Token kopieren";
pub const OPENAPI: &str = "Beschreibung der Schnittstelle (OpenAPI)";

pub const fn scope(scope: TokenScope) -> &'static str {
    match scope {
        TokenScope::Invitations => "Einladen",
        TokenScope::Activity => "Aktivität melden",
        TokenScope::Submissions => "Abgaben einreichen",
    }
}

pub fn days(days: i64) -> String {
    format!("{days} Tage")
}
