//! The page of one user.

use domain::access::{GroupRole, Role};
use domain::audit::Action;
use domain::users::{Language, UserState};

pub const TABS: &str = "Ce que vous voyez de cet utilisateur";
pub const DETAILS: &str = "Détails";
pub const HISTORY: &str = "Historique";
pub const CONTACT: &str = "Contact et connexion";
pub const LIFE: &str = "Vie du compte";
pub const NONE: &str = "Aucun";
pub const NO_GROUPS: &str = "Dans aucun groupe pour l’instant.";
pub const CHANGE_GROUPS: &str = "Modifier les groupes";
pub const CHANGE_EMAIL: &str = "Changer l’e-mail";
pub const CHANGE_PHONE: &str = "Changer le téléphone";
pub const CHANGE_PASSWORD: &str = "Changer le mot de passe";
pub const EMAIL_HINT: &str =
    "L’ancienne adresse est prévenue. Les liens qui lui ont été envoyés cessent d’être valables.";
pub const PASSWORD_SET: &str = "Défini";
pub const PASSWORD_TO_CHANGE: &str = "À changer à la prochaine connexion";
pub const PASSWORD_NONE: &str = "Non défini";
pub const WAY_LINK: &str = "Envoyer un lien pour en choisir un (recommandé)";
pub const WAY_TYPED_HINT: &str =
    "Vous le transmettez vous-même. La personne apprend par e-mail qu’il a changé.";
pub const NO_EMAIL: &str = "Il n’y a pas d’adresse e-mail où envoyer.";
pub const SESSIONS_END: &str = "Toutes les sessions de cette personne prennent fin.";
pub const SET_PASSWORD: &str = "Définir le mot de passe";
pub const SEND_PASSWORD: &str = "Envoyer le mot de passe";
pub const SEND_LINK: &str = "Envoyer le lien";
pub const PASSWORD_DONE: &str = "Le mot de passe est défini";
pub const PASSWORD_DONE_TOLD: &str = "Le mot de passe est défini, et la personne en est prévenue";
pub const ON_ITS_WAY: &str = "Le message est en route";
pub const JOINED: &str = "Arrivée";
pub const APPROVED: &str = "Approuvé";
pub const NOTIFIED_AT: &str = "Prévenu";
pub const LAST_SIGN_IN: &str = "Dernière connexion";
pub const ARCHIVED_AT: &str = "Archivé";
pub const SAVE: &str = "Enregistrer";
pub const PUT_BACK: &str = "Rétablir";
pub const SAVED: &str = "Enregistré";
pub const NOTHING_CHANGED: &str = "Rien n’est encore modifié.";
pub const MET: &str = "Quelqu’un d’autre a modifié cet utilisateur entre-temps. Ses modifications sont maintenant dans le formulaire, à côté des vôtres. Relisez-les et enregistrez de nouveau.";
pub const NO_HISTORY: &str = "Rien ici";
pub const NO_HISTORY_WHY: &str =
    "Ce qui arrive à cet utilisateur est listé ici, dans la mesure où vous pouvez le voir.";
pub const OLDER: &str = "Afficher plus ancien";
pub const BECAME: &str = "devenu";
pub const SOMEBODY_GONE: &str = "Quelqu’un dont le compte est supprimé";
pub const BY_ITSELF: &str = "Rollcall, de lui-même";
pub const COMMAND_LINE: &str = "Quelqu’un à la ligne de commande";

pub fn by(at: &str, name: &str) -> String {
    format!("{at}, par {name}")
}

pub fn invited_by(at: &str, name: &str) -> String {
    format!("{at}, invité par {name}")
}

pub fn from_address(address: &str) -> String {
    format!("depuis {address}")
}

pub fn met_both(fields: &str) -> String {
    format!("Vous avez tous deux modifié : {fields}. Votre saisie est gardée, sauf si vous la changez.")
}

/// The words of a field; none for what no person would look for.
pub fn field(field: &str) -> &'static str {
    match field {
        "first_name" => "Prénom",
        "last_name" => "Nom",
        "email" => "E-mail",
        "username" => "Nom d’utilisateur",
        "phone" => "Téléphone",
        "role" => "Rôle",
        "state" => "Statut",
        "groups" => "Groupes",
        "group_role" => "Rôle dans les groupes",
        "labels" => "Étiquettes",
        "location" => "Site",
        "department" => "Service",
        "language" => "Langue",
        "deletion_date" => "Date de suppression",
        "job_title" => "Fonction",
        "address" => "Adresse",
        "date_of_birth" => "Date de naissance",
        "external_id" => "Identifiant dans un autre système",
        "reason" => "Motif",
        "recipient" => "Envoyé à",
        "sessions" => "Sessions",
        "view" => "Vue",
        _ => "",
    }
}

/// A value as people read it.
pub fn value(field: &str, text: &str) -> String {
    let word = match field {
        "role" => Role::parse(text).ok().map(super::users::role),
        "group_role" => GroupRole::parse(text).ok().map(super::users::group_role),
        "state" => UserState::parse(text).ok().map(super::users::state),
        "language" => Language::parse(text).ok().map(super::users::language),
        _ => None,
    };
    word.unwrap_or(text).to_owned()
}

/// What happened, in a sentence.
pub fn sentence(action: Action, who: &str) -> String {
    format!("{} : {who}", super::audit::action(action))
}
