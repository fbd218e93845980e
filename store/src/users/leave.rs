//! Users who leave, one or thousands, within a write: archived, with every record kept, or erased, with every trace of the
//! person gone. What remains of the erased is the fact, under their id, in the audit and the seat ledger.

use super::acts::IDS_AT_ONCE;
use super::counts::count;
use super::own;
use crate::fault::Fault;
use crate::invitations::self_register;
use crate::licenses::return_seats;
use crate::secrets;
use crate::sign_in::{address_keys, attempt_keys};
use crate::sql::{rows, sql};
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

/// The invitations to the addresses of some users, whoever accepted them.
macro_rules! invitations {
    ($of:literal) => {
        concat!(
            $of,
            "(SELECT i.id FROM invitations i JOIN users u ON u.organization_id = i.organization_id
               AND (u.email_key = i.email_key OR u.id = i.accepted_by) WHERE u.id IN "
        )
    };
}

/// Statements around a list of users: what comes before it, and after. Memberships, enrollments, activity, submissions,
/// secrets and messages go with the account, by their foreign keys; what hangs on an invitation goes with that.
const TRACES: [(&str, &str); 8] = [
    ("DELETE FROM training_records WHERE user_id IN ", ""),
    // What was done stays; the names and addresses in it go.
    (
        "UPDATE audit SET before = NULL, after = NULL WHERE target_id IN ",
        "",
    ),
    ("UPDATE audit SET address = NULL WHERE actor_id IN ", ""),
    (
        invitations!("UPDATE audit SET before = NULL, after = NULL WHERE target_id IN "),
        ")",
    ),
    (invitations!("DELETE FROM invitations WHERE id IN "), ")"),
    // Reports of imports quote the person, and so may the rows that failed.
    (
        "UPDATE imports SET file = NULL WHERE state <> 'applying' AND id IN (SELECT import_id FROM import_rows WHERE user_id IN ",
        ")",
    ),
    ("UPDATE import_rows SET report = '' WHERE user_id IN ", ""),
    ("DELETE FROM users WHERE id IN ", ""),
];

rows! {
    struct SignInNames from "users" { email_key: Option<String>, username_key: String }
}

/// Erases users, given with the states they are in. Returns how many seats went back.
pub async fn erase(write: &mut Write, users: &[(UserId, UserState)]) -> Result<u64, Fault> {
    let ids = ids(users);
    let seats = return_seats(write, &ids, "user deleted").await?;
    for chunk in ids.chunks(IDS_AT_ONCE) {
        forget_attempts(write, chunk).await?;
        for (before, after) in TRACES {
            let mut statement = sql(before);
            statement.push_list(chunk.iter().copied()).push(after);
            statement.execute(write).await?;
        }
    }
    uncount(write, users).await?;
    write.leave_no_log();
    Ok(seats)
}

/// Attempts are counted under the names that were typed, where from, and who it was.
async fn forget_attempts(write: &mut Write, users: &[UserId]) -> Result<(), Fault> {
    let mut select = sql("SELECT email_key, username_key FROM users WHERE id IN ");
    select.push_list(users.iter().copied());
    let names: Vec<SignInNames> = select.fetch_all(write).await?;
    let names = names
        .into_iter()
        .flat_map(|row| row.email_key.into_iter().chain([row.username_key]));
    let names: Vec<String> = names.collect();
    let mut select =
        sql("SELECT DISTINCT address AS value FROM audit WHERE address IS NOT NULL AND actor_id IN ");
    select.push_list(users.iter().copied());
    let addresses: Vec<(String,)> = select.fetch_all(write).await?;
    let organization = write.organization();
    let mut keys = attempt_keys(organization, &names);
    keys.extend(
        names
            .iter()
            .map(|name| self_register::attempt_key(organization, name)),
    );
    keys.extend(users.iter().flat_map(|user| own::attempt_keys(*user)));
    keys.extend(addresses.iter().flat_map(|(address,)| address_keys(address)));
    for chunk in keys.chunks(IDS_AT_ONCE) {
        let mut delete = sql("DELETE FROM sign_in_attempts WHERE key IN ");
        delete.push_list(chunk.iter().cloned());
        delete.execute(write).await?;
    }
    Ok(())
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
