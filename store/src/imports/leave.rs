//! Archiving and deleting many users: sessions end, seats go back where their license's kind allows, counters follow.

use crate::fault::Fault;
use crate::licenses::return_seats;
use crate::secrets;
use crate::sql::{Sql, sql};
use crate::users;
use crate::write::Write;
use domain::id::UserId;
use domain::users::UserState;

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
    return_seats(write, &ids, "user archived").await?;
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
