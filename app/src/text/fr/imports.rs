//! Importing users from a file.

use crate::text::number;
use domain::imports::{Field, ImportState, Outcome};

pub const TITLE: &str = "Importations";
pub const DESCRIPTION: &str =
    "Fichiers d’utilisateurs : ce qui était prévu, qui l’a confirmé et ce qu’est devenue chaque ligne.";
pub const NEW: &str = "Nouvelle importation";
pub const NONE_RUNNING: &str = "Aucune importation en cours";
pub const NONE_YET: &str = "Pas encore d’importations";
pub const NONE_YET_WHY: &str = "Un fichier CSV issu d’un tableur ou d’un autre système crée et modifie des utilisateurs, autant que vous voulez. \
     Vous voyez ce que devient chaque ligne avant que rien ne soit écrit.";

pub const COLUMN_FILE: &str = "Fichier";
pub const COLUMN_STATE: &str = "État";
pub const COLUMN_BY: &str = "Par";
pub const COLUMN_WHEN: &str = "Quand";
pub const COLUMN_ROWS: &str = "Lignes";
pub const COLUMN_TOTALS: &str = "Résultat";
pub const COLUMN_LINE: &str = "Ligne";
pub const COLUMN_PERSON: &str = "Personne";
pub const COLUMN_WHAT: &str = "Ce qui se passe";
pub const COLUMN_OUTCOME: &str = "Résultat";

pub const NEW_TITLE: &str = "Importer des utilisateurs";
pub const NEW_DESCRIPTION: &str = "Rien n’est écrit avant votre confirmation.";
pub const STEPS: &str = "Étapes";
pub const STEP_FILE: &str = "Fichier";
pub const STEP_TYPE: &str = "Type";
pub const STEP_SETTINGS: &str = "Paramètres";
pub const STEP_LICENSE: &str = "Licence";
pub const STEP_COURSES: &str = "Cours";
pub const STEP_CONFIRM: &str = "Confirmer";
pub const BACK: &str = "Retour";
pub const NEXT: &str = "Suivant";
pub const FILE_FIRST: &str = "Choisissez d’abord un fichier";
pub const MEND_FILE_FIRST: &str = "Ce fichier ne peut pas être importé tel quel";

pub const CHOOSE_FILE: &str = "Choisir un fichier";
pub const CHOOSE_OTHER: &str = "Choisir un autre fichier";
pub const DROP_HERE: &str = "ou déposez-le ici";
pub const FILE_HINT: &str = "CSV avec une ligne d’en-têtes : virgules, points-virgules, tabulations ou barres ; l’encodage de n’importe quel tableur.";
pub const FILE_STAYS: &str =
    "Le fichier est lu dans ce navigateur. Il n’est pas envoyé avant votre confirmation.";
pub const ONLY_ADDRESSES: &str = "Seulement une liste d’adresses ?";
pub const INVITE_INSTEAD: &str = "Invitez plutôt ces personnes";
pub const READING: &str = "Lecture du fichier";
pub const UNREADABLE: &str = "Le navigateur n’a pas pu lire le fichier. S’il a été modifié ou déplacé entre-temps, choisissez-le à nouveau.";
pub const COLUMNS: &str = "Colonnes";
pub const NOT_IMPORTED: &str = "Non importée";
pub const HIDDEN: &str = "(masqué)";
pub const UNNAMED_COLUMN: &str = "(sans en-tête)";

pub const TYPE_LABEL: &str = "Que doit faire le fichier ?";
pub const TYPE_ADD: &str = "Ajouter de nouveaux utilisateurs";
pub const TYPE_ADD_WHY: &str = "Qui existe déjà est ignoré.";
pub const TYPE_UPSERT: &str = "Ajouter de nouveaux utilisateurs et mettre à jour les existants";
pub const TYPE_UPSERT_WHY: &str = "Qui existe déjà est modifié selon les réglages.";
pub const TYPE_UPDATE: &str = "Mettre à jour les utilisateurs existants";
pub const TYPE_UPDATE_WHY: &str = "Qui n’existe pas est ignoré.";

pub const MATCH_LABEL: &str = "Reconnaître les utilisateurs existants par";
pub const MATCH_USERNAME: &str = "Identifiant, sinon e-mail";
pub const MATCH_USERNAME_WHY: &str = "Convient à presque tous les fichiers.";
pub const MATCH_EMAIL: &str = "E-mail";
pub const MATCH_EMAIL_WHY: &str = "Les identifiants du fichier ne servent pas à trouver les personnes.";
pub const MATCH_EXTERNAL: &str = "Identifiant externe";
pub const MATCH_EXTERNAL_WHY: &str =
    "L’identifiant dans un autre système, comme un matricule ; les e-mails peuvent alors changer.";

