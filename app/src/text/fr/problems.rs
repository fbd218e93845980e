//! What is wrong, and what would make it right.

use crate::form::Problem;
use crate::text::number;
use domain::access::Denied;
use domain::sign_in::SignInRefused;
use domain::users::{NotValid, Rule, WeakPassword};

pub const SIGNED_OUT: &str = "vous êtes déconnecté : reconnectez-vous";
pub const NOT_FOUND: &str = "cela n’existe plus, ou ne vous est pas accessible";
pub const OFFLINE: &str = "le serveur est injoignable : vérifiez la connexion et réessayez";
pub const UNAVAILABLE: &str = "une erreur est survenue sur le serveur ; rien n’a été modifié. Réessayez";

pub fn not_understood(why: &str) -> String {
    format!("la page et le serveur ne se comprennent pas : rechargez la page ({why})")
}

pub fn denied(denied: &Denied) -> String {
    match denied {
        Denied::NotYourRole(_) => "votre rôle ne le permet pas ; adressez-vous à l’administration".to_owned(),
        Denied::NotBelowYou => "le rôle de cette personne n’est pas inférieur au vôtre".to_owned(),
    }
}

pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::SignIn(refused) => sign_in(refused),
        Problem::Password(weak) => weak_password(weak),
        Problem::Value(value) => not_valid(value),
        Problem::OtherDomain => "seules les adresses des domaines de l’organisation peuvent s’inscrire ici".to_owned(),
        Problem::WrongPassword => "ce n’est pas votre mot de passe actuel".to_owned(),
        Problem::WrongToken => "ce n’est pas le code que le serveur a affiché au démarrage".to_owned(),
        Problem::AlreadySetUp => "Rollcall est déjà configuré : connectez-vous".to_owned(),
        Problem::HasAccount => {
            "il existe déjà un compte avec cette adresse : connectez-vous, ou demandez un nouveau mot de passe".to_owned()
        }
        Problem::NoPlace => "il n’y a plus de place : adressez-vous à la personne qui vous a invité".to_owned(),
    }
}

pub fn sign_in(refused: &SignInRefused) -> String {
    match refused {
        SignInRefused::Wrong => {
            "cet e-mail ou identifiant et ce mot de passe ne vont pas ensemble".to_owned()
        }
        SignInRefused::TooMany { minutes: 1 } => {
            "trop de tentatives : attendez une minute, ou demandez un lien de connexion à l’assistance"
                .to_owned()
        }
        SignInRefused::TooMany { minutes } => {
            format!(
                "trop de tentatives : attendez {minutes} minutes, ou demandez un lien de connexion à l’assistance"
            )
        }
    }
}

pub fn weak_password(weak: &WeakPassword) -> String {
    match weak {
        WeakPassword::TooShort(shortest) => format!("un mot de passe a au moins {shortest} caractères"),
        WeakPassword::TooLong => "un mot de passe a au plus 1 024 octets".to_owned(),
        WeakPassword::Common => {
            "ce mot de passe est l’un des plus courants ; choisissez-en un autre, par exemple quatre mots sans rapport".to_owned()
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
        Rule::Needed => "à remplir".to_owned(),
        Rule::TooLong(most) => format!("au plus {most} caractères"),
        Rule::ControlCharacters => "ni caractères de contrôle ni sauts de ligne".to_owned(),
        Rule::Email => "pas une adresse e-mail : elle devrait ressembler à nom@example.org".to_owned(),
        Rule::NoSpaces => "sans espaces".to_owned(),
        Rule::Phone => "pas un numéro de téléphone : il devrait ressembler à +33 1 23 45 67 89".to_owned(),
        Rule::Date => "pas une date : écrivez-la comme 31.12.2026".to_owned(),
        Rule::Language => "pas une langue que parle Rollcall : en, de, fr ou es".to_owned(),
        Rule::WholeNumber => "un nombre entier, s’il vous plaît".to_owned(),
        Rule::AtMost(most) => format!("au plus {}", number(most.unsigned_abs())),
        Rule::Between(least, most) => format!("un nombre entier de {least} à {most}"),
        Rule::Color => "une couleur s’écrit comme #2451d6".to_owned(),
        Rule::PictureAddress => "l’adresse d’une image commence par https:// et n’a pas d’espaces".to_owned(),
        Rule::Domain => "un domaine s’écrit comme example.org".to_owned(),
        Rule::LastDay => "le dernier jour précède le premier".to_owned(),
        Rule::ChooseOne => "choisissez-en au moins un".to_owned(),
        Rule::WebAddress => "une adresse qui commence par https://".to_owned(),
        Rule::Time => "une heure comme 09:30".to_owned(),
        Rule::Other => "ce n’est pas possible ainsi".to_owned(),
    }
}
