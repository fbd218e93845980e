//! Links from messages: choosing a password, signing in by a link, and what is said where one no longer works.

pub const ACTIVATE: &str = "Wählen Sie Ihr Passwort";
pub const ACTIVATE_WHY: &str =
    "Ihr Konto ist bereit. Wählen Sie ein Passwort, das nur Sie kennen, und melden Sie sich dann damit an.";
pub const RESET: &str = "Wählen Sie ein neues Passwort";
pub const RESET_WHY: &str = "Sie werden überall abgemeldet, wo Sie jetzt angemeldet sind.";
pub const SAVE: &str = "Passwort speichern";
pub const SAVED: &str = "Ihr Passwort ist gespeichert. Melden Sie sich damit an.";

pub const FORGOT: &str = "Passwort vergessen?";
pub const FORGOT_WHY: &str =
    "Sagen Sie uns, wer Sie sind, und wir senden Ihnen einen Link, um ein neues zu wählen.";
pub const SEND_LINK: &str = "Link senden";
pub const ASKED: &str = "Sehen Sie in Ihr Postfach";
pub const ASKED_WHY: &str = "Wenn es ein Konto mit diesem Namen und einer E-Mail-Adresse gibt, ist ein Link dorthin unterwegs. Er gilt zwei Stunden.";
pub const ASKED_NOTHING: &str = "Nach zehn Minuten nichts da? Sehen Sie bei den unerwünschten Nachrichten nach und fragen Sie dann die Administration Ihrer Organisation.";
pub const TO_SIGN_IN: &str = "Zur Anmeldung";

pub const SIGN_IN_AS_WHY: &str = "Diesen Link hat der Support für Sie erstellt. Er meldet Sie einmal an, und Sie erfahren per E-Mail, dass er verwendet wurde.";

pub const EXPIRED: &str = "Dieser Link ist abgelaufen";
pub const EXPIRED_WHY: &str = "Links gelten nur begrenzte Zeit, damit Konten sicher bleiben.";
pub const USED: &str = "Dieser Link wurde schon verwendet";
pub const USED_WHY: &str = "Jeder Link gilt einmal. Wenn Sie ihn verwendet haben, ist nichts mehr zu tun.";
pub const VOID: &str = "Dieser Link gilt nicht mehr";
pub const VOID_WHY: &str = "Ein neuerer Link hat ihn ersetzt, oder sein Anlass ist vorbei. Nehmen Sie die neueste Nachricht, die Sie bekommen haben.";
pub const CANCELED: &str = "Diese Einladung wurde zurückgezogen";
pub const CANCELED_WHY: &str = "Wer Sie eingeladen hat, hat die Einladung zurückgenommen.";
pub const UNKNOWN: &str = "Dieser Link ist unvollständig";
pub const UNKNOWN_WHY: &str = "Zu dieser Adresse gibt es nichts. Manche Mailprogramme schneiden lange Adressen ab: Kopieren Sie sie ganz aus der Nachricht.";
pub const ASK_FOR_LINK: &str = "Neuen Link anfordern";
pub const ASK_FOR_INVITATION: &str = "Neue Einladung anfordern";
pub const ASK_SUPPORT: &str = "Bitten Sie den Support um einen neuen.";

pub fn sign_in_as(name: &str) -> String {
    format!("Als {name} anmelden")
}

pub const CONFIRM_EMAIL: &str = "E-Mail-Adresse bestätigen";
pub const CONFIRM: &str = "Bestätigen";

pub fn confirm_email_why(email: &str) -> String {
    format!("Ab jetzt gehen Nachrichten an {email}, und damit melden Sie sich an.")
}