pub const PASSWORD_LABEL: &str = "Mot de passe des nouveaux utilisateurs";
pub const PASSWORD_IN_FILE: &str = "Dans le fichier";
pub const PASSWORD_IN_FILE_WHY: &str =
    "Chaque nouvel utilisateur en a besoin dans la colonne du mot de passe.";
pub const PASSWORD_GENERATE: &str = "Généré là où le fichier n’en a pas";
pub const PASSWORD_GENERATE_WHY: &str =
    "Il est envoyé par e-mail et doit être changé à la première connexion.";
pub const PASSWORD_ACTIVATION: &str = "Lien d’activation par e-mail";
pub const PASSWORD_ACTIVATION_WHY: &str =
    "Chacun choisit le sien. Les mots de passe du fichier ne sont pas utilisés.";

pub const DETAILS_LABEL: &str = "Données des utilisateurs existants";
pub const DETAILS_KEEP: &str = "Les laisser telles quelles";
pub const DETAILS_KEEP_WHY: &str = "Les places et les cours sont tout de même attribués.";
pub const DETAILS_OVERRIDE: &str = "Remplacer par le fichier";
pub const DETAILS_OVERRIDE_WHY: &str = "Une cellule vide n’efface jamais rien.";
pub const DETAILS_FILL: &str = "Compléter ce qui manque";
pub const DETAILS_FILL_WHY: &str = "Ce qui y est reste.";

pub const EXISTING_PASSWORD_LABEL: &str = "Mot de passe des utilisateurs existants";
pub const EXISTING_PASSWORD_KEEP: &str = "Le laisser tel quel";
pub const EXISTING_PASSWORD_UPDATE: &str = "Remplacer par le fichier";
pub const EXISTING_PASSWORD_UPDATE_WHY: &str = "Leurs sessions prennent fin.";

pub const FORCE_LABEL: &str = "Les mots de passe du fichier doivent être changés à la prochaine connexion";
pub const FORCE_NONE: &str = "Non";
pub const FORCE_NONE_WHY: &str = "Les mots de passe faibles sont refusés.";
pub const FORCE_WEAK: &str = "Les faibles";
pub const FORCE_WEAK_WHY: &str = "Ceux que les règles refuseraient.";
pub const FORCE_ALL: &str = "Tous";
pub const FORCE_ALL_WHY: &str = "Y compris ceux qui suffisent.";

pub const ALLOW_LABEL: &str = "Autoriser le fichier à";
pub const ALLOW_RENAMES: &str = "Renommer des utilisateurs";
pub const ALLOW_RENAMES_WHY: &str = "Par la colonne oldusername.";
pub const ALLOW_DELETES: &str = "Supprimer des utilisateurs";
pub const ALLOW_DELETES_WHY: &str = "Par yes dans la colonne deleted ; sans retour possible.";
pub const ALLOW_ARCHIVING: &str = "Archiver des utilisateurs et les faire revenir";
pub const ALLOW_ARCHIVING_WHY: &str = "Par yes ou no dans la colonne archived.";

pub const EMAIL_LABEL: &str = "E-mail";
pub const EMAIL_SEND: &str = "Informer les nouveaux utilisateurs de leur compte";
pub const EMAIL_SEND_WHY: &str =
    "Les mots de passe générés et les liens d’activation sont envoyés dans tous les cas.";

pub const VOID_ADDS_ONLY: &str = "Ce type ne fait qu’ajouter des utilisateurs.";
pub const VOID_UPDATES_ONLY: &str = "Ce type ne fait que mettre à jour les existants.";
pub const VOID_NO_PASSWORD: &str = "Avec ces paramètres, aucun mot de passe du fichier n’est utilisé.";
pub const VOID_LINK_SENT: &str = "Le lien d’activation les informe.";

pub const LICENSE_LABEL: &str = "Licence pour toutes les lignes";
pub const LICENSE_HINT: &str = "Une ligne qui a sa propre licence reçoit celle-ci.";
pub const NO_LICENSE: &str = "Aucune licence";
pub const LICENSE_ARCHIVED: &str = "Archivée : elle ne donne aucun accès";

pub const COURSES_LABEL: &str = "Cours de la licence";
pub const COURSES_ALL: &str = "Tous";
pub const COURSES_SOME: &str = "Certains seulement";
pub const COURSES_WHICH: &str = "Lesquels";
pub const COURSES_NONE_TICKED: &str = "Cochez au moins un cours, ou choisissez-les tous";
pub const COURSES_DIRECT: &str = "Cours pour toutes les lignes, sans licence";
pub const COURSES_DIRECT_HINT: &str =
    "Accordés directement, sans place. Une ligne qui a ses propres cours reçoit ceux-ci.";
