//! Registering with an invitation.

pub const FIRST_NAME: &str = "Vorname";
pub const LAST_NAME: &str = "Nachname";
pub const PASSWORD: &str = "Passwort";
pub const SHOW: &str = "Zeigen";
pub const HIDE: &str = "Verbergen";
pub const MORE: &str = "Mehr über Sie, wenn Sie möchten";
pub const PHONE: &str = "Telefon";
pub const ADDRESS: &str = "Anschrift";
pub const DATE_OF_BIRTH: &str = "Geburtsdatum";
pub const JOB_TITLE: &str = "Funktion";
pub const LANGUAGE: &str = "Sprache";
pub const REGISTER: &str = "Registrieren";

pub const STRENGTH_WEAK: &str = "Genügt; länger ist besser";
pub const STRENGTH_FAIR: &str = "Ein gutes Passwort";
pub const STRENGTH_STRONG: &str = "Ein starkes Passwort";

pub const ASKED: &str = "Sie haben um eine neue Einladung gebeten";
pub const ASKED_WHY: &str =
    "Wer Sie eingeladen hat, erfährt davon. Bei Zustimmung bekommen Sie eine neue Nachricht.";

pub const EMAIL: &str = "E-Mail";
pub const SEND_LINK: &str = "Link senden";
pub const ASK_WHY: &str =
    "Geben Sie Ihre E-Mail-Adresse ein. Sie bekommen dorthin einen Link zum Registrieren.";
pub const SENT: &str = "Sehen Sie in Ihre Nachrichten";
pub const SENT_WHY: &str =
    "Wenn sich diese Adresse registrieren darf, ist ein Link unterwegs. Das kann einige Minuten dauern.";

pub fn of_domains(domains: &str) -> String {
    format!("Adressen dieser Domains: {domains}.")
}

pub fn title(organization: &str) -> String {
    format!("Willkommen bei {organization}")
}

pub fn why(email: &str) -> String {
    format!("Sie wurden als {email} eingeladen. Mit dieser Adresse melden Sie sich an.")
}

pub fn password_hint(characters: u64) -> String {
    format!(
        "Mindestens {characters} Zeichen und keines der häufigen. Gut sind vier Wörter ohne Zusammenhang."
    )
}
