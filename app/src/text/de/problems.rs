//! What is wrong, and what would make it right.

use crate::form::Problem;
use crate::text::number;
use domain::access::Denied;
use domain::sign_in::SignInRefused;
use domain::users::{NotValid, Rule, WeakPassword};

pub const SIGNED_OUT: &str = "Sie sind abgemeldet: Melden Sie sich wieder an";
pub const NOT_FOUND: &str = "das gibt es nicht mehr, oder es ist nicht für Sie bestimmt";
pub const OFFLINE: &str =
    "der Server ist nicht erreichbar: Prüfen Sie die Verbindung und versuchen Sie es noch einmal";
pub const UNAVAILABLE: &str =
    "auf dem Server ist etwas schiefgegangen; es wurde nichts geändert. Versuchen Sie es noch einmal";

pub fn not_understood(why: &str) -> String {
    format!("Seite und Server verstehen einander nicht: Laden Sie die Seite neu ({why})")
}

pub fn denied(denied: &Denied) -> String {
    match denied {
        Denied::NotYourRole(_) => "Ihre Rolle umfasst das nicht; fragen Sie die Administration".to_owned(),
        Denied::NotBelowYou => "die Rolle dieser Person liegt nicht unter Ihrer eigenen".to_owned(),
    }
}

pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::SignIn(refused) => sign_in(refused),
        Problem::Password(weak) => weak_password(weak),
        Problem::Value(value) => not_valid(value),
        Problem::OtherDomain => "nur Adressen der Domains dieser Organisation können sich hier registrieren".to_owned(),
        Problem::WrongPassword => "das ist nicht Ihr jetziges Passwort".to_owned(),
        Problem::WrongToken => "das ist nicht der Code, den der Server beim Start ausgegeben hat".to_owned(),
        Problem::AlreadySetUp => "Rollcall ist schon eingerichtet: Melden Sie sich an".to_owned(),
        Problem::HasAccount => {
            "mit dieser Adresse gibt es schon ein Konto: Melden Sie sich an, oder fordern Sie ein neues Passwort an".to_owned()
        }
        Problem::NoPlace => "es ist kein Platz mehr frei: Fragen Sie die Person, die Sie eingeladen hat".to_owned(),
    }
}

pub fn sign_in(refused: &SignInRefused) -> String {
    match refused {
        SignInRefused::Wrong => {
            "diese E-Mail-Adresse oder dieser Benutzername und dieses Passwort gehören nicht zusammen"
                .to_owned()
        }
        SignInRefused::TooMany { minutes: 1 } => {
            "zu viele Versuche: Warten Sie eine Minute oder bitten Sie den Support um einen Anmeldelink"
                .to_owned()
        }
        SignInRefused::TooMany { minutes } => {
            format!(
                "zu viele Versuche: Warten Sie {minutes} Minuten oder bitten Sie den Support um einen Anmeldelink"
            )
        }
    }
}

pub fn weak_password(weak: &WeakPassword) -> String {
    match weak {
        WeakPassword::TooShort(shortest) => format!("ein Passwort hat mindestens {shortest} Zeichen"),
        WeakPassword::TooLong => "ein Passwort hat höchstens 1.024 Byte".to_owned(),
        WeakPassword::Common => {
            "dieses Passwort gehört zu den häufigsten; wählen Sie ein anderes, etwa vier Wörter ohne Zusammenhang".to_owned()
        }
    }
}

pub fn not_valid(value: &NotValid) -> String {
    match value.rule() {
        Rule::Other => value.to_string(),
        rule => broken(rule),
    }
}

/// What is asked of a text that breaks a rule.
pub fn broken(rule: Rule) -> String {
    match rule {
        Rule::Needed => "wird benötigt".to_owned(),
        Rule::TooLong(most) => format!("höchstens {most} Zeichen"),
        Rule::ControlCharacters => "keine Steuerzeichen und keine Zeilenumbrüche".to_owned(),
        Rule::Email => "keine E-Mail-Adresse: Sie sollte aussehen wie name@example.org".to_owned(),
        Rule::NoSpaces => "ohne Leerzeichen".to_owned(),
        Rule::Phone => "keine Telefonnummer: Sie sollte aussehen wie +49 30 1234567".to_owned(),
        Rule::Date => "kein Datum: Schreiben Sie es wie 31.12.2026".to_owned(),
        Rule::Language => "keine Sprache, die Rollcall spricht: en, de, fr oder es".to_owned(),
        Rule::WholeNumber => "eine ganze Zahl, bitte".to_owned(),
        Rule::AtMost(most) => format!("höchstens {}", number(most.unsigned_abs())),
        Rule::Between(least, most) => format!("eine ganze Zahl von {least} bis {most}"),
        Rule::Color => "eine Farbe sieht aus wie #2451d6".to_owned(),
        Rule::PictureAddress => {
            "die Adresse eines Bildes beginnt mit https:// und hat keine Leerzeichen".to_owned()
        }
        Rule::Domain => "eine Domain sieht aus wie example.org".to_owned(),
        Rule::LastDay => "der letzte Tag liegt vor dem ersten".to_owned(),
        Rule::ChooseOne => "wählen Sie mindestens eines".to_owned(),
        Rule::WebAddress => "eine Adresse, die mit https:// beginnt".to_owned(),
        Rule::Time => "eine Uhrzeit wie 09:30".to_owned(),
        Rule::Other => "so nicht möglich".to_owned(),
    }
}
