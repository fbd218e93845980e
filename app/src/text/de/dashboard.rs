//! The dashboard.

use crate::text::number;

pub const TITLE: &str = "Übersicht";
pub const PEOPLE: &str = "Personen";
pub const WAITING: &str = "Wartet auf jemanden";
pub const BILLABLE_NOTE: &str = "Aktiv, und registriert oder benachrichtigt";
pub const APPROVALS: &str = "Freizugeben";
pub const EXPIRING: &str = "Einladungen, die bald ablaufen";
pub const ASKED: &str = "Möchten einen neuen Link";
pub const IMPORTS: &str = "Laufende Importe";
pub const DELETIONS: &str = "Konten, die in einer Woche enden";
pub const FAILED: &str = "Fehlgeschlagene Nachrichten";
pub const OVERDUE: &str = "Personen mit überfälligem Kurs";
pub const LICENSES: &str = "Belegte Plätze";
pub const NO_LICENSES: &str = "Zurzeit gilt keine Lizenz.";
pub const ALL_LICENSES: &str = "Alle Lizenzen";

pub fn of_cap(cap: u64) -> String {
    format!("von {} Konten", number(cap))
}

pub fn of_seats(seats: u64) -> String {
    format!("von {} Plätzen", number(seats))
}

/// The text of a chart.
pub fn seats_went(first: i64, last: i64) -> String {
    format!(
        "Belegte Plätze in den letzten 90 Tagen: von {} auf {}",
        number(first.unsigned_abs()),
        number(last.unsigned_abs())
    )
}
