//! One part of an import: its rows planned again with the data of this moment, then done in one transaction.
//!
//! Planning and hashing happen outside of the transaction. If the data changes in between, the transaction notices, is
//! given up, and the part begins anew.

use super::apply::{File, LEASE};
use super::change::{self, Conflict};
use super::directory::{Loaded, load};
use super::record::{Line, record};
use crate::Store;
use crate::fault::Fault;
use crate::sql::sql;
use crate::write::{Actor, Change, Write};
use domain::access::Standing;
use domain::id::{ImportId, OrganizationId, UserId};
use domain::imports::{Action, Code, Keys, Outcome, PlannedRow, Planner, Problem, Step};
use domain::users::{Password, PasswordPlan};
use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use std::collections::HashMap;
use std::ops::Range;
use uuid::Uuid;

/// Some rows of an import, and who does them.
pub(super) struct Part<'a> {
    pub store: &'a Store,
    pub import: ImportId,
    pub organization: OrganizationId,
    pub actor: &'a Actor,
    pub importer: Standing,
    pub lease: Uuid,
    pub file: &'a File,
    pub rows: Range<usize>,
}

/// A row to be done, or that came to nothing.
pub(super) struct Settled {
    pub place: usize,
    pub row: PlannedRow,
    pub action: Option<Action>,
    /// It comes out other than it was confirmed.
    pub changed: bool,
    /// The hash of the password from the file, if it has one that is used.
    pub hash: Option<String>,
}

/// How often a part is begun anew before the import pauses.
const ATTEMPTS: u32 = 8;

/// Does a part; false if another process holds the lease.
pub(super) async fn apply(part: &Part<'_>, planner: &Planner<'_>) -> Result<bool, Fault> {
    let acting: Vec<usize> = part
        .rows
        .clone()
        .filter(|place| part.file.confirmed.acts(*place))
        .collect();
    let file = part.file;
    let keys = Keys::of_rows(&file.table, &file.mapping, &file.options, part.rows.clone());
    let mut hashes = HashMap::new();
    for _ in 0..ATTEMPTS {
        let today = part.store.now().date();
        let mut reader = part.store.read().await?;
        let loaded = load(
            &mut reader,
            part.organization,
            part.importer.clone(),
            today,
            &keys,
        )
        .await?;
        drop(reader);
        let Loaded {
            directory,
            versions,
            language,
        } = loaded;
        let index = directory.index();
        let steps = planner.steps(&acting, &index);
        let mut settled: Vec<Settled> = acting
            .iter()
            .zip(steps)
            .map(|(place, step)| settle(part, *place, step))
            .collect();
        hash(part.store, &mut settled, &mut hashes).await?;

        let mut write = part.store.write(part.organization, part.actor.clone()).await?;
        if !advance(part, &mut write).await? {
            return write.unchanged(false).await;
        }
        match change::make(&mut write, &settled, index.directory(), &versions, language).await {
            Ok(made) => {
                let lines: Vec<Line> = settled
                    .iter()
                    .map(|settled| {
                        let user = made
                            .users
                            .get(&settled.place)
                            .copied()
                            .or_else(|| subject(settled));
                        Line::of(settled.place, &settled.row, user, settled.changed)
                    })
                    .collect();
                record(&mut write, part.import, &lines).await?;
                let change =
                    Change::of_many(true, made.entries(&settled, part.import)).sending(made.messages);
                return write.commit(change).await;
            }
            Err(Conflict::Meanwhile) => write.unchanged(()).await?,
            Err(Conflict::Fault(fault)) => return Err(fault),
        }
    }
    Err(Fault::Configuration(format!(
        "rows {:?} of import {} change faster than they can be applied",
        part.rows, part.import
    )))
}

/// Moves the progress, if it stands at the beginning of this part and the lease is ours.
async fn advance(part: &Part<'_>, write: &mut Write) -> Result<bool, Fault> {
    let now = write.now();
    let at = |place: usize| i64::try_from(place).unwrap_or(i64::MAX);
    let moved = sql("UPDATE imports SET rows_done = $1, lease_until = $2
         WHERE id = $3 AND state = 'applying' AND lease_by = $4 AND rows_done = $5")
    .bind(at(part.rows.end))
    .bind(now + LEASE)
    .bind(part.import)
    .bind(part.lease)
    .bind(at(part.rows.start))
    .execute(write)
    .await?;
    Ok(moved == 1)
}

/// Holds a row against what was confirmed of it. Never more is done than was confirmed: what would now be something else
/// is left, and says so.
fn settle(part: &Part<'_>, place: usize, step: Step) -> Settled {
    let Step { mut row, mut action } = step;
    let confirmed = &part.file.confirmed;
    let changed = !confirmed.is_same(place, &row);
    if changed {
        let was = confirmed.outcome(place).unwrap_or(Outcome::Skip);
        let note = if was == row.outcome {
            "the data changed after confirming: this is what was done now".to_owned()
        } else {
            let was = was.as_str();
            format!("the data changed after confirming, when the plan was to {was}: nothing was done")
        };
        row.problems.push(Problem::of_row(Code::ChangedMeanwhile, note));
        if was != row.outcome {
            if action.take().is_some() {
                row.outcome = Outcome::Error;
            }
            row.changes.clear();
        }
    }
    Settled {
        place,
        row,
        action,
        changed,
        hash: None,
    }
}

/// The user a row was about, where it made none.
fn subject(settled: &Settled) -> Option<UserId> {
    match settled.action.as_ref()? {
        Action::Create(_) => None,
        Action::Update(update) => Some(update.user),
        Action::Archive(user) | Action::Delete(user) => Some(*user),
    }
}

fn password(action: &Action) -> Option<&Password> {
    match action {
        Action::Create(create) => match &create.user.password {
            PasswordPlan::Typed { password, .. } => Some(password),
            _ => None,
        },
        Action::Update(update) => update.password.as_ref().map(|(password, _)| password),
        Action::Archive(_) | Action::Delete(_) => None,
    }
}

/// Hashes the passwords of a part, as many at a time as there are processors; once for all attempts.
async fn hash(
    store: &Store,
    settled: &mut [Settled],
    hashes: &mut HashMap<usize, String>,
) -> Result<(), Fault> {
    let missing: Vec<(usize, Password)> = settled
        .iter()
        .filter(|settled| !hashes.contains_key(&settled.place))
        .filter_map(|settled| Some((settled.place, settled.action.as_ref().and_then(password)?.clone())))
        .collect();
    let fresh: Vec<(usize, String)> = stream::iter(missing)
        .map(async |(place, password)| {
            let hash = store.passwords().hash(password, store.random()).await?;
            Ok::<_, Fault>((place, hash))
        })
        .buffer_unordered(store.passwords().width())
        .try_collect()
        .await?;
    hashes.extend(fresh);
    for settled in settled {
        let used = settled.action.as_ref().and_then(password).is_some();
        settled.hash = hashes.get(&settled.place).filter(|_| used).cloned();
    }
    Ok(())
}
