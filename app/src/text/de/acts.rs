//! Doing things to users, one or many.

use crate::text::number;
use domain::users::{Act, LearningAct, Left, LeftOut, Preview};

pub const APPROVE: &str = "Freigeben";
pub const NOTIFY: &str = "Benachrichtigen";
pub const ARCHIVE: &str = "Archivieren";
pub const REACTIVATE: &str = "Reaktivieren";
pub const DELETE: &str = "Löschen";
pub const GROUPS: &str = "Gruppen";
pub const ROLE: &str = "Rolle";
pub const LABELS: &str = "Labels";
pub const LOCATION: &str = "Standort";
pub const DEPARTMENT: &str = "Abteilung";
pub const DELETION_DATE: &str = "Löschdatum";
pub const ASSIGN: &str = "Kurse zuweisen";
pub const MOVE_DUE: &str = "Frist setzen";
pub const UNASSIGN: &str = "Kurse entziehen";
pub const AFRESH: &str = "Aktivität archivieren";
pub const AFRESH_HINT: &str = "Das Getane bleibt als Schulungsnachweis.";
pub const AGAIN: &str = "Neu zuweisen, von Anfang an";
pub const ALL_COURSES: &str = "Leer: alle offenen.";
pub const NO_DUE: &str = "Leer: keine.";
pub const BUNDLE_HINT: &str = "Alle seine Kurse sind gewählt; nehmen Sie heraus, was nicht gemeint ist.";
pub const GIVE_SEAT: &str = "Platz geben";
pub const TAKE_SEAT: &str = "Platz zurücknehmen";
pub const OPEN: &str = "Bearbeiten";
pub const LOGIN_LINK: &str = "Anmeldelink";
pub const ONLY_ACTIVE: &str = "nur aktive Benutzer melden sich an";

pub const SELECTED: &str = "Ausgewählte Benutzer";
pub const CLEAR: &str = "Auswahl aufheben";
pub const MORE: &str = "Mehr";
pub const EDIT_MODE: &str = "Bearbeitungsmodus";
pub const LEAVE_EDIT_MODE: &str = "Bearbeitungsmodus beenden";
pub const EDIT_MODE_NEVER: &str = "Benutzer, die sich nie angemeldet haben, können hier gelöscht werden. Die anderen können archiviert werden.";
pub const EDIT_MODE_ANYONE: &str =
    "Alle unterhalb Ihrer Rolle können hier gelöscht werden, mit allem, was ihnen gehört.";

pub const ADD_OR_TAKE: &str = "Was zu tun ist";
pub const ADD_TO_GROUPS: &str = "In Gruppen aufnehmen";
pub const TAKE_FROM_GROUPS: &str = "Aus Gruppen nehmen";
pub const ADD_LABELS: &str = "Labels hinzufügen";
pub const TAKE_LABELS: &str = "Labels entfernen";
pub const TELL_THEM: &str = "Per E-Mail Bescheid geben";
pub const SEATS_AGAIN: &str = "Die Plätze wiedergeben, die beim Archivieren zurückgingen";
pub const DATE_HINT: &str = "Leer gelassen, bleiben die Konten.";
pub const CHOOSE_FIRST: &str = "Wählen Sie zuerst, was gesetzt werden soll.";
pub const LOOKING: &str = "Es wird nachgesehen, was geschehen wird …";
pub const NOBODY: &str = "Das ist bei keinem von ihnen möglich.";
pub const ERASED: &str = "Die Konten und alles Persönliche werden endgültig entfernt: Angaben, Kurszugänge, Aktivität und Nachrichten. Das lässt sich nicht rückgängig machen.";
pub const EXPORT: &str = "Exportieren";
pub const EXPORT_XLSX: &str = "Als Excel-Datei";
pub const EXPORT_CSV: &str = "Als CSV";
pub const EXPORT_FIRST: &str = "Vorher exportieren";
pub const RUNNING: &str = "Im Gange";
pub const REPORT: &str = "Was getan wurde";
pub const ACCESS_ENDS: &str =
    "Ihre Sitzungen enden sofort; alle Unterlagen bleiben. Archivierte zählen nicht als aktiv.";
pub const ROLE_ENDS_SESSIONS: &str =
    "Ihre Sitzungen enden, damit die neue Rolle ab der nächsten Anmeldung gilt.";

fn users(count: u64) -> String {
    format!("{} Benutzer", number(count))
}

/// Whom something is done to: by name when it is one.
pub fn whom(name: Option<&str>, count: u64, more: bool) -> String {
    match name {
        Some(name) => name.to_owned(),
        None if more => format!("{}+ Benutzer", number(count)),
        None => users(count),
    }
}

pub fn select(name: &str) -> String {
    format!("{name} auswählen")
}

pub fn selected(count: u64, more: bool) -> String {
    let plus = if more { "+" } else { "" };
    format!("{}{plus} ausgewählt", number(count))
}

pub fn select_all(count: u64, more: bool) -> String {
    if more {
        format!("Alle {}+ Treffer auswählen", number(count))
    } else {
        format!("Alle {} Treffer auswählen", number(count))
    }
}

