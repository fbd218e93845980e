//! Setting what users are in: groups, role, labels, location, department, deletion date.

use super::account::Account;
use super::before::{labels, memberships, undo};
use super::life::{changed, ids};
use super::{Done, Undo};
use crate::column::Bind;
use crate::fault::Fault;
use crate::groups::{Place, names};
use crate::secrets;
use crate::sql::{ROWS_AT_ONCE, sql};
use crate::write::{Entry, Write};
use domain::access::GroupRole;
use domain::audit::{Action, TargetKind};
use domain::id::{GroupId, LabelId, UserId};
use domain::users::Act;
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// Does one of these to accounts that it changes something of.
pub(super) async fn edit(write: &mut Write, act: &Act, can: &[Account]) -> Result<Done, Fault> {
    match act {
        Act::JoinGroups { groups, role } => join(write, can, groups, *role).await,
        Act::LeaveGroups { groups } => leave(write, can, groups).await,
        Act::AddLabels { labels } => label(write, can, labels, true).await,
        Act::RemoveLabels { labels } => label(write, can, labels, false).await,
        _ => set(write, act, can).await,
    }
}

/// Marks accounts as changed now.
pub(super) async fn touch(write: &mut Write, can: &[Account]) -> Result<(), Fault> {
    let now = write.now();
    changed(sql("UPDATE users SET "), now, ids(can))
        .execute(write)
        .await?;
    Ok(())
}

async fn join(
    write: &mut Write,
    can: &[Account],
    groups: &[GroupId],
    role: GroupRole,
) -> Result<Done, Fault> {
    let before = memberships(write, can, groups).await?;
    let rows: Vec<(GroupId, UserId)> = pairs(groups, can);
    for chunk in rows.chunks(ROWS_AT_ONCE) {
        let mut insert = sql("INSERT INTO group_members (group_id, user_id, role) VALUES ");
        insert.push_rows(chunk, |(group, user)| {
            vec![group.value(), user.value(), role.value()]
        });
        insert.push(" ON CONFLICT (group_id, user_id) DO UPDATE SET role = excluded.role");
        insert.execute(write).await?;
    }
    touch(write, can).await?;
    let entry = |account: &Account| {
        let had = before.had(account.id);
        let mut has: Vec<&GroupId> = had.keys().chain(groups).collect();
        has.sort_unstable();
        has.dedup();
        Entry::new(Action::GroupsChanged, TargetKind::User, account.id)
            .before(json!({ "groups": before.words(had.keys()) }))
            .after(json!({ "groups": before.words(has.into_iter()), "group_role": role }))
    };
    let steps = groups.iter().flat_map(|group| {
        let was = can
            .iter()
            .map(|account| (account.id, before.had(account.id).get(group).copied()));
        undo(was.filter(|(_, was)| *was != Some(role)), |was| match was {
            Some(role) => Act::JoinGroups {
                groups: vec![*group],
                role,
            },
            None => Act::LeaveGroups { groups: vec![*group] },
        })
    });
    Ok(done(can, can.iter().map(entry).collect(), steps.collect()))
}

async fn leave(write: &mut Write, can: &[Account], groups: &[GroupId]) -> Result<Done, Fault> {
    let before = memberships(write, can, groups).await?;
    let mut delete = sql("DELETE FROM group_members WHERE group_id IN ");
    delete
        .push_list(groups.iter().copied())
        .push(" AND user_id IN ")
        .push_list(ids(can));
    delete.execute(write).await?;
    touch(write, can).await?;
    let entry = |account: &Account| {
        let had = before.had(account.id);
        let kept = had.keys().filter(|group| !groups.contains(group));
        Entry::new(Action::GroupsChanged, TargetKind::User, account.id)
            .before(json!({ "groups": before.words(had.keys()) }))
            .after(json!({ "groups": before.words(kept) }))
    };
    let steps = groups.iter().flat_map(|group| {
        let was = can
            .iter()
            .filter_map(|account| Some((account.id, before.had(account.id).get(group).copied()?)));
        undo(was, |role| Act::JoinGroups {
            groups: vec![*group],
            role,
        })
    });
    Ok(done(can, can.iter().map(entry).collect(), steps.collect()))
}

