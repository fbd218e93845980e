//! Invitations in the console.

use crate::text::number;
use domain::invitations::InvitationStatus;

pub const TITLE: &str = "Invitations";
pub const DESCRIPTION: &str =
    "Offres d’inscription : ce que chacune est devenue et ce qu’a dit le serveur de messagerie.";
pub const INVITE: &str = "Inviter des personnes";
pub const INVITE_WHY: &str = "Chaque personne reçoit son propre lien. Il ouvre une page où elle donne son nom et choisit un mot de passe.";
pub const WHOM: &str = "Qui";
pub const ADDRESS: &str = "Adresse";
pub const ADDRESSES: &str = "Adresses e-mail";
pub const ADDRESSES_HINT: &str =
    "Saisissez-les ou collez-les, séparées par une virgule, un point-virgule, une espace ou une ligne.";
pub const FROM_FILE: &str = "Lire une liste dans un fichier";
pub const NOBODY: &str = "Donnez au moins une adresse e-mail";
pub const REPLACES: &str = "remplace une invitation ouverte";
pub const HAS_ACCOUNT: &str = "a un compte";
pub const OUT_OF_REACH: &str = "invité par d’autres";
pub const NO_ADDRESS: &str = "pas une adresse";
pub const REMOVE_LEFT_OUT: &str = "Retirer ceux qui ne reçoivent rien";
pub const NO_LABEL: &str = "Aucune étiquette";
pub const LABEL: &str = "Étiquette";
pub const LANGUAGE_HINT: &str = "Du message et du compte.";
pub const DATE_WRONG: &str = "Choisissez un jour à partir de demain";
pub const LEFT_OUT_ACCOUNTS: &str = "Rien n’a été envoyé à ces personnes : elles ont déjà un compte";
pub const LEFT_OUT_OTHERS: &str =
    "Rien n’a été envoyé à ces personnes : vous ne pouvez pas remplacer leur invitation ouverte";
pub const SEE_ALL: &str = "Voir toutes les invitations";
pub const INVITE_MORE: &str = "Inviter d’autres personnes";
pub const STATE: &str = "État";
pub const ANY_STATE: &str = "Tous";
pub const ASKS: &str = "Demande un nouveau lien";
pub const FILTER: &str = "Filtrer";
pub const NONE_YET: &str = "Pas encore d’invitations";
pub const NONE_YET_WHY: &str = "Les personnes que vous invitez figurent ici, avec la suite donnée.";
pub const NONE_MATCH: &str = "Aucune invitation ne correspond";
pub const NONE_MATCH_WHY: &str = "Changez l’adresse ou l’état du filtre.";
pub const SHOW_ALL: &str = "Tout afficher";
pub const OFFER: &str = "Offre";
pub const INVITED: &str = "Invité";
pub const BY: &str = "Invité par";
pub const OPENED: &str = "Ouverte";
pub const ENDS: &str = "Se termine";
pub const ENDED: &str = "Terminée";
pub const MESSAGES: &str = "Messages";
pub const ACTIONS: &str = "Actions";
pub const RESEND: &str = "Renvoyer";
pub const CORRECT: &str = "Corriger l’adresse";
pub const CORRECT_WHY: &str = "Le lien du message envoyé à la mauvaise adresse ne fonctionnera plus. Le reste de l’offre ne change pas.";
pub const CORRECT_AND_SEND: &str = "Corriger et envoyer";
pub const CANCEL: &str = "Annuler l’invitation";
pub const CANCEL_WHY: &str = "Les liens ne fonctionneront plus et les places réservées seront libérées. Une invitation annulée peut être renvoyée.";
pub const KEEP: &str = "Garder";
pub const DECLINE: &str = "Refuser";
pub const ACCEPTED_ALREADY: &str = "Elle a été acceptée : il y a un compte.";
pub const CLOSED_ALREADY: &str = "Elle est déjà terminée.";
pub const ALL_MATCHING: &str = "Toutes celles qui correspondent sont sélectionnées";
pub const TICK_ALL_MATCHING: &str = "Sélectionner toutes celles qui correspondent";

pub fn send(n: u64) -> String {
    if n == 1 {
        "Envoyer 1 invitation".to_owned()
    } else {
        format!("Envoyer {} invitations", number(n))
    }
}

pub fn will_get(n: u64) -> String {
    if n == 1 {
        "1 invitation".to_owned()
    } else {
        format!("{} invitations", number(n))
    }
}

pub fn replacing(n: u64) -> String {
    if n == 1 {
        "1 en remplace une ouverte".to_owned()
    } else {
        format!("{} en remplacent d’ouvertes", number(n))
    }
}

pub fn with_account(n: u64) -> String {
    if n == 1 {
        "1 a un compte".to_owned()
    } else {
        format!("{} ont un compte", number(n))
    }
}

pub fn out_of_reach(n: u64) -> String {
    if n == 1 {
        "1 est invité par d’autres".to_owned()
    } else {
        format!("{} sont invités par d’autres", number(n))
    }
}

