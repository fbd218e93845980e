//! Licenses: the list, the form, the allocator.

use super::users::day;
use crate::text::number;
use domain::licenses::LedgerKind;
use domain::time::Date;

pub const TITLE: &str = "Licences";
pub const DESCRIPTION: &str = "Des places dans des cours : combien il y en a, qui les occupe, jusqu’à quand.";
pub const ADD: &str = "Ajouter une licence";
pub const NONE_YET: &str = "Aucune licence pour l’instant";
pub const NONE_YET_WHY: &str =
    "Une licence est un nombre de places dans certains cours, valable d’un jour à un autre.";

pub const LICENSE: &str = "Licence";
pub const STATE: &str = "État";
pub const KIND: &str = "Type";
pub const SEATS: &str = "Places";
pub const COURSES: &str = "Cours";
pub const VALID: &str = "Valable";

pub const CURRENT: &str = "Valable";
pub const FUTURE: &str = "Commence plus tard";
pub const EXPIRED: &str = "Terminée";
pub const ARCHIVED: &str = "Archivé";
pub const STANDARD: &str = "Standard";
pub const REUSABLE: &str = "Réutilisable";
pub const STANDARD_HINT: &str = "Une place dont le titulaire a ouvert un cours reste utilisée pour de bon.";
pub const REUSABLE_HINT: &str = "Chaque place peut être rendue à tout moment.";

pub const NEW_TITLE: &str = "Ajouter une licence";
pub const CHANGE_TITLE: &str = "Modifier la licence";
pub const NAME: &str = "Nom";
pub const REFERENCE: &str = "Référence";
pub const REFERENCE_HINT: &str =
    "Le mot qui la désigne dans les fichiers d’import, comme SAFETY-2026. Chaque licence a le sien.";
pub const PURCHASED: &str = "Places achetées";
pub const VALID_FROM: &str = "Premier jour";
pub const VALID_TO: &str = "Dernier jour";
pub const COURSES_HINT: &str =
    "Qui a déjà une place garde ses cours ; les places données désormais donnent ceux-ci.";
pub const CREATE: &str = "Ajouter une licence";
pub const SAVE: &str = "Enregistrer";
pub const SAVED: &str = "La licence a été modifiée.";
pub const CHANGE: &str = "Modifier";
pub const PUT_AWAY: &str = "Archiver";
pub const TAKE_OUT: &str = "Sortir des archives";
pub const PUT_AWAY_DONE: &str =
    "La licence est archivée : elle ne donne aucun accès tant qu’elle n’en sort pas.";
pub const TAKEN_OUT: &str = "La licence est sortie des archives.";

pub const FREE: &str = "Libres";
pub const GIVEN: &str = "Données";
pub const RESERVED: &str = "Gardées pour des invitations";
pub const TOTAL: &str = "Achetées";
pub const COUNTS: &str = "Places de cette licence";

pub const HOLDERS: &str = "Avec une place";
pub const OTHERS: &str = "Sans place";
pub const LISTS: &str = "Listes";
pub const SEARCH_HOLDERS: &str = "Chercher parmi ceux qui ont une place";
pub const SEARCH_OTHERS: &str = "Chercher parmi ceux qui n’en ont pas";
pub const GROUP: &str = "Groupe";
pub const LOCATION: &str = "Site";
pub const DEPARTMENT: &str = "Service";
pub const ANY: &str = "Tous";
pub const FILTERS: &str = "Montrer seulement";
pub const WITH_COURSES: &str = "Cours donnés avec une nouvelle place";

pub const GIVE: &str = "Donner une place";
pub const TAKE_BACK: &str = "Reprendre";
pub const NOBODY_SELECTED: &str = "Choisissez d’abord des personnes dans la liste";
pub const NO_COURSE: &str = "Choisissez au moins un cours donné avec la place";
pub const OVER: &str = "La licence est terminée ou archivée : aucune place ne peut être donnée";
pub const ONLY_STARTED: &str = "Les places commencées d’une licence standard restent utilisées";
pub const STARTED: &str = "Commencée";
pub const STARTED_STAYS: &str = "Commencée : reste utilisée";
pub const ACCOUNT_ARCHIVED: &str = "Archivé";
pub const ACCOUNT_PENDING: &str = "En attente";
pub const STILL_COMING: &str = "Le reste de la liste arrive.";
pub const NOBODY_HERE: &str = "Personne ne correspond";
pub const WHY_TAKEN: &str = "Pourquoi cette place est-elle prise ?";
pub const SELECT_ONE: &str = "Choisissez d’abord une personne avec une place";
pub const UNDO: &str = "Annuler";
pub const KEYS: &str = "Les flèches déplacent, espace choisit, maj choisit une plage, Ctrl ou ⌘ A choisit tout ce qui est montré, Entrée déplace les personnes choisies.";

