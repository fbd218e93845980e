//! Links from messages: choosing a password, signing in by a link, and what is said where one no longer works.

pub const ACTIVATE: &str = "Choisissez votre mot de passe";
pub const ACTIVATE_WHY: &str = "Votre compte est prêt. Choisissez un mot de passe que vous seul connaissez, puis connectez-vous avec lui.";
pub const RESET: &str = "Choisissez un nouveau mot de passe";
pub const RESET_WHY: &str = "Vous serez déconnecté partout où vous êtes connecté en ce moment.";
pub const SAVE: &str = "Enregistrer le mot de passe";
pub const SAVED: &str = "Votre mot de passe est enregistré. Connectez-vous avec lui.";

pub const FORGOT: &str = "Mot de passe oublié ?";
pub const FORGOT_WHY: &str =
    "Dites-nous qui vous êtes, et nous vous enverrons un lien pour en choisir un nouveau.";
pub const SEND_LINK: &str = "M’envoyer un lien";
pub const ASKED: &str = "Consultez votre messagerie";
pub const ASKED_WHY: &str = "S’il existe un compte avec ce nom et une adresse e-mail, un lien lui est envoyé. Il est valable deux heures.";
pub const ASKED_NOTHING: &str = "Rien après dix minutes ? Regardez parmi les messages indésirables, puis adressez-vous à l’administration de votre organisation.";
pub const TO_SIGN_IN: &str = "Aller à la connexion";

pub const SIGN_IN_AS_WHY: &str = "L’assistance a créé ce lien pour vous. Il vous connecte une fois, et un e-mail vous informe qu’il a été utilisé.";

pub const EXPIRED: &str = "Ce lien a expiré";
pub const EXPIRED_WHY: &str = "Les liens ne sont valables qu’un temps, pour la sécurité des comptes.";
pub const USED: &str = "Ce lien a déjà été utilisé";
pub const USED_WHY: &str =
    "Chaque lien sert une seule fois. Si c’est vous qui l’avez utilisé, il n’y a plus rien à faire.";
pub const VOID: &str = "Ce lien n’est plus valable";
pub const VOID_WHY: &str = "Un lien plus récent l’a remplacé, ou ce à quoi il servait est terminé. Utilisez le dernier message que vous avez reçu.";
pub const CANCELED: &str = "Cette invitation a été annulée";
pub const CANCELED_WHY: &str = "La personne qui vous a invité a repris l’invitation.";
pub const UNKNOWN: &str = "Ce lien est incomplet";
pub const UNKNOWN_WHY: &str = "Rien ne correspond à cette adresse. Certaines messageries coupent les longues adresses : copiez-la en entier depuis le message.";
pub const ASK_FOR_LINK: &str = "Demander un nouveau lien";
pub const ASK_FOR_INVITATION: &str = "Demander une nouvelle invitation";
pub const ASK_SUPPORT: &str = "Demandez-en un nouveau à l’assistance.";

pub fn sign_in_as(name: &str) -> String {
    format!("Se connecter en tant que {name}")
}

pub const CONFIRM_EMAIL: &str = "Confirmer l’adresse e-mail";
pub const CONFIRM: &str = "Confirmer";

pub fn confirm_email_why(email: &str) -> String {
    format!("Désormais, les messages vont à {email}, et c’est avec elle que vous vous connectez.")
}
