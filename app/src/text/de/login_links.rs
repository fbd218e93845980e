//! Making a login link for somebody.

pub const WHAT: &str = "Der Link meldet die Person einmal an, ohne Passwort, innerhalb von zehn Minuten. Sie erfährt es per E-Mail, und \
     der Verlauf hält fest, wer ihn warum erstellt hat. Ein früherer Link gilt dann nicht mehr.";
pub const REASON: &str = "Grund";
pub const REASON_HINT: &str = "Zum Beispiel: hat angerufen, findet die Aktivierungsnachricht nicht";
pub const MAKE: &str = "Link erstellen";
pub const COPY: &str = "Link kopieren";
pub const QR: &str = "Der Link als QR-Code";

pub fn title(name: &str) -> String {
    format!("Anmeldelink für {name}")
}

pub fn shown(until: &str) -> String {
    format!(
        "Dieser Link wird einmal angezeigt und gilt einmal, bis {until}. Geben Sie ihn nur dieser Person."
    )
}
