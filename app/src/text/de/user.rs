//! The page of one user.

use domain::access::{GroupRole, Role};
use domain::audit::Action;
use domain::users::{Language, UserState};

pub const TABS: &str = "Was Sie von diesem Benutzer sehen";
pub const DETAILS: &str = "Angaben";
pub const HISTORY: &str = "Verlauf";
pub const CONTACT: &str = "Kontakt und Anmeldung";
pub const LIFE: &str = "Leben des Kontos";
pub const NONE: &str = "Keine Angabe";
pub const NO_GROUPS: &str = "Noch in keiner Gruppe.";
pub const CHANGE_GROUPS: &str = "Gruppen ändern";
pub const CHANGE_EMAIL: &str = "E-Mail ändern";
pub const CHANGE_PHONE: &str = "Telefon ändern";
pub const CHANGE_PASSWORD: &str = "Passwort ändern";
pub const EMAIL_HINT: &str = "Die alte Adresse erfährt es. Links, die an sie gingen, gelten nicht mehr.";
pub const PASSWORD_SET: &str = "Gesetzt";
pub const PASSWORD_TO_CHANGE: &str = "Bei der nächsten Anmeldung zu ändern";
pub const PASSWORD_NONE: &str = "Nicht gesetzt";
pub const WAY_LINK: &str = "Einen Link zum Wählen senden (empfohlen)";
pub const WAY_TYPED_HINT: &str =
    "Sie übergeben es selbst. Die Person erfährt per E-Mail, dass es geändert wurde.";
pub const NO_EMAIL: &str = "Es gibt keine E-Mail-Adresse, an die etwas gehen könnte.";
pub const SESSIONS_END: &str = "Alle Sitzungen dieser Person enden.";
pub const SET_PASSWORD: &str = "Passwort setzen";
pub const SEND_PASSWORD: &str = "Passwort senden";
pub const SEND_LINK: &str = "Link senden";
pub const PASSWORD_DONE: &str = "Das Passwort ist gesetzt";
pub const PASSWORD_DONE_TOLD: &str = "Das Passwort ist gesetzt, und die Person erfährt es";
pub const ON_ITS_WAY: &str = "Die Nachricht ist unterwegs";
pub const JOINED: &str = "Dabei seit";
pub const APPROVED: &str = "Freigegeben";
pub const NOTIFIED_AT: &str = "Benachrichtigt";
pub const LAST_SIGN_IN: &str = "Letzte Anmeldung";
pub const ARCHIVED_AT: &str = "Archiviert";
pub const SAVE: &str = "Speichern";
pub const PUT_BACK: &str = "Zurücksetzen";
pub const SAVED: &str = "Gespeichert";
pub const NOTHING_CHANGED: &str = "Es ist noch nichts geändert.";
pub const MET: &str = "Jemand anderes hat diesen Benutzer inzwischen geändert. Die Änderungen stehen jetzt im Formular neben Ihren. Sehen Sie sie durch und speichern Sie noch einmal.";
pub const NO_HISTORY: &str = "Hier ist nichts";
pub const NO_HISTORY_WHY: &str = "Was mit diesem Benutzer geschieht, steht hier, soweit Sie es sehen dürfen.";
pub const OLDER: &str = "Ältere zeigen";
pub const BECAME: &str = "wurde";
pub const SOMEBODY_GONE: &str = "Jemand, der gelöscht ist";
pub const BY_ITSELF: &str = "Rollcall, von selbst";
pub const COMMAND_LINE: &str = "Jemand an der Befehlszeile";

pub fn by(at: &str, name: &str) -> String {
    format!("{at}, durch {name}")
}

pub fn invited_by(at: &str, name: &str) -> String {
    format!("{at}, eingeladen durch {name}")
}

pub fn from_address(address: &str) -> String {
    format!("von {address}")
}

pub fn met_both(fields: &str) -> String {
    format!("Sie beide haben geändert: {fields}. Ihre Eingabe bleibt, wenn Sie sie nicht ändern.")
}

/// The words of a field; none for what no person would look for.
pub fn field(field: &str) -> &'static str {
    match field {
        "first_name" => "Vorname",
        "last_name" => "Nachname",
        "email" => "E-Mail",
        "username" => "Benutzername",
        "phone" => "Telefon",
        "role" => "Rolle",
        "state" => "Status",
        "groups" => "Gruppen",
        "group_role" => "Rolle in den Gruppen",
        "labels" => "Labels",
        "location" => "Standort",
        "department" => "Abteilung",
        "language" => "Sprache",
        "deletion_date" => "Löschdatum",
        "job_title" => "Berufsbezeichnung",
        "address" => "Anschrift",
        "date_of_birth" => "Geburtsdatum",
        "external_id" => "Kennung in einem anderen System",
        "reason" => "Grund",
        "recipient" => "Gesendet an",
        "sessions" => "Sitzungen",
        "view" => "Ansicht",
        _ => "",
    }
}

/// A value as people read it.
pub fn value(field: &str, text: &str) -> String {
    let word = match field {
        "role" => Role::parse(text).ok().map(super::users::role),
        "group_role" => GroupRole::parse(text).ok().map(super::users::group_role),
        "state" => UserState::parse(text).ok().map(super::users::state),
        "language" => Language::parse(text).ok().map(super::users::language),
        _ => None,
    };
    word.unwrap_or(text).to_owned()
}

/// What happened, in a sentence.
pub fn sentence(action: Action, who: &str) -> String {
    format!("{}: {who}", super::audit::action(action))
}
