//! A user as a row to be written, alone or among thousands.

use crate::column::{Bind, Value};
use crate::fault::Fault;
use crate::sql::{ROWS_AT_ONCE, sql};
use crate::write::Write;
use domain::access::GroupRole;
use domain::id::{GroupId, LabelId, UserId};
use domain::users::{AccountSource, Email, NewUser, UserState, Username, search_text, sort_name};

/// A user to be inserted, with everything that hangs on the row. Whether email, username and external id are free is for
/// the caller to know; the unique keys hold in any case.
#[derive(Debug, Clone)]
pub struct Record {
    /// The id the user gets.
    pub id: UserId,
    /// Email.
    pub email: Option<Email>,
    /// Username.
    pub username: Username,
    groups: Vec<GroupId>,
    group_role: GroupRole,
    labels: Vec<LabelId>,
    values: Vec<Value>,
}

const COLUMNS: &str = "INSERT INTO users (id, organization_id, state, role, first_name, last_name, sort_name, search_text,
    email, email_key, username, username_key, phone, external_id, language, location_id, department_id, job_title, address,
    date_of_birth, password_hash, must_change_password, source, joined_at, invited_by, approved_at, approved_by,
    deletion_date, updated_at) VALUES ";

impl Record {
    /// The row for a new user. The username is the given one, or made from the email; `NewUser` without either is a
    /// programming error that is answered as a fault.
    pub fn new(
        write: &Write,
        new: &NewUser,
        state: UserState,
        source: AccountSource,
        password_hash: Option<String>,
        must_change_password: bool,
    ) -> Result<Self, Fault> {
        let username = match (&new.username, &new.email) {
            (Some(username), _) => username.clone(),
            (None, Some(email)) if new.email_as_username => Username::from_email(email),
            (None, Some(email)) => Username::from_local_part(email, None),
            (None, None) => {
                return Err(Fault::Configuration(
                    "a user needs an email or a username".to_owned(),
                ));
            }
        };
        let id: UserId = write.new_id();
        let now = write.now();
        let approved = state == UserState::Active;
        let values = vec![
            id.value(),
            write.organization().value(),
            state.value(),
            new.role.value(),
            new.first_name.clone().value(),
            new.last_name.clone().value(),
            sort_name(&new.first_name, &new.last_name).value(),
            search_text(
                &new.first_name,
                &new.last_name,
                new.email.as_ref(),
                &username,
                new.phone.as_ref(),
            )
            .value(),
            new.email.clone().value(),
            new.email.as_ref().map(Email::key).value(),
            username.clone().value(),
            username.key().value(),
            new.phone.clone().value(),
            new.external_id.clone().value(),
            new.language.unwrap_or_default().value(),
            new.location.value(),
            new.department.value(),
            new.job_title.clone().value(),
            new.address.clone().value(),
            new.date_of_birth.value(),
            password_hash.value(),
            must_change_password.value(),
            source.as_str().value(),
            now.value(),
            (if source == AccountSource::Invited {
                write.actor_id()
            } else {
                None
            })
            .value(),
            approved.then_some(now).value(),
            (if approved { write.actor_id() } else { None }).value(),
            new.deletion_date.value(),
            now.value(),
        ];
        Ok(Self {
            id,
            email: new.email.clone(),
            username,
            groups: new.groups.clone(),
            group_role: new.group_role,
            labels: new.labels.clone(),
            values,
        })
    }
}

/// Inserts users with their groups and labels, many rows a statement.
pub async fn insert(write: &mut Write, records: &[Record]) -> Result<(), Fault> {
    for chunk in records.chunks(ROWS_AT_ONCE) {
        let mut users = sql(COLUMNS);
        users.push_rows(chunk, |record| record.values.clone());
        users.execute(write).await?;
    }
    let memberships: Vec<_> = records
        .iter()
        .flat_map(|r| r.groups.iter().map(move |group| (*group, r.id, r.group_role)))
        .collect();
    for chunk in memberships.chunks(ROWS_AT_ONCE) {
        let mut members = sql("INSERT INTO group_members (group_id, user_id, role) VALUES ");
        members.push_rows(chunk, |(group, user, role)| {
            vec![group.value(), user.value(), role.value()]
        });
        members.push(" ON CONFLICT DO NOTHING");
        members.execute(write).await?;
    }
    let labels: Vec<_> = records
        .iter()
        .flat_map(|r| r.labels.iter().map(move |label| (*label, r.id)))
        .collect();
    for chunk in labels.chunks(ROWS_AT_ONCE) {
        let mut rows = sql("INSERT INTO user_labels (label_id, user_id) VALUES ");
        rows.push_rows(chunk, |(label, user)| vec![label.value(), user.value()]);
        rows.push(" ON CONFLICT DO NOTHING");
        rows.execute(write).await?;
    }
    Ok(())
}
