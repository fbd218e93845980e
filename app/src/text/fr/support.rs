//! Helping somebody who calls.

use super::users::{day, moment};
use domain::time::{Date, Timestamp};

pub const TITLE: &str = "Assistance";
pub const DESCRIPTION: &str = "Trouvez la personne qui appelle, voyez ce qui ne va pas et faites-la entrer.";
pub const SEARCH: &str = "Nom, e-mail, identifiant ou téléphone";
pub const PEOPLE: &str = "Personnes trouvées";
pub const MORE: &str = "Il y en a d’autres : saisissez du texte pour affiner.";
pub const WHO: &str = "Qui appelle ?";
pub const WHO_WHY: &str = "Saisissez une partie du nom, de l’e-mail, de l’identifiant ou du téléphone.";
pub const NOBODY: &str = "Personne trouvée";
pub const NOBODY_WHY: &str = "Essayez une autre orthographe, l’e-mail ou le téléphone.";

pub const LOGIN_LINK: &str = "Lien de connexion";
pub const PASSWORD_LINK: &str = "Envoyer un lien pour choisir un mot de passe";
pub const IN_LIST: &str = "Voir dans la liste des utilisateurs";
pub const NOT_ACTIVE: &str = "Ce compte n’est pas actif, personne ne peut s’y connecter.";
pub const NO_ADDRESS: &str = "Ce compte n’a pas d’adresse e-mail.";

pub const WRONG: &str = "Ce qui ne va pas";
pub const NOTHING_WRONG: &str = "Rien : le compte est en ordre et ses messages sont arrivés.";
pub const ARCHIVED: &str = "Le compte est archivé";
pub const ARCHIVED_WHY: &str = "Un administrateur peut le faire revenir.";
pub const PENDING: &str = "Le compte attend d’être approuvé";
pub const PENDING_WHY: &str = "Un administrateur peut l’approuver.";
pub const LOCKED_OUT: &str = "Bloqué après trop de tentatives";
pub const FORGIVE: &str = "Permettre un nouvel essai";
pub const FORGIVEN: &str = "La personne peut réessayer maintenant.";
pub const NOT_ANSWERED: &str = "Le serveur de messagerie était injoignable.";
pub const OPEN_MESSAGE: &str = "Ouvrir le message";
pub const NO_EMAIL: &str = "Pas d’adresse e-mail";
pub const NO_EMAIL_WHY: &str = "Rien ne peut être envoyé. Un lien de connexion fonctionne tout de même.";
pub const NO_PASSWORD: &str = "Pas encore de mot de passe";
pub const NO_PASSWORD_WHY: &str = "La connexion sera possible une fois un mot de passe choisi par un lien.";
pub const NEVER_NOTIFIED: &str = "Personne ne l’a encore informée de ce compte.";
pub const NO_SEAT: &str = "Ni place ni cours";
pub const NO_SEAT_WHY: &str =
    "La connexion fonctionne, mais il n’y a rien à ouvrir. Un administrateur peut attribuer une place.";

pub const INVITED: &str = "Invités, pas encore inscrits";
pub const LICENSE: &str = "Licence";
pub const CHOOSE_LICENSE: &str = "Choisir une licence";
pub const NO_FREE_SEAT: &str = "Aucune licence n’a de place libre aujourd’hui.";
pub const OPEN_LICENSE: &str = "Ouvrir la licence";

pub fn link_sent(recipient: &str) -> String {
    format!("Un lien pour {recipient} est en route.")
}

pub fn archived_since(since: Timestamp) -> String {
    format!(
        "Depuis le {}. Un administrateur peut le faire revenir.",
        day(since.date())
    )
}

pub fn locked_out_why(minutes: u64) -> String {
    if minutes == 1 {
        "Encore une minute.".to_owned()
    } else {
        format!("Encore {minutes} minutes.")
    }
}

pub fn mail_failed(kind: &str) -> String {
    format!("Le dernier message a échoué : {kind}")
}

pub fn mail_delayed(kind: &str) -> String {
    format!("Le dernier message est retardé : {kind}")
}

pub fn answered(answer: &str) -> String {
    format!("Le serveur de messagerie a répondu : {answer}")
}

pub fn notified_at(at: Timestamp) -> String {
    format!("La personne a été informée du compte le {}.", moment(at))
}

pub fn license_over(license: &str) -> String {
    format!("La licence {license} est terminée")
}

pub fn license_not_begun(license: &str) -> String {
    format!("La licence {license} n’a pas commencé")
}

pub fn ended_on(ended: Date) -> String {
    format!("Elle a pris fin le {}, ou a été archivée.", day(ended))
}

pub fn begins_on(begins: Date) -> String {
    format!("Elle commence le {}.", day(begins))
}
