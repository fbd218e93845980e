//! Users who exist: their details written back whole, and what hangs on them.

use super::change::Conflict;
use super::part::Settled;
use crate::column::Bind;
use crate::fault::Fault;
use crate::licenses::{self, Holder};
use crate::secrets;
use crate::sql::{rows, sql};
use crate::users;
use crate::write::Write;
use domain::id::{GroupId, LabelId, LicenseId, SeatId, UserId};
use domain::imports::{Action, Directory, KnownUser, UpdateUser};
use domain::text::fold;
use domain::users::{Email, UserState, search_text};
use std::collections::HashMap;

/// The users of a part who exist, as they were read, with what becomes of them.
pub(super) struct Existing<'a> {
    updated: Vec<(&'a KnownUser, &'a UpdateUser, Option<&'a str>)>,
    archived: Vec<&'a KnownUser>,
    deleted: Vec<&'a KnownUser>,
}

impl<'a> Existing<'a> {
    pub(super) fn of(settled: &'a [Settled], directory: &'a Directory) -> Self {
        let known: HashMap<UserId, &KnownUser> = directory.users.iter().map(|user| (user.id, user)).collect();
        let mut existing = Self {
            updated: Vec::new(),
            archived: Vec::new(),
            deleted: Vec::new(),
        };
        for settled in settled {
            match &settled.action {
                Some(Action::Update(update)) => {
                    let hash = settled.hash.as_deref();
                    existing
                        .updated
                        .extend(known.get(&update.user).map(|user| (*user, update.as_ref(), hash)));
                }
                Some(Action::Archive(user)) => existing.archived.extend(known.get(user)),
                Some(Action::Delete(user)) => existing.deleted.extend(known.get(user)),
                Some(Action::Create(_)) | None => {}
            }
        }
        existing
    }

    /// All of them, in the order in which they are locked.
    pub(super) fn ids(&self) -> Vec<UserId> {
        let updated = self.updated.iter().map(|(user, ..)| user.id);
        let gone = self.archived.iter().chain(&self.deleted).map(|user| user.id);
        let mut ids: Vec<UserId> = updated.chain(gone).collect();
        ids.sort_unstable();
        ids
    }

    pub(super) fn reactivated(&self) -> impl Iterator<Item = UserId> {
        self.updated
            .iter()
            .filter(|(_, update, _)| update.reactivate)
            .map(|(user, ..)| user.id)
    }

    pub(super) fn archived(&self) -> Vec<(UserId, UserState)> {
        self.archived.iter().map(|user| (user.id, user.state)).collect()
    }

    pub(super) fn deleted(&self) -> Vec<(UserId, UserState)> {
        self.deleted.iter().map(|user| (user.id, user.state)).collect()
    }

    /// Those who get a new seat, by license.
    pub(super) fn holders(&self) -> impl Iterator<Item = (LicenseId, Holder)> {
        self.updated.iter().filter_map(|(user, update, _)| {
            let holder = Holder {
                user: user.id,
                courses: update.enroll.courses.clone(),
                due_date: update.enroll.due_date,
            };
            Some((update.enroll.seat?, holder))
        })
    }
}

/// Details, passwords, groups and labels.
pub(super) async fn write(write: &mut Write, existing: &Existing<'_>) -> Result<(), Conflict> {
    details(write, existing).await?;
    passwords(write, existing).await?;
    groups(write, existing).await?;
    labels(write, existing).await?;
    let reactivated: Vec<UserId> = existing.reactivated().collect();
    if !reactivated.is_empty() {
        let many = i64::try_from(reactivated.len()).unwrap_or(i64::MAX);
        let mut update = sql("UPDATE users SET state = 'active', archived_at = NULL WHERE id IN ");
        update.push_list(reactivated);
        update.execute(write).await?;
        // Their places were claimed with those of new users.
        users::count(write, &[(UserState::Archived, -many)]).await?;
    }
    Ok(())
}

