//! The dashboard.

use crate::text::number;

pub const TITLE: &str = "Panel";
pub const PEOPLE: &str = "Personas";
pub const WAITING: &str = "A la espera de alguien";
pub const BILLABLE_NOTE: &str = "Activas, y registradas o avisadas";
pub const APPROVALS: &str = "Por aprobar";
pub const EXPIRING: &str = "Invitaciones a punto de caducar";
pub const ASKED: &str = "Piden un enlace nuevo";
pub const IMPORTS: &str = "Importaciones en curso";
pub const DELETIONS: &str = "Cuentas que terminan en una semana";
pub const FAILED: &str = "Mensajes fallidos";
pub const OVERDUE: &str = "Personas con un curso atrasado";
pub const LICENSES: &str = "Plazas en uso";
pub const NO_LICENSES: &str = "Ninguna licencia es válida ahora.";
pub const ALL_LICENSES: &str = "Todas las licencias";

pub fn of_cap(cap: u64) -> String {
    format!("de {} cuentas", number(cap))
}

pub fn of_seats(seats: u64) -> String {
    format!("de {} plazas", number(seats))
}

/// The text of a chart.
pub fn seats_went(first: i64, last: i64) -> String {
    format!(
        "Plazas en uso en los últimos 90 días: de {} a {}",
        number(first.unsigned_abs()),
        number(last.unsigned_abs())
    )
}