pub const DUE_DATE: &str = "Échéance pour toutes les lignes";
pub const DUE_DATE_HINT: &str = "Une ligne qui a sa propre échéance la garde.";

pub const PREVIEW: &str = "Aperçu";
pub const PREVIEW_EMPTY: &str = "Ce que devient chaque ligne";
pub const PREVIEW_EMPTY_WHY: &str = "Choisissez un fichier : chaque ligne montre ici ce qu’elle fera. Changez un paramètre : on voit aussitôt ce que cela change.";
pub const LOOKING_UP: &str = "Comparaison avec vos utilisateurs";
pub const AT_START: &str = "Ce sont les premières lignes";
pub const AT_END: &str = "Ce sont les dernières lignes";
pub const DOWNLOAD_FAILING: &str = "Télécharger les lignes en erreur";
pub const DOWNLOAD_PLAN: &str = "Télécharger le plan (JSON)";
pub const FILTER: &str = "Lignes par résultat";
pub const ALL_ROWS: &str = "Tous";
pub const NO_SUCH_ROWS: &str = "Aucune ligne";
pub const NOTHING_BEFORE: &str = "(vide)";
pub const BECOMES: &str = "devient";
pub const PREVIOUS_ROWS: &str = "Lignes précédentes";
pub const MORE_ROWS: &str = "Plus de lignes";
pub const LOOK_UP_FAILED: &str = "L’aperçu n’est pas à jour";

pub const CONFIRM_WHAT: &str = "Voici ce qui va se passer";
pub const CONFIRM_NOTHING: &str = "Aucune ligne de ce fichier ne crée ni ne modifie d’utilisateur";
pub const CONFIRM_SETTINGS_WRONG: &str = "Un paramètre est incorrect : voir l’aperçu";
pub const CONFIRM_NOT_READY: &str = "L’aperçu n’est pas encore prêt";
pub const DIFFERS: &str = "Les données ont changé entre-temps";
pub const DIFFERS_WHY: &str = "Depuis cet aperçu, quelqu’un a modifié des utilisateurs ou des licences, et ces lignes donnent maintenant autre chose. \
     Rien n’est encore écrit.";
pub const DIFFERS_GO: &str = "Importer dans l’état actuel";
pub const DIFFERS_LOOK: &str = "Revoir l’aperçu";
pub const DIFFERS_PREVIEWED: &str = "Dans l’aperçu";
pub const DIFFERS_NOW: &str = "Maintenant";

pub const PROGRESS: &str = "Lignes appliquées";
pub const PROGRESS_LEAVE: &str =
    "Vous pouvez quitter cette page : l’importation continue et se retrouve sous Importations.";
pub const ROWS: &str = "Lignes";
pub const FAILED_WHY: &str = "Elle n’a pas pu continuer. Ce qui a été appliqué reste ; les lignes ci-dessous disent jusqu’où elle est allée.";
pub const PLANNED_WHY: &str = "Elle n’a pas été confirmée, rien n’a donc été écrit.";

pub fn field(field: Field) -> &'static str {
    match field {
        Field::Username => "Identifiant",
        Field::FirstName => "Prénom",
        Field::LastName => "Nom",
        Field::Email => "E-mail",
        Field::Password => "Mot de passe",
        Field::Phone => "Téléphone",
        Field::Role => "Rôle",
        Field::Department => "Service",
        Field::Location => "Site",
        Field::Groups => "Groupes",
        Field::Labels => "Étiquettes",
        Field::Language => "Langue",
        Field::License => "Licence",
        Field::Courses => "Cours",
        Field::DueDate => "Échéance",
        Field::DeletionDate => "Date de suppression",
        Field::JobTitle => "Fonction",
        Field::Address => "Adresse",
        Field::DateOfBirth => "Date de naissance",
        Field::ExternalId => "Identifiant externe",
        Field::OldUsername => "Ancien identifiant",
        Field::Deleted => "Supprimé",
        Field::Archived => "Archivé",
    }
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Create => "Créer",
        Outcome::Update => "Mettre à jour",
        Outcome::Skip => "Ignorer",
        Outcome::Archive => "Archiver",
        Outcome::Delete => "Supprimer",
        Outcome::Error => "Erreur",
    }
}

