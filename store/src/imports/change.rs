//! The changes of one part, many rows a statement.

use super::part::Settled;
use super::update::{self, Existing};
use crate::fault::{Failure, Fault};
use crate::licenses::{self, Holder};
use crate::sql::{Sql, rows, sql};
use crate::users::{self, CapReached, Record};
use crate::write::{Entry, NewMessage, Write};
use domain::audit::{Action as Audited, TargetKind};
use domain::id::{ImportId, LicenseId, UserId};
use domain::imports::{Action, CreateUser, Directory, Outcome};
use domain::messages::MessageKind;
use domain::users::{AccountSource, Language, PasswordPlan, UserState, Welcome};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, HashMap};

/// Why a part was not done.
#[derive(Debug)]
pub(super) enum Conflict {
    /// Somebody changed what it was planned on.
    Meanwhile,
    /// Something broke.
    Fault(Fault),
}

impl From<Fault> for Conflict {
    /// A name that was free a moment ago, and locks taken in another order, are somebody else's change.
    fn from(fault: Fault) -> Self {
        if let Fault::Database(sqlx::Error::Database(error)) = &fault
            && (error.is_unique_violation()
                || error.is_foreign_key_violation()
                || matches!(error.code().as_deref(), Some("40P01" | "40001")))
        {
            return Self::Meanwhile;
        }
        Self::Fault(fault)
    }
}

impl<R> From<Failure<R>> for Conflict {
    /// A seat or place that was free a moment ago.
    fn from(failure: Failure<R>) -> Self {
        match failure {
            Failure::Fault(fault) => fault.into(),
            Failure::Refused(_) | Failure::Denied(_) | Failure::NotFound => Self::Meanwhile,
        }
    }
}

/// What a part has done.
pub(super) struct Made {
    /// The user each new row became, by its place.
    pub users: HashMap<usize, UserId>,
    /// What is told to them.
    pub messages: Vec<NewMessage>,
}

/// Does everything that the rows of a part say.
pub(super) async fn make(
    write: &mut Write,
    settled: &[Settled],
    directory: &Directory,
    versions: &HashMap<UserId, i64>,
    language: Language,
) -> Result<Made, Conflict> {
    let existing = Existing::of(settled, directory);
    unchanged(write, &existing.ids(), versions).await?;
    let created = settled.iter().filter_map(|settled| match &settled.action {
        Some(Action::Create(create)) => Some((settled, create.as_ref())),
        _ => None,
    });
    let created: Vec<(&Settled, &CreateUser)> = created.collect();
    let places = created.len() + existing.reactivated().count();
    if places > 0 {
        let places = i64::try_from(places).unwrap_or(i64::MAX);
        users::claim_places(write, places)
            .await
            .map_err(|failure: Failure<CapReached>| Conflict::from(failure))?;
    }
    let made = create(write, &created, language).await?;
    update::write(write, &existing).await?;
    seats(write, &created, &made, &existing).await?;
    users::leave::archive(write, &existing.archived()).await?;
    users::leave::erase(write, &existing.deleted()).await?;
    Ok(made)
}

/// Locks the users to be touched and refuses if one of them is not as it was read.
async fn unchanged(
    write: &mut Write,
    ids: &[UserId],
    versions: &HashMap<UserId, i64>,
) -> Result<(), Conflict> {
    rows! {
        struct Version from "users" { id: UserId, version: i64 }
    }
    if ids.is_empty() {
        return Ok(());
    }
    let mut select = sql("SELECT id, version FROM users WHERE id IN ");
    select.push_list(ids.iter().copied()).push(" ORDER BY id");
    let lock = crate::sql::Connection::dialect(write, "", " FOR UPDATE");
    select.push(lock);
    let found: Vec<Version> = select.fetch_all(write).await?;
    let same = found
        .iter()
        .all(|row| versions.get(&row.id) == Some(&row.version));
    if same && found.len() == ids.len() {
        Ok(())
    } else {
        Err(Conflict::Meanwhile)
    }
}

