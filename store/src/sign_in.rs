//! Signing in and out, and who a session belongs to.
//!
//! Attempts are counted before the password is looked at, so that many at once cannot outrun the limit; the answer and
//! the time are the same for an account that does not exist.

use crate::access::Requester;
use crate::fault::{Failure, Fault};
use crate::secrets::{self, Purpose, Subject, Token};
use crate::sql::{rows, sql};
use crate::write::{Actor, Change, Entry};
use crate::{Store, links, organization};
use domain::access::{GroupRole, Role, Standing};
use domain::audit::{Action, TargetKind};
use domain::id::{GroupId, OrganizationId, ProgramSessionId, SecretId, UserId};
use domain::messages::MessageKind;
use domain::sign_in::{SignInRefused, limits, minutes_until_next};
use domain::time::{Span, Timestamp};
use domain::users::{Email, Language, Password, PersonName, WeakPassword};

/// The browser somebody signs in with.
#[derive(Debug, Clone, Default)]
pub struct Device {
    /// Network address.
    pub address: Option<String>,
    /// What it calls itself.
    pub user_agent: Option<String>,
}

/// Somebody has signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// The session, for the cookie.
    pub session: Token,
    /// Who.
    pub user: UserId,
    /// Whether a new password must be chosen before anything else.
    pub must_change_password: bool,
}

rows! {
    struct Account from "users" {
        id: UserId,
        organization_id: OrganizationId,
        password_hash: Option<String>,
        must_change_password: bool,
        state: domain::users::UserState,
    }
    struct Found from "secrets" {
        id: SecretId,
        user_id: UserId,
        organization_id: OrganizationId,
        role: Role,
        must_change_password: bool,
        last_seen_at: Timestamp,
    }
    /// A signed-in person, as pages greet them.
    #[derive(Debug, Clone)]
    pub struct Person from "users" {
        /// First name.
        pub first_name: PersonName,
        /// Last name.
        pub last_name: PersonName,
        /// Email.
        pub email: Option<Email>,
        /// Language.
        pub language: Language,
        /// The organization's name.
        pub organization: String,
    }
    struct GroupMember from "group_members" {
        group_id: GroupId,
        role: GroupRole,
    }
    struct Attempts from "sign_in_attempts" {
        attempts: i64,
        window_started_at: Timestamp,
    }
}

/// Signs in with an email or a username and a password. A session that the browser already had ends.
pub async fn sign_in(
    store: &Store,
    name: &str,
    password: Password,
    device: Device,
    earlier: Option<Token>,
) -> Result<SignedIn, Failure<SignInRefused>> {
    let Some(organization) = organization::first(&mut store.read().await?).await? else {
        return Err(Failure::Refused(SignInRefused::Wrong));
    };
    let key = name.trim().to_lowercase();
    let account_key = format!("account:{}:{key}", organization.id);
    count_attempt(store, organization.id, &account_key, limits::PER_ACCOUNT).await?;
    if let Some(address) = &device.address {
        let [key, ..] = address_keys(address);
        count_attempt(store, organization.id, &key, limits::PER_ADDRESS).await?;
    }
    let account: Option<Account> = sql(
        "SELECT id, organization_id, password_hash, must_change_password, state FROM users
         WHERE organization_id = $1 AND (email_key = $2 OR username_key = $2) ORDER BY CASE WHEN email_key = $2 THEN 0 ELSE 1 END LIMIT 1",
    )
    .bind(organization.id)
    .bind(key)
    .fetch_optional(&mut store.read().await?)
    .await?;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let right = store.passwords().verify(password, hash).await?;
    let active = |account: &Account| account.state == domain::users::UserState::Active;
    let Some(account) = account.filter(|account| right && active(account)) else {
        return Err(Failure::Refused(SignInRefused::Wrong));
    };
    let must_change_password = account.must_change_password;
    let (user, session) = open_session(
        store,
        account.organization_id,
        account.id,
        device,
        earlier,
        Some(account_key),
    )
    .await?;
    Ok(SignedIn {
        session,
        user,
        must_change_password,
    })
}

