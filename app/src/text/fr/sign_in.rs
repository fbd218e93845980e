//! Signing in.

pub const TITLE: &str = "Connexion";
pub const NAME: &str = "E-mail ou identifiant";
pub const PASSWORD: &str = "Mot de passe";
pub const SIGN_IN: &str = "Se connecter";
pub const REGISTER: &str = "Pas encore de compte ? S’inscrire";
pub const SIGNED_OUT: &str = "Vous êtes déconnecté.";
pub const WAITS: &str = "Vous êtes inscrit. Une personne de l’administration doit approuver votre compte avant que vous puissiez vous connecter.";
pub const REGISTERED: &str =
    "Vous êtes inscrit. Connectez-vous avec votre adresse e-mail et votre mot de passe.";

pub const CHOOSE_PASSWORD: &str = "Choisir un nouveau mot de passe";
pub const CHOOSE_PASSWORD_WHY: &str = "Votre mot de passe vous a été remis par quelqu’un d’autre. Pour continuer, choisissez-en un que vous seul connaissez.";
pub const NEW_PASSWORD: &str = "Nouveau mot de passe";
pub const PASSWORD_HINT: &str =
    "Au moins 8 caractères, et aucun des plus courants. Quatre mots sans rapport conviennent bien.";
pub const SAVE_PASSWORD: &str = "Enregistrer et continuer";

pub const SET_UP: &str = "Configurer Rollcall";
pub const SET_UP_WHY: &str =
    "Vous êtes la première personne ici. Nommez votre organisation et créez le compte de son propriétaire.";
pub const SET_UP_TOKEN: &str = "Code de configuration, affiché dans la console du serveur";
pub const ORGANIZATION: &str = "Organisation";
pub const FIRST_NAME: &str = "Prénom";
pub const LAST_NAME: &str = "Nom";
pub const EMAIL: &str = "E-mail";
pub const CREATE_OWNER: &str = "Créer le propriétaire";