async fn create(
    write: &mut Write,
    created: &[(&Settled, &CreateUser)],
    language: Language,
) -> Result<Made, Conflict> {
    let mut records = Vec::with_capacity(created.len());
    let mut users = HashMap::with_capacity(created.len());
    let mut messages = Vec::new();
    for (settled, create) in created {
        let mut user = create.user.clone();
        let language = *user.language.get_or_insert(language);
        let must_change = match &user.password {
            PasswordPlan::Typed { must_change, .. } => *must_change,
            PasswordPlan::Generated => true,
            PasswordPlan::Activation | PasswordPlan::Later => false,
        };
        let hash = settled.hash.clone();
        let record = Record::new(
            write,
            &user,
            UserState::Active,
            AccountSource::Imported,
            hash,
            must_change,
        )?;
        users.insert(settled.place, record.id);
        let kind = match user.password.welcome() {
            Welcome::GeneratedPassword => Some(MessageKind::GeneratedPassword),
            Welcome::ActivationLink => Some(MessageKind::Activation),
            Welcome::Silent => create.notify.then_some(MessageKind::AccountReady),
        };
        messages.extend(kind.zip(user.email).map(|(kind, recipient)| NewMessage {
            kind,
            user: Some(record.id),
            invitation: None,
            recipient,
            language,
            detail: json!({}),
        }));
        records.push(record);
    }
    users::insert(write, &records).await?;
    let told: Vec<UserId> = messages.iter().filter_map(|message| message.user).collect();
    if !told.is_empty() {
        let now = write.now();
        let mut notified: Sql = sql("UPDATE users SET notified_at = ");
        notified.push_bind(now).push(" WHERE id IN ").push_list(told);
        notified.execute(write).await?;
    }
    Ok(Made { users, messages })
}

/// Seats with their courses, then courses without a new seat.
async fn seats(
    write: &mut Write,
    created: &[(&Settled, &CreateUser)],
    made: &Made,
    existing: &Existing<'_>,
) -> Result<(), Conflict> {
    // In the order of licenses, so that two processes never wait for each other.
    let mut holders: BTreeMap<LicenseId, Vec<Holder>> = BTreeMap::new();
    let mut direct = Vec::new();
    for (settled, create) in created {
        let Some(user) = made.users.get(&settled.place).copied() else {
            continue;
        };
        let new = &create.user;
        match new.license {
            Some(license) => holders.entry(license).or_default().push(Holder {
                user,
                courses: new.courses.clone(),
                due_date: new.due_date,
            }),
            None => direct.push(licenses::Enroll::directly(user, &new.courses, new.due_date)),
        }
    }
    for (license, holder) in existing.holders() {
        holders.entry(license).or_default().push(holder);
    }
    for (license, holders) in &holders {
        let count = i64::try_from(holders.len()).unwrap_or(i64::MAX);
        licenses::claim(write, *license, count).await?;
        licenses::allocate(write, *license, holders, "imported").await?;
    }
    direct.extend(update::courses(write, existing).await?);
    licenses::enroll(write, &direct).await?;
    Ok(())
}

impl Made {
    /// An audit entry for each row done: what was before and what is now, by field.
    pub(super) fn entries(&self, settled: &[Settled], import: ImportId) -> Vec<Entry> {
        settled
            .iter()
            .filter_map(|settled| self.entry(settled, import))
            .collect()
    }

    fn entry(&self, settled: &Settled, import: ImportId) -> Option<Entry> {
        let user = match settled.action.as_ref()? {
            Action::Create(_) => *self.users.get(&settled.place)?,
            Action::Update(update) => update.user,
            Action::Archive(user) | Action::Delete(user) => *user,
        };
        let action = match settled.row.outcome {
            Outcome::Create => Audited::UserCreated,
            Outcome::Update => Audited::UserChanged,
            Outcome::Archive => Audited::UserArchived,
            Outcome::Delete => Audited::UserDeleted,
            Outcome::Skip | Outcome::Error => return None,
        };
        let entry = Entry::new(action, TargetKind::User, user);
        if settled.row.outcome == Outcome::Delete {
            return Some(entry.after(json!({ "import": import, "line": settled.row.line })));
        }
        let mut before = serde_json::Map::new();
        let mut after = serde_json::Map::new();
        for change in &settled.row.changes {
            let field = change.field.as_str();
            if let Some(value) = &change.before {
                before.insert(field.to_owned(), Json::from(value.as_str()));
            }
            after.insert(
                field.to_owned(),
                change.after.as_deref().map_or(Json::Null, Json::from),
            );
        }
        after.insert("import".to_owned(), json!(import));
        let entry = entry.after(Json::Object(after));
        Some(if before.is_empty() {
            entry
        } else {
            entry.before(Json::Object(before))
        })
    }
}
