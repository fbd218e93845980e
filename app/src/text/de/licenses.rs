//! Licenses: the list, the form, the allocator.

use super::users::day;
use crate::text::number;
use domain::licenses::LedgerKind;
use domain::time::Date;

pub const TITLE: &str = "Lizenzen";
pub const DESCRIPTION: &str = "Plätze in Kursen: wie viele es gibt, wer sie hat, wie lange sie gelten.";
pub const ADD: &str = "Lizenz anlegen";
pub const NONE_YET: &str = "Noch keine Lizenzen";
pub const NONE_YET_WHY: &str = "Eine Lizenz ist eine Anzahl von Plätzen in bestimmten Kursen, gültig von einem Tag bis zu einem anderen.";

pub const LICENSE: &str = "Lizenz";
pub const STATE: &str = "Zustand";
pub const KIND: &str = "Art";
pub const SEATS: &str = "Plätze";
pub const COURSES: &str = "Kurse";
pub const VALID: &str = "Gültig";

pub const CURRENT: &str = "Gültig";
pub const FUTURE: &str = "Beginnt später";
pub const EXPIRED: &str = "Abgelaufen";
pub const ARCHIVED: &str = "Archiviert";
pub const STANDARD: &str = "Standard";
pub const REUSABLE: &str = "Wiederverwendbar";
pub const STANDARD_HINT: &str =
    "Ein Platz, dessen Inhaber einen Kurs geöffnet hat, bleibt für immer verbraucht.";
pub const REUSABLE_HINT: &str = "Jeder Platz kann jederzeit wieder frei werden.";

pub const NEW_TITLE: &str = "Eine Lizenz anlegen";
pub const CHANGE_TITLE: &str = "Lizenz ändern";
pub const NAME: &str = "Name";
pub const REFERENCE: &str = "Kürzel";
pub const REFERENCE_HINT: &str =
    "So heißt sie in Importdateien, etwa SAFETY-2026. Jede Lizenz hat ihr eigenes.";
pub const PURCHASED: &str = "Gekaufte Plätze";
pub const VALID_FROM: &str = "Erster Tag";
pub const VALID_TO: &str = "Letzter Tag";
pub const COURSES_HINT: &str =
    "Wer schon einen Platz hat, behält seine Kurse; Plätze, die ab jetzt vergeben werden, bringen diese mit.";
pub const CREATE: &str = "Lizenz anlegen";
pub const SAVE: &str = "Änderungen speichern";
pub const SAVED: &str = "Die Lizenz wurde geändert.";
pub const CHANGE: &str = "Ändern";
pub const PUT_AWAY: &str = "Archivieren";
pub const TAKE_OUT: &str = "Aus dem Archiv holen";
pub const PUT_AWAY_DONE: &str =
    "Die Lizenz ist archiviert: sie gibt keinen Zugang, bis sie aus dem Archiv geholt wird.";
pub const TAKEN_OUT: &str = "Die Lizenz ist aus dem Archiv geholt.";

pub const FREE: &str = "Frei";
pub const GIVEN: &str = "Vergeben";
pub const RESERVED: &str = "Für Einladungen zurückgelegt";
pub const TOTAL: &str = "Gekauft";
pub const COUNTS: &str = "Plätze dieser Lizenz";

pub const HOLDERS: &str = "Mit Platz";
pub const OTHERS: &str = "Ohne Platz";
pub const LISTS: &str = "Listen";
pub const SEARCH_HOLDERS: &str = "Unter denen mit Platz suchen";
pub const SEARCH_OTHERS: &str = "Unter denen ohne Platz suchen";
pub const GROUP: &str = "Gruppe";
pub const LOCATION: &str = "Standort";
pub const DEPARTMENT: &str = "Abteilung";
pub const ANY: &str = "Alle";
pub const FILTERS: &str = "Nur zeigen";
pub const WITH_COURSES: &str = "Kurse, die ein neuer Platz mitbringt";

