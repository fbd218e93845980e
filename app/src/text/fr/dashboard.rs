//! The dashboard.

use crate::text::number;

pub const TITLE: &str = "Tableau de bord";
pub const PEOPLE: &str = "Personnes";
pub const WAITING: &str = "En attente";
pub const BILLABLE_NOTE: &str = "Actifs, et inscrits ou prévenus";
pub const APPROVALS: &str = "À approuver";
pub const EXPIRING: &str = "Invitations bientôt expirées";
pub const ASKED: &str = "Demandent un nouveau lien";
pub const IMPORTS: &str = "Importations en cours";
pub const DELETIONS: &str = "Comptes qui prennent fin sous une semaine";
pub const FAILED: &str = "Messages échoués";
pub const OVERDUE: &str = "Personnes avec un cours en retard";
pub const LICENSES: &str = "Places occupées";
pub const NO_LICENSES: &str = "Aucune licence n’est valable actuellement.";
pub const ALL_LICENSES: &str = "Toutes les licences";

pub fn of_cap(cap: u64) -> String {
    format!("sur {} comptes", number(cap))
}

pub fn of_seats(seats: u64) -> String {
    format!("sur {} places", number(seats))
}

/// The text of a chart.
pub fn seats_went(first: i64, last: i64) -> String {
    format!(
        "Places occupées ces 90 derniers jours : de {} à {}",
        number(first.unsigned_abs()),
        number(last.unsigned_abs())
    )
}
