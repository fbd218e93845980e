//! Doing things to users, one or many.

use crate::text::number;
use domain::users::{Act, LearningAct, Left, LeftOut, Preview};

pub const APPROVE: &str = "Approuver";
pub const NOTIFY: &str = "Prévenir";
pub const ARCHIVE: &str = "Archiver";
pub const REACTIVATE: &str = "Réactiver";
pub const DELETE: &str = "Supprimer";
pub const GROUPS: &str = "Groupes";
pub const ROLE: &str = "Rôle";
pub const LABELS: &str = "Étiquettes";
pub const LOCATION: &str = "Site";
pub const DEPARTMENT: &str = "Service";
pub const DELETION_DATE: &str = "Date de suppression";
pub const ASSIGN: &str = "Attribuer des cours";
pub const MOVE_DUE: &str = "Fixer l’échéance";
pub const UNASSIGN: &str = "Retirer des cours";
pub const AFRESH: &str = "Archiver l’activité";
pub const AFRESH_HINT: &str = "Ce qui est fait reste comme attestation.";
pub const AGAIN: &str = "Attribuer de nouveau, depuis le début";
pub const ALL_COURSES: &str = "Vide : tous ceux en cours.";
pub const NO_DUE: &str = "Vide : aucune.";
pub const BUNDLE_HINT: &str = "Tous ses cours sont choisis ; retirez ceux qui ne conviennent pas.";
pub const GIVE_SEAT: &str = "Donner une place";
pub const TAKE_SEAT: &str = "Reprendre la place";
pub const OPEN: &str = "Modifier";
pub const LOGIN_LINK: &str = "Lien de connexion";
pub const ONLY_ACTIVE: &str = "seuls les utilisateurs actifs se connectent";

pub const SELECTED: &str = "Utilisateurs sélectionnés";
pub const CLEAR: &str = "Effacer la sélection";
pub const MORE: &str = "Plus";
pub const EDIT_MODE: &str = "Mode édition";
pub const LEAVE_EDIT_MODE: &str = "Quitter le mode édition";
pub const EDIT_MODE_NEVER: &str = "Ici, les utilisateurs qui ne se sont jamais connectés peuvent être supprimés. Les autres peuvent être archivés.";
pub const EDIT_MODE_ANYONE: &str =
    "Ici, toute personne de rôle inférieur au vôtre peut être supprimée, avec tout ce qui est à elle.";

pub const ADD_OR_TAKE: &str = "Que faire";
pub const ADD_TO_GROUPS: &str = "Ajouter à des groupes";
pub const TAKE_FROM_GROUPS: &str = "Retirer de groupes";
pub const ADD_LABELS: &str = "Ajouter des étiquettes";
pub const TAKE_LABELS: &str = "Retirer des étiquettes";
pub const TELL_THEM: &str = "Les prévenir par e-mail";
pub const SEATS_AGAIN: &str = "Redonner les places rendues lors de l’archivage";
pub const DATE_HINT: &str = "Sans date, les comptes restent.";
pub const CHOOSE_FIRST: &str = "Choisissez d’abord ce qu’il faut définir.";
pub const LOOKING: &str = "Vérification de ce qui va se passer…";
pub const NOBODY: &str = "Ce n’est possible pour aucun d’eux.";
pub const ERASED: &str = "Les comptes et tout ce qui est personnel sont supprimés pour de bon : coordonnées, inscriptions, activité et messages. C’est irréversible.";
pub const EXPORT: &str = "Exporter";
pub const EXPORT_XLSX: &str = "En classeur Excel";
pub const EXPORT_CSV: &str = "En CSV";
pub const EXPORT_FIRST: &str = "Exporter d’abord";
pub const RUNNING: &str = "En cours";
pub const REPORT: &str = "Ce qui a été fait";
pub const ACCESS_ENDS: &str = "Leurs sessions prennent fin aussitôt ; toutes les données restent. Les archivés ne comptent pas comme actifs.";
pub const ROLE_ENDS_SESSIONS: &str =
    "Leurs sessions prennent fin, pour que le nouveau rôle vaille dès la prochaine connexion.";

fn users(count: u64) -> String {
    if count < 2 {
        format!("{count} utilisateur")
    } else {
        format!("{} utilisateurs", number(count))
    }
}

/// Whom something is done to: by name when it is one.
pub fn whom(name: Option<&str>, count: u64, more: bool) -> String {
    match name {
        Some(name) => name.to_owned(),
        None if more => format!("{}+ utilisateurs", number(count)),
        None => users(count),
    }
}

pub fn select(name: &str) -> String {
    format!("Sélectionner {name}")
}

pub fn selected(count: u64, more: bool) -> String {
    let plus = if more { "+" } else { "" };
    format!("Sélection : {}{plus}", number(count))
}

pub fn select_all(count: u64, more: bool) -> String {
    if more {
        format!("Sélectionner les {}+ résultats", number(count))
    } else {
        format!("Sélectionner les {} résultats", number(count))
    }
}

