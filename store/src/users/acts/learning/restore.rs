//! Taking back what opened or closed courses: what was opened at a moment goes, what was archived then comes back as it was.

use super::super::Done;
use super::super::edit::touch;
use super::super::life::ids;
use crate::fault::Fault;
use crate::sql::{ROWS_AT_ONCE, sql};
use crate::users::acts::account::Account;
use crate::write::{Entry, Write};
use domain::audit::{Action, TargetKind};
use domain::time::Timestamp;

/// Statements with the moment and then a list of users. What was begun meanwhile stays, and so does a training record that
/// somebody earned.
const STEPS: [(&str, &str); 3] = [
    (
        "DELETE FROM enrollments WHERE assigned_at = ",
        " AND archived_at IS NULL AND started_at IS NULL AND completed_at IS NULL AND user_id IN ",
    ),
    (
        "DELETE FROM training_records WHERE recorded_at = ",
        " AND completed_at IS NULL AND user_id IN ",
    ),
    (
        "UPDATE enrollments SET archived_at = NULL WHERE archived_at = ",
        " AND (seat_id IS NULL OR EXISTS (SELECT 1 FROM seats s WHERE s.id = seat_id AND s.returned_at IS NULL))
          AND NOT EXISTS (SELECT 1 FROM enrollments o WHERE o.user_id = enrollments.user_id
              AND o.course_id = enrollments.course_id AND o.archived_at IS NULL)
          AND user_id IN ",
    ),
];

/// Makes enrollments as they were before this moment.
pub(super) async fn restore(write: &mut Write, can: &[Account], at: Timestamp) -> Result<Done, Fault> {
    let users = ids(can);
    for users in users.chunks(ROWS_AT_ONCE) {
        for (before, after) in STEPS {
            let mut step = sql(before);
            step.push_bind(at).push(after).push_list(users.iter().copied());
            step.execute(write).await?;
        }
    }
    touch(write, can).await?;
    let entry = |account: &Account| Entry::new(Action::EnrollmentsRestored, TargetKind::User, account.id);
    Ok(Done {
        entries: can.iter().map(entry).collect(),
        users,
        ..Done::default()
    })
}