async fn open_session(
    store: &Store,
    organization: OrganizationId,
    user: UserId,
    device: Device,
    earlier: Option<Token>,
    account_key: Option<String>,
) -> Result<(UserId, Token), Fault> {
    let mut write = store
        .write(
            organization,
            Actor::User {
                id: user,
                address: device.address.clone(),
            },
        )
        .await?;
    let now = write.now();
    if let Some(earlier) = earlier {
        sql(
            "UPDATE secrets SET voided_at = $1 WHERE hash = $2 AND purpose = 'session' AND voided_at IS NULL",
        )
        .bind(now)
        .bind(earlier.hash())
        .execute(&mut write)
        .await?;
    }
    if let Some(key) = account_key {
        sql("DELETE FROM sign_in_attempts WHERE key = $1")
            .bind(key)
            .execute(&mut write)
            .await?;
    }
    let subject = Subject {
        user: Some(user),
        address: device.address,
        user_agent: device.user_agent,
        ..Subject::default()
    };
    let session = secrets::mint(
        &mut write,
        store.random(),
        Purpose::Session,
        subject,
        limits::ABSOLUTE,
    )
    .await?;
    sql("UPDATE users SET last_sign_in_at = $1, last_access_at = $1, first_sign_in_at = COALESCE(first_sign_in_at, $1)
         WHERE id = $2")
        .bind(now)
        .bind(user)
        .execute(&mut write)
        .await?;
    write
        .commit(Change::of(
            (user, session),
            Entry::new(Action::SignedIn, TargetKind::User, user),
        ))
        .await
}

/// Counts an attempt, and refuses it when there were too many in this window.
pub(crate) async fn count_attempt(
    store: &Store,
    organization: OrganizationId,
    key: &str,
    most: i64,
) -> Result<(), Failure<SignInRefused>> {
    let mut write = store.write(organization, Actor::System).await?;
    let now = write.now();
    let counted: Attempts = sql(
        "INSERT INTO sign_in_attempts (key, attempts, window_started_at) VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET
            attempts = CASE WHEN sign_in_attempts.window_started_at <= $3 THEN 1 ELSE sign_in_attempts.attempts + 1 END,
            window_started_at = CASE WHEN sign_in_attempts.window_started_at <= $3 THEN $2
                ELSE sign_in_attempts.window_started_at END
         RETURNING attempts, window_started_at",
    )
    .bind(key)
    .bind(now)
    .bind(now - limits::WINDOW)
    .fetch_one(&mut write)
    .await?;
    write.commit_bookkeeping(()).await?;
    if counted.attempts > most {
        let minutes = minutes_until_next(counted.window_started_at, now);
        return Err(Failure::Refused(SignInRefused::TooMany { minutes }));
    }
    Ok(())
}

/// The names under which attempts to get into an account are counted.
pub(crate) fn attempt_keys(organization: OrganizationId, names: &[String]) -> Vec<String> {
    let keys = |name: &String| {
        [
            format!("account:{organization}:{name}"),
            format!("reset:{organization}:{name}"),
        ]
    };
    names.iter().flat_map(keys).collect()
}

/// The names under which attempts from a network address are counted: to sign in, to get a link, and to register.
pub(crate) fn address_keys(address: &str) -> [String; 3] {
    ["address", "reset-address", "register-address"].map(|what| format!("{what}:{address}"))
}

/// A good session.
#[derive(Debug)]
pub struct Session {
    /// Whose it is.
    pub requester: Requester,
    /// Whether a new password must be chosen before anything else.
    pub must_change_password: bool,
}

/// The session of a token, if it is a good one. Called for every request, so that an archived or demoted user, whose
/// sessions were ended, is out with the very next one.
pub async fn session(
    store: &Store,
    token: &Token,
    address: Option<String>,
) -> Result<Option<Session>, Fault> {
    let now = store.now();
    let mut reader = store.read().await?;
    let found: Option<Found> = sql(
        "SELECT s.id, s.user_id, s.organization_id, u.role, u.must_change_password, s.last_seen_at
         FROM secrets s JOIN users u ON u.id = s.user_id
         WHERE s.hash = $1 AND s.purpose = 'session' AND s.voided_at IS NULL AND s.expires_at > $2
           AND s.last_seen_at > $3 AND u.state = 'active'",
    )
    .bind(token.hash())
    .bind(now)
    .bind(now - limits::IDLE)
    .fetch_optional(&mut reader)
    .await?;
    let Some(found) = found else { return Ok(None) };
    let standing = standing_of(&mut reader, found.user_id, found.role).await?;
    drop(reader);
    if now - found.last_seen_at > Span::minutes(5) {
        seen(store, &found, now).await?;
    }
    let requester = Requester::new(
        store.clone(),
        found.organization_id,
        standing,
        Some(found.id),
        address,
    );
    Ok(Some(Session {
        requester,
        must_change_password: found.must_change_password,
    }))
}

/// The person behind a requester, for greeting.
pub async fn person(store: &Store, requester: &Requester) -> Result<Person, Fault> {
    sql(
        "SELECT u.first_name, u.last_name, u.email, u.language, o.name AS organization
         FROM users u JOIN organizations o ON o.id = u.organization_id WHERE u.id = $1",
    )
    .bind(requester.user())
    .fetch_one(&mut store.read().await?)
    .await
}

/// Sets the requester's own password, ends their sessions and opens a new one. Where another password was good until now, its
/// owner is told.
pub async fn choose_password(
    requester: &Requester,
    password: Password,
    device: Device,
) -> Result<Token, Failure<WeakPassword>> {
    let store = requester.store();
    let organization = organization::get(&mut store.read().await?, requester.organization()).await?;
    organization
        .settings
        .password_policy
        .check(&password)
        .map_err(Failure::Refused)?;
    let hash = store.passwords().hash(password, store.random()).await?;
    let user = requester.user();
    let mut write = store.write(requester.organization(), requester.actor()).await?;
    let now = write.now();
    let owner: PasswordOwner =
        sql("SELECT email, language, password_hash IS NOT NULL AS has_password FROM users WHERE id = $1")
            .bind(user)
            .fetch_one(&mut write)
            .await?;
    sql("UPDATE users SET password_hash = $1, must_change_password = FALSE, updated_at = $2 WHERE id = $3")
        .bind(hash)
        .bind(now)
        .bind(user)
        .execute(&mut write)
        .await?;
    secrets::end_sessions(&mut write, &[user]).await?;
    let subject = Subject {
        user: Some(user),
        address: device.address,
        user_agent: device.user_agent,
        ..Subject::default()
    };
    let session = secrets::mint(
        &mut write,
        store.random(),
        Purpose::Session,
        subject,
        limits::ABSOLUTE,
    )
    .await?;
    let told = owner.email.filter(|_| owner.has_password);
    let message = told.map(|email| links::message(MessageKind::PasswordChanged, user, email, owner.language));
    let entry = Entry::new(Action::PasswordChanged, TargetKind::User, user);
    Ok(write.commit(Change::of(session, entry).sending(message)).await?)
}

/// Where somebody of `role` stands: their groups and the program sessions they instruct.
pub(crate) async fn standing_of(
    reader: &mut crate::Reader,
    user: UserId,
    role: Role,
) -> Result<Standing, Fault> {
    let groups: Vec<GroupMember> =
        sql("SELECT group_id, role FROM group_members WHERE user_id = $1 ORDER BY group_id")
            .bind(user)
            .fetch_all(reader)
            .await?;
    let sessions: Vec<(ProgramSessionId,)> = sql(
        "SELECT program_session_id AS value FROM program_session_members WHERE user_id = $1 AND role = 'instructor'
         ORDER BY program_session_id",
    )
    .bind(user)
    .fetch_all(reader)
    .await?;
    Ok(Standing {
        user,
        role,
        groups: groups
            .into_iter()
            .map(|member| (member.group_id, member.role))
            .collect(),
        sessions: sessions.into_iter().map(|(session,)| session).collect(),
    })
}

async fn seen(store: &Store, session: &Found, now: Timestamp) -> Result<(), Fault> {
    let mut write = store.write(session.organization_id, Actor::System).await?;
    sql("UPDATE secrets SET last_seen_at = $1 WHERE id = $2")
        .bind(now)
        .bind(session.id)
        .execute(&mut write)
        .await?;
    sql("UPDATE users SET last_access_at = $1 WHERE id = $2")
        .bind(now)
        .bind(session.user_id)
        .execute(&mut write)
        .await?;
    write.commit_bookkeeping(()).await
}

/// Ends the requester's session.
pub async fn sign_out(requester: &Requester) -> Result<(), Fault> {
    let Some(session) = requester.session() else {
        return Ok(());
    };
    let mut write = requester
        .store()
        .write(requester.organization(), requester.actor())
        .await?;
    let now = write.now();
    let ended = sql("UPDATE secrets SET voided_at = $1 WHERE id = $2 AND voided_at IS NULL")
        .bind(now)
        .bind(session)
        .execute(&mut write)
        .await?;
    if ended == 0 {
        return write.unchanged(()).await;
    }
    write
        .commit(Change::of(
            (),
            Entry::new(Action::SignedOut, TargetKind::User, requester.user()),
        ))
        .await
}

/// Ends every session of the requester, this one too.
pub async fn sign_out_everywhere(requester: &Requester) -> Result<u64, Fault> {
    let mut write = requester
        .store()
        .write(requester.organization(), requester.actor())
        .await?;
    let ended = secrets::end_sessions(&mut write, &[requester.user()]).await?;
    let entry = Entry::new(Action::SessionsEnded, TargetKind::User, requester.user())
        .after(serde_json::json!({ "sessions": ended }));
    write.commit(Change::of(ended, entry)).await
}

/// Somebody active, for work in the background that they asked for from `address`.
pub(crate) async fn requester_in_background(
    store: &Store,
    user: UserId,
    address: Option<String>,
) -> Result<Option<Requester>, Fault> {
    let mut reader = store.read().await?;
    let found: Option<Named> =
        sql("SELECT id, organization_id, role FROM users WHERE id = $1 AND state = 'active'")
            .bind(user)
            .fetch_optional(&mut reader)
            .await?;
    let Some(found) = found else { return Ok(None) };
    let standing = standing_of(&mut reader, user, found.role).await?;
    let organization = found.organization_id;
    Ok(Some(Requester::new(
        store.clone(),
        organization,
        standing,
        None,
        address,
    )))
}

rows! {
    struct PasswordOwner from "users" { email: Option<Email>, language: Language, has_password: bool }
    struct Named from "users" { id: UserId, organization_id: OrganizationId, role: Role }
}

/// The requester behind an email or username, for the server's own command line, where whoever can open the database is
/// trusted. Roles and ranks count all the same.
pub async fn requester_at_command_line(store: &Store, name: &str) -> Result<Option<Requester>, Fault> {
    let mut reader = store.read().await?;
    let found: Option<Named> = sql(
        "SELECT id, organization_id, role FROM users WHERE (email_key = $1 OR username_key = $1) AND state = 'active'
         ORDER BY id LIMIT 1",
    )
    .bind(name.trim().to_lowercase())
    .fetch_optional(&mut reader)
    .await?;
    let Some(user) = found else { return Ok(None) };
    let standing = standing_of(&mut reader, user.id, user.role).await?;
    Ok(Some(Requester::new(
        store.clone(),
        user.organization_id,
        standing,
        None,
        None,
    )))
}
