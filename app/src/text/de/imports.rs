//! Importing users from a file.

use crate::text::number;
use domain::imports::{Field, ImportState, Outcome};

pub const TITLE: &str = "Importe";
pub const DESCRIPTION: &str =
    "Dateien mit Benutzern: was geplant war, wer es bestätigt hat und was aus jeder Zeile wurde.";
pub const NEW: &str = "Neuer Import";
pub const NONE_RUNNING: &str = "Kein Import läuft";
pub const NONE_YET: &str = "Noch keine Importe";
pub const NONE_YET_WHY: &str = "Eine CSV-Datei aus einer Tabelle oder einem anderen System legt Benutzer an und ändert sie, so viele Sie wollen. \
     Sie sehen, was aus jeder Zeile wird, bevor etwas geschrieben wird.";

pub const COLUMN_FILE: &str = "Datei";
pub const COLUMN_STATE: &str = "Zustand";
pub const COLUMN_BY: &str = "Von";
pub const COLUMN_WHEN: &str = "Wann";
pub const COLUMN_ROWS: &str = "Zeilen";
pub const COLUMN_TOTALS: &str = "Ergebnis";
pub const COLUMN_LINE: &str = "Zeile";
pub const COLUMN_PERSON: &str = "Person";
pub const COLUMN_WHAT: &str = "Was geschieht";
pub const COLUMN_OUTCOME: &str = "Ergebnis";

pub const NEW_TITLE: &str = "Benutzer importieren";
pub const NEW_DESCRIPTION: &str = "Nichts wird geschrieben, bevor Sie bestätigen.";
pub const STEPS: &str = "Schritte";
pub const STEP_FILE: &str = "Datei";
pub const STEP_TYPE: &str = "Art";
pub const STEP_SETTINGS: &str = "Einstellungen";
pub const STEP_LICENSE: &str = "Lizenz";
pub const STEP_COURSES: &str = "Kurse";
pub const STEP_CONFIRM: &str = "Bestätigen";
pub const BACK: &str = "Zurück";
pub const NEXT: &str = "Weiter";
pub const FILE_FIRST: &str = "Wählen Sie zuerst eine Datei";
pub const MEND_FILE_FIRST: &str = "Diese Datei kann so nicht importiert werden";

pub const CHOOSE_FILE: &str = "Datei wählen";
pub const CHOOSE_OTHER: &str = "Andere Datei wählen";
pub const DROP_HERE: &str = "oder hier ablegen";
pub const FILE_HINT: &str = "CSV mit einer Kopfzeile: Kommas, Semikolons, Tabulatoren oder senkrechte Striche; jede Kodierung einer Tabellenkalkulation.";
pub const FILE_STAYS: &str =
    "Die Datei wird in diesem Browser gelesen. Sie wird nicht gesendet, bevor Sie bestätigen.";
pub const ONLY_ADDRESSES: &str = "Nur eine Liste von Adressen?";
pub const INVITE_INSTEAD: &str = "Laden Sie die Personen stattdessen ein";
pub const READING: &str = "Datei wird gelesen";
pub const UNREADABLE: &str = "Der Browser konnte die Datei nicht lesen. Wenn sie inzwischen geändert oder verschoben wurde, wählen Sie sie noch einmal.";
pub const COLUMNS: &str = "Spalten";
pub const NOT_IMPORTED: &str = "Nicht importiert";
pub const HIDDEN: &str = "(verborgen)";
pub const UNNAMED_COLUMN: &str = "(ohne Kopf)";

pub const TYPE_LABEL: &str = "Was soll die Datei tun?";
pub const TYPE_ADD: &str = "Neue Benutzer hinzufügen";
pub const TYPE_ADD_WHY: &str = "Wen es schon gibt, der wird übersprungen.";
pub const TYPE_UPSERT: &str = "Neue Benutzer hinzufügen und vorhandene ändern";
pub const TYPE_UPSERT_WHY: &str = "Wer schon da ist, wird geändert, wie die Einstellungen sagen.";
pub const TYPE_UPDATE: &str = "Vorhandene Benutzer ändern";
pub const TYPE_UPDATE_WHY: &str = "Wen es nicht gibt, der wird übersprungen.";

pub const MATCH_LABEL: &str = "Vorhandene Benutzer finden nach";
pub const MATCH_USERNAME: &str = "Benutzername, sonst E-Mail-Adresse";
pub const MATCH_USERNAME_WHY: &str = "Passt zu fast jeder Datei.";
pub const MATCH_EMAIL: &str = "E-Mail-Adresse";
pub const MATCH_EMAIL_WHY: &str = "Benutzernamen in der Datei dienen nicht zum Finden.";
pub const MATCH_EXTERNAL: &str = "Externe Kennung";
pub const MATCH_EXTERNAL_WHY: &str =
    "Die Kennung in einem anderen System, etwa eine Personalnummer; E-Mail-Adressen können sich dann ändern.";