pub const SHORT: &str = "Pas assez de places libres";
pub const SHORT_NOTHING: &str = "Rien n’a été modifié.";
pub const NONE_IDLE: &str =
    "Toutes les places ont été commencées. Achetez-en d’autres ou choisissez moins de personnes.";
pub const SELECT_IDLE: &str = "Choisir ces places";
pub const NO_LINES: &str = "Le registre ne dit rien de cette personne.";

pub fn courses(n: usize) -> String {
    if n == 1 {
        "1 cours".to_owned()
    } else {
        format!("{} cours", number(n as u64))
    }
}

pub fn term(from: Date, to: Date) -> String {
    format!("du {} au {}", day(from), day(to))
}

pub fn free(n: u64) -> String {
    format!("{} libres", number(n))
}

pub fn of_total(shown: u64, total: u64) -> String {
    if shown == total {
        number(total)
    } else {
        format!("{} sur {}", number(shown), number(total))
    }
}

pub fn first_shown(shown: u64) -> String {
    format!(
        "Les {} premiers sont montrés : tapez pour affiner.",
        number(shown)
    )
}

pub fn select_all(n: u64) -> String {
    format!("Choisir tous ceux qui correspondent ({})", number(n))
}

pub fn give_all(n: u64) -> String {
    format!("Donner à tous ceux qui correspondent ({})", number(n))
}

pub fn take_back_all(n: u64) -> String {
    format!("Reprendre à tous ceux qui correspondent ({})", number(n))
}

pub fn give(n: u64) -> String {
    if n == 0 {
        GIVE.to_owned()
    } else {
        format!("Donner {}", seats(n))
    }
}

pub fn take_back(n: u64) -> String {
    if n == 0 {
        TAKE_BACK.to_owned()
    } else {
        format!("Reprendre {}", seats(n))
    }
}

fn seats(n: u64) -> String {
    if n == 1 {
        "1 place".to_owned()
    } else {
        format!("{} places", number(n))
    }
}

pub fn given(n: u64, names: &str, free: u64) -> String {
    format!("Données : {}{names}. Libres : {}.", seats(n), number(free))
}

pub fn taken_back(n: u64, names: &str, free: u64) -> String {
    format!("Reprises : {}{names}. Libres : {}.", seats(n), number(free))
}

pub fn names(first: &[String], more: u64) -> String {
    if first.is_empty() {
        return String::new();
    }
    let rest = if more == 0 {
        String::new()
    } else {
        format!(" et {} autres", number(more))
    };
    format!(": {}{rest}", first.join(", "))
}

pub fn left_as_they_were(n: u64) -> String {
    format!(" Inchangées : {}.", number(n))
}

pub fn not_moved(why: &str) -> String {
    format!("Rien n’a été modifié : {why}.")
}

pub fn short(n: u64) -> String {
    format!("Il manque {}.", seats(n))
}

pub fn idle(n: u64, names: &str) -> String {
    let were = if n == 1 {
        "n’a jamais été commencée"
    } else {
        "n’ont jamais été commencées"
    };
    format!("{} {were} et pourraient être reprises{names}.", seats(n))
}

pub fn ledger_kind(kind: LedgerKind) -> &'static str {
    match kind {
        LedgerKind::Allocated => "Données",
        LedgerKind::Started => "Commencée",
        LedgerKind::Returned => "Rendue",
        LedgerKind::Reserved => "Gardée",
        LedgerKind::Released => "Relâchée",
    }
}

pub fn by(name: Option<&str>) -> String {
    name.map_or_else(|| "d’elle-même".to_owned(), |name| format!("par {name}"))
}
