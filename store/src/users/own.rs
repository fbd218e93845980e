//! What everybody may do to their own account: details, email address, password, sessions.

use super::edit::{open, words, write_details, write_email};
use super::one::one;
use crate::Store;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::secrets::{self, Purpose, Standing, Token};
use crate::sign_in::{self, Device, requester_in_background};
use crate::sql::{rows, sql};
use crate::write::{Change, Entry, NewMessage};
use domain::access::{EditOwnProfile, ViewUsers};
use domain::audit::{Action, TargetKind};
use domain::id::{SecretId, UserId};
use domain::messages::{LinkState, MessageKind};
use domain::sign_in::{SignInRefused, limits};
use domain::time::Timestamp;
use domain::users::{
    EditRefused, Edited, Email, OpenSession, Password, ProfileForm, ProfileRefused, UserDetails, UserEdit,
    WeakPassword, parse_own_email,
};
use serde_json::json;

rows! {
    struct Signed from "secrets" {
        id: SecretId,
        created_at: Timestamp,
        last_seen_at: Timestamp,
        address: Option<String>,
        user_agent: Option<String>,
    }
    struct Hash from "users" { password_hash: Option<String> }
}

/// Sessions that are listed.
const SESSIONS: i64 = 100;

/// One's own account.
pub async fn own<R>(grant: &Grant<EditOwnProfile>) -> Result<UserDetails, Failure<R>> {
    one(&grant.requester().grant::<ViewUsers>()?, grant.requester().user()).await
}

/// Writes a form that was filled from `version` of one's own account; returns the account as it is now.
pub async fn edit_own(
    grant: Grant<EditOwnProfile>,
    version: i64,
    form: &ProfileForm,
) -> Result<UserDetails, Failure<ProfileRefused>> {
    let details = form
        .parse()
        .map_err(|errors| Failure::Refused(ProfileRefused::Fields(errors)))?;
    let user = grant.requester().user();
    let (mut write, before) = open(&grant, user).await?;
    if before.version != version {
        return Err(Failure::Refused(ProfileRefused::Changed));
    }
    let was = UserEdit::of(&before);
    let now = UserEdit {
        first_name: form.first_name.clone(),
        last_name: form.last_name.clone(),
        job_title: form.job_title.clone(),
        address: form.address.clone(),
        date_of_birth: form.date_of_birth.clone(),
        language: form.language,
        ..was.clone()
    };
    let fields = was.differences(&now);
    let phone = before.summary.phone.clone();
    if fields.is_empty() && phone == details.phone {
        return Ok(write.unchanged(before).await?);
    }
    let edited = Edited {
        first_name: details.first_name,
        last_name: details.last_name,
        username: before.summary.username.clone(),
        job_title: details.job_title,
        address: details.address,
        date_of_birth: details.date_of_birth,
        external_id: before.external_id.clone(),
        deletion_date: before.status().deletion_date,
    };
    let mut with_phone = before.clone();
    with_phone.summary.phone.clone_from(&details.phone);
    write_details(&mut write, &with_phone, &now, &edited)
        .await
        .map_err(|failure| failure.map(refused))?;
    sql("UPDATE users SET phone = $1 WHERE id = $2")
        .bind(details.phone.clone())
        .bind(user)
        .execute(&mut write)
        .await?;
    let (mut old, mut new) = words(&mut write, &fields, &was, &now).await?;
    if phone != details.phone {
        let said = [(&mut old, &phone), (&mut new, &details.phone)];
        for (document, phone) in said {
            if let Some(fields) = document.as_object_mut() {
                fields.insert("phone".to_owned(), json!(phone));
            }
        }
    }
    let entry = Entry::new(Action::UserChanged, TargetKind::User, user)
        .before(old)
        .after(new);
    write.commit(Change::of((), entry)).await?;
    own(&grant).await
}

fn refused(refused: EditRefused) -> ProfileRefused {
    match refused {
        EditRefused::Fields(errors) => ProfileRefused::Fields(errors),
        _ => ProfileRefused::Changed,
    }
}

/// Sends a link to a new address; it becomes one's own when the link is used. The answer is the same where somebody else has
/// the address: then nothing is sent.
pub async fn ask_for_email(
    grant: Grant<EditOwnProfile>,
    text: &str,
) -> Result<Email, Failure<ProfileRefused>> {
    let email = parse_own_email(text).map_err(|errors| Failure::Refused(ProfileRefused::Fields(errors)))?;
    let user = grant.requester().user();
    let organization = grant.organization();
    let [key, _] = attempt_keys(user);
    sign_in::count_attempt(grant.store(), organization, &key, limits::PER_ACCOUNT)
        .await
        .map_err(|failure| {
            failure.map(|refused| match refused {
                SignInRefused::TooMany { minutes } => ProfileRefused::TooMany(minutes),
                SignInRefused::Wrong => ProfileRefused::Changed,
            })
        })?;
    let (mut write, before) = open(&grant, user).await?;
    let taken: Option<(UserId,)> = sql(
        "SELECT id AS value FROM users WHERE organization_id = $1 AND (email_key = $2 OR username_key = $2) AND id <> $3
         LIMIT 1",
    )
    .bind(organization)
    .bind(email.key())
    .bind(user)
    .fetch_optional(&mut write)
    .await?;
    if taken.is_some() || before.summary.email.as_ref() == Some(&email) {
        return Ok(write.unchanged(email).await?);
    }
    let message = NewMessage {
        kind: MessageKind::ConfirmEmail,
        user: Some(user),
        invitation: None,
        recipient: email.clone(),
        language: before.summary.language,
        detail: json!({ "email": email }),
    };
    let entry = Entry::new(Action::EmailChangeAsked, TargetKind::User, user).after(json!({ "email": email }));
    Ok(write.commit(Change::of(email, entry).sending([message])).await?)
}

