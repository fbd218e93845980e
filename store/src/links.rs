//! Links that choose a password: the first one (activation) or a new one (reset), by the person's own request or an admin's.
//!
//! Looking uses nothing up, as mail scanners look too; choosing does, exactly once. A weak password leaves the link good.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::secrets::{self, Purpose, Standing, Stored, Subject, Token};
use crate::sql::{Connection, rows, sql};
use crate::write::{Actor, Change, Entry, NewMessage};
use crate::{Store, organization, sign_in};
use domain::access::{Role, SetPasswords};
use domain::audit::{Action, TargetKind};
use domain::id::{OrganizationId, UserId};
use domain::messages::{LinkRefused, LinkState, MessageKind};
use domain::sign_in::{SignInRefused, limits};
use domain::support::SupportRefused;
use domain::users::{Email, Language, Password, UserState};
use serde_json::json;

rows! {
    struct Account from "users" {
        id: UserId,
        organization_id: OrganizationId,
        email: Option<Email>,
        language: Language,
        state: UserState,
        role: Role,
        has_password: bool,
    }
}

impl Account {
    /// The message that has its user choose a password.
    fn kind(&self) -> MessageKind {
        if self.has_password {
            MessageKind::PasswordReset
        } else {
            MessageKind::Activation
        }
    }
}

/// Where a link that chooses a password stands.
pub async fn look(store: &Store, purpose: Purpose, token: &Token) -> Result<LinkState, Fault> {
    let mut reader = store.read().await?;
    Ok(open(&mut reader, store, purpose, token)
        .await?
        .map_or_else(|state| state, |_| LinkState::Open))
}

/// The secret and its account, or why not.
async fn open(
    on: &mut impl Connection,
    store: &Store,
    purpose: Purpose,
    token: &Token,
) -> Result<Result<(Stored, Account), LinkState>, Fault> {
    let standing = secrets::look(on, purpose, token, store.now()).await?;
    let state = standing.state();
    let Standing::Open(secret) = standing else {
        return Ok(Err(state));
    };
    let account: Option<Account> = sql(
        "SELECT id, organization_id, email, language, state, role, password_hash IS NOT NULL AS has_password FROM users
         WHERE id = $1",
    )
    .bind(secret.user_id)
    .fetch_optional(on)
    .await?;
    Ok(
        match account.filter(|account| account.state == UserState::Active) {
            Some(account) => Ok((secret, account)),
            None => Err(LinkState::Void),
        },
    )
}

/// Sets the password and uses the link up. Every session of the account ends, every other such link becomes void, and a
/// changed password is told to its owner.
pub async fn choose_password(
    store: &Store,
    purpose: Purpose,
    token: &Token,
    password: Password,
    address: Option<String>,
) -> Result<(), Failure<LinkRefused>> {
    let closed = |state| Failure::Refused(LinkRefused::Closed(state));
    let mut reader = store.read().await?;
    let (_, account) = open(&mut reader, store, purpose, token).await?.map_err(closed)?;
    let organization = organization::get(&mut reader, account.organization_id).await?;
    drop(reader);
    let policy = organization.settings.password_policy;
    policy
        .check(&password)
        .map_err(|weak| Failure::Refused(LinkRefused::Password(weak)))?;
    let hash = store.passwords().hash(password, store.random()).await?;

    let actor = Actor::User {
        id: account.id,
        address,
    };
    let mut write = store.write(account.organization_id, actor).await?;
    let now = write.now();
    if secrets::consume(&mut write, purpose, token).await?.is_none() {
        return Err(closed(
            secrets::look(&mut write, purpose, token, now).await?.state(),
        ));
    }
    let set = sql(
        "UPDATE users SET password_hash = $1, must_change_password = FALSE, updated_at = $2
         WHERE id = $3 AND state = 'active'",
    )
    .bind(hash)
    .bind(now)
    .bind(account.id)
    .execute(&mut write)
    .await?;
    if set == 0 {
        return Err(closed(LinkState::Void));
    }
    let subject = Subject {
        user: Some(account.id),
        ..Subject::default()
    };
    for purpose in [Purpose::Activation, Purpose::Reset] {
        secrets::void(&mut write, purpose, &subject).await?;
    }
    secrets::end_sessions(&mut write, &[account.id]).await?;
    let changed = account.has_password.then_some(account.email).flatten();
    let message = changed.map(|recipient| {
        message(
            MessageKind::PasswordChanged,
            account.id,
            recipient,
            account.language,
        )
    });
    let entry = Entry::new(Action::PasswordChanged, TargetKind::User, account.id)
        .after(json!({ "by": purpose.as_str() }));
    Ok(write.commit(Change::of((), entry).sending(message)).await?)
}

