//! Accounts that an act is about: found by id or by filter, held until the write ends, and parted into those it can be done
//! to and those it cannot.

use super::already::already;
use super::push_scope;
use crate::Requester;
use crate::fault::Fault;
use crate::sql::{Connection, rows, sql};
use crate::users::push_filter;
use crate::{Kind, organization};
use domain::access::{Role, Scope};
use domain::id::{DepartmentId, LocationId, UserId};
use domain::licenses::Pick;
use domain::time::{Date, Timestamp};
use domain::users::{Act, Email, Language, Left, LeftOut, PersonName, Standpoint, UserState};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Ids in one statement, below what both databases bind.
pub(in crate::users) const IDS_AT_ONCE: usize = 10_000;

/// Names given for each reason.
const NAMED: usize = 5;

rows! {
    /// An account, as far as acts look at it.
    #[derive(Debug, Clone)]
    pub(super) struct Account from "users" {
        pub(super) id: UserId,
        pub(super) email: Option<Email>,
        pub(super) language: Language,
        pub(super) role: Role,
        pub(super) state: UserState,
        pub(super) location_id: Option<LocationId>,
        pub(super) department_id: Option<DepartmentId>,
        pub(super) deletion_date: Option<Date>,
        pub(super) has_password: bool,
        pub(super) must_change_password: bool,
        pub(super) first_sign_in_at: Option<Timestamp>,
        pub(super) updated_at: Timestamp,
    }
    struct Name from "users" { id: UserId, first_name: PersonName, last_name: PersonName }
}

impl Account {
    fn standpoint(&self) -> Standpoint {
        Standpoint {
            user: self.id,
            role: self.role,
            state: self.state,
            has_email: self.email.is_some(),
            accessed: self.first_sign_in_at.is_some(),
        }
    }
}

/// Those meant and within the scope, in the order of their ids; in a write on PostgreSQL nobody else changes them until it
/// ends.
pub(super) async fn accounts(
    on: &mut impl Connection,
    requester: &Requester,
    scope: &Scope,
    pick: &Pick,
    hold: bool,
) -> Result<Vec<Account>, Fault> {
    let kind = on.kind();
    let chunks: Vec<Option<&[UserId]>> = match pick {
        Pick::These(these) => these.chunks(IDS_AT_ONCE).map(Some).collect(),
        Pick::Matching(_) => vec![None],
    };
    let mut accounts: Vec<Account> = Vec::new();
    for chunk in chunks {
        let mut select = sql("SELECT u.id, u.email, u.language, u.role, u.state, u.location_id, u.department_id,
            u.deletion_date, u.password_hash IS NOT NULL AS has_password, u.must_change_password, u.first_sign_in_at,
            u.updated_at FROM users u WHERE u.organization_id = ");
        select.push_bind(requester.organization());
        push_scope(scope, &mut select);
        if let Some(these) = chunk {
            select.push(" AND u.id IN ").push_list(these.iter().copied());
        }
        if let Pick::Matching(filter) = pick {
            push_filter(&mut select, kind, filter);
        }
        select.push(" ORDER BY u.id");
        if hold && kind == Kind::Postgres {
            select.push(" FOR UPDATE OF u");
        }
        accounts.extend(select.fetch_all(on).await?);
    }
    accounts.sort_unstable_by_key(|account| account.id);
    accounts.dedup_by_key(|account| account.id);
    Ok(accounts)
}

/// Parts accounts by whether somebody can do this to them, and whether there is anything to do.
pub(super) async fn part(
    on: &mut impl Connection,
    requester: &Requester,
    act: &Act,
    accounts: Vec<Account>,
) -> Result<(Vec<Account>, Tally), Fault> {
    let organization = organization::get(on, requester.organization()).await?;
    let erase_anyone = organization.settings.erase_anyone;
    let already = already(on, requester.standing(), act, &accounts).await?;
    let mut can = Vec::new();
    let mut left = Tally::default();
    for account in accounts {
        let checked = act.check(requester.standing(), erase_anyone, &account.standpoint());
        match checked.err().or_else(|| already.get(&account.id).copied()) {
            Some(why) => left.add(why, account.id),
            None => can.push(account),
        }
    }
    Ok((can, left))
}

/// Those left out, by reason: how many, and the first few. Holds no names, so that nothing of the erased stays in it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Tally(BTreeMap<LeftOut, (u64, Vec<UserId>)>);

impl Tally {
    pub(super) fn add(&mut self, why: LeftOut, user: UserId) {
        let (count, first) = self.0.entry(why).or_default();
        *count += 1;
        if first.len() < NAMED {
            first.push(user);
        }
    }

    /// Adds those of another part.
    pub(super) fn join(&mut self, other: Self) {
        for (why, (more, users)) in other.0 {
            let (count, first) = self.0.entry(why).or_default();
            *count += more;
            first.extend(users);
            first.truncate(NAMED);
        }
    }

    /// The reason, if there is one alone.
    pub(super) fn only(&self) -> Option<LeftOut> {
        let mut reasons = self.0.keys();
        reasons.next().copied().filter(|_| reasons.next().is_none())
    }

    /// With the names of the first few.
    pub(super) async fn named(&self, on: &mut impl Connection) -> Result<Vec<Left>, Fault> {
        let users: Vec<UserId> = self
            .0
            .values()
            .flat_map(|(_, users)| users.iter().copied())
            .collect();
        if users.is_empty() {
            return Ok(Vec::new());
        }
        let mut select = sql("SELECT id, first_name, last_name FROM users WHERE id IN ");
        select.push_list(users);
        let names: Vec<Name> = select.fetch_all(on).await?;
        let name = |name: &Name| (name.id, format!("{} {}", name.first_name, name.last_name));
        let names: HashMap<UserId, String> = names.iter().map(name).collect();
        let left = self.0.iter().map(|(why, (count, users))| Left {
            why: *why,
            count: *count,
            names: users.iter().filter_map(|user| names.get(user).cloned()).collect(),
        });
        Ok(left.collect())
    }
}