/// Where a link that confirms an address stands, and the address while it is open. Nothing is used up.
pub async fn look_at_email(store: &Store, token: &Token) -> Result<(LinkState, Option<String>), Fault> {
    let standing = secrets::look(&mut store.read().await?, Purpose::EmailChange, token, store.now()).await?;
    let state = standing.state();
    Ok(match standing {
        Standing::Open(secret) => (state, secret.detail),
        _ => (state, None),
    })
}

/// Uses the link up: the address it was sent to becomes the account's, and the old one is told.
pub async fn confirm_email(
    store: &Store,
    token: &Token,
    address: Option<String>,
) -> Result<(), Failure<LinkState>> {
    let closed = |state| Failure::Refused(state);
    let standing = secrets::look(&mut store.read().await?, Purpose::EmailChange, token, store.now()).await?;
    let state = standing.state();
    let Standing::Open(secret) = standing else {
        return Err(closed(state));
    };
    let void = || closed(LinkState::Void);
    let user = secret.user_id.ok_or_else(void)?;
    let email = secret.detail.as_deref().and_then(|text| Email::parse(text).ok());
    let email = email.ok_or_else(void)?;
    let requester = requester_in_background(store, user, address)
        .await?
        .ok_or_else(void)?;
    let grant = requester.grant::<EditOwnProfile>()?;
    let (mut write, before) = open(&grant, user).await?;
    if secrets::consume(&mut write, Purpose::EmailChange, token)
        .await?
        .is_none()
    {
        return Err(closed(
            secrets::look(&mut write, Purpose::EmailChange, token, store.now())
                .await?
                .state(),
        ));
    }
    let told = write_email(&mut write, &before, Some(&email))
        .await
        .map_err(|failure: Failure<EditRefused>| failure.map(|_| LinkState::Void))?;
    let entry = Entry::new(Action::UserChanged, TargetKind::User, user)
        .before(json!({ "email": before.summary.email }))
        .after(json!({ "email": email }));
    Ok(write.commit(Change::of((), entry).sending(told)).await?)
}

/// Why one's own password is not changed.
#[derive(Debug)]
pub enum PasswordRefused {
    /// The present one is not right, or was tried too often.
    Current(SignInRefused),
    /// The new one is not accepted.
    New(WeakPassword),
}

/// Changes one's own password; whoever has one says it first. Every session ends; the answer is a new one.
pub async fn change_own_password(
    grant: Grant<EditOwnProfile>,
    current: Password,
    new: Password,
    device: Device,
) -> Result<Token, Failure<PasswordRefused>> {
    let (store, requester) = (grant.store(), grant.requester());
    let user = requester.user();
    let hash: Hash = sql("SELECT password_hash FROM users WHERE id = $1")
        .bind(user)
        .fetch_one(&mut grant.read().await?)
        .await?;
    if hash.password_hash.is_some() {
        let wrong = |refused| PasswordRefused::Current(refused);
        let [_, key] = attempt_keys(user);
        sign_in::count_attempt(store, grant.organization(), &key, limits::PER_ACCOUNT)
            .await
            .map_err(|failure| failure.map(wrong))?;
        if !store.passwords().verify(current, hash.password_hash).await? {
            return Err(Failure::Refused(wrong(SignInRefused::Wrong)));
        }
    }
    let session = sign_in::choose_password(requester, new, device).await;
    session.map_err(|failure| failure.map(PasswordRefused::New))
}

/// The browsers somebody is signed in with, the latest used first.
pub async fn sessions(grant: &Grant<EditOwnProfile>) -> Result<Vec<OpenSession>, Fault> {
    let now = grant.store().now();
    let found: Vec<Signed> = sql(
        "SELECT id, created_at, last_seen_at, address, user_agent FROM secrets
         WHERE user_id = $1 AND purpose = 'session' AND voided_at IS NULL AND expires_at > $2 AND last_seen_at > $3
         ORDER BY last_seen_at DESC, id DESC LIMIT $4",
    )
    .bind(grant.requester().user())
    .bind(now)
    .bind(now - limits::IDLE)
    .bind(SESSIONS)
    .fetch_all(&mut grant.read().await?)
    .await?;
    let current = grant.requester().session();
    let session = |signed: Signed| OpenSession {
        current: current == Some(signed.id),
        id: signed.id,
        created_at: signed.created_at,
        last_seen_at: signed.last_seen_at,
        address: signed.address,
        user_agent: signed.user_agent,
    };
    Ok(found.into_iter().map(session).collect())
}

/// Ends one of one's own sessions; one that is over already stays so.
pub async fn end_session(grant: Grant<EditOwnProfile>, session: SecretId) -> Result<(), Fault> {
    let user = grant.requester().user();
    let mut write = grant.write().await?;
    let now = write.now();
    let ended = sql(
        "UPDATE secrets SET voided_at = $1 WHERE id = $2 AND user_id = $3 AND purpose = 'session' AND voided_at IS NULL",
    )
    .bind(now)
    .bind(session)
    .bind(user)
    .execute(&mut write)
    .await?;
    if ended == 0 {
        return write.unchanged(()).await;
    }
    let entry = Entry::new(Action::SessionsEnded, TargetKind::User, user).after(json!({ "sessions": ended }));
    write.commit(Change::of((), entry)).await
}

/// The names under which attempts to change one's own address and password are counted.
pub(super) fn attempt_keys(user: UserId) -> [String; 2] {
    ["email-change", "own-password"].map(|what| format!("{what}:{user}"))
}
