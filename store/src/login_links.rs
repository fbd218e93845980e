//! Login links: support makes one for somebody below their own rank, with a reason; opening it asks, pressing signs in, once.
//!
//! Both ends are in the audit, and the account's owner is told.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::secrets::{self, Purpose, Standing, Subject, Token};
use crate::sign_in::Device;
use crate::sql::{rows, sql};
use crate::write::{Actor, Change, Entry, NewMessage};
use crate::{Store, organization};
use domain::access::{MakeLoginLinks, Role};
use domain::audit::{Action, TargetKind};
use domain::id::{OrganizationId, UserId};
use domain::login_links::{LONGEST_REASON, LoginLinkRefused};
use domain::messages::{LinkState, MessageKind};
use domain::sign_in::limits;
use domain::time::Timestamp;
use domain::users::{Email, Language, PersonName, UserState};
use serde_json::json;

rows! {
    struct Target from "users" { id: UserId, role: Role, state: UserState }
    struct Account from "users" {
        id: UserId,
        organization_id: OrganizationId,
        first_name: PersonName,
        last_name: PersonName,
        email: Option<Email>,
        language: Language,
        state: UserState,
    }
}

/// A new link.
#[derive(Debug)]
pub struct Made {
    /// Its secret, to be shown once.
    pub token: Token,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Makes a link that signs in as `user`. An earlier one that was not used becomes void.
pub async fn make(
    grant: Grant<MakeLoginLinks>,
    user: UserId,
    reason: &str,
) -> Result<Made, Failure<LoginLinkRefused>> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
        return Err(Failure::Refused(LoginLinkRefused::NoReason));
    }
    let organization = organization::get(&mut grant.read().await?, grant.organization()).await?;
    let lifetime = organization.settings.login_link_lifetime();
    let mut write = grant.write().await?;
    let mut statement = sql("SELECT u.id, u.role, u.state FROM users u WHERE u.organization_id = ");
    statement
        .push_bind(organization.id)
        .push(" AND u.id = ")
        .push_bind(user);
    grant.push_scope(&mut statement);
    let target: Option<Target> = statement.fetch_optional(&mut write).await?;
    let target = target.ok_or(Failure::NotFound)?;
    grant.reaches(target.role)?;
    if target.state != UserState::Active {
        return Err(Failure::Refused(LoginLinkRefused::NotActive));
    }
    let expires_at = write.now() + lifetime;
    let subject = Subject {
        user: Some(target.id),
        ..Subject::default()
    };
    let token = secrets::mint(
        &mut write,
        grant.store().random(),
        Purpose::LoginLink,
        subject,
        lifetime,
    )
    .await?;
    let entry =
        Entry::new(Action::LoginLinkMade, TargetKind::User, target.id).after(json!({ "reason": reason }));
    Ok(write
        .commit(Change::of(Made { token, expires_at }, entry))
        .await?)
}

/// What a login link says to whoever opens it: where it stands and, while it is open, whom it signs in. Nothing is used up.
pub async fn look(store: &Store, token: &Token) -> Result<(LinkState, Option<String>), Fault> {
    let mut reader = store.read().await?;
    let standing = secrets::look(&mut reader, Purpose::LoginLink, token, store.now()).await?;
    let state = standing.state();
    let Standing::Open(secret) = standing else {
        return Ok((state, None));
    };
    let account: Option<Account> = sql(ACCOUNT)
        .bind(secret.user_id)
        .fetch_optional(&mut reader)
        .await?;
    Ok(match account {
        Some(account) if account.state == UserState::Active => (LinkState::Open, Some(account.name())),
        _ => (LinkState::Void, None),
    })
}

const ACCOUNT: &str =
    "SELECT id, organization_id, first_name, last_name, email, language, state FROM users WHERE id = $1";

impl Account {
    fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

/// Signs in and uses the link up: of any number of attempts at once, one gets the session. A session that the browser had
/// ends.
pub async fn sign_in(
    store: &Store,
    token: &Token,
    device: Device,
    earlier: Option<Token>,
) -> Result<Token, Failure<LinkState>> {
    let mut reader = store.read().await?;
    let standing = secrets::look(&mut reader, Purpose::LoginLink, token, store.now()).await?;
    let state = standing.state();
    let Standing::Open(secret) = standing else {
        return Err(Failure::Refused(state));
    };
    let account: Option<Account> = sql(ACCOUNT)
        .bind(secret.user_id)
        .fetch_optional(&mut reader)
        .await?;
    let account = account.ok_or(Failure::NotFound)?;
    let maker: Option<Account> = sql(ACCOUNT)
        .bind(secret.made_by)
        .fetch_optional(&mut reader)
        .await?;
    drop(reader);

    let actor = Actor::User {
        id: account.id,
        address: device.address.clone(),
    };
    let mut write = store.write(account.organization_id, actor).await?;
    let now = write.now();
    if secrets::consume(&mut write, Purpose::LoginLink, token)
        .await?
        .is_none()
    {
        let standing = secrets::look(&mut write, Purpose::LoginLink, token, now).await?;
        return Err(Failure::Refused(standing.state()));
    }
    let signed_in = sql(
        "UPDATE users SET last_sign_in_at = $1, last_access_at = $1, first_sign_in_at = COALESCE(first_sign_in_at, $1)
         WHERE id = $2 AND state = 'active'",
    )
    .bind(now)
    .bind(account.id)
    .execute(&mut write)
    .await?;
    if signed_in == 0 {
        return Err(Failure::Refused(LinkState::Void));
    }
    if let Some(earlier) = earlier {
        sql(
            "UPDATE secrets SET voided_at = $1 WHERE hash = $2 AND purpose = 'session' AND voided_at IS NULL",
        )
        .bind(now)
        .bind(earlier.hash())
        .execute(&mut write)
        .await?;
    }
    let subject = Subject {
        user: Some(account.id),
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
    let made_by = maker.as_ref().map(Account::name);
    let notice = account.email.clone().map(|recipient| NewMessage {
        kind: MessageKind::LoginLinkUsed,
        user: Some(account.id),
        invitation: None,
        recipient,
        language: account.language,
        detail: json!({ "made_by": made_by, "at": now }),
    });
    let entry = Entry::new(Action::LoginLinkUsed, TargetKind::User, account.id)
        .after(json!({ "made_by": maker.map(|maker| maker.id) }));
    Ok(write.commit(Change::of(session, entry).sending(notice)).await?)
}