/// An action on somebody: "Archive Ada Lovelace", "Archive: 12 users".
pub fn on(action: &str, whom: &str) -> String {
    format!("{action} : {whom}")
}

pub fn more_for(name: &str) -> String {
    format!("Plus pour {name}")
}

/// The words of the button that does it.
pub fn button(act: &Act, count: u64) -> String {
    let verb = match act {
        Act::Approve { .. } => "Approuver",
        Act::Notify => "Prévenir",
        Act::Archive => "Archiver",
        Act::Reactivate { .. } => "Réactiver",
        Act::Delete => "Supprimer",
        Act::JoinGroups { .. } => "Ajouter",
        Act::LeaveGroups { .. } => "Retirer",
        Act::AddLabels { .. } | Act::RemoveLabels { .. } | Act::SetRole { .. } => "Modifier",
        Act::SetLocation { .. } | Act::SetDepartment { .. } => "Déplacer",
        Act::SetDeletionDate { .. } => "Définir pour",
        Act::Learning(act) => match act {
            LearningAct::Assign { .. } => "Attribuer à",
            LearningAct::SetDueDate { .. } => "Fixer pour",
            LearningAct::Unassign { .. } => "Retirer à",
            LearningAct::ArchiveActivity { .. } => "Archiver pour",
            LearningAct::GiveSeat { .. } => "Donner à",
            LearningAct::TakeSeatBack { .. } => "Reprendre à",
            LearningAct::Restore { .. } => "Rétablir pour",
        },
    };
    format!("{verb} {}", users(count))
}

/// What was done, for the short message.
pub fn done(act: &Act, name: Option<&str>, count: u64) -> String {
    let whom = whom(name, count, false);
    match act {
        Act::Approve { .. } => format!("Approuvé : {whom}"),
        Act::Notify => format!("Sera prévenu par e-mail : {whom}"),
        Act::Archive => format!("Archivé : {whom}"),
        Act::Reactivate { .. } => format!("De nouveau actif : {whom}"),
        Act::Delete => format!("Supprimé : {whom}"),
        _ => format!("Modifié : {whom}"),
    }
}

pub fn undone(count: u64) -> String {
    format!("Annulé : {}", users(count))
}

/// What will happen, line by line.
pub fn lines(act: &Act, preview: &Preview) -> Vec<String> {
    let mut lines = Vec::new();
    if preview.count > 0 {
        lines.push(format!("Cela concerne {}.", users(preview.count)));
    }
    match preview.seats {
        0 => {}
        1 => lines.push("1 place revient à sa licence.".to_owned()),
        n => lines.push(format!("{} places reviennent à leurs licences.", number(n))),
    }
    match preview.records {
        0 => {}
        1 => lines.push("1 attestation de formation est supprimée.".to_owned()),
        n => lines.push(format!(
            "{} attestations de formation sont supprimées.",
            number(n)
        )),
    }
    match act {
        Act::Archive => lines.push(ACCESS_ENDS.to_owned()),
        Act::SetRole { .. } => lines.push(ROLE_ENDS_SESSIONS.to_owned()),
        _ => {}
    }
    lines
}

pub fn seats_again(count: u64) -> String {
    match count {
        1 => "1 place a été redonnée.".to_owned(),
        n => format!("{} places ont été redonnées.", number(n)),
    }
}

pub fn seats_back(count: u64) -> String {
    match count {
        1 => "1 place est revenue à sa licence.".to_owned(),
        n => format!("{} places sont revenues à leurs licences.", number(n)),
    }
}

/// Those left out for one reason, with the names of the first.
pub fn left(left: &Left) -> String {
    let names = left.names.join(", ");
    let more = left.count.saturating_sub(left.names.len() as u64);
    let who = match (names.is_empty(), more) {
        (true, _) => users(left.count),
        (false, 0) => names,
        (false, more) => format!("{names} et {} de plus", number(more)),
    };
    format!("{who} : {}", left_out(left.why))
}

pub fn left_out_count(count: u64) -> String {
    format!("Laissés de côté : {}", users(count))
}

pub const fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::NotBelowYou => "le rôle n’est pas inférieur au vôtre",
        LeftOut::NotPending => "n’attend pas d’approbation",
        LeftOut::Pending => "attend une approbation : approuvez d’abord",
        LeftOut::Archived => "archivé",
        LeftOut::NotArchived => "non archivé",
        LeftOut::NoEmail => "aucune adresse e-mail",
        LeftOut::HasAccessed => {
            "s’est déjà connecté : archivez plutôt, ou un propriétaire autorise la suppression dans les paramètres"
        }
        LeftOut::Same => "l’est déjà",
        LeftOut::ChangedSince => "modifié par quelqu’un depuis",
        LeftOut::NotEnrolled => "aucun de ces cours n’est ouvert",
        LeftOut::NoSeat => "n’a pas de place de cette licence",
        LeftOut::SeatStarted => "la place est commencée et reste prise",
    }
}

/// What is to be typed before people are erased.
pub fn type_to_confirm(what: &str) -> String {
    format!("Saisissez {what} pour confirmer")
}
