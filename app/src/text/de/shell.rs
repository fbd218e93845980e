//! The frame around every page.

pub const PRODUCT: &str = "Rollcall";
pub const SKIP_TO_CONTENT: &str = "Zum Inhalt springen";
pub const MAIN_NAVIGATION: &str = "Hauptnavigation";

pub const USERS: &str = "Benutzer";
pub const IMPORTS: &str = "Importe";

pub const GO_ANYWHERE: &str = "Gehe zu";
pub const GO_ANYWHERE_HINT: &str = "Eine Seite, ein Name, eine E-Mail-Adresse …";
pub const PLACES: &str = "Orte";

pub const KEYS: &str = "Tastenkürzel";
pub const KEY_SEARCH: &str = "Auf dieser Seite suchen";
pub const KEY_NEXT_ROW: &str = "Nächste Zeile";
pub const KEY_PREVIOUS_ROW: &str = "Vorige Zeile";
pub const KEY_TICK: &str = "Zeile auswählen";
pub const KEY_RANGE: &str = "Alle Zeilen bis zu dieser auswählen";
pub const KEY_CLOSE: &str = "Schließen, was offen ist";

pub const ACCOUNT: &str = "Ihr Konto";
pub const THEME: &str = "Farbschema";
pub const THEME_SYSTEM: &str = "Wie auf diesem Gerät";
pub const THEME_LIGHT: &str = "Hell";
pub const THEME_DARK: &str = "Dunkel";
pub const SIGN_OUT: &str = "Abmelden";

pub const NOT_THE_CONSOLE: &str = "Dieser Teil ist für die Administration";
pub const NOT_THE_CONSOLE_WHY: &str = "Sie sind angemeldet, aber Ihre Rolle umfasst die Verwaltung nicht. \
     Wenn sie es sollte, fragen Sie die Administration Ihrer Organisation.";

pub const NOT_FOUND: &str = "Diese Seite gibt es nicht";
pub const NOT_FOUND_WHY: &str =
    "Die Adresse ist vielleicht vertippt, ihr Ziel gibt es nicht mehr, oder es ist nicht für Sie bestimmt.";
pub const BACK_TO_START: &str = "Zur Startseite";

pub fn find_users(query: &str) -> String {
    format!("Benutzer suchen: „{query}“")
}
