//! Users: the list, the form that makes one, the page of one.

use crate::text::number;
use domain::access::{GroupRole, Role};
use domain::time::{Date, Timestamp};
use domain::users::{Language, SortBy, UserState};

pub const TITLE: &str = "Utilisateurs";
pub const DESCRIPTION: &str = "Toutes les personnes de votre organisation que vous pouvez voir.";
pub const ADD: &str = "Ajouter un utilisateur";

pub const SEARCH: &str = "Rechercher par nom, e-mail, identifiant ou téléphone";
pub const ADVANCED_FILTERS: &str = "Filtres avancés";
pub const CLEAR_FILTERS: &str = "Effacer les filtres";
pub const FILTERS_SET: &str = "Filtres actifs";
pub const SORT_BY: &str = "Trier par";

pub const NAME: &str = "Nom";
pub const LOCATION: &str = "Site";
pub const GROUPS: &str = "Groupes";
pub const GROUP: &str = "Groupe";
pub const STATUS: &str = "Statut";
pub const ROLE: &str = "Rôle";
pub const DEPARTMENT: &str = "Service";
pub const LABELS: &str = "Étiquettes";
pub const LABEL: &str = "Étiquette";
pub const LICENSE: &str = "Licence";
pub const JOINED_FROM: &str = "Inscrit à partir du";
pub const JOINED_TO: &str = "Inscrit jusqu’au";
pub const LAST_ACCESS: &str = "Dernier accès";
pub const ACTIONS: &str = "Actions";
pub const BILLABLE: &str = "Facturables";
pub const DELETION_TO: &str = "Suppression jusqu’au";
pub const DUE_TO: &str = "Cours à terminer jusqu’au";
pub const NEVER_ACCESSED: &str = "Jamais connecté";
pub const NEVER: &str = "Jamais";
pub const NOTIFIED: &str = "Informé";

pub const NONE_YET: &str = "Pas encore d’utilisateurs";
pub const NONE_YET_WHY: &str = "Les personnes que vous créez, importez ou invitez apparaissent ici.";
pub const NONE_MATCH: &str = "Personne ne correspond";
pub const NONE_MATCH_WHY: &str = "Les utilisateurs archivés n’apparaissent que si le filtre de statut les demande. Modifiez la recherche ou retirez des filtres.";

pub const NEW_TITLE: &str = "Ajouter un utilisateur";
pub const NEW_DESCRIPTION: &str =
    "Le compte est actif aussitôt et compte parmi les places de votre organisation.";
pub const PERSON: &str = "Personne";
pub const FIRST_NAME: &str = "Prénom";
pub const LAST_NAME: &str = "Nom";
pub const EMAIL: &str = "E-mail";
pub const EMAIL_HINT: &str = "Sans adresse, saisissez un identifiant et remettez vous-même le mot de passe.";
pub const EMAIL_AS_USERNAME: &str = "Utiliser l’adresse e-mail comme identifiant";
pub const USERNAME: &str = "Identifiant";
pub const USERNAME_HINT: &str =
    "Laissé vide, c’est la partie de l’e-mail avant le @, suivie d’un numéro si elle est prise.";

pub const ACCESS: &str = "Comment la personne accède";
pub const PASSWORD_CHOICE: &str = "Mot de passe";
pub const PASSWORD_ACTIVATION: &str = "Envoyer un lien pour en choisir un (recommandé)";
pub const PASSWORD_ACTIVATION_HINT: &str = "Personne d’autre ne connaît jamais le mot de passe.";
pub const PASSWORD_GENERATED: &str = "En générer un et l’envoyer par e-mail";
pub const PASSWORD_GENERATED_HINT: &str = "Il doit être changé à la première connexion.";
pub const PASSWORD_TYPED: &str = "En saisir un maintenant";
pub const PASSWORD_TYPED_HINT: &str = "Rien n’est envoyé : vous le remettez vous-même.";
pub const PASSWORD_LATER: &str = "Plus tard";
pub const PASSWORD_LATER_HINT: &str =
    "Le compte existe, mais personne ne peut se connecter tant que vous n’avez pas informé la personne.";
pub const PASSWORD: &str = "Mot de passe à remettre";
pub const FORCE_CHANGE: &str = "À changer à la première connexion";

pub const ROLE_AND_GROUPS: &str = "Rôle et groupes";
pub const ROLE_NOT_BELOW: &str = "Seuls des rôles inférieurs au vôtre peuvent être attribués.";
pub const GROUP_ROLE: &str = "Rôle dans ces groupes";
pub const WHERE: &str = "Où la personne se situe";
pub const NO_LOCATION: &str = "Aucun site";
pub const NO_DEPARTMENT: &str = "Aucun service";
pub const LANGUAGE: &str = "Langue";
pub const LANGUAGE_DEFAULT: &str = "Comme l’organisation";
pub const DELETION_DATE: &str = "Date de suppression";
pub const DELETION_DATE_HINT: &str =
    "Ce jour-là, le compte disparaît de lui-même, avec un avis une semaine avant.";

pub const LICENSE_AND_COURSES: &str = "Licence et cours";
pub const NO_LICENSE: &str = "Aucune licence";
pub const COURSES: &str = "Cours";
pub const CHOOSE_A_COURSE: &str = "choisissez au moins un cours, ou aucune licence";
pub const DUE_DATE: &str = "Échéance";

