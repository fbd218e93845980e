//! Archiving and deleting many users: sessions end, seats go back where their license's kind allows, counters follow.

use crate::column::Bind;
use crate::fault::Fault;
use crate::licenses::{Line, record};
use crate::secrets;
use crate::sql::{Sql, rows, sql};
use crate::users;
use crate::write::Write;
use domain::id::{CourseId, EnrollmentId, LicenseId, SeatId, TrainingRecordId, UserId};
use domain::licenses::{LedgerKind, LicenseKind, SeatState};
use domain::time::Timestamp;
use domain::users::UserState;
use std::collections::BTreeMap;

/// Archives users: every record stays.
pub(super) async fn archive(write: &mut Write, users: &[(UserId, UserState)]) -> Result<(), Fault> {
    if users.is_empty() {
        return Ok(());
    }
    let now = write.now();
    let ids: Vec<UserId> = users.iter().map(|(user, _)| *user).collect();
    let mut update = sql("UPDATE users SET state = 'archived', archived_at = ");
    update.push_bind(now).push(", updated_at = ").push_bind(now);
    update
        .push(", version = version + 1 WHERE id IN ")
        .push_list(ids.iter().copied());
    update.execute(write).await?;
    secrets::end_sessions(write, &ids).await?;
    let returned = return_seats(write, &ids, "user archived").await?;
    put_away(write, &returned).await?;
    left(write, users, Some(UserState::Archived)).await
}

/// Deletes users with all that is theirs. What remains is the fact, under their id, in audit and ledger.
pub(super) async fn delete(write: &mut Write, users: &[(UserId, UserState)]) -> Result<(), Fault> {
    if users.is_empty() {
        return Ok(());
    }
    let ids: Vec<UserId> = users.iter().map(|(user, _)| *user).collect();
    return_seats(write, &ids, "user deleted").await?;
    for text in [
        "DELETE FROM training_records WHERE user_id IN ",
        // Reports of imports quote the person.
        "UPDATE import_rows SET report = '' WHERE user_id IN ",
        "DELETE FROM users WHERE id IN ",
    ] {
        let mut statement: Sql = sql(text);
        statement.push_list(ids.iter().copied());
        statement.execute(write).await?;
    }
    left(write, users, None).await
}

/// Moves the counters of users who left their state.
async fn left(write: &mut Write, users: &[(UserId, UserState)], to: Option<UserState>) -> Result<(), Fault> {
    let mut changes: Vec<(UserState, i64)> = UserState::ALL
        .into_iter()
        .map(|state| {
            let many = users.iter().filter(|(_, was)| *was == state).count();
            (state, -i64::try_from(many).unwrap_or_default())
        })
        .filter(|(_, change)| *change != 0)
        .collect();
    changes.extend(to.map(|state| (state, i64::try_from(users.len()).unwrap_or_default())));
    users::count(write, &changes).await
}

rows! {
    struct Held from "seats" {
        id: SeatId,
        license_id: LicenseId,
        user_id: UserId,
        started_at: Option<Timestamp>,
        kind: LicenseKind,
    }
    struct Open from "enrollments" {
        id: EnrollmentId,
        user_id: UserId,
        course_id: CourseId,
        title: String,
        started_at: Option<Timestamp>,
        completed_at: Option<Timestamp>,
        progress: i64,
    }
}

/// Gives back the seats of users, but for started ones of standard licenses.
async fn return_seats(write: &mut Write, users: &[UserId], reason: &str) -> Result<Vec<SeatId>, Fault> {
    let now = write.now();
    let mut select = sql(
        "SELECT s.id, s.license_id, s.user_id, s.started_at, l.kind FROM seats s JOIN licenses l ON l.id = s.license_id
         WHERE s.returned_at IS NULL AND s.user_id IN ",
    );
    select.push_list(users.iter().copied()).push(" ORDER BY s.id");
    let held: Vec<Held> = select.fetch_all(write).await?;
    let mut lines: BTreeMap<LicenseId, Vec<Line>> = BTreeMap::new();
    let mut returned = Vec::new();
    for seat in held {
        let state = seat
            .started_at
            .map_or(SeatState::Allocated, |at| SeatState::Started { at });
        if state.take_back(seat.kind, now).is_ok() {
            returned.push(seat.id);
            let line = Line::of_seat(seat.license_id, seat.id, seat.user_id);
            lines.entry(seat.license_id).or_default().push(line);
        }
    }
    if returned.is_empty() {
        return Ok(returned);
    }
    let mut update = sql("UPDATE seats SET returned_at = ");
    update
        .push_bind(now)
        .push(" WHERE id IN ")
        .push_list(returned.iter().copied());
    update.execute(write).await?;
    for (license, lines) in &lines {
        sql("UPDATE licenses SET allocated = allocated - $1 WHERE id = $2")
            .bind(i64::try_from(lines.len()).unwrap_or_default())
            .bind(*license)
            .execute(write)
            .await?;
        record(write, LedgerKind::Returned, lines, reason).await?;
    }
    Ok(returned)
}

/// Archives the enrollments of returned seats; those that were begun leave a training record.
async fn put_away(write: &mut Write, seats: &[SeatId]) -> Result<(), Fault> {
    if seats.is_empty() {
        return Ok(());
    }
    let (organization, now) = (write.organization(), write.now());
    let mut select = sql(
        "SELECT e.id, e.user_id, e.course_id, c.title, e.started_at, e.completed_at, e.progress
         FROM enrollments e JOIN courses c ON c.id = e.course_id WHERE e.archived_at IS NULL AND e.seat_id IN ",
    );
    select.push_list(seats.iter().copied());
    let open: Vec<Open> = select.fetch_all(write).await?;
    let begun: Vec<&Open> = open
        .iter()
        .filter(|enrollment| enrollment.started_at.is_some())
        .collect();
    for chunk in begun.chunks(crate::sql::ROWS_AT_ONCE) {
        let ids: Vec<TrainingRecordId> = chunk.iter().map(|_| write.new_id()).collect();
        let mut insert = sql(
            "INSERT INTO training_records (id, organization_id, user_id, enrollment_id, course_id, course_title, started_at,
                completed_at, progress, recorded_at) VALUES ",
        );
        insert.push_rows(chunk.iter().zip(ids), |(enrollment, id)| {
            vec![
                id.value(),
                organization.value(),
                enrollment.user_id.value(),
                enrollment.id.value(),
                enrollment.course_id.value(),
                enrollment.title.as_str().value(),
                enrollment.started_at.value(),
                enrollment.completed_at.value(),
                enrollment.progress.value(),
                now.value(),
            ]
        });
        insert.push(" ON CONFLICT (enrollment_id) DO NOTHING");
        insert.execute(write).await?;
    }
    let mut update = sql("UPDATE enrollments SET archived_at = ");
    update
        .push_bind(now)
        .push(" WHERE archived_at IS NULL AND seat_id IN ")
        .push_list(seats.iter().copied());
    update.execute(write).await?;
    Ok(())
}
