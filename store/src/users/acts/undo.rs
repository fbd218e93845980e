//! Taking an act back: from everyone whom nobody has changed since.

use super::account::{Tally, accounts, part};
use super::record::find;
use super::{Done, Undo, apply, begin};
use crate::Requester;
use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use crate::write::Write;
use domain::access::Scope;
use domain::id::{ActId, UserId};
use domain::licenses::Pick;
use domain::time::Timestamp;
use domain::users::{Act, ActRefused, LeftOut, Report, ReportState};
use std::collections::{BTreeSet, HashSet};

rows! {
    struct Part from "act_parts" { at: Timestamp, undo: String }
}

/// Takes back something one did, in one transaction. The report counts those who are as they were before.
pub async fn undo(requester: &Requester, id: ActId) -> Result<Report, Failure<ActRefused>> {
    let mut write = begin(requester).await?;
    let stored = find(&mut write, requester, id).await?.ok_or(Failure::NotFound)?;
    let mut report = stored.report(&mut write).await?;
    let taken = sql("UPDATE acts SET state = 'undone' WHERE id = $1 AND state = 'done'")
        .bind(id)
        .execute(&mut write)
        .await?;
    if taken != 1 || !report.can_be_undone() {
        return Err(Failure::Refused(ActRefused::NotUndoable));
    }
    let parts: Vec<Part> = sql("SELECT at, undo FROM act_parts WHERE act_id = $1 ORDER BY position")
        .bind(id)
        .fetch_all(&mut write)
        .await?;
    let mut all = Done::default();
    let mut left = Tally::default();
    let mut restored = BTreeSet::new();
    for row in parts {
        let steps: Vec<Undo> = serde_json::from_str(&row.undo).map_err(Fault::from)?;
        let touched = touched_since(&mut write, requester, &steps, row.at).await?;
        let mut counted = HashSet::new();
        for Undo { act, users } in steps {
            let (gone, same): (Vec<UserId>, Vec<UserId>) =
                users.into_iter().partition(|user| touched.contains(user));
            for user in gone.into_iter().filter(|user| counted.insert(*user)) {
                left.add(LeftOut::ChangedSince, user);
            }
            let (done, others) = step(&mut write, requester, &act, same).await?;
            left.join(others);
            restored.extend(done.users);
            all.seats += done.seats;
            all.entries.extend(done.entries);
            all.messages.extend(done.messages);
        }
    }
    report.state = ReportState::Undone;
    report.done = restored.len() as u64;
    report.seats = all.seats;
    report.left = left.named(&mut write).await?;
    Ok(write.commit(all.change(report)).await?)
}

/// Those who are not as the act left them.
async fn touched_since(
    write: &mut Write,
    requester: &Requester,
    steps: &[Undo],
    at: Timestamp,
) -> Result<HashSet<UserId>, Fault> {
    let users: BTreeSet<UserId> = steps.iter().flat_map(|step| step.users.iter().copied()).collect();
    let pick = Pick::These(users.iter().copied().collect());
    let found = accounts(write, requester, &Scope::Organization, &pick, true).await?;
    let same: HashSet<UserId> = found
        .iter()
        .filter(|account| account.updated_at == at)
        .map(|account| account.id)
        .collect();
    Ok(users.into_iter().filter(|user| !same.contains(user)).collect())
}

async fn step(
    write: &mut Write,
    requester: &Requester,
    act: &Act,
    users: Vec<UserId>,
) -> Result<(Done, Tally), Failure<ActRefused>> {
    let scope = act.reach(requester.standing())?;
    let found = accounts(write, requester, &scope, &Pick::These(users), true).await?;
    let (can, left) = part(write, requester, act, found).await?;
    Ok((apply(write, act, can).await?, left))
}
