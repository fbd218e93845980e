//! Users who leave, one or thousands, within a write: archived, with every record kept, or erased, with every trace of the
//! person gone. What remains of the erased is the fact, under their id, in the audit and the seat ledger.

use super::acts::IDS_AT_ONCE;
use super::counts::count;
use crate::fault::Fault;
use crate::licenses::return_seats;
use crate::secrets;
use crate::sql::sql;
use crate::write::Write;
use domain::id::UserId;
use domain::users::UserState;

/// Archives users, given with the states they are in: sessions end, seats go back where their license's kind allows.
/// Returns how many seats went back.
pub async fn archive(write: &mut Write, users: &[(UserId, UserState)]) -> Result<u64, Fault> {
    let (ids, now) = (ids(users), write.now());
    for chunk in ids.chunks(IDS_AT_ONCE) {
        let mut update = sql("UPDATE users SET state = 'archived', archived_at = ");
        update.push_bind(now).push(", updated_at = ").push_bind(now);
        update
            .push(", version = version + 1 WHERE id IN ")
            .push_list(chunk.iter().copied());
        update.execute(write).await?;
    }
    secrets::end_sessions(write, &ids).await?;
    let seats = return_seats(write, &ids, "user archived").await?;
    uncount(write, users).await?;
    count(write, &[(UserState::Archived, size(users.len()))]).await?;
    Ok(seats)
}

/// Statements that end in a list of users. Memberships, enrollments, activity, submissions, secrets and messages go with
/// the account, by their foreign keys.
const TRACES: [&str; 6] = [
    "DELETE FROM training_records WHERE user_id IN ",
    // What was done stays; the names and addresses in it go.
    "UPDATE audit SET before = NULL, after = NULL WHERE target_id IN ",
    "UPDATE audit SET address = NULL WHERE actor_id IN ",
    // Reports of imports quote the person.
    "UPDATE import_rows SET report = '' WHERE user_id IN ",
    "DELETE FROM invitations WHERE accepted_by IN ",
    "DELETE FROM users WHERE id IN ",
];

/// Erases users, given with the states they are in. Returns how many seats went back.
pub async fn erase(write: &mut Write, users: &[(UserId, UserState)]) -> Result<u64, Fault> {
    let ids = ids(users);
    let seats = return_seats(write, &ids, "user deleted").await?;
    for chunk in ids.chunks(IDS_AT_ONCE) {
        for trace in TRACES {
            let mut statement = sql(trace);
            statement.push_list(chunk.iter().copied());
            statement.execute(write).await?;
        }
    }
    uncount(write, users).await?;
    Ok(seats)
}

/// Takes users out of the counters of the states they were in.
async fn uncount(write: &mut Write, users: &[(UserId, UserState)]) -> Result<(), Fault> {
    let left = UserState::ALL.map(|state| {
        let many = users.iter().filter(|(_, was)| *was == state).count();
        (state, -size(many))
    });
    let left: Vec<_> = left.into_iter().filter(|(_, change)| *change != 0).collect();
    count(write, &left).await
}

fn ids(users: &[(UserId, UserState)]) -> Vec<UserId> {
    users.iter().map(|(user, _)| *user).collect()
}

fn size(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}