pub const PASSWORD_LABEL: &str = "Passwort neuer Benutzer";
pub const PASSWORD_IN_FILE: &str = "In der Datei";
pub const PASSWORD_IN_FILE_WHY: &str = "Jeder neue Benutzer braucht eines in der Passwortspalte.";
pub const PASSWORD_GENERATE: &str = "Erzeugt, wo die Datei keines hat";
pub const PASSWORD_GENERATE_WHY: &str =
    "Es wird per E-Mail gesendet und muss bei der ersten Anmeldung geändert werden.";
pub const PASSWORD_ACTIVATION: &str = "Aktivierungslink per E-Mail";
pub const PASSWORD_ACTIVATION_WHY: &str =
    "Alle wählen ein eigenes. Passwörter in der Datei werden nicht verwendet.";

pub const DETAILS_LABEL: &str = "Angaben vorhandener Benutzer";
pub const DETAILS_KEEP: &str = "Lassen, wie sie sind";
pub const DETAILS_KEEP_WHY: &str = "Plätze und Kurse werden trotzdem vergeben.";
pub const DETAILS_OVERRIDE: &str = "Durch die Datei ersetzen";
pub const DETAILS_OVERRIDE_WHY: &str = "Eine leere Zelle löscht nie etwas.";
pub const DETAILS_FILL: &str = "Ergänzen, was fehlt";
pub const DETAILS_FILL_WHY: &str = "Was da ist, bleibt.";

pub const EXISTING_PASSWORD_LABEL: &str = "Passwort vorhandener Benutzer";
pub const EXISTING_PASSWORD_KEEP: &str = "Lassen, wie es ist";
pub const EXISTING_PASSWORD_UPDATE: &str = "Durch die Datei ersetzen";
pub const EXISTING_PASSWORD_UPDATE_WHY: &str = "Ihre Sitzungen enden.";

pub const FORCE_LABEL: &str = "Passwörter aus der Datei müssen bei der nächsten Anmeldung geändert werden";
pub const FORCE_NONE: &str = "Nein";
pub const FORCE_NONE_WHY: &str = "Schwache Passwörter werden abgelehnt.";
pub const FORCE_WEAK: &str = "Schwache";
pub const FORCE_WEAK_WHY: &str = "Die, die die Passwortregeln ablehnen würden.";
pub const FORCE_ALL: &str = "Alle";
pub const FORCE_ALL_WHY: &str = "Auch die, die gut genug sind.";

pub const ALLOW_LABEL: &str = "Der Datei erlauben";
pub const ALLOW_RENAMES: &str = "Benutzer umbenennen";
pub const ALLOW_RENAMES_WHY: &str = "Durch die Spalte oldusername.";
pub const ALLOW_DELETES: &str = "Benutzer löschen";
pub const ALLOW_DELETES_WHY: &str = "Durch yes in der Spalte deleted; es gibt keinen Weg zurück.";
pub const ALLOW_ARCHIVING: &str = "Benutzer archivieren und zurückholen";
pub const ALLOW_ARCHIVING_WHY: &str = "Durch yes oder no in der Spalte archived.";

pub const EMAIL_LABEL: &str = "E-Mail-Adresse";
pub const EMAIL_SEND: &str = "Neuen Benutzern ihr Konto mitteilen";
pub const EMAIL_SEND_WHY: &str = "Erzeugte Passwörter und Aktivierungslinks werden in jedem Fall gesendet.";

pub const VOID_ADDS_ONLY: &str = "Die gewählte Art fügt nur neue Benutzer hinzu.";
pub const VOID_UPDATES_ONLY: &str = "Die gewählte Art ändert nur vorhandene Benutzer.";
pub const VOID_NO_PASSWORD: &str = "Mit diesen Einstellungen wird kein Passwort der Datei verwendet.";
pub const VOID_LINK_SENT: &str = "Der Aktivierungslink sagt es ihnen.";

pub const LICENSE_LABEL: &str = "Lizenz für alle Zeilen";
pub const LICENSE_HINT: &str = "Eine Zeile mit eigener Lizenz bekommt stattdessen diese.";
pub const NO_LICENSE: &str = "Keine Lizenz";
pub const LICENSE_ARCHIVED: &str = "Archiviert: sie gibt keinen Zugang";

pub const COURSES_LABEL: &str = "Kurse der Lizenz";
pub const COURSES_ALL: &str = "Alle";
pub const COURSES_SOME: &str = "Nur einige";
pub const COURSES_WHICH: &str = "Welche";
pub const COURSES_NONE_TICKED: &str = "Wählen Sie mindestens einen Kurs oder alle";
pub const COURSES_DIRECT: &str = "Kurse für alle Zeilen, ohne Lizenz";
pub const COURSES_DIRECT_HINT: &str =
    "Direkt gewährt, ohne Platz. Eine Zeile mit eigenen Kursen bekommt stattdessen diese.";
