//! Vues enregistrées de la liste des utilisateurs.

pub const TITLE: &str = "Vues enregistrées";
pub const EVERYBODY: &str = "Tous les utilisateurs";
pub const SAVE: &str = "Enregistrer cette vue";
pub const NAME: &str = "Nom";
pub const HINT: &str = "Vous seul la voyez. Elle garde la recherche, les filtres et l’ordre.";
pub const CHANGE: &str = "Modifier les vues";
pub const SEARCH: &str = "Recherche";
pub const NOTHING_SET: &str = "Tous ceux qui ne sont pas archivés, par nom";
pub const RENAME: &str = "Renommer";
pub const REPLACE: &str = "Montrer la liste actuelle";
pub const SAME: &str = "Elle montre déjà la liste actuelle.";
pub const DELETE: &str = "Supprimer";

pub fn saved(name: &str) -> String {
    format!("« {name} » est enregistrée")
}

pub fn renamed(name: &str) -> String {
    format!("« {name} » est son nom désormais")
}

pub fn changed(name: &str) -> String {
    format!("« {name} » montre désormais cette liste")
}

pub fn deleted(name: &str) -> String {
    format!("« {name} » est supprimée")
}