pub const PROFILE: &str = "Détails du profil";
pub const PHONE: &str = "Téléphone";
pub const JOB_TITLE: &str = "Fonction";
pub const ADDRESS: &str = "Adresse";
pub const DATE_OF_BIRTH: &str = "Date de naissance";
pub const EXTERNAL_ID: &str = "Identifiant dans un autre système";

pub const CREATE: &str = "Créer l’utilisateur";

const MONTHS: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
];

/// How many match; `more` when counting stopped there.
pub fn found(count: u64, more: bool, filtered: bool) -> String {
    let plus = if more { "+" } else { "" };
    let users = if count < 2 { "utilisateur" } else { "utilisateurs" };
    let verb = match (filtered, count) {
        (false, _) => "",
        (true, ..2) => " correspond",
        (true, _) => " correspondent",
    };
    format!("{}{plus} {users}{verb}", number(count))
}

/// What a chip says: which filter, and its value.
pub fn chip(filter: &str, value: &str) -> String {
    format!("{filter} : {value}")
}

pub fn more_groups(n: usize) -> String {
    format!("{} de plus", number(n as u64))
}

pub fn deletion_due(date: Date) -> String {
    format!("Suppression le {}", day(date))
}

pub fn created(name: &str) -> String {
    format!("{name} est dans l’organisation")
}

/// A license in a list to choose from.
pub fn license(name: &str, free: u64) -> String {
    match free {
        0 => format!("{name} (aucune place libre)"),
        1 => format!("{name} (1 place libre)"),
        _ => format!("{name} ({} places libres)", number(free)),
    }
}

pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Owner => "Propriétaire",
        Role::Administrator => "Administrateur",
        Role::Support => "Assistance",
        Role::Member => "Membre",
    }
}

pub const fn role_hint(role: Role) -> &'static str {
    match role {
        Role::Owner => "Répond de l’organisation.",
        Role::Administrator => "Gère le service : utilisateurs, licences, cours, paramètres.",
        Role::Support => "Trouve les personnes, corrige leurs données et les aide à se connecter.",
        Role::Member => "Apprend, et modifie son propre profil.",
    }
}

pub const fn group_role(role: GroupRole) -> &'static str {
    match role {
        GroupRole::Admin => "Administrateur de groupe",
        GroupRole::Instructor => "Formateur",
        GroupRole::Learner => "Apprenant",
    }
}

pub const fn state(state: UserState) -> &'static str {
    match state {
        UserState::Pending => "En attente",
        UserState::Active => "Actif",
        UserState::Archived => "Archivé",
    }
}

pub const fn sort(by: SortBy) -> &'static str {
    match by {
        SortBy::Name => "Nom",
        SortBy::Joined => "Plus récents d’abord",
        SortBy::LastAccess => "Dernier accès",
    }
}

/// The language, in itself.
pub const fn language(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::De => "Deutsch",
        Language::Fr => "Français",
        Language::Es => "Español",
    }
}

/// A day: `21 nov. 2026`.
pub fn day(date: Date) -> String {
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|at| MONTHS.get(at));
    format!("{} {} {}", date.day(), month.unwrap_or(&""), date.year())
}

/// A moment to the minute: `21 nov. 2026, 12:00 UTC`.
pub fn moment(at: Timestamp) -> String {
    let minutes = at.as_micros().div_euclid(60_000_000).rem_euclid(24 * 60);
    format!("{}, {:02}:{:02} UTC", day(at.date()), minutes / 60, minutes % 60)
}

/// How long ago something was.
pub fn ago(seconds: i64) -> String {
    let some = |n: i64, one: &str, many: &str| format!("il y a {n} {}", if n == 1 { one } else { many });
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    match (minutes, hours, days) {
        (..1, _, _) => "À l’instant".to_owned(),
        (_, ..1, _) => some(minutes, "minute", "minutes"),
        (_, _, ..1) => some(hours, "heure", "heures"),
        (_, _, 1) => "Hier".to_owned(),
        (_, _, ..30) => some(days, "jour", "jours"),
        (_, _, ..365) => some(days / 30, "mois", "mois"),
        _ => some(days / 365, "an", "ans"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        let said = [
            0,
            59,
            60,
            7199,
            86_399,
            86_400,
            172_800,
            30 * 86_400,
            800 * 86_400,
        ]
        .map(ago);
        let expected = [
            "À l’instant",
            "À l’instant",
            "il y a 1 minute",
            "il y a 1 heure",
            "il y a 23 heures",
            "Hier",
            "il y a 2 jours",
            "il y a 1 mois",
            "il y a 2 ans",
        ];
        assert_eq!(said, expected);
        let noon = Timestamp::from_micros(1_767_268_800_000_000);
        assert_eq!(moment(noon), "1 janv. 2026, 12:00 UTC");
    }

    #[test]
    fn counts_are_in_the_right_number() {
        let said = [1, 12, 0].map(|count| found(count, false, true));
        assert_eq!(
            said,
            [
                "1 utilisateur correspond",
                "12 utilisateurs correspondent",
                "0 utilisateur correspond"
            ]
        );
    }
}
