//! The owner: made at set-up, or made and reset at the server's own command line.

use crate::fault::{Failure, Fault};
use crate::secrets::{self, Token};
use crate::sql::{rows, sql};
use crate::write::{Actor, Change, Entry, Write};
use crate::{Store, organization, users};
use domain::access::Role;
use domain::audit::{Action, TargetKind};
use domain::id::{OrganizationId, UserId};
use domain::settings::Settings;
use domain::users::{AccountSource, Email, NewUser, Password, PersonName, UserState, WeakPassword};

/// Who the owner will be.
#[derive(Debug, Clone)]
pub struct NewOwner {
    /// The organization's name.
    pub organization: String,
    /// First name.
    pub first_name: PersonName,
    /// Last name.
    pub last_name: PersonName,
    /// Email, also the username.
    pub email: Email,
    /// Password.
    pub password: Password,
}

/// Why the install is not set up.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, thiserror::Error)]
pub enum SetUpRefused {
    /// The token is not the one on the console.
    #[error("this is not the token that the server printed when it started")]
    WrongToken,
    /// It is set up already.
    #[error("Rollcall is set up already: sign in")]
    AlreadySetUp,
    /// The password is not accepted.
    #[error("{0}")]
    Password(WeakPassword),
}

/// Whether the install still waits for its owner.
pub async fn is_missing(store: &Store) -> Result<bool, Fault> {
    Ok(organization::first(&mut store.read().await?).await?.is_none())
}

/// Sets the install up: the organization and its owner, with the token from the console. Of several attempts at once one
/// wins.
pub async fn set_up(
    store: &Store,
    expected: &Token,
    presented: &Token,
    owner: NewOwner,
) -> Result<UserId, Failure<SetUpRefused>> {
    use subtle::ConstantTimeEq as _;
    if !bool::from(expected.hash().ct_eq(&presented.hash())) {
        return Err(Failure::Refused(SetUpRefused::WrongToken));
    }
    Settings::default()
        .password_policy
        .check(&owner.password)
        .map_err(|weak| Failure::Refused(SetUpRefused::Password(weak)))?;
    let hash = store
        .passwords()
        .hash(owner.password.clone(), store.random())
        .await?;
    let id: OrganizationId = store.random().id(store.now());
    let mut write = store.write(id, Actor::System).await?;
    if organization::first(&mut write).await?.is_some() {
        return Err(Failure::Refused(SetUpRefused::AlreadySetUp));
    }
    create_organization(&mut write, &owner.organization, &Settings::default(), None).await?;
    let user = insert_owner(&mut write, owner, hash).await?;
    let set_up = Entry::new(Action::OrganizationSetUp, TargetKind::Organization, id);
    let created = Entry::new(Action::UserCreated, TargetKind::User, user);
    Ok(write.commit(Change::of_many(user, vec![set_up, created])).await?)
}

/// Makes the write's organization.
pub(crate) async fn create_organization(
    write: &mut Write,
    name: &str,
    settings: &Settings,
    user_cap: Option<i64>,
) -> Result<(), Fault> {
    let (id, now) = (write.organization(), write.now());
    sql("INSERT INTO organizations (id, name, user_cap, settings, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(name)
        .bind(user_cap)
        .bind(serde_json::to_string(settings)?)
        .bind(now)
        .execute(write)
        .await?;
    for state in UserState::ALL {
        sql("INSERT INTO user_counts (organization_id, state, users) VALUES ($1, $2, 0)")
            .bind(id)
            .bind(state)
            .execute(write)
            .await?;
    }
    Ok(())
}

async fn insert_owner(write: &mut Write, owner: NewOwner, hash: String) -> Result<UserId, Fault> {
    let new = NewUser {
        role: Role::Owner,
        ..NewUser::named(owner.first_name, owner.last_name, owner.email)
    };
    let record = users::Record::new(
        write,
        &new,
        UserState::Active,
        AccountSource::Created,
        Some(hash),
        false,
    )?;
    users::insert(write, std::slice::from_ref(&record)).await?;
    users::count(write, &[(UserState::Active, 1)]).await?;
    Ok(record.id)
}

rows! {
    struct Found from "users" { id: UserId, role: Role, state: UserState }
}

/// Makes or resets an owner: an account with this email gets the role, the password, and is active; without one, it is
/// made, and the organization too if need be. For the command line only.
pub async fn make_or_reset(
    store: &Store,
    email: Email,
    password: Password,
) -> Result<UserId, Failure<WeakPassword>> {
    let existing = organization::first(&mut store.read().await?).await?;
    let settings = existing
        .as_ref()
        .map(|organization| organization.settings.clone())
        .unwrap_or_default();
    settings
        .password_policy
        .check(&password)
        .map_err(Failure::Refused)?;
    let hash = store.passwords().hash(password.clone(), store.random()).await?;
    let id = existing
        .as_ref()
        .map_or_else(|| store.random().id(store.now()), |organization| organization.id);
    let mut write = store.write(id, Actor::CommandLine).await?;
    let mut entries = Vec::new();
    if organization::first(&mut write).await?.is_none() {
        create_organization(&mut write, "My organization", &settings, None).await?;
        entries.push(Entry::new(
            Action::OrganizationSetUp,
            TargetKind::Organization,
            id,
        ));
    }
    let found: Option<Found> =
        sql("SELECT id, role, state FROM users WHERE organization_id = $1 AND email_key = $2")
            .bind(id)
            .bind(email.key())
            .fetch_optional(&mut write)
            .await?;
    let user = if let Some(user) = found {
        reset(&mut write, &user, &hash).await?;
        entries.push(
            Entry::new(Action::RoleChanged, TargetKind::User, user.id)
                .before(serde_json::json!({ "role": user.role.as_str() }))
                .after(serde_json::json!({ "role": Role::Owner.as_str() })),
        );
        entries.push(Entry::new(Action::PasswordChanged, TargetKind::User, user.id));
        user.id
    } else {
        let (first_name, last_name) = names_from(&email)?;
        let owner = NewOwner {
            organization: String::new(),
            first_name,
            last_name,
            email,
            password,
        };
        let user = insert_owner(&mut write, owner, hash).await?;
        entries.push(Entry::new(Action::UserCreated, TargetKind::User, user));
        user
    };
    Ok(write.commit(Change::of_many(user, entries)).await?)
}

async fn reset(write: &mut Write, user: &Found, hash: &str) -> Result<(), Fault> {
    let now = write.now();
    sql(
        "UPDATE users SET role = 'owner', state = 'active', archived_at = NULL, password_hash = $1,
            must_change_password = FALSE, version = version + 1, updated_at = $2 WHERE id = $3",
    )
    .bind(hash)
    .bind(now)
    .bind(user.id)
    .execute(write)
    .await?;
    if user.state != UserState::Active {
        users::count(write, &[(user.state, -1), (UserState::Active, 1)]).await?;
    }
    secrets::end_sessions(write, &[user.id]).await?;
    Ok(())
}

/// A first guess at a name, for an account made from an address alone.
fn names_from(email: &Email) -> Result<(PersonName, PersonName), Fault> {
    let mut words = email
        .local()
        .split(['.', '_', '-', '+'])
        .filter(|word| !word.is_empty());
    let mut name = || {
        PersonName::parse(words.next().unwrap_or("Owner"))
            .map_err(|error| Fault::Configuration(error.to_string()))
    };
    Ok((name()?, name()?))
}

/// The token that guards the set-up page, made at each start of a server that waits for its owner.
pub fn set_up_token(store: &Store) -> Result<Token, Fault> {
    Token::random(store.random())
}
