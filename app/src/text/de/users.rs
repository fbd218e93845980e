//! Users: the list, the form that makes one, the page of one.

use crate::text::number;
use domain::access::{GroupRole, Role};
use domain::time::{Date, Timestamp};
use domain::users::{Language, SortBy, UserState};

pub const TITLE: &str = "Benutzer";
pub const DESCRIPTION: &str = "Alle in Ihrer Organisation, die Sie sehen dürfen.";
pub const ADD: &str = "Benutzer hinzufügen";

pub const SEARCH: &str = "Nach Name, E-Mail-Adresse, Benutzername oder Telefon suchen";
pub const ADVANCED_FILTERS: &str = "Weitere Filter";
pub const CLEAR_FILTERS: &str = "Filter löschen";
pub const FILTERS_SET: &str = "Gesetzte Filter";
pub const SORT_BY: &str = "Sortieren nach";

pub const NAME: &str = "Name";
pub const LOCATION: &str = "Standort";
pub const GROUPS: &str = "Gruppen";
pub const GROUP: &str = "Gruppe";
pub const STATUS: &str = "Status";
pub const ROLE: &str = "Rolle";
pub const DEPARTMENT: &str = "Abteilung";
pub const LABELS: &str = "Etiketten";
pub const LABEL: &str = "Etikett";
pub const LICENSE: &str = "Lizenz";
pub const JOINED_FROM: &str = "Beigetreten ab";
pub const JOINED_TO: &str = "Beigetreten bis";
pub const LAST_ACCESS: &str = "Letzter Zugriff";
pub const ACTIONS: &str = "Aktionen";
pub const BILLABLE: &str = "Abrechenbar";
pub const DELETION_TO: &str = "Löschung bis";
pub const DUE_TO: &str = "Kurs fällig bis";
pub const NEVER_ACCESSED: &str = "Nie angemeldet";
pub const NEVER: &str = "Nie";
pub const NOTIFIED: &str = "Benachrichtigt";

pub const NONE_YET: &str = "Noch keine Benutzer";
pub const NONE_YET_WHY: &str = "Hier stehen die Leute, die Sie anlegen, importieren oder einladen.";
pub const NONE_MATCH: &str = "Niemand passt";
pub const NONE_MATCH_WHY: &str = "Archivierte Benutzer werden nur gefunden, wenn der Statusfilter nach ihnen fragt. Ändern Sie die Suche oder entfernen Sie Filter.";

pub const NEW_TITLE: &str = "Benutzer hinzufügen";
pub const NEW_DESCRIPTION: &str = "Das Konto ist sofort aktiv und zählt zu den Plätzen Ihrer Organisation.";
pub const PERSON: &str = "Person";
pub const FIRST_NAME: &str = "Vorname";
pub const LAST_NAME: &str = "Nachname";
pub const EMAIL: &str = "E-Mail-Adresse";
pub const EMAIL_HINT: &str = "Ohne Adresse geben Sie einen Benutzernamen ein und das Passwort selbst weiter.";
pub const EMAIL_AS_USERNAME: &str = "E-Mail-Adresse als Benutzernamen verwenden";
pub const USERNAME: &str = "Benutzername";
pub const USERNAME_HINT: &str =
    "Leer gelassen, ist es der Teil der E-Mail-Adresse vor dem @, mit einer Nummer, wenn er vergeben ist.";

pub const ACCESS: &str = "Wie die Person hineinkommt";
pub const PASSWORD_CHOICE: &str = "Passwort";
pub const PASSWORD_ACTIVATION: &str = "Link zum Wählen per E-Mail senden (empfohlen)";
pub const PASSWORD_ACTIVATION_HINT: &str = "Niemand außer der Person kennt je das Passwort.";
pub const PASSWORD_GENERATED: &str = "Eines erzeugen und per E-Mail senden";
pub const PASSWORD_GENERATED_HINT: &str = "Es muss bei der ersten Anmeldung geändert werden.";
pub const PASSWORD_TYPED: &str = "Jetzt eines eingeben";
pub const PASSWORD_TYPED_HINT: &str = "Es wird nichts gesendet: Sie geben es selbst weiter.";
pub const PASSWORD_LATER: &str = "Später";
pub const PASSWORD_LATER_HINT: &str =
    "Das Konto besteht, aber niemand kann sich anmelden, bis Sie die Person benachrichtigen.";
pub const PASSWORD: &str = "Passwort zum Weitergeben";
pub const FORCE_CHANGE: &str = "Muss bei der ersten Anmeldung geändert werden";

pub const ROLE_AND_GROUPS: &str = "Rolle und Gruppen";
pub const ROLE_NOT_BELOW: &str = "Nur Rollen unter Ihrer eigenen können vergeben werden.";
pub const GROUP_ROLE: &str = "Rolle in diesen Gruppen";
pub const WHERE: &str = "Wohin die Person gehört";
pub const NO_LOCATION: &str = "Kein Standort";
pub const NO_DEPARTMENT: &str = "Keine Abteilung";
pub const LANGUAGE: &str = "Sprache";
pub const LANGUAGE_DEFAULT: &str = "Wie die Organisation";
pub const DELETION_DATE: &str = "Löschdatum";
pub const DELETION_DATE_HINT: &str =
    "An diesem Tag verschwindet das Konto von selbst, mit Hinweis eine Woche vorher.";

