//! Messages: the outbox in the console.

use domain::messages::{MessageKind, MessageState};

pub const TITLE: &str = "Nachrichten";
pub const DESCRIPTION: &str =
    "Jede E-Mail, die gesendet wurde oder wartet, und was der Mailserver geantwortet hat.";
pub const SEND_TEST: &str = "Testnachricht an mich senden";
pub const SEARCH: &str = "Adresse";
pub const STATE: &str = "Zustand";
pub const ANY_STATE: &str = "Alle";
pub const FILTER: &str = "Filtern";
pub const ABOUT: &str = "Betrifft";
pub const TO: &str = "An";
pub const WHEN: &str = "Eingereiht";
pub const ANSWER: &str = "Antwort des Mailservers";
pub const ATTEMPTS: &str = "Versuche";
pub const NEXT_ATTEMPT: &str = "Nächster Versuch";

pub const NONE_YET: &str = "Noch keine Nachrichten";
pub const NONE_YET_WHY: &str =
    "Hier stehen Einladungen, Links für Passwörter und Mitteilungen, sobald es welche gibt.";
pub const NONE_MATCH: &str = "Keine Nachricht passt";
pub const NONE_MATCH_WHY: &str = "Ändern Sie die Adresse oder den Zustand, nach dem Sie filtern.";

pub const RESEND: &str = "Erneut senden";
pub const RESENT: &str =
    "Die Nachricht wartet auf den Versand. Ein Link, den sie vorher hatte, gilt nicht mehr.";
pub const STILL_WAITING: &str = "Diese Nachricht wartet noch auf den Versand";
pub const NOT_RENDERED: &str = "Diese Nachricht wird erst beim Senden formuliert.";
pub const AS_TEXT: &str = "Als Text";
pub const AS_HTML: &str = "Als HTML";
pub const HAND_OVER: &str = "Selbst weitergeben";
pub const HAND_OVER_WHY: &str = "Es ist kein Mailserver eingerichtet, deshalb bleibt diese Nachricht hier. Beim Anzeigen entsteht ein neuer Link oder ein neues \
     Passwort; was vorher angezeigt wurde, gilt dann nicht mehr. Der Verlauf hält fest, dass Sie es getan haben.";
pub const REVEAL: &str = "Mit Geheimnis anzeigen";

pub fn test_queued(recipient: &str) -> String {
    format!("Eine Testnachricht an {recipient} wartet auf den Versand.")
}

pub fn state(state: MessageState) -> &'static str {
    match state {
        MessageState::Queued => "Wartet",
        MessageState::Sent => "Gesendet",
        MessageState::Kept => "Hier aufbewahrt",
        MessageState::Failed => "Gescheitert",
    }
}

pub fn kind(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::GeneratedPassword => "Erzeugtes Passwort",
        MessageKind::Activation => "Aktivierungslink",
        MessageKind::AccountReady => "Konto bereit",
        MessageKind::Invitation => "Einladung",
        MessageKind::PasswordReset => "Link für ein neues Passwort",
        MessageKind::PasswordChanged => "Passwort geändert",
        MessageKind::EmailChanged => "E-Mail-Adresse geändert",
        MessageKind::ConfirmEmail => "E-Mail-Adresse bestätigen",
        MessageKind::LoginLinkUsed => "Anmeldelink verwendet",
        MessageKind::DeletionNotice => "Konto endet",
        MessageKind::CourseDue => "Kurs fällig",
        MessageKind::InvitationAskedAgain => "Bittet um neue Einladung",
        MessageKind::Test => "Testnachricht",
    }
}
