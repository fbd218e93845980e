//! What the primitives say of themselves.

use crate::text::number;

pub const OPTIONAL: &str = "facultatif";
pub const SHOW_PASSWORD: &str = "Afficher le mot de passe";
pub const HIDE_PASSWORD: &str = "Masquer le mot de passe";
pub const CLOSE: &str = "Fermer";
pub const CANCEL: &str = "Annuler";
pub const UNDO: &str = "Annuler l’action";
pub const DISMISS: &str = "Masquer";
pub const TRY_AGAIN: &str = "Réessayer";
pub const LOADING: &str = "Chargement";
pub const SOMETHING_WENT_WRONG: &str = "Une erreur est survenue";
pub const SIGNED_OUT: &str = "Votre session est terminée";
pub const SIGNED_OUT_WHY: &str = "Reconnectez-vous, et vous reviendrez sur cette page.";
pub const NOT_FOR_YOU: &str = "Vous n’y êtes pas autorisé";
pub const NO_MATCH: &str = "Aucun résultat";
pub const COPIED: &str = "Copié";
pub const NOT_COPIED: &str =
    "Le navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le à la main.";
pub const TICK_PAGE: &str = "Tout sélectionner sur cette page";
pub const PAGES: &str = "Pages";
pub const PREVIOUS_PAGE: &str = "Précédent";
pub const NEXT_PAGE: &str = "Suivant";
pub const BREADCRUMBS: &str = "Fil d’Ariane";

pub fn remove(what: &str) -> String {
    format!("Retirer {what}")
}

pub fn more_matches(n: usize) -> String {
    format!("{} de plus : saisissez du texte pour affiner", number(n as u64))
}

pub fn selected(n: usize) -> String {
    match n {
        0 => "Aucune sélection".to_owned(),
        1 => "1 sélectionné".to_owned(),
        _ => format!("{} sélectionnés", number(n as u64)),
    }
}

pub fn done_of(done: u64, total: u64) -> String {
    format!("{} sur {}", number(done), number(total))
}

pub fn used_of(used: u64, total: u64) -> String {
    let s = if used < 2 { "" } else { "s" };
    format!("{} sur {} utilisé{s}", number(used), number(total))
}

pub fn percent_used(percent: u64) -> String {
    format!("{percent} % utilisés")
}

pub fn problems(n: usize) -> String {
    if n == 1 {
        "Il y a un problème".to_owned()
    } else {
        format!("Il y a {n} problèmes")
    }
}
