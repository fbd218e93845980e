//! What users were in before: their groups and labels, by name for the audit, by id for taking a change back.

use super::Undo;
use super::account::Account;
use crate::fault::Fault;
use crate::groups::{self, Place};
use crate::sql::{Connection, rows, sql};
use domain::access::GroupRole;
use domain::id::{GroupId, LabelId, UserId};
use domain::users::Act;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

rows! {
    struct Member from "group_members" { user_id: UserId, group_id: GroupId, role: GroupRole }
    struct Labelled from "user_labels" { user_id: UserId, label_id: LabelId }
}

/// What users have of something, each with what is known of it.
pub(super) struct Belonging<K, V> {
    of: HashMap<UserId, BTreeMap<K, V>>,
    names: HashMap<Uuid, String>,
}

impl<K: Ord + Copy + Into<Uuid>, V: Copy> Belonging<K, V> {
    async fn new(
        on: &mut impl Connection,
        place: Place,
        asked: &[K],
        found: impl Iterator<Item = (UserId, K, V)>,
    ) -> Result<Self, Fault> {
        let mut of: HashMap<UserId, BTreeMap<K, V>> = HashMap::new();
        for (user, key, value) in found {
            of.entry(user).or_default().insert(key, value);
        }
        let had = of.values().flat_map(|had| had.keys().copied());
        let ids = had.chain(asked.iter().copied()).map(Into::into);
        let names = groups::names(on, place, ids).await?;
        Ok(Self { of, names })
    }

    /// What a user has.
    pub(super) fn had(&self, user: UserId) -> BTreeMap<K, V> {
        self.of.get(&user).cloned().unwrap_or_default()
    }

    /// As a list of names.
    pub(super) fn words<'a>(&self, keys: impl Iterator<Item = &'a K>) -> String
    where
        K: 'a,
    {
        let mut names: Vec<&str> = keys
            .filter_map(|key| self.names.get(&(*key).into()).map(String::as_str))
            .collect();
        names.sort_unstable();
        names.join("; ")
    }
}

/// The groups of some users, and the names of those asked for.
pub(super) async fn memberships(
    on: &mut impl Connection,
    users: &[Account],
    asked: &[GroupId],
) -> Result<Belonging<GroupId, GroupRole>, Fault> {
    let mut select = sql("SELECT user_id, group_id, role FROM group_members WHERE user_id IN ");
    select.push_list(users.iter().map(|user| user.id));
    let found: Vec<Member> = select.fetch_all(on).await?;
    let found = found.into_iter().map(|row| (row.user_id, row.group_id, row.role));
    Belonging::new(on, Place::Group, asked, found).await
}

/// The labels of some users, and the names of those asked for.
pub(super) async fn labels(
    on: &mut impl Connection,
    users: &[Account],
    asked: &[LabelId],
) -> Result<Belonging<LabelId, ()>, Fault> {
    let mut select = sql("SELECT user_id, label_id FROM user_labels WHERE user_id IN ");
    select.push_list(users.iter().map(|user| user.id));
    let found: Vec<Labelled> = select.fetch_all(on).await?;
    let found = found.into_iter().map(|row| (row.user_id, row.label_id, ()));
    Belonging::new(on, Place::Label, asked, found).await
}

/// Puts users who need the same step back together.
pub(super) fn undo<K: PartialEq + Clone>(
    users: impl Iterator<Item = (UserId, K)>,
    back: impl Fn(K) -> Act,
) -> Vec<Undo> {
    let mut steps: Vec<(K, Vec<UserId>)> = Vec::new();
    for (user, key) in users {
        match steps.iter_mut().find(|(known, _)| *known == key) {
            Some((_, users)) => users.push(user),
            None => steps.push((key, vec![user])),
        }
    }
    let steps = steps.into_iter().map(|(key, users)| Undo {
        act: back(key),
        users,
    });
    steps.collect()
}
