//! Accounts an act would change nothing of, and those out of reach for what they are in the groups it is about.

use super::account::{Account, IDS_AT_ONCE};
use super::learning;
use crate::column::Bind;
use crate::fault::Fault;
use crate::sql::{Connection, Sql, rows, sql};
use domain::access::{GroupRole, Scope, Standing};
use domain::id::UserId;
use domain::users::{Act, LeftOut};
use std::collections::HashMap;

rows! {
    struct Some from "users" { user_id: UserId, many: i64 }
}

/// Why each of these accounts is left out though the rank rule allows it; the others are not mentioned.
pub(super) async fn already(
    on: &mut impl Connection,
    actor: &Standing,
    act: &Act,
    accounts: &[Account],
) -> Result<HashMap<UserId, LeftOut>, Fault> {
    let same: Box<dyn Fn(&Account) -> bool + Send> = match act {
        Act::SetRole { role } => Box::new(|account| account.role == *role),
        Act::SetLocation { location } => Box::new(|account| account.location_id == *location),
        Act::SetDepartment { department } => Box::new(|account| account.department_id == *department),
        Act::SetDeletionDate { date } => Box::new(|account| account.deletion_date == *date),
        Act::JoinGroups { .. }
        | Act::LeaveGroups { .. }
        | Act::AddLabels { .. }
        | Act::RemoveLabels { .. } => {
            return belonging(on, actor, act, accounts).await;
        }
        Act::Learning(act) => return learning::already(on, act, accounts).await,
        _ => return Ok(HashMap::new()),
    };
    let same = accounts.iter().filter(|account| same(account));
    Ok(same.map(|account| (account.id, LeftOut::Same)).collect())
}

async fn belonging(
    on: &mut impl Connection,
    actor: &Standing,
    act: &Act,
    accounts: &[Account],
) -> Result<HashMap<UserId, LeftOut>, Fault> {
    let mut out = HashMap::new();
    for chunk in accounts.chunks(IDS_AT_ONCE) {
        let of = |select: Sql| counted(select, chunk);
        // How many of them a user is in; in all already, or in none to leave.
        let (select, wanted) = match act {
            Act::JoinGroups { groups, role } => {
                let mut select = members(groups);
                select.push(" AND role = ").push_bind(*role);
                (select, Some(groups.len()))
            }
            Act::LeaveGroups { groups } => (members(groups), None),
            Act::AddLabels { labels } => (labelled(labels), Some(labels.len())),
            Act::RemoveLabels { labels } => (labelled(labels), None),
            _ => return Ok(out),
        };
        let found: Vec<Some> = of(select).fetch_all(on).await?;
        let found: HashMap<UserId, i64> = found.into_iter().map(|row| (row.user_id, row.many)).collect();
        for account in chunk {
            let many = found.get(&account.id).copied().unwrap_or(0);
            let same = match wanted {
                Some(wanted) => usize::try_from(many) == Ok(wanted),
                None => many == 0,
            };
            if same {
                out.insert(account.id, LeftOut::Same);
            }
        }
        if let (Act::JoinGroups { groups, .. } | Act::LeaveGroups { groups }, Ok(Scope::Part { .. })) =
            (act, act.reach(actor))
        {
            let mut select = members(groups);
            select.push(" AND role = ").push_bind(GroupRole::Admin);
            let peers: Vec<Some> = of(select).fetch_all(on).await?;
            out.extend(peers.into_iter().map(|row| (row.user_id, LeftOut::NotBelowYou)));
        }
    }
    Ok(out)
}

fn members<I: Bind + Copy>(groups: &[I]) -> Sql {
    let mut select = sql("SELECT user_id, COUNT(*) AS many FROM group_members WHERE group_id IN ");
    select.push_list(groups.iter().copied());
    select
}

fn labelled<I: Bind + Copy>(labels: &[I]) -> Sql {
    let mut select = sql("SELECT user_id, COUNT(*) AS many FROM user_labels WHERE label_id IN ");
    select.push_list(labels.iter().copied());
    select
}

fn counted(mut select: Sql, accounts: &[Account]) -> Sql {
    select
        .push(" AND user_id IN ")
        .push_list(accounts.iter().map(|account| account.id))
        .push(" GROUP BY user_id");
    select
}
