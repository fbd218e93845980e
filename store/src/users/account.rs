//! Accounts that an act is about: found by id or by filter, held until the write ends, and parted into those it can be done
//! to and those it cannot.

use super::search::push_filter;
use crate::access::Grant;
use crate::fault::Fault;
use crate::sql::{Connection, rows, sql};
use crate::{Kind, organization};
use domain::access::Role;
use domain::id::{OrganizationId, UserId};
use domain::licenses::Pick;
use domain::time::Timestamp;
use domain::users::{Act, Email, Language, Left, LeftOut, PersonName, Standpoint, UserState};
use std::collections::BTreeMap;

/// Ids in one statement, below what both databases bind.
pub(super) const IDS_AT_ONCE: usize = 10_000;

/// Names given for each reason.
const NAMED: usize = 5;

rows! {
    /// An account, as far as acts look at it.
    #[derive(Debug, Clone)]
    pub(super) struct Account from "users" {
        pub(super) id: UserId,
        pub(super) first_name: PersonName,
        pub(super) last_name: PersonName,
        pub(super) email: Option<Email>,
        pub(super) language: Language,
        pub(super) role: Role,
        pub(super) state: UserState,
        pub(super) has_password: bool,
        pub(super) must_change_password: bool,
        pub(super) first_sign_in_at: Option<Timestamp>,
    }
}

impl Account {
    pub(super) fn standpoint(&self) -> Standpoint {
        Standpoint {
            role: self.role,
            state: self.state,
            has_email: self.email.is_some(),
            accessed: self.first_sign_in_at.is_some(),
        }
    }
}

/// Those meant, in the order of their ids; in a write on PostgreSQL nobody else changes them until it ends.
pub(super) async fn accounts(
    on: &mut impl Connection,
    organization: OrganizationId,
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
        let mut select = sql(
            "SELECT u.id, u.first_name, u.last_name, u.email, u.language, u.role, u.state,
            u.password_hash IS NOT NULL AS has_password, u.must_change_password, u.first_sign_in_at
            FROM users u WHERE u.organization_id = ",
        );
        select.push_bind(organization);
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

/// Parts accounts by whether the holder of a grant can do this to them.
pub(super) async fn part<P>(
    grant: &Grant<P>,
    on: &mut impl Connection,
    act: Act,
    accounts: Vec<Account>,
) -> Result<(Vec<Account>, Vec<Left>), Fault> {
    let organization = organization::get(on, grant.organization()).await?;
    let (actor, erase_anyone) = (
        grant.requester().standing().role,
        organization.settings.erase_anyone,
    );
    let mut can = Vec::new();
    let mut left: BTreeMap<LeftOut, Left> = BTreeMap::new();
    for account in accounts {
        let Err(why) = act.check(actor, erase_anyone, &account.standpoint()) else {
            can.push(account);
            continue;
        };
        let left = left.entry(why).or_insert_with(|| Left {
            why,
            count: 0,
            names: Vec::new(),
        });
        left.count += 1;
        if left.names.len() < NAMED {
            left.names
                .push(format!("{} {}", account.first_name, account.last_name));
        }
    }
    Ok((can, left.into_values().collect()))
}