/// An action on somebody: "Archive Ada Lovelace", "Archive: 12 users".
pub fn on(action: &str, whom: &str) -> String {
    format!("{action}: {whom}")
}

pub fn more_for(name: &str) -> String {
    format!("Mehr für {name}")
}

/// The words of the button that does it.
pub fn button(act: &Act, count: u64) -> String {
    let verb = match act {
        Act::Approve { .. } => "freigeben",
        Act::Notify => "benachrichtigen",
        Act::Archive => "archivieren",
        Act::Reactivate { .. } => "reaktivieren",
        Act::Delete => "löschen",
        Act::JoinGroups { .. } => "aufnehmen",
        Act::LeaveGroups { .. } => "herausnehmen",
        Act::AddLabels { .. } | Act::RemoveLabels { .. } | Act::SetRole { .. } => "ändern",
        Act::SetLocation { .. } | Act::SetDepartment { .. } => "verschieben",
        Act::SetDeletionDate { .. } => "setzen",
        Act::Learning(act) => match act {
            LearningAct::Assign { .. } => "zuweisen",
            LearningAct::SetDueDate { .. } => "setzen",
            LearningAct::Unassign { .. } => "entziehen",
            LearningAct::ArchiveActivity { .. } => "archivieren",
            LearningAct::GiveSeat { .. } => "geben",
            LearningAct::TakeSeatBack { .. } => "zurücknehmen",
            LearningAct::Restore { .. } => "wiederherstellen",
        },
    };
    format!("{} {verb}", users(count))
}

/// What was done, for the short message.
pub fn done(act: &Act, name: Option<&str>, count: u64) -> String {
    let whom = whom(name, count, false);
    let is = if name.is_some() || count == 1 {
        "ist"
    } else {
        "sind"
    };
    match act {
        Act::Approve { .. } => format!("{whom} {is} dabei"),
        Act::Notify => format!("Benachrichtigt: {whom}"),
        Act::Archive => format!("{whom} {is} archiviert"),
        Act::Reactivate { .. } => format!("{whom} {is} wieder aktiv"),
        Act::Delete => format!("{whom} {is} gelöscht"),
        _ => format!("{whom} {is} geändert"),
    }
}

pub fn undone(count: u64) -> String {
    format!("Rückgängig gemacht: {}", users(count))
}

/// What will happen, line by line.
pub fn lines(act: &Act, preview: &Preview) -> Vec<String> {
    let mut lines = Vec::new();
    if preview.count > 0 {
        lines.push(format!("Es betrifft {}.", users(preview.count)));
    }
    match preview.seats {
        0 => {}
        1 => lines.push("1 Platz geht an seine Lizenz zurück.".to_owned()),
        n => lines.push(format!("{} Plätze gehen an ihre Lizenzen zurück.", number(n))),
    }
    match preview.records {
        0 => {}
        1 => lines.push("1 Schulungsnachweis wird entfernt.".to_owned()),
        n => lines.push(format!("{} Schulungsnachweise werden entfernt.", number(n))),
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
        1 => "1 Platz wurde wiedergegeben.".to_owned(),
        n => format!("{} Plätze wurden wiedergegeben.", number(n)),
    }
}

pub fn seats_back(count: u64) -> String {
    match count {
        1 => "1 Platz ging an seine Lizenz zurück.".to_owned(),
        n => format!("{} Plätze gingen an ihre Lizenzen zurück.", number(n)),
    }
}

/// Those left out for one reason, with the names of the first.
pub fn left(left: &Left) -> String {
    let names = left.names.join(", ");
    let more = left.count.saturating_sub(left.names.len() as u64);
    let who = match (names.is_empty(), more) {
        (true, _) => users(left.count),
        (false, 0) => names,
        (false, more) => format!("{names} und {} weitere", number(more)),
    };
    format!("{who}: {}", left_out(left.why))
}

pub fn left_out_count(count: u64) -> String {
    format!("Ausgenommen: {}", users(count))
}

pub const fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::NotBelowYou => "die Rolle liegt nicht unter Ihrer",
        LeftOut::NotPending => "wartet nicht auf Freigabe",
        LeftOut::Pending => "wartet auf Freigabe: erst freigeben",
        LeftOut::Archived => "archiviert",
        LeftOut::NotArchived => "nicht archiviert",
        LeftOut::NoEmail => "keine E-Mail-Adresse",
        LeftOut::HasAccessed => {
            "hat sich schon angemeldet: archivieren Sie stattdessen, oder ein Inhaber erlaubt das Löschen in den Einstellungen"
        }
        LeftOut::Same => "ist schon so",
        LeftOut::ChangedSince => "seither von jemandem geändert",
        LeftOut::NotEnrolled => "keiner dieser Kurse ist offen",
        LeftOut::NoSeat => "hat keinen Platz dieser Lizenz",
        LeftOut::SeatStarted => "der Platz ist begonnen und bleibt belegt",
    }
}

/// What is to be typed before people are erased.
pub fn type_to_confirm(what: &str) -> String {
    format!("Zur Bestätigung {what} eingeben")
}
