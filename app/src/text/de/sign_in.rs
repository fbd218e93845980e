//! Signing in.

pub const TITLE: &str = "Anmelden";
pub const NAME: &str = "E-Mail-Adresse oder Benutzername";
pub const PASSWORD: &str = "Passwort";
pub const SIGN_IN: &str = "Anmelden";
pub const REGISTER: &str = "Noch kein Konto? Registrieren";
pub const SIGNED_OUT: &str = "Sie sind abgemeldet.";
pub const WAITS: &str = "Sie sind registriert. Jemand aus der Verwaltung muss Ihr Konto freigeben, bevor Sie sich anmelden können.";
pub const REGISTERED: &str =
    "Sie sind registriert. Melden Sie sich mit Ihrer E-Mail-Adresse und Ihrem Passwort an.";

pub const CHOOSE_PASSWORD: &str = "Neues Passwort wählen";
pub const CHOOSE_PASSWORD_WHY: &str = "Ihr Passwort haben Sie von jemand anderem bekommen. Wählen Sie eines, das nur Sie kennen, um fortzufahren.";
pub const NEW_PASSWORD: &str = "Neues Passwort";
pub const PASSWORD_HINT: &str =
    "Mindestens 8 Zeichen, und keines der häufigen. Vier Wörter ohne Zusammenhang sind gut.";
pub const SAVE_PASSWORD: &str = "Speichern und fortfahren";

pub const SET_UP: &str = "Rollcall einrichten";
pub const SET_UP_WHY: &str = "Sie sind als Erstes hier. Benennen Sie Ihre Organisation und legen Sie das Konto der Person an, der sie gehört.";
pub const SET_UP_TOKEN: &str = "Einrichtungscode aus der Konsole des Servers";
pub const ORGANIZATION: &str = "Organisation";
pub const FIRST_NAME: &str = "Vorname";
pub const LAST_NAME: &str = "Nachname";
pub const EMAIL: &str = "E-Mail-Adresse";
pub const CREATE_OWNER: &str = "Konto anlegen";
