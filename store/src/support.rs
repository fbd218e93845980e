//! Helping one person: what is known of their account, and letting them try again.
//!
//! Everything asked about is one account; a case is a handful of small reads, so that it opens while the caller speaks.

use crate::Reader;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sign_in::attempt_keys;
use crate::sql::{Sql, rows, sql};
use crate::users::list;
use crate::write::{Change, Entry};
use domain::access::{Role, SetPasswords, ViewUsers};
use domain::audit::{Action, TargetKind};
use domain::id::{LicenseId, MessageId, UserId};
use domain::messages::{MessageKind, MessageState};
use domain::support::{Case, Facts, HeldLicense, LastMessage, Person, SupportRefused};
use domain::time::{Date, Timestamp};
use domain::users::{Email, PageAt, PersonName, Phone, UserFilter, UserState, UserStatus, Username};
use serde_json::json;

/// As many people as are told apart at a glance.
pub(crate) const MOST: i64 = 8;

rows! {
    struct Account from "users" {
        id: UserId,
        first_name: PersonName,
        last_name: PersonName,
        email: Option<Email>,
        email_key: Option<String>,
        username: Username,
        username_key: String,
        phone: Option<Phone>,
        role: Role,
        state: UserState,
        has_password: bool,
        archived_at: Option<Timestamp>,
        notified_at: Option<Timestamp>,
        first_sign_in_at: Option<Timestamp>,
        last_access_at: Option<Timestamp>,
        deletion_date: Option<Date>,
    }
    struct Attempts from "sign_in_attempts" { attempts: i64, window_started_at: Timestamp }
    struct Last from "messages" {
        id: MessageId,
        kind: MessageKind,
        state: MessageState,
        server_answer: Option<String>,
    }
    struct Held from "licenses" {
        id: LicenseId,
        name: String,
        valid_from: Date,
        valid_to: Date,
        archived_at: Option<Timestamp>,
    }
}

/// The people whom a search finds, whatever their state, and whether there are more.
pub async fn find(grant: Grant<ViewUsers>, search: &str) -> Result<(Vec<Person>, bool), Fault> {
    let filter = UserFilter {
        search: search.to_owned(),
        states: UserState::ALL.to_vec(),
        ..UserFilter::default()
    };
    let page = list(grant, &filter, &PageAt::Start, MOST).await?;
    let people = page.users.into_iter().map(Person::from).collect();
    Ok((people, page.next.is_some()))
}

/// One person, and what stands in their way.
pub async fn case(grant: Grant<SetPasswords>, user: UserId) -> Result<Case, Failure<SupportRefused>> {
    let now = grant.store().now();
    let mut reader = grant.read().await?;
    let account = account(&grant, user).fetch_optional(&mut reader).await?;
    let account: Account = account.ok_or(Failure::NotFound)?;
    let facts = facts(&grant, &mut reader, &account).await?;
    Ok(Case {
        findings: facts.findings(now),
        person: account.person(),
    })
}

/// Forgets the attempts that are counted against somebody below one's own rank, so that they can try again at once.
pub async fn forgive(grant: Grant<SetPasswords>, user: UserId) -> Result<(), Failure<SupportRefused>> {
    let mut write = grant.write().await?;
    let account = account(&grant, user).fetch_optional(&mut write).await?;
    let account: Account = account.ok_or(Failure::NotFound)?;
    grant.reaches(account.role)?;
    let mut statement = sql("DELETE FROM sign_in_attempts WHERE key IN ");
    statement.push_list(account.attempt_keys(&grant));
    let forgiven = statement.execute(&mut write).await?;
    if forgiven == 0 {
        return Ok(write.unchanged(()).await?);
    }
    let entry = Entry::new(Action::AttemptsForgiven, TargetKind::User, account.id)
        .after(json!({ "counters": forgiven }));
    Ok(write.commit(Change::of((), entry)).await?)
}

fn account(grant: &Grant<SetPasswords>, user: UserId) -> Sql {
    let mut statement = sql(
        "SELECT u.id, u.first_name, u.last_name, u.email, u.email_key, u.username, u.username_key, u.phone, u.role, u.state,
            u.password_hash IS NOT NULL AS has_password, u.archived_at, u.notified_at, u.first_sign_in_at,
            u.last_access_at, u.deletion_date
         FROM users u WHERE u.organization_id = ",
    );
    statement
        .push_bind(grant.organization())
        .push(" AND u.id = ")
        .push_bind(user);
    grant.push_scope(&mut statement);
    statement
}

impl Account {
    fn attempt_keys(&self, grant: &Grant<SetPasswords>) -> Vec<String> {
        let names: Vec<String> = self
            .email_key
            .iter()
            .chain([&self.username_key])
            .cloned()
            .collect();
        attempt_keys(grant.organization(), &names)
    }

    fn person(self) -> Person {
        Person {
            id: self.id,
            name: format!("{} {}", self.first_name, self.last_name),
            email: self.email,
            username: self.username,
            phone: self.phone,
            role: self.role,
            status: UserStatus {
                state: self.state,
                notified: self.notified_at.is_some(),
                never_accessed: self.state == UserState::Active && self.first_sign_in_at.is_none(),
                deletion_date: self.deletion_date,
            },
            last_access_at: self.last_access_at,
        }
    }
}

async fn facts(grant: &Grant<SetPasswords>, reader: &mut Reader, account: &Account) -> Result<Facts, Fault> {
    let mut statement = sql("SELECT attempts, window_started_at FROM sign_in_attempts WHERE key IN ");
    statement.push_list(account.attempt_keys(grant));
    let attempts: Vec<Attempts> = statement.fetch_all(reader).await?;
    let last: Option<Last> = sql(
        "SELECT id, kind, state, server_answer FROM messages WHERE organization_id = $1 AND user_id = $2
         ORDER BY id DESC LIMIT 1",
    )
    .bind(grant.organization())
    .bind(account.id)
    .fetch_optional(reader)
    .await?;
    let held: Vec<Held> = sql(
        "SELECT l.id, l.name, l.valid_from, l.valid_to, l.archived_at FROM seats s JOIN licenses l ON l.id = s.license_id
         WHERE s.user_id = $1 AND s.returned_at IS NULL ORDER BY l.name, l.id",
    )
    .bind(account.id)
    .fetch_all(reader)
    .await?;
    let direct: Option<(i64,)> = sql(
        "SELECT CAST(1 AS BIGINT) AS value FROM enrollments WHERE user_id = $1 AND archived_at IS NULL AND seat_id IS NULL
         LIMIT 1",
    )
    .bind(account.id)
    .fetch_optional(reader)
    .await?;
    Ok(Facts {
        state: account.state,
        archived_at: account.archived_at,
        has_email: account.email.is_some(),
        has_password: account.has_password,
        notified_at: account.notified_at,
        first_sign_in_at: account.first_sign_in_at,
        attempts: attempts
            .into_iter()
            .map(|counted| (counted.attempts, counted.window_started_at))
            .collect(),
        last_message: last.map(|last| LastMessage {
            id: last.id,
            kind: last.kind,
            state: last.state,
            answer: last.server_answer,
        }),
        licenses: held.into_iter().map(HeldLicense::from).collect(),
        direct_course: direct.is_some(),
    })
}

impl From<Held> for HeldLicense {
    fn from(held: Held) -> Self {
        Self {
            id: held.id,
            name: held.name,
            valid_from: held.valid_from,
            valid_to: held.valid_to,
            archived: held.archived_at.is_some(),
        }
    }
}