pub const LICENSE_AND_COURSES: &str = "Lizenz und Kurse";
pub const NO_LICENSE: &str = "Keine Lizenz";
pub const COURSES: &str = "Kurse";
pub const CHOOSE_A_COURSE: &str = "wählen Sie mindestens einen Kurs oder keine Lizenz";
pub const DUE_DATE: &str = "Fällig am";

pub const PROFILE: &str = "Profilangaben";
pub const PHONE: &str = "Telefon";
pub const JOB_TITLE: &str = "Stellenbezeichnung";
pub const ADDRESS: &str = "Anschrift";
pub const DATE_OF_BIRTH: &str = "Geburtsdatum";
pub const EXTERNAL_ID: &str = "Kennung in einem anderen System";

pub const CREATE: &str = "Benutzer anlegen";

const MONTHS: [&str; 12] = [
    "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
];

/// How many match; `more` when counting stopped there.
pub fn found(count: u64, more: bool, filtered: bool) -> String {
    let plus = if more { "+" } else { "" };
    let verb = match (filtered, count) {
        (false, _) => "",
        (true, 1) => " passt",
        (true, _) => " passen",
    };
    format!("{}{plus} Benutzer{verb}", number(count))
}

/// What a chip says: which filter, and its value.
pub fn chip(filter: &str, value: &str) -> String {
    format!("{filter}: {value}")
}

pub fn more_groups(n: usize) -> String {
    format!("{} weitere", number(n as u64))
}

pub fn deletion_due(date: Date) -> String {
    format!("Löschung am {}", day(date))
}

pub fn created(name: &str) -> String {
    format!("{name} ist dabei")
}

/// A license in a list to choose from.
pub fn license(name: &str, free: u64) -> String {
    match free {
        0 => format!("{name} (kein freier Platz)"),
        1 => format!("{name} (1 freier Platz)"),
        _ => format!("{name} ({} freie Plätze)", number(free)),
    }
}

pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Owner => "Inhaber",
        Role::Administrator => "Administrator",
        Role::Support => "Support",
        Role::Member => "Mitglied",
    }
}

pub const fn role_hint(role: Role) -> &'static str {
    match role {
        Role::Owner => "Verantwortet die Organisation.",
        Role::Administrator => "Führt die Verwaltung: Benutzer, Lizenzen, Kurse, Einstellungen.",
        Role::Support => "Findet Leute, berichtigt ihre Angaben und hilft ihnen hinein.",
        Role::Member => "Lernt und bearbeitet das eigene Profil.",
    }
}

pub const fn group_role(role: GroupRole) -> &'static str {
    match role {
        GroupRole::Admin => "Gruppenadministrator",
        GroupRole::Instructor => "Kursleiter",
        GroupRole::Learner => "Lernender",
    }
}

pub const fn state(state: UserState) -> &'static str {
    match state {
        UserState::Pending => "Wartet auf Freigabe",
        UserState::Active => "Aktiv",
        UserState::Archived => "Archiviert",
    }
}

pub const fn sort(by: SortBy) -> &'static str {
    match by {
        SortBy::Name => "Name",
        SortBy::Joined => "Neueste zuerst",
        SortBy::LastAccess => "Letzter Zugriff",
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

/// A day: `21. Nov. 2026`.
pub fn day(date: Date) -> String {
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|at| MONTHS.get(at));
    format!("{}. {} {}", date.day(), month.unwrap_or(&""), date.year())
}

/// A moment to the minute: `21. Nov. 2026, 12:00 Uhr UTC`.
pub fn moment(at: Timestamp) -> String {
    let minutes = at.as_micros().div_euclid(60_000_000).rem_euclid(24 * 60);
    format!(
        "{}, {:02}:{:02} Uhr UTC",
        day(at.date()),
        minutes / 60,
        minutes % 60
    )
}

/// How long ago something was.
pub fn ago(seconds: i64) -> String {
    let some = |n: i64, one: &str, many: &str| format!("vor {n} {}", if n == 1 { one } else { many });
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    match (minutes, hours, days) {
        (..1, _, _) => "Gerade eben".to_owned(),
        (_, ..1, _) => some(minutes, "Minute", "Minuten"),
        (_, _, ..1) => some(hours, "Stunde", "Stunden"),
        (_, _, 1) => "Gestern".to_owned(),
        (_, _, ..30) => some(days, "Tag", "Tagen"),
        (_, _, ..365) => some(days / 30, "Monat", "Monaten"),
        _ => some(days / 365, "Jahr", "Jahren"),
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
            "Gerade eben",
            "Gerade eben",
            "vor 1 Minute",
            "vor 1 Stunde",
            "vor 23 Stunden",
            "Gestern",
            "vor 2 Tagen",
            "vor 1 Monat",
            "vor 2 Jahren",
        ];
        assert_eq!(said, expected);
        let noon = Timestamp::from_micros(1_767_268_800_000_000);
        assert_eq!(moment(noon), "1. Jan. 2026, 12:00 Uhr UTC");
    }

    #[test]
    fn counts_are_in_the_right_number() {
        let said = [1, 12, 0].map(|count| found(count, false, true));
        assert_eq!(
            said,
            ["1 Benutzer passt", "12 Benutzer passen", "0 Benutzer passen"]
        );
    }
}
