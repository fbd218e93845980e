//! One's own profile.

pub const TITLE: &str = "Votre profil";
pub const DETAILS: &str = "À votre sujet";
pub const SAVE: &str = "Enregistrer";
pub const SAVED: &str = "Votre profil est enregistré.";
pub const CHANGED: &str = "Quelqu’un a modifié votre compte entre-temps : rechargez la page et réessayez.";
pub const NEW_EMAIL: &str = "Nouvelle adresse e-mail";
pub const NEW_EMAIL_HINT: &str = "Nous y envoyons un lien. L’adresse compte dès que vous l’avez utilisé.";
pub const SEND_LINK: &str = "Envoyer le lien";
pub const CURRENT_PASSWORD: &str = "Votre mot de passe actuel";
pub const PASSWORD_HINT: &str = "Vous restez connecté ici ; tous les autres appareils sont déconnectés.";
pub const CHANGE_PASSWORD: &str = "Changer le mot de passe";
pub const PASSWORD_CHANGED: &str =
    "Votre mot de passe est changé. Tous les autres appareils sont déconnectés.";
pub const EMAIL_CONFIRMED: &str = "Votre nouvelle adresse e-mail est confirmée.";
pub const SESSIONS: &str = "Où vous êtes connecté";
pub const SIGN_OUT_EVERYWHERE: &str = "Se déconnecter partout";
pub const THIS_DEVICE: &str = "Cet appareil";
pub const UNKNOWN_DEVICE: &str = "Navigateur inconnu";
pub const END: &str = "Déconnecter";

pub fn email_sent(email: &str) -> String {
    format!("Un lien est en route vers {email}, si l’adresse est libre.")
}

pub fn browser_on(browser: &str, system: &str) -> String {
    format!("{browser} sur {system}")
}

pub fn last_seen(ago: &str) -> String {
    format!("dernière utilisation : {ago}")
}