/// Every user is written whole, for one statement does all; what was read was just found to be unchanged.
async fn details(write: &mut Write, existing: &Existing<'_>) -> Result<(), Fault> {
    if existing.updated.is_empty() {
        return Ok(());
    }
    let now = write.now();
    let mut update = sql(
        "WITH v (id, role, first_name, last_name, sort_name, search_text, email, email_key, username, username_key, phone,
            external_id, language, location_id, department_id, job_title, address, date_of_birth, deletion_date, updated_at)
         AS (VALUES ",
    );
    update.push_rows(&existing.updated, |(user, update, _)| {
        let new = &update.details;
        let first_name = new.first_name.as_ref().unwrap_or(&user.first_name);
        let last_name = new.last_name.as_ref().unwrap_or(&user.last_name);
        let email = new.email.as_ref().or(user.email.as_ref());
        let username = new.username.as_ref().unwrap_or(&user.username);
        let phone = new.phone.as_ref().or(user.phone.as_ref());
        vec![
            user.id.value(),
            new.role.unwrap_or(user.role).value(),
            first_name.clone().value(),
            last_name.clone().value(),
            format!("{} {}", fold(last_name.as_str()), fold(first_name.as_str())).value(),
            search_text(first_name, last_name, email, username, phone).value(),
            email.cloned().value(),
            email.map(Email::key).value(),
            username.clone().value(),
            username.key().value(),
            phone.cloned().value(),
            new.external_id
                .as_ref()
                .or(user.external_id.as_ref())
                .cloned()
                .value(),
            new.language.unwrap_or(user.language).value(),
            new.location.or(user.location).value(),
            new.department.or(user.department).value(),
            new.job_title
                .as_ref()
                .or(user.job_title.as_ref())
                .cloned()
                .value(),
            new.address.as_ref().or(user.address.as_ref()).cloned().value(),
            new.date_of_birth.or(user.date_of_birth).value(),
            new.deletion_date.or(user.deletion_date).value(),
            now.value(),
        ]
    });
    update.push(
        ") UPDATE users SET role = v.role, first_name = v.first_name, last_name = v.last_name, sort_name = v.sort_name,
            search_text = v.search_text, email = v.email, email_key = v.email_key, username = v.username,
            username_key = v.username_key, phone = v.phone, external_id = v.external_id, language = v.language,
            location_id = v.location_id, department_id = v.department_id, job_title = v.job_title, address = v.address,
            date_of_birth = v.date_of_birth, deletion_date = v.deletion_date, updated_at = v.updated_at,
            version = version + 1
         FROM v WHERE users.id = v.id",
    );
    update.execute(write).await?;
    let promoted = existing
        .updated
        .iter()
        .filter(|(_, update, _)| update.details.role.is_some());
    let promoted: Vec<UserId> = promoted.map(|(user, ..)| user.id).collect();
    secrets::end_sessions(write, &promoted).await?;
    Ok(())
}

/// A new password ends every session that the old one opened.
async fn passwords(write: &mut Write, existing: &Existing<'_>) -> Result<(), Fault> {
    let set = existing.updated.iter().filter_map(|(user, update, hash)| {
        let (_, must_change) = update.password.as_ref()?;
        Some((user.id, (*hash)?, *must_change))
    });
    let set: Vec<(UserId, &str, bool)> = set.collect();
    if set.is_empty() {
        return Ok(());
    }
    let mut update = sql("WITH v (id, hash, must_change) AS (VALUES ");
    update.push_rows(&set, |(user, hash, must_change)| {
        vec![user.value(), (*hash).value(), must_change.value()]
    });
    update.push(
        ") UPDATE users SET password_hash = v.hash, must_change_password = v.must_change FROM v WHERE users.id = v.id",
    );
    update.execute(write).await?;
    let users: Vec<UserId> = set.into_iter().map(|(user, ..)| user).collect();
    secrets::end_sessions(write, &users).await?;
    Ok(())
}

