//! What is done to users, one or many: approving, notifying, archiving, bringing back, deleting, and setting groups, role,
//! labels, location, department, deletion date, courses and seats.
//!
//! A few are done at once, in one transaction. Many are done in parts by a worker, each part one transaction together with its
//! progress, so that a kill at any moment repeats nothing. Either way there is a report, and what takes it back.

mod account;
mod again;
mod already;
mod before;
mod edit;
mod learning;
mod life;
mod record;
mod undo;
mod work;

pub use record::{report, running};
pub use undo::undo;
pub use work::work;

use crate::Requester;
use crate::access::push_scope;
use crate::fault::{Failure, Fault};
use crate::groups::{self, Place};
use crate::sql::{Connection, sql};
use crate::write::{Change, Entry, NewMessage, Write};
pub(super) use account::IDS_AT_ONCE;
use account::{Account, accounts, part};
use domain::access::Denied;
use domain::id::UserId;
use domain::licenses::Pick;
use domain::users::{Act, ActRefused, LearningAct, LeftOut, Preview, Report};
use serde::{Deserialize, Serialize};

/// As many are done at once; more, in parts of so many.
pub const AT_ONCE: usize = 500;

/// What was done to some users, within a write.
#[derive(Debug, Default)]
struct Done {
    users: Vec<UserId>,
    seats: u64,
    entries: Vec<Entry>,
    messages: Vec<NewMessage>,
    undo: Vec<Undo>,
}

/// What takes something back from some users.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Undo {
    act: Act,
    users: Vec<UserId>,
}

/// What an act would do, without doing it.
pub async fn preview(requester: &Requester, act: &Act, pick: &Pick) -> Result<Preview, Failure<ActRefused>> {
    let scope = act.reach(requester.standing())?;
    let mut reader = requester.store().read().await?;
    check_request(&mut reader, requester, act).await?;
    let found = accounts(&mut reader, requester, &scope, pick, false).await?;
    let (can, left) = part(&mut reader, requester, act, found).await?;
    learning::room(&mut reader, requester.organization(), act, can.len()).await?;
    let (mut seats, mut records) = (0, 0);
    for chunk in can.chunks(IDS_AT_ONCE) {
        let ids = || chunk.iter().map(|account| account.id);
        if matches!(act, Act::Archive | Act::Delete) {
            let mut count = sql(
                "SELECT COUNT(*) AS value FROM seats s JOIN licenses l ON l.id = s.license_id WHERE s.returned_at IS NULL
                 AND (s.started_at IS NULL OR l.kind = 'reusable') AND s.user_id IN ",
            );
            count.push_list(ids());
            let (found,): (i64,) = count.fetch_one(&mut reader).await?;
            seats += u64::try_from(found).unwrap_or(0);
        }
        if matches!(act, Act::Delete) {
            let mut count = sql("SELECT COUNT(*) AS value FROM training_records WHERE user_id IN ");
            count.push_list(ids());
            let (found,): (i64,) = count.fetch_one(&mut reader).await?;
            records += u64::try_from(found).unwrap_or(0);
        }
    }
    if matches!(act, Act::Learning(LearningAct::TakeSeatBack { .. })) {
        seats = can.len() as u64;
    }
    Ok(Preview {
        count: can.len() as u64,
        left: left.named(&mut reader).await?,
        seats,
        records,
    })
}

/// Does something to everyone meant whom it can be done to. `confirmed` is how many the person was told it would be, where it
/// cannot be taken back.
pub async fn act(
    requester: &Requester,
    act: Act,
    pick: &Pick,
    confirmed: Option<u64>,
) -> Result<Report, Failure<ActRefused>> {
    let scope = act.reach(requester.standing())?;
    let mut write = begin(requester).await?;
    check_request(&mut write, requester, &act).await?;
    let found = accounts(&mut write, requester, &scope, pick, true).await?;
    let alone = matches!(pick, Pick::These(these) if these.len() == 1);
    if alone && found.is_empty() {
        return Err(Failure::NotFound);
    }
    let (can, left) = part(&mut write, requester, &act, found).await?;
    if can.is_empty() {
        return Err(nobody(left.only().filter(|_| alone)));
    }
    let would = can.len() as u64;
    if let Some(confirmed) = confirmed.filter(|confirmed| *confirmed != would) {
        return Err(Failure::Refused(ActRefused::Changed { confirmed, would }));
    }
    if can.len() > AT_ONCE {
        life::room(&mut write, &act, can.len()).await?;
        learning::room(&mut write, requester.organization(), &act, can.len()).await?;
        let ids: Vec<UserId> = can.iter().map(|account| account.id).collect();
        let report = record::start(&mut write, requester, act, &ids, &left).await?;
        return Ok(write.commit_bookkeeping(report).await?);
    }
    let done = apply(&mut write, &act, can).await?;
    let report = record::whole(&mut write, requester, act, &done, &left).await?;
    Ok(write.commit(done.change(report)).await?)
}

async fn begin(requester: &Requester) -> Result<Write, Fault> {
    requester
        .store()
        .write(requester.organization(), requester.actor())
        .await
}

fn nobody(why: Option<LeftOut>) -> Failure<ActRefused> {
    match why {
        None => Failure::Refused(ActRefused::Nobody),
        Some(LeftOut::NotBelowYou) => Failure::Denied(Denied::NotBelowYou),
        Some(why) => Failure::Refused(ActRefused::Left(why)),
    }
}

impl Done {
    fn change<T>(self, value: T) -> Change<T> {
        Change::of_many(value, self.entries).sending(self.messages)
    }
}

/// Does it to accounts it can be done to.
async fn apply(write: &mut Write, act: &Act, can: Vec<Account>) -> Result<Done, Failure<ActRefused>> {
    if can.is_empty() {
        return Ok(Done::default());
    }
    match act {
        Act::Approve { notify } => life::approve(write, &can, *notify).await,
        Act::Notify => Ok(life::notify(write, &can).await?),
        Act::Archive => Ok(life::archive(write, &can).await?),
        Act::Reactivate { seats } => life::reactivate(write, &can, *seats).await,
        Act::Delete => Ok(life::delete(write, &can).await?),
        Act::Learning(act) => learning::learn(write, act, &can).await,
        _ => Ok(edit::edit(write, act, &can).await?),
    }
}

/// Refuses what is wrong with an act, whoever it is done to.
async fn check_request(
    on: &mut impl Connection,
    requester: &Requester,
    act: &Act,
) -> Result<(), Failure<ActRefused>> {
    let organization = requester.organization();
    let (place, ids) = match act {
        Act::JoinGroups { groups, .. } | Act::LeaveGroups { groups } => (Place::Group, groups::uuids(groups)),
        Act::AddLabels { labels } | Act::RemoveLabels { labels } => (Place::Label, groups::uuids(labels)),
        Act::SetLocation {
            location: Some(location),
        } => (Place::Location, groups::uuids(&[*location])),
        Act::SetDepartment {
            department: Some(department),
        } => (Place::Department, groups::uuids(&[*department])),
        Act::SetDeletionDate { date: Some(date) } if *date <= requester.store().now().date() => {
            return Err(Failure::Refused(ActRefused::DatePast));
        }
        Act::Learning(act) => return learning::check_request(on, requester, act).await,
        _ => return Ok(()),
    };
    if ids.is_empty() {
        return Err(Failure::Refused(ActRefused::Nothing));
    }
    if groups::exist(on, organization, place, ids).await? {
        Ok(())
    } else {
        Err(Failure::Refused(ActRefused::Gone(place.word().to_owned())))
    }
}
