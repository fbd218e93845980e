//! Helping somebody who calls.

use super::users::{day, moment};
use domain::time::{Date, Timestamp};

pub const TITLE: &str = "Support";
pub const DESCRIPTION: &str =
    "Finden Sie die Person, die anruft, sehen Sie, was fehlt, und lassen Sie sie hinein.";
pub const SEARCH: &str = "Name, E-Mail-Adresse, Benutzername oder Telefon";
pub const PEOPLE: &str = "Gefundene Personen";
pub const MORE: &str = "Es gibt weitere: Tippen Sie, um einzugrenzen.";
pub const WHO: &str = "Wer ruft an?";
pub const WHO_WHY: &str = "Tippen Sie einen Teil von Name, E-Mail-Adresse, Benutzername oder Telefon.";
pub const NOBODY: &str = "Niemand gefunden";
pub const NOBODY_WHY: &str = "Versuchen Sie eine andere Schreibweise, die E-Mail-Adresse oder das Telefon.";

pub const LOGIN_LINK: &str = "Anmeldelink";
pub const PASSWORD_LINK: &str = "Link für ein Passwort senden";
pub const IN_LIST: &str = "In der Benutzerliste zeigen";
pub const NOT_ACTIVE: &str = "Dieses Konto ist nicht aktiv, niemand kann sich damit anmelden.";
pub const NO_ADDRESS: &str = "Dieses Konto hat keine E-Mail-Adresse.";

pub const WRONG: &str = "Was nicht stimmt";
pub const NOTHING_WRONG: &str = "Nichts: Das Konto ist in Ordnung, und seine Nachrichten sind angekommen.";
pub const ARCHIVED: &str = "Das Konto ist archiviert";
pub const ARCHIVED_WHY: &str = "Die Administration kann es zurückholen.";
pub const PENDING: &str = "Das Konto wartet auf Freigabe";
pub const PENDING_WHY: &str = "Die Administration kann es freigeben.";
pub const LOCKED_OUT: &str = "Nach zu vielen Versuchen ausgesperrt";
pub const FORGIVE: &str = "Jetzt versuchen lassen";
pub const FORGIVEN: &str = "Die Person kann es jetzt noch einmal versuchen.";
pub const NOT_ANSWERED: &str = "Der Mailserver war nicht erreichbar.";
pub const OPEN_MESSAGE: &str = "Nachricht öffnen";
pub const NO_EMAIL: &str = "Keine E-Mail-Adresse";
pub const NO_EMAIL_WHY: &str = "Es kann nichts gesendet werden. Ein Anmeldelink geht trotzdem.";
pub const NO_PASSWORD: &str = "Noch kein Passwort";
pub const NO_PASSWORD_WHY: &str = "Anmelden geht, sobald über einen Link eines gewählt ist.";
pub const NEVER_NOTIFIED: &str = "Niemand hat der Person bisher von dem Konto erzählt.";
pub const NO_SEAT: &str = "Kein Platz und kein Kurs";
pub const NO_SEAT_WHY: &str =
    "Anmelden geht, aber es gibt nichts zu öffnen. Die Administration kann einen Platz geben.";

pub const INVITED: &str = "Eingeladen, noch nicht registriert";
pub const LICENSE: &str = "Lizenz";
pub const CHOOSE_LICENSE: &str = "Lizenz wählen";
pub const NO_FREE_SEAT: &str = "Keine Lizenz hat heute einen freien Platz.";
pub const OPEN_LICENSE: &str = "Lizenz öffnen";

pub fn link_sent(recipient: &str) -> String {
    format!("Ein Link an {recipient} ist unterwegs.")
}

pub fn archived_since(since: Timestamp) -> String {
    format!(
        "Seit dem {}. Die Administration kann es zurückholen.",
        day(since.date())
    )
}

pub fn locked_out_why(minutes: u64) -> String {
    if minutes == 1 {
        "Noch eine Minute.".to_owned()
    } else {
        format!("Noch {minutes} Minuten.")
    }
}

pub fn mail_failed(kind: &str) -> String {
    format!("Die letzte Nachricht ist gescheitert: {kind}")
}

pub fn mail_delayed(kind: &str) -> String {
    format!("Die letzte Nachricht verzögert sich: {kind}")
}

pub fn answered(answer: &str) -> String {
    format!("Der Mailserver sagte: {answer}")
}

pub fn notified_at(at: Timestamp) -> String {
    format!("Die Person wurde am {} von dem Konto benachrichtigt.", moment(at))
}

pub fn license_over(license: &str) -> String {
    format!("Die Lizenz {license} ist abgelaufen")
}

pub fn license_not_begun(license: &str) -> String {
    format!("Die Lizenz {license} hat noch nicht begonnen")
}

pub fn ended_on(ended: Date) -> String {
    format!("Sie endete am {} oder wurde archiviert.", day(ended))
}

pub fn begins_on(begins: Date) -> String {
    format!("Sie beginnt am {}.", day(begins))
}