async fn groups(write: &mut Write, existing: &Existing<'_>) -> Result<(), Fault> {
    type Pair = (GroupId, UserId);
    let each = |groups: fn(&UpdateUser) -> &[GroupId]| -> Vec<Pair> {
        let pairs = existing.updated.iter();
        pairs
            .flat_map(|(user, update, _)| groups(update).iter().map(|group| (*group, user.id)))
            .collect()
    };
    for chunk in each(|update| &update.details.leave).chunks(crate::sql::ROWS_AT_ONCE) {
        let mut leave = sql("DELETE FROM group_members WHERE (group_id, user_id) IN (VALUES ");
        leave
            .push_rows(chunk, |(group, user)| vec![group.value(), user.value()])
            .push(")");
        leave.execute(write).await?;
    }
    for chunk in each(|update| &update.details.join).chunks(crate::sql::ROWS_AT_ONCE) {
        let mut join = sql("INSERT INTO group_members (group_id, user_id, role) VALUES ");
        join.push_rows(chunk, |(group, user)| {
            vec![group.value(), user.value(), "learner".value()]
        });
        join.push(" ON CONFLICT DO NOTHING");
        join.execute(write).await?;
    }
    Ok(())
}

async fn labels(write: &mut Write, existing: &Existing<'_>) -> Result<(), Fault> {
    let labeled = existing.updated.iter().filter_map(|(user, update, _)| {
        let labels = update.details.labels.as_ref()?;
        Some((user.id, labels))
    });
    let labeled: Vec<(UserId, &Vec<LabelId>)> = labeled.collect();
    if labeled.is_empty() {
        return Ok(());
    }
    let mut clear = sql("DELETE FROM user_labels WHERE user_id IN ");
    clear.push_list(labeled.iter().map(|(user, _)| *user));
    clear.execute(write).await?;
    let pairs = labeled
        .iter()
        .flat_map(|(user, labels)| labels.iter().map(|label| (*label, *user)));
    for chunk in pairs.collect::<Vec<_>>().chunks(crate::sql::ROWS_AT_ONCE) {
        let mut insert = sql("INSERT INTO user_labels (label_id, user_id) VALUES ");
        insert.push_rows(chunk, |(label, user)| vec![label.value(), user.value()]);
        insert.push(" ON CONFLICT DO NOTHING");
        insert.execute(write).await?;
    }
    Ok(())
}

rows! {
    struct Held from "seats" { id: SeatId, user_id: UserId, license_id: LicenseId }
}

/// Courses and due dates for those who need no new seat: under the seat they hold, or granted directly.
pub(super) async fn courses(
    write: &mut Write,
    existing: &Existing<'_>,
) -> Result<Vec<licenses::Enroll>, Fault> {
    let wanting: Vec<_> = existing
        .updated
        .iter()
        .map(|(user, update, _)| (user.id, &update.enroll))
        .filter(|(_, enroll)| enroll.seat.is_none() && !enroll.is_empty())
        .collect();
    let under: Vec<UserId> = wanting
        .iter()
        .filter(|(_, enroll)| enroll.license.is_some())
        .map(|(user, _)| *user)
        .collect();
    let mut seats = HashMap::new();
    if !under.is_empty() {
        let mut select =
            sql("SELECT id, user_id, license_id FROM seats WHERE returned_at IS NULL AND user_id IN ");
        select.push_list(under);
        let held: Vec<Held> = select.fetch_all(write).await?;
        seats.extend(
            held.into_iter()
                .map(|row| ((row.user_id, row.license_id), row.id)),
        );
    }
    let enroll = |(user, enroll): (UserId, &domain::imports::Enroll)| {
        let seat = enroll.license.and_then(|license| seats.get(&(user, license)));
        match seat {
            Some(seat) => licenses::Enroll::by_seat(user, &enroll.courses, *seat, enroll.due_date),
            None => licenses::Enroll::directly(user, &enroll.courses, enroll.due_date),
        }
    };
    Ok(wanting.into_iter().map(enroll).collect())
}
