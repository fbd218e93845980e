//! What the primitives say of themselves.

use crate::text::number;

pub const OPTIONAL: &str = "freiwillig";
pub const SHOW_PASSWORD: &str = "Passwort anzeigen";
pub const HIDE_PASSWORD: &str = "Passwort verbergen";
pub const CLOSE: &str = "Schließen";
pub const CANCEL: &str = "Abbrechen";
pub const UNDO: &str = "Rückgängig";
pub const DISMISS: &str = "Ausblenden";
pub const TRY_AGAIN: &str = "Noch einmal versuchen";
pub const LOADING: &str = "Wird geladen";
pub const SOMETHING_WENT_WRONG: &str = "Etwas ist schiefgegangen";
pub const SIGNED_OUT: &str = "Sie sind abgemeldet";
pub const SIGNED_OUT_WHY: &str = "Melden Sie sich wieder an, und Sie kommen auf diese Seite zurück.";
pub const NOT_FOR_YOU: &str = "Das dürfen Sie nicht";
pub const NO_MATCH: &str = "Nichts passt";
pub const COPIED: &str = "Kopiert";
pub const NOT_COPIED: &str =
    "Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text und kopieren Sie ihn von Hand.";
pub const TICK_PAGE: &str = "Alle auf dieser Seite auswählen";
pub const PAGES: &str = "Seiten";
pub const PREVIOUS_PAGE: &str = "Zurück";
pub const NEXT_PAGE: &str = "Weiter";
pub const BREADCRUMBS: &str = "Pfad";

pub fn remove(what: &str) -> String {
    format!("{what} entfernen")
}

pub fn more_matches(n: usize) -> String {
    format!("{} weitere: tippen Sie, um einzugrenzen", number(n as u64))
}

pub fn selected(n: usize) -> String {
    if n == 0 {
        "Nichts ausgewählt".to_owned()
    } else {
        format!("{} ausgewählt", number(n as u64))
    }
}

pub fn done_of(done: u64, total: u64) -> String {
    format!("{} von {}", number(done), number(total))
}

pub fn used_of(used: u64, total: u64) -> String {
    format!("{} von {} vergeben", number(used), number(total))
}

pub fn percent_used(percent: u64) -> String {
    format!("{percent} % vergeben")
}

pub fn problems(n: usize) -> String {
    if n == 1 {
        "Es gibt ein Problem".to_owned()
    } else {
        format!("Es gibt {n} Probleme")
    }
}
