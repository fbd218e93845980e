//! Accounts an act on courses or seats would change nothing of, and those it cannot be done to for what they have.

use crate::fault::Fault;
use crate::sql::{Connection, Sql, rows, sql};
use crate::users::acts::account::{Account, IDS_AT_ONCE};
use domain::id::{CourseId, UserId};
use domain::users::{LearningAct, LeftOut};
use std::collections::HashMap;

rows! {
    struct Some from "users" { user_id: UserId, many: i64 }
}

/// How many of something each user has; who has none is not mentioned.
type Counts = HashMap<UserId, i64>;

/// Why each of these accounts is left out; the others are not mentioned.
pub(in crate::users::acts) async fn already(
    on: &mut impl Connection,
    act: &LearningAct,
    accounts: &[Account],
) -> Result<HashMap<UserId, LeftOut>, Fault> {
    let mut out = HashMap::new();
    for chunk in accounts.chunks(IDS_AT_ONCE) {
        let count = async |on: &mut _, select: Sql| counted(on, select, chunk).await;
        let (found, goes_on, why): (Counts, Box<dyn Fn(i64) -> bool + Send>, LeftOut) = match act {
            LearningAct::Assign { courses, due_date } => {
                let mut select = open(courses);
                if let Some(due) = due_date {
                    select.push(" AND due_date = ").push_bind(*due);
                }
                let wanted = i64::try_from(courses.len()).unwrap_or(i64::MAX);
                let found = count(on, select).await?;
                (found, Box::new(move |many| many < wanted), LeftOut::Same)
            }
            LearningAct::SetDueDate { courses, due_date } => {
                let mut others = open(courses);
                others.push(" AND completed_at IS NULL");
                match due_date {
                    None => others.push(" AND due_date IS NOT NULL"),
                    Some(due) => others
                        .push(" AND (due_date IS NULL OR due_date <> ")
                        .push_bind(*due)
                        .push(")"),
                };
                let found = count(on, others).await?;
                (found, Box::new(|many| many > 0), LeftOut::Same)
            }
            LearningAct::Unassign { courses } | LearningAct::ArchiveActivity { courses, .. } => {
                let found = count(on, open(courses)).await?;
                (found, Box::new(|many| many > 0), LeftOut::NotEnrolled)
            }
            LearningAct::GiveSeat { license, .. } => {
                let mut select = sql(
                    "SELECT user_id, COUNT(*) AS many FROM seats WHERE returned_at IS NULL AND license_id = ",
                );
                select.push_bind(*license);
                let found = count(on, select).await?;
                (found, Box::new(|many| many == 0), LeftOut::Same)
            }
            LearningAct::TakeSeatBack { license } => {
                let mut held = sql(
                    "SELECT s.user_id, COUNT(*) AS many FROM seats s JOIN licenses l ON l.id = s.license_id
                     WHERE s.returned_at IS NULL AND s.started_at IS NOT NULL AND l.kind = 'standard' AND s.license_id = ",
                );
                held.push_bind(*license);
                let started = count(on, held).await?;
                out.extend(started.into_keys().map(|user| (user, LeftOut::SeatStarted)));
                let mut select = sql(
                    "SELECT user_id, COUNT(*) AS many FROM seats WHERE returned_at IS NULL AND license_id = ",
                );
                select.push_bind(*license);
                let found = count(on, select).await?;
                (found, Box::new(|many| many > 0), LeftOut::NoSeat)
            }
            LearningAct::Restore { .. } => (Counts::new(), Box::new(|_| true), LeftOut::ChangedSince),
        };
        let left = chunk
            .iter()
            .filter(|account| !goes_on(found.get(&account.id).copied().unwrap_or(0)));
        for account in left {
            out.entry(account.id).or_insert(why);
        }
    }
    Ok(out)
}

/// Counts open enrollments in these courses; none means in all.
fn open(courses: &[CourseId]) -> Sql {
    let mut select = sql("SELECT user_id, COUNT(*) AS many FROM enrollments WHERE archived_at IS NULL");
    if !courses.is_empty() {
        select
            .push(" AND course_id IN ")
            .push_list(courses.iter().copied());
    }
    select
}

async fn counted(on: &mut impl Connection, mut select: Sql, accounts: &[Account]) -> Result<Counts, Fault> {
    select
        .push(" AND user_id IN ")
        .push_list(accounts.iter().map(|account| account.id))
        .push(" GROUP BY user_id");
    let found: Vec<Some> = select.fetch_all(on).await?;
    Ok(found.into_iter().map(|row| (row.user_id, row.many)).collect())
}