pub const DUE_DATE: &str = "Fälligkeit für alle Zeilen";
pub const DUE_DATE_HINT: &str = "Eine Zeile mit eigener Fälligkeit behält sie.";

pub const PREVIEW: &str = "Vorschau";
pub const PREVIEW_EMPTY: &str = "Was aus jeder Zeile wird";
pub const PREVIEW_EMPTY_WHY: &str = "Wählen Sie eine Datei, und jede Zeile zeigt hier, was sie bewirkt. Ändern Sie eine Einstellung, und es zeigt sich sofort, was das ändert.";
pub const LOOKING_UP: &str = "Vergleich mit Ihren Benutzern";
pub const AT_START: &str = "Das sind die ersten Zeilen";
pub const AT_END: &str = "Das sind die letzten Zeilen";
pub const DOWNLOAD_FAILING: &str = "Fehlerhafte Zeilen herunterladen";
pub const DOWNLOAD_PLAN: &str = "Plan herunterladen (JSON)";
pub const FILTER: &str = "Zeilen nach Ergebnis";
pub const ALL_ROWS: &str = "Alle";
pub const NO_SUCH_ROWS: &str = "Keine Zeilen";
pub const NOTHING_BEFORE: &str = "(leer)";
pub const BECOMES: &str = "wird";
pub const PREVIOUS_ROWS: &str = "Vorige Zeilen";
pub const MORE_ROWS: &str = "Weitere Zeilen";
pub const LOOK_UP_FAILED: &str = "Die Vorschau ist nicht aktuell";

pub const CONFIRM_WHAT: &str = "Das wird geschehen";
pub const CONFIRM_NOTHING: &str = "Keine Zeile dieser Datei legt einen Benutzer an oder ändert einen";
pub const CONFIRM_SETTINGS_WRONG: &str = "Eine Einstellung ist falsch: siehe Vorschau";
pub const CONFIRM_NOT_READY: &str = "Die Vorschau ist noch nicht fertig";
pub const DIFFERS: &str = "Die Daten haben sich inzwischen geändert";
pub const DIFFERS_WHY: &str = "Seit dieser Vorschau hat jemand Benutzer oder Lizenzen geändert, und diese Zeilen haben jetzt ein anderes Ergebnis. \
     Noch ist nichts geschrieben.";
pub const DIFFERS_GO: &str = "Importieren, wie es jetzt ist";
pub const DIFFERS_LOOK: &str = "Vorschau noch einmal ansehen";
pub const DIFFERS_PREVIEWED: &str = "In der Vorschau";
pub const DIFFERS_NOW: &str = "Jetzt";

pub const PROGRESS: &str = "Angewandte Zeilen";
pub const PROGRESS_LEAVE: &str =
    "Sie können diese Seite verlassen: Der Import läuft weiter und ist unter Importe wiederzufinden.";
pub const ROWS: &str = "Zeilen";
pub const FAILED_WHY: &str =
    "Es ging nicht weiter. Was angewandt wurde, bleibt; die Zeilen unten sagen, wie weit es kam.";
pub const PLANNED_WHY: &str = "Er wurde nicht bestätigt, es wurde also nichts geschrieben.";

pub fn field(field: Field) -> &'static str {
    match field {
        Field::Username => "Benutzername",
        Field::FirstName => "Vorname",
        Field::LastName => "Nachname",
        Field::Email => "E-Mail-Adresse",
        Field::Password => "Passwort",
        Field::Phone => "Telefon",
        Field::Role => "Rolle",
        Field::Department => "Abteilung",
        Field::Location => "Standort",
        Field::Groups => "Gruppen",
        Field::Labels => "Etiketten",
        Field::Language => "Sprache",
        Field::License => "Lizenz",
        Field::Courses => "Kurse",
        Field::DueDate => "Fälligkeit",
        Field::DeletionDate => "Löschdatum",
        Field::JobTitle => "Stellenbezeichnung",
        Field::Address => "Anschrift",
        Field::DateOfBirth => "Geburtsdatum",
        Field::ExternalId => "Externe Kennung",
        Field::OldUsername => "Alter Benutzername",
        Field::Deleted => "Gelöscht",
        Field::Archived => "Archiviert",
    }
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Create => "Anlegen",
        Outcome::Update => "Ändern",
        Outcome::Skip => "Überspringen",
        Outcome::Archive => "Archivieren",
        Outcome::Delete => "Löschen",
        Outcome::Error => "Fehler",
    }
}