/// Sends a link to whoever has this email or username: a reset, or the activation again where there is no password yet. The
/// answer is the same when there is nobody; attempts are counted first, like those of signing in.
pub async fn ask(store: &Store, name: &str, address: Option<String>) -> Result<(), Failure<SignInRefused>> {
    let Some(organization) = organization::first(&mut store.read().await?).await? else {
        return Ok(());
    };
    let key = name.trim().to_lowercase();
    let account_key = format!("reset:{}:{key}", organization.id);
    sign_in::count_attempt(store, organization.id, &account_key, limits::PER_ACCOUNT).await?;
    if let Some(address) = &address {
        let [_, key, _] = sign_in::address_keys(address);
        sign_in::count_attempt(store, organization.id, &key, limits::PER_ADDRESS).await?;
    }
    let account: Option<Account> = sql(
        "SELECT id, organization_id, email, language, state, role, password_hash IS NOT NULL AS has_password FROM users
         WHERE organization_id = $1 AND (email_key = $2 OR username_key = $2)
         ORDER BY CASE WHEN email_key = $2 THEN 0 ELSE 1 END LIMIT 1",
    )
    .bind(organization.id)
    .bind(key)
    .fetch_optional(&mut store.read().await?)
    .await?;
    let Some(account) = account.filter(|account| account.state == UserState::Active) else {
        return Ok(());
    };
    let Some(recipient) = account.email.clone() else {
        return Ok(());
    };
    let kind = account.kind();
    // Whoever asks has not shown to be the person.
    let write = store.write(account.organization_id, Actor::System).await?;
    let entry = Entry::new(Action::PasswordResetAsked, TargetKind::User, account.id)
        .after(json!({ "address": address }));
    let message = message(kind, account.id, recipient, account.language);
    Ok(write.commit(Change::of((), entry).sending([message])).await?)
}

/// Sends a link to choose a password to somebody below one's own rank: the first one, or a new one.
pub async fn send(grant: Grant<SetPasswords>, user: UserId) -> Result<Email, Failure<SupportRefused>> {
    let mut write = grant.write().await?;
    let mut statement = sql(
        "SELECT u.id, u.organization_id, u.email, u.language, u.state, u.role, u.password_hash IS NOT NULL AS has_password
         FROM users u WHERE u.organization_id = ",
    );
    statement
        .push_bind(grant.organization())
        .push(" AND u.id = ")
        .push_bind(user);
    grant.push_scope(&mut statement);
    let account: Option<Account> = statement.fetch_optional(&mut write).await?;
    let account = account.ok_or(Failure::NotFound)?;
    grant.reaches(account.role)?;
    if account.state != UserState::Active {
        return Err(Failure::Refused(SupportRefused::NotActive));
    }
    let recipient = account.email.clone();
    let recipient = recipient.ok_or(Failure::Refused(SupportRefused::NoEmail))?;
    let kind = account.kind();
    let entry =
        Entry::new(Action::PasswordLinkSent, TargetKind::User, account.id).after(json!({ "kind": kind }));
    let message = message(kind, account.id, recipient.clone(), account.language);
    Ok(write
        .commit(Change::of(recipient, entry).sending([message]))
        .await?)
}

/// A message that says all it has to by its kind.
pub(crate) fn message(kind: MessageKind, user: UserId, recipient: Email, language: Language) -> NewMessage {
    NewMessage {
        kind,
        user: Some(user),
        invitation: None,
        recipient,
        language,
        detail: json!({}),
    }
}
