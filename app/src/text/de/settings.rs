//! The settings.

pub const TITLE: &str = "Einstellungen";
pub const DESCRIPTION: &str = "Was Ihre Organisation selbst bestimmt. Jede Änderung steht im Protokoll.";
pub const ORGANIZATION: &str = "Organisation und E-Mails";
pub const GETTING_IN: &str = "Zugang";
pub const KEEPING: &str = "Ende von Konten, und Importe";
pub const SAVE: &str = "Speichern";
pub const SAVED: &str = "Die Einstellungen sind gespeichert.";
pub const NOTHING_CHANGED: &str = "Noch ist nichts geändert.";
pub const MET: &str = "Jemand anders hat die Einstellungen inzwischen geändert. Die Änderungen stehen jetzt neben Ihren im Formular. Prüfen Sie sie und speichern Sie erneut.";
pub const USER_CAP: &str = "Obergrenze für Konten";
pub const USER_CAP_HINT: &str =
    "So viele aktive Konten darf es geben. Anheben kann sie das Team, das diese Plattform betreibt.";
pub const NO_CAP: &str = "Keine Grenze";
pub const DATE_ARCHIVES: &str = "Das Konto archivieren; seine Nachweise bleiben";
pub const DATE_DELETES: &str = "Das Konto mit allen persönlichen Daten löschen";
pub const TEST: &str = "Testnachricht";
pub const TEST_WHY: &str =
    "Sendet eine Nachricht an Ihre eigene Adresse und zeigt, was der Mailserver antwortet.";
pub const SEND_TEST: &str = "Testnachricht senden";

/// The words of a setting.
pub fn label(setting: &str) -> &'static str {
    match setting {
        "name" => "Name",
        "accent" => "Akzentfarbe",
        "logo" => "Adresse des Logos",
        "language" => "Standardsprache",
        "min_length" => "Kürzestes Passwort",
        "login_link_minutes" => "Anmeldelinks gelten",
        "invitation_days" => "Einladungen gelten",
        "self_registration" => "Personen dürfen sich selbst registrieren",
        "registration_domains" => "Nur mit Adressen dieser Domains",
        "on_deletion_date" => "Am Löschdatum",
        "erase_anyone" => "Alle können gelöscht werden",
        "import_megabytes" => "Größte Importdatei",
        _ => "",
    }
}

/// What a setting does, in a line.
pub fn hint(setting: &str) -> &'static str {
    match setting {
        "name" => "Steht auf jeder Seite und über den E-Mails.",
        "accent" => "Die Farbe von Schaltflächen und Links in E-Mails.",
        "logo" => "Ein Bild über den E-Mails, an einer https-Adresse, denn andere laden Mailprogramme nicht.",
        "language" => "Für alle, die keine gewählt haben.",
        "min_length" => "In Zeichen, 8 bis 64.",
        "login_link_minutes" => "In Minuten, 1 bis 60.",
        "invitation_days" => "In Tagen, 1 bis 90.",
        "self_registration" => "Sie bestätigen ihre Adresse per E-Mail und warten dann auf die Freigabe.",
        "registration_domains" => "Zum Beispiel example.org, example.com. Leer: jede Adresse.",
        "on_deletion_date" => {
            "Was an diesem Tag von selbst mit dem Konto geschieht, nach einer Woche Vorwarnung."
        }
        "erase_anyone" => {
            "Aus: nur wer sich nie angemeldet hat. An: jede Person, mitsamt den Schulungsnachweisen."
        }
        "import_megabytes" => "In MiB, 1 bis 64.",
        _ => "",
    }
}