pub fn state(state: ImportState) -> &'static str {
    match state {
        ImportState::Planned => "Non confirmée",
        ImportState::Applying => "En cours",
        ImportState::Done => "Terminée",
        ImportState::Undone => "Annulée",
        ImportState::Failed => "Échouée",
    }
}

pub fn chosen(name: &str, rows: u64) -> String {
    let rows = if rows == 1 {
        "1 ligne".to_owned()
    } else {
        format!("{} lignes", number(rows))
    };
    format!("{name}, {rows}")
}

pub fn separated_by(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "séparé par des points-virgules",
        '\t' => "séparé par des tabulations",
        '|' => "séparé par des barres",
        _ => "séparé par des virgules",
    }
}

pub fn recognized(known: u64, all: u64) -> String {
    format!("{} colonnes sur {} seront importées.", number(known), number(all))
}

pub fn for_example(sample: &str) -> String {
    format!("par exemple {sample}")
}

pub fn free_seats(free: i64, purchased: i64, until: &str) -> String {
    format!(
        "{} places libres sur {}, valable jusqu’au {until}",
        number(free.unsigned_abs()),
        number(purchased.unsigned_abs())
    )
}

pub fn ended(on: &str) -> String {
    format!("Terminée le {on}")
}

pub fn seats(license: &str, needed: i64, free: i64) -> String {
    format!(
        "{license} : {} places nécessaires, {} libres",
        number(needed.unsigned_abs()),
        number(free.unsigned_abs())
    )
}

pub fn seats_short(license: &str, needed: i64, free: i64) -> String {
    let short = number((needed - free).unsigned_abs());
    format!("{}, il en manque {short}", seats(license, needed, free))
}

pub fn active_after(active: i64, cap: Option<i64>) -> String {
    let active = number(active.unsigned_abs());
    match cap {
        Some(cap) => format!(
            "ensuite {active} utilisateurs actifs, sur {} autorisés",
            number(cap.unsigned_abs())
        ),
        None => format!("ensuite {active} utilisateurs actifs"),
    }
}

pub fn cap_keeps_out(rows: i64) -> String {
    format!(
        "la limite d’utilisateurs en exclut {}",
        number(rows.unsigned_abs())
    )
}

pub fn rows_shown(first: u64, last: u64, all: u64) -> String {
    format!("Lignes {}–{} sur {}", number(first), number(last), number(all))
}

/// `n` users will be…, as a sentence of the confirmation.
pub fn will(outcome: Outcome, n: u32) -> String {
    let rows = n == 1;
    let n = number(u64::from(n));
    match (outcome, rows) {
        (Outcome::Create, true) => "1 utilisateur est créé".to_owned(),
        (Outcome::Create, false) => format!("{n} utilisateurs sont créés"),
        (Outcome::Update, true) => "1 utilisateur est mis à jour".to_owned(),
        (Outcome::Update, false) => format!("{n} utilisateurs sont mis à jour"),
        (Outcome::Archive, true) => "1 utilisateur est archivé et ne peut plus se connecter".to_owned(),
        (Outcome::Archive, false) => {
            format!("{n} utilisateurs sont archivés et ne peuvent plus se connecter")
        }
        (Outcome::Delete, true) => "1 utilisateur est supprimé définitivement".to_owned(),
        (Outcome::Delete, false) => format!("{n} utilisateurs sont supprimés définitivement"),
        (Outcome::Skip, true) => "1 ligne est ignorée".to_owned(),
        (Outcome::Skip, false) => format!("{n} lignes sont ignorées"),
        (Outcome::Error, true) => "1 ligne est incorrecte et laissée de côté".to_owned(),
        (Outcome::Error, false) => format!("{n} lignes sont incorrectes et laissées de côté"),
    }
}

pub fn import_users(n: u32) -> String {
    if n == 1 {
        "Importer 1 utilisateur".to_owned()
    } else {
        format!("Importer {} utilisateurs", number(u64::from(n)))
    }
}

pub fn type_the_count(n: u32) -> String {
    format!(
        "Cela touche {} utilisateurs existants, plus d’un dixième du total. Saisissez ce nombre pour continuer.",
        number(u64::from(n))
    )
}

pub fn differing(n: u64) -> String {
    if n == 1 {
        "1 ligne diffère".to_owned()
    } else {
        format!("{} lignes diffèrent", number(n))
    }
}

pub fn created(by: &str, when: &str) -> String {
    format!("Par {by}, {when}")
}

pub fn line(line: u32) -> String {
    format!("Ligne {line}")
}

pub fn and_more(n: u64) -> String {
    format!("et {} de plus", number(n))
}

pub fn sentence(words: &str) -> String {
    format!("{words}.")
}
