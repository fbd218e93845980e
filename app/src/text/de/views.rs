//! Gespeicherte Ansichten der Benutzerliste.

pub const TITLE: &str = "Gespeicherte Ansichten";
pub const EVERYBODY: &str = "Alle Benutzer";
pub const SAVE: &str = "Diese Ansicht speichern";
pub const NAME: &str = "Name";
pub const HINT: &str = "Nur Sie sehen sie. Sie behält Suche, Filter und Reihenfolge.";
pub const CHANGE: &str = "Ansichten ändern";
pub const SEARCH: &str = "Suche";
pub const NOTHING_SET: &str = "Alle, die nicht archiviert sind, nach Namen";
pub const RENAME: &str = "Umbenennen";
pub const REPLACE: &str = "Die jetzige Liste zeigen";
pub const SAME: &str = "Sie zeigt schon die jetzige Liste.";
pub const DELETE: &str = "Löschen";

pub fn saved(name: &str) -> String {
    format!("„{name}“ ist gespeichert")
}

pub fn renamed(name: &str) -> String {
    format!("„{name}“ heißt sie jetzt")
}

pub fn changed(name: &str) -> String {
    format!("„{name}“ zeigt jetzt diese Liste")
}

pub fn deleted(name: &str) -> String {
    format!("„{name}“ ist gelöscht")
}