async fn label(write: &mut Write, can: &[Account], asked: &[LabelId], on: bool) -> Result<Done, Fault> {
    let before = labels(write, can, asked).await?;
    if on {
        let rows: Vec<(LabelId, UserId)> = pairs(asked, can);
        for chunk in rows.chunks(ROWS_AT_ONCE) {
            let mut insert = sql("INSERT INTO user_labels (label_id, user_id) VALUES ");
            insert.push_rows(chunk, |(label, user)| vec![label.value(), user.value()]);
            insert.push(" ON CONFLICT DO NOTHING");
            insert.execute(write).await?;
        }
    } else {
        let mut delete = sql("DELETE FROM user_labels WHERE label_id IN ");
        delete
            .push_list(asked.iter().copied())
            .push(" AND user_id IN ")
            .push_list(ids(can));
        delete.execute(write).await?;
    }
    touch(write, can).await?;
    let entry = |account: &Account| {
        let had = before.had(account.id);
        let mut has: Vec<&LabelId> = if on {
            had.keys().chain(asked).collect()
        } else {
            had.keys().filter(|label| !asked.contains(label)).collect()
        };
        has.sort_unstable();
        has.dedup();
        Entry::new(Action::UserChanged, TargetKind::User, account.id)
            .before(json!({ "labels": before.words(had.keys()) }))
            .after(json!({ "labels": before.words(has.into_iter()) }))
    };
    let steps = asked.iter().flat_map(|label| {
        let changed = can
            .iter()
            .filter(|account| before.had(account.id).contains_key(label) != on);
        undo(changed.map(|account| (account.id, ())), |()| {
            let labels = vec![*label];
            if on {
                Act::RemoveLabels { labels }
            } else {
                Act::AddLabels { labels }
            }
        })
    });
    Ok(done(can, can.iter().map(entry).collect(), steps.collect()))
}

/// One column, the same for all.
async fn set(write: &mut Write, act: &Act, can: &[Account]) -> Result<Done, Fault> {
    let now = write.now();
    let mut update = sql("UPDATE users SET ");
    match act {
        Act::SetRole { role } => update.push("role = ").push_bind(*role),
        Act::SetLocation { location } => update.push("location_id = ").push_bind(*location),
        Act::SetDepartment { department } => update.push("department_id = ").push_bind(*department),
        Act::SetDeletionDate { date } => update
            .push("deletion_noticed_at = NULL, deletion_date = ")
            .push_bind(*date),
        _ => return Ok(Done::default()),
    };
    update.push(", ");
    changed(update, now, ids(can)).execute(write).await?;
    if matches!(act, Act::SetRole { .. }) {
        // So that the new role counts from the next sign-in on.
        secrets::end_sessions(write, &ids(can)).await?;
    }
    let (field, after) = shown(act);
    let was: Vec<Act> = can.iter().map(|account| back(act, account)).collect();
    let names = match act {
        Act::SetLocation { .. } => names(write, Place::Location, places(act, &was)).await?,
        Act::SetDepartment { .. } => names(write, Place::Department, places(act, &was)).await?,
        _ => std::collections::HashMap::new(),
    };
    let said = |value: Json| -> Json {
        let id = value.as_str().and_then(|text| Uuid::try_parse(text).ok());
        match id.and_then(|id| names.get(&id)) {
            Some(name) => Json::from(name.as_str()),
            None => value,
        }
    };
    let action = if matches!(act, Act::SetRole { .. }) {
        Action::RoleChanged
    } else {
        Action::UserChanged
    };
    let entry = |(account, was): (&Account, &Act)| {
        Entry::new(action, TargetKind::User, account.id)
            .before(json!({ field: said(shown(was).1) }))
            .after(json!({ field: said(after.clone()) }))
    };
    let entries = can.iter().zip(&was).map(entry).collect();
    let steps = undo(
        can.iter().map(|account| account.id).zip(was.iter().cloned()),
        |was| was,
    );
    Ok(done(can, entries, steps))
}

/// The act that makes an account what it is now.
fn back(act: &Act, account: &Account) -> Act {
    match act {
        Act::SetRole { .. } => Act::SetRole { role: account.role },
        Act::SetLocation { .. } => Act::SetLocation {
            location: account.location_id,
        },
        Act::SetDepartment { .. } => Act::SetDepartment {
            department: account.department_id,
        },
        _ => Act::SetDeletionDate {
            date: account.deletion_date,
        },
    }
}

/// The member of audit documents, and its value.
fn shown(act: &Act) -> (&'static str, Json) {
    match act {
        Act::SetRole { role } => ("role", json!(role)),
        Act::SetLocation { location } => ("location", json!(location)),
        Act::SetDepartment { department } => ("department", json!(department)),
        Act::SetDeletionDate { date } => ("deletion_date", json!(date)),
        _ => ("", Json::Null),
    }
}

fn places(act: &Act, was: &[Act]) -> Vec<Uuid> {
    let place = |act: &Act| match act {
        Act::SetLocation { location } => location.map(Uuid::from),
        Act::SetDepartment { department } => department.map(Uuid::from),
        _ => None,
    };
    was.iter().chain([act]).filter_map(place).collect()
}

fn pairs<K: Copy>(keys: &[K], accounts: &[Account]) -> Vec<(K, UserId)> {
    let each = |key: &K| {
        let key = *key;
        accounts.iter().map(move |account| (key, account.id))
    };
    keys.iter().flat_map(each).collect()
}

fn done(can: &[Account], entries: Vec<Entry>, undo: Vec<Undo>) -> Done {
    Done {
        users: ids(can),
        entries,
        undo,
        ..Done::default()
    }
}