pub fn no_addresses(n: u64) -> String {
    if n == 1 {
        "1 n’est pas une adresse".to_owned()
    } else {
        format!("{} ne sont pas des adresses", number(n))
    }
}

pub fn more(n: u64) -> String {
    if n == 1 {
        "1 de plus".to_owned()
    } else {
        format!("{} de plus", number(n))
    }
}

pub fn mend_or_remove(n: u64) -> String {
    if n == 1 {
        "1 n’est pas une adresse e-mail : corrigez-la ou retirez-la".to_owned()
    } else {
        format!(
            "{} ne sont pas des adresses e-mail : corrigez-les ou retirez-les",
            number(n)
        )
    }
}

pub fn at_most(n: u64) -> String {
    if n == 1 {
        "une personne au plus".to_owned()
    } else {
        format!("Au plus {} personnes à la fois", number(n))
    }
}

pub fn seats_short(n: u64) -> String {
    if n == 1 {
        "Il manque 1 place : invitez moins de personnes, ou reprenez d’abord une place".to_owned()
    } else {
        format!(
            "Il manque {} places : invitez moins de personnes, ou reprenez-en d’abord",
            number(n)
        )
    }
}

pub fn valid_for(n: u64) -> String {
    if n == 1 {
        "Chaque lien est valable 1 jour.".to_owned()
    } else {
        format!("Chaque lien est valable {} jours.", number(n))
    }
}

pub fn on_their_way(n: u64) -> String {
    if n == 1 {
        "1 invitation est en route".to_owned()
    } else {
        format!("{} invitations sont en route", number(n))
    }
}

pub fn replaced(n: u64) -> String {
    if n == 1 {
        "1 invitation ouverte est remplacée ; son lien ne fonctionne plus.".to_owned()
    } else {
        format!(
            "{} invitations ouvertes sont remplacées ; leurs liens ne fonctionnent plus.",
            number(n)
        )
    }
}

pub fn resent(n: u64) -> String {
    if n == 1 {
        "1 invitation est en route, avec un nouveau lien et un nouveau délai.".to_owned()
    } else {
        format!(
            "{} invitations sont en route, avec de nouveaux liens et un nouveau délai.",
            number(n)
        )
    }
}

pub fn canceled(n: u64) -> String {
    if n == 1 {
        "1 invitation annulée.".to_owned()
    } else {
        format!("{} invitations annulées.", number(n))
    }
}

pub fn select(email: &str) -> String {
    format!("Sélectionner l’invitation à {email}")
}

pub fn actions_for(email: &str) -> String {
    format!("Actions pour {email}")
}

pub fn seat_of(license: &str) -> String {
    format!("Place de {license}")
}

pub fn corrected(email: &str) -> String {
    format!("Une invitation à {email} est en route.")
}

/// Which address was there again, and how many others.
pub fn repeated(first: &str, more: u64) -> String {
    if more == 0 {
        format!("{first} y était deux fois")
    } else {
        format!("{first} et {} de plus y étaient deux fois", number(more))
    }
}

/// Which one was not sent again and why, and how many others.
pub fn not_resent(email: &str, why: &str, more: u64) -> String {
    if more == 0 {
        format!("{email} : {why}")
    } else {
        format!(
            "{email} : {why} ({} de plus n’ont pas été envoyées)",
            number(more)
        )
    }
}

/// Without a number: all that match.
pub fn cancel(count: Option<u64>) -> String {
    match count {
        None => "Annuler toutes celles qui correspondent".to_owned(),
        Some(1) => "Annuler l’invitation".to_owned(),
        Some(count) => format!("Annuler {} invitations", number(count)),
    }
}

pub fn seats_kept(kept: u64, free: u64) -> String {
    format!(
        "Une place est réservée pour chaque invitation : {} sur {} places libres.",
        number(kept),
        number(free)
    )
}

/// How long from now something is.
pub fn ends_in(seconds: i64) -> String {
    let some = |n: i64, one: &str, many: &str| {
        let unit = if n == 1 { one } else { many };
        format!("Dans {n} {unit}")
    };
    match (seconds / 3600, seconds / 86_400) {
        (..1, _) => "Dans moins d’une heure".to_owned(),
        (hours, ..1) => some(hours, "heure", "heures"),
        (_, days) => some(days, "jour", "jours"),
    }
}

pub const fn status(status: InvitationStatus) -> &'static str {
    match status {
        InvitationStatus::Queued => "En attente d’envoi",
        InvitationStatus::Sent => "Envoyée",
        InvitationStatus::Failed => "Non remise",
        InvitationStatus::Opened => "Ouverte",
        InvitationStatus::Accepted => "Acceptée",
        InvitationStatus::Expired => "Expirée",
        InvitationStatus::Canceled => "Annulée",
        InvitationStatus::Replaced => "Remplacée",
    }
}