pub fn state(state: ImportState) -> &'static str {
    match state {
        ImportState::Planned => "Nicht bestätigt",
        ImportState::Applying => "Läuft",
        ImportState::Done => "Fertig",
        ImportState::Undone => "Rückgängig gemacht",
        ImportState::Failed => "Gescheitert",
    }
}

pub fn chosen(name: &str, rows: u64) -> String {
    let rows = if rows == 1 {
        "1 Zeile".to_owned()
    } else {
        format!("{} Zeilen", number(rows))
    };
    format!("{name}, {rows}")
}

pub fn separated_by(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "durch Semikolons getrennt",
        '\t' => "durch Tabulatoren getrennt",
        '|' => "durch senkrechte Striche getrennt",
        _ => "durch Kommas getrennt",
    }
}

pub fn recognized(known: u64, all: u64) -> String {
    format!("{} von {} Spalten werden importiert.", number(known), number(all))
}

pub fn for_example(sample: &str) -> String {
    format!("etwa {sample}")
}

pub fn free_seats(free: i64, purchased: i64, until: &str) -> String {
    format!(
        "{} von {} Plätzen frei, gültig bis {until}",
        number(free.unsigned_abs()),
        number(purchased.unsigned_abs())
    )
}

pub fn ended(on: &str) -> String {
    format!("Beendet am {on}")
}

pub fn seats(license: &str, needed: i64, free: i64) -> String {
    format!(
        "{license}: {} Plätze nötig, {} frei",
        number(needed.unsigned_abs()),
        number(free.unsigned_abs())
    )
}

pub fn seats_short(license: &str, needed: i64, free: i64) -> String {
    let short = number((needed - free).unsigned_abs());
    format!("{}, {short} fehlen", seats(license, needed, free))
}

pub fn active_after(active: i64, cap: Option<i64>) -> String {
    let active = number(active.unsigned_abs());
    match cap {
        Some(cap) => format!(
            "danach {active} aktive Benutzer, {} erlaubt",
            number(cap.unsigned_abs())
        ),
        None => format!("danach {active} aktive Benutzer"),
    }
}

pub fn cap_keeps_out(rows: i64) -> String {
    format!("die Benutzergrenze hält {} draußen", number(rows.unsigned_abs()))
}

pub fn rows_shown(first: u64, last: u64, all: u64) -> String {
    format!("Zeilen {}–{} von {}", number(first), number(last), number(all))
}

/// `n` users will be…, as a sentence of the confirmation.
pub fn will(outcome: Outcome, n: u32) -> String {
    let rows = n == 1;
    let n = number(u64::from(n));
    match (outcome, rows) {
        (Outcome::Create, true) => "1 Benutzer wird angelegt".to_owned(),
        (Outcome::Create, false) => format!("{n} Benutzer werden angelegt"),
        (Outcome::Update, true) => "1 Benutzer wird geändert".to_owned(),
        (Outcome::Update, false) => format!("{n} Benutzer werden geändert"),
        (Outcome::Archive, true) => "1 Benutzer wird archiviert und kann sich nicht mehr anmelden".to_owned(),
        (Outcome::Archive, false) => {
            format!("{n} Benutzer werden archiviert und können sich nicht mehr anmelden")
        }
        (Outcome::Delete, true) => "1 Benutzer wird endgültig gelöscht".to_owned(),
        (Outcome::Delete, false) => format!("{n} Benutzer werden endgültig gelöscht"),
        (Outcome::Skip, true) => "1 Zeile wird übersprungen".to_owned(),
        (Outcome::Skip, false) => format!("{n} Zeilen werden übersprungen"),
        (Outcome::Error, true) => "1 Zeile ist falsch und wird ausgelassen".to_owned(),
        (Outcome::Error, false) => format!("{n} Zeilen sind falsch und werden ausgelassen"),
    }
}

pub fn import_users(n: u32) -> String {
    if n == 1 {
        "1 Benutzer importieren".to_owned()
    } else {
        format!("{} Benutzer importieren", number(u64::from(n)))
    }
}

pub fn type_the_count(n: u32) -> String {
    format!(
        "Das betrifft {} vorhandene Benutzer, mehr als ein Zehntel von allen. Geben Sie diese Zahl ein, um fortzufahren.",
        number(u64::from(n))
    )
}

pub fn differing(n: u64) -> String {
    if n == 1 {
        "1 Zeile ist anders".to_owned()
    } else {
        format!("{} Zeilen sind anders", number(n))
    }
}

pub fn created(by: &str, when: &str) -> String {
    format!("Von {by}, {when}")
}

pub fn line(line: u32) -> String {
    format!("Zeile {line}")
}

pub fn and_more(n: u64) -> String {
    format!("und {} weitere", number(n))
}

pub fn sentence(words: &str) -> String {
    format!("{words}.")
}
