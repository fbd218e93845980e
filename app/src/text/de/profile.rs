//! One's own profile.

pub const TITLE: &str = "Ihr Profil";
pub const DETAILS: &str = "Über Sie";
pub const SAVE: &str = "Speichern";
pub const SAVED: &str = "Ihr Profil ist gespeichert.";
pub const CHANGED: &str =
    "Jemand hat Ihr Konto inzwischen geändert: Laden Sie die Seite neu und versuchen Sie es erneut.";
pub const NEW_EMAIL: &str = "Neue E-Mail-Adresse";
pub const NEW_EMAIL_HINT: &str =
    "Wir senden einen Link dorthin. Die Adresse gilt, sobald Sie ihn benutzt haben.";
pub const SEND_LINK: &str = "Link senden";
pub const CURRENT_PASSWORD: &str = "Ihr jetziges Passwort";
pub const PASSWORD_HINT: &str = "Hier bleiben Sie angemeldet; alle anderen Geräte werden abgemeldet.";
pub const CHANGE_PASSWORD: &str = "Passwort ändern";
pub const PASSWORD_CHANGED: &str = "Ihr Passwort ist geändert. Alle anderen Geräte sind abgemeldet.";
pub const EMAIL_CONFIRMED: &str = "Ihre neue E-Mail-Adresse ist bestätigt.";
pub const SESSIONS: &str = "Wo Sie angemeldet sind";
pub const SIGN_OUT_EVERYWHERE: &str = "Überall abmelden";
pub const THIS_DEVICE: &str = "Dieses Gerät";
pub const UNKNOWN_DEVICE: &str = "Unbekannter Browser";
pub const END: &str = "Abmelden";

pub fn email_sent(email: &str) -> String {
    format!("Ein Link ist unterwegs an {email}, sofern die Adresse frei ist.")
}

pub fn browser_on(browser: &str, system: &str) -> String {
    format!("{browser} auf {system}")
}

pub fn last_seen(ago: &str) -> String {
    format!("zuletzt benutzt: {ago}")
}
