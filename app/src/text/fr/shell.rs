//! The frame around every page.

pub const PRODUCT: &str = "Rollcall";
pub const SKIP_TO_CONTENT: &str = "Aller au contenu";
pub const MAIN_NAVIGATION: &str = "Navigation principale";

pub const USERS: &str = "Utilisateurs";
pub const IMPORTS: &str = "Importations";

pub const GO_ANYWHERE: &str = "Aller à";
pub const GO_ANYWHERE_HINT: &str = "Une page, un nom, une adresse e-mail…";
pub const PLACES: &str = "Pages";

pub const KEYS: &str = "Raccourcis clavier";
pub const KEY_SEARCH: &str = "Rechercher dans cette page";
pub const KEY_NEXT_ROW: &str = "Ligne suivante";
pub const KEY_PREVIOUS_ROW: &str = "Ligne précédente";
pub const KEY_TICK: &str = "Sélectionner la ligne";
pub const KEY_RANGE: &str = "Sélectionner toutes les lignes jusqu’à celle-ci";
pub const KEY_CLOSE: &str = "Fermer ce qui est ouvert";

pub const ACCOUNT: &str = "Votre compte";
pub const THEME: &str = "Thème";
pub const THEME_SYSTEM: &str = "Comme sur cet appareil";
pub const THEME_LIGHT: &str = "Clair";
pub const THEME_DARK: &str = "Sombre";
pub const SIGN_OUT: &str = "Se déconnecter";

pub const NOT_THE_CONSOLE: &str = "Cette partie est réservée à l’administration";
pub const NOT_THE_CONSOLE_WHY: &str = "Vous êtes connecté, mais votre rôle ne comprend pas la console. \
     S’il le devrait, adressez-vous à l’administration de votre organisation.";

pub const NOT_FOUND: &str = "Cette page n’existe pas";
pub const NOT_FOUND_WHY: &str =
    "L’adresse est peut-être mal saisie, sa cible n’existe plus, ou elle ne vous est pas accessible.";
pub const BACK_TO_START: &str = "Aller à la page d’accueil";

pub fn find_users(query: &str) -> String {
    format!("Rechercher des utilisateurs : « {query} »")
}