pub const GIVE: &str = "Platz vergeben";
pub const TAKE_BACK: &str = "Zurücknehmen";
pub const NOBODY_SELECTED: &str = "Wählen Sie zuerst Personen in der Liste aus";
pub const NO_COURSE: &str = "Wählen Sie mindestens einen Kurs, den der Platz mitbringt";
pub const OVER: &str = "Die Lizenz ist abgelaufen oder archiviert: kein Platz kann vergeben werden";
pub const ONLY_STARTED: &str = "Begonnene Plätze einer Standardlizenz bleiben verbraucht";
pub const STARTED: &str = "Begonnen";
pub const STARTED_STAYS: &str = "Begonnen: bleibt verbraucht";
pub const ACCOUNT_ARCHIVED: &str = "Archiviert";
pub const ACCOUNT_PENDING: &str = "Ausstehend";
pub const STILL_COMING: &str = "Der Rest der Liste ist unterwegs.";
pub const NOBODY_HERE: &str = "Niemand passt dazu";
pub const WHY_TAKEN: &str = "Warum ist dieser Platz vergeben?";
pub const SELECT_ONE: &str = "Wählen Sie zuerst eine Person mit Platz aus";
pub const UNDO: &str = "Rückgängig";
pub const KEYS: &str = "Pfeiltasten bewegen, Leertaste wählt, Umschalt wählt einen Bereich, Strg oder ⌘ A wählt alle gezeigten, Eingabe verschiebt die gewählten.";

pub const SHORT: &str = "Nicht genug freie Plätze";
pub const SHORT_NOTHING: &str = "Nichts wurde geändert.";
pub const NONE_IDLE: &str =
    "Jeder Platz ist begonnen. Kaufen Sie mehr Plätze oder wählen Sie weniger Personen.";
pub const SELECT_IDLE: &str = "Diese Plätze auswählen";
pub const NO_LINES: &str = "Das Platzbuch sagt nichts über diese Person.";

pub fn courses(n: usize) -> String {
    if n == 1 {
        "1 Kurs".to_owned()
    } else {
        format!("{} Kurse", number(n as u64))
    }
}

pub fn term(from: Date, to: Date) -> String {
    format!("{} bis {}", day(from), day(to))
}

pub fn free(n: u64) -> String {
    format!("{} frei", number(n))
}

pub fn of_total(shown: u64, total: u64) -> String {
    if shown == total {
        number(total)
    } else {
        format!("{} von {}", number(shown), number(total))
    }
}

pub fn first_shown(shown: u64) -> String {
    format!(
        "Die ersten {} stehen hier: tippen Sie, um einzugrenzen.",
        number(shown)
    )
}

pub fn select_all(n: u64) -> String {
    format!("Alle passenden auswählen ({})", number(n))
}

pub fn give_all(n: u64) -> String {
    format!("An alle passenden vergeben ({})", number(n))
}

pub fn take_back_all(n: u64) -> String {
    format!("Von allen passenden zurücknehmen ({})", number(n))
}

pub fn give(n: u64) -> String {
    if n == 0 {
        GIVE.to_owned()
    } else {
        format!("{} vergeben", seats(n))
    }
}

pub fn take_back(n: u64) -> String {
    if n == 0 {
        TAKE_BACK.to_owned()
    } else {
        format!("{} zurücknehmen", seats(n))
    }
}

fn seats(n: u64) -> String {
    if n == 1 {
        "1 Platz".to_owned()
    } else {
        format!("{} Plätze", number(n))
    }
}

pub fn given(n: u64, names: &str, free: u64) -> String {
    format!("{} vergeben{names}. {} frei.", seats(n), number(free))
}

pub fn taken_back(n: u64, names: &str, free: u64) -> String {
    format!("{} zurückgenommen{names}. {} frei.", seats(n), number(free))
}

pub fn names(first: &[String], more: u64) -> String {
    if first.is_empty() {
        return String::new();
    }
    let rest = if more == 0 {
        String::new()
    } else {
        format!(" und {} weitere", number(more))
    };
    format!(": {}{rest}", first.join(", "))
}

pub fn left_as_they_were(n: u64) -> String {
    format!(" {} blieben, wie sie waren.", number(n))
}

pub fn not_moved(why: &str) -> String {
    format!("Nichts wurde geändert: {why}.")
}

pub fn short(n: u64) -> String {
    format!("{} fehlen.", seats(n))
}

pub fn idle(n: u64, names: &str) -> String {
    let were = if n == 1 { "wurde" } else { "wurden" };
    format!(
        "{} {were} nie begonnen und könnten zurückgenommen werden{names}.",
        seats(n)
    )
}

pub fn ledger_kind(kind: LedgerKind) -> &'static str {
    match kind {
        LedgerKind::Allocated => "Vergeben",
        LedgerKind::Started => "Begonnen",
        LedgerKind::Returned => "Zurückgegeben",
        LedgerKind::Reserved => "Zurückgelegt",
        LedgerKind::Released => "Losgelassen",
    }
}

pub fn by(name: Option<&str>) -> String {
    name.map_or_else(|| "von selbst".to_owned(), |name| format!("durch {name}"))
}
