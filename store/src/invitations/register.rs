//! Registering: the link is used up, the invitation accepted, the account made and the kept seat given, in one write.

use super::close::answered;
use super::offered::offer;
use super::{STORED, Stored, turn};
use crate::fault::{Failure, Fault};
use crate::licenses::{self, Holder};
use crate::secrets::{self, Purpose, Standing, Token};
use crate::sql::{Connection, rows, sql};
use crate::users::{self, Record};
use crate::write::{Actor, Change, Entry, Write};
use crate::{Store, organization};
use domain::audit::{Action, TargetKind};
use domain::id::{InvitationId, OrganizationId, UserId};
use domain::invitations::{Offer, RegisterRefused, Registration};
use domain::messages::LinkState;
use domain::users::{AccountSource, Email, Language, NewUser, PasswordPlan, UserState};
use serde_json::json;

rows! {
    struct Home from "invitations" { organization_id: OrganizationId }
}

/// What the registration page shows of an open invitation.
#[derive(Debug, Clone)]
pub struct Welcome {
    /// Who invites.
    pub organization: String,
    /// The address that was invited.
    pub email: Email,
    /// The language it was written in.
    pub language: Language,
    /// The shortest password the organization takes.
    pub min_length: u8,
}

/// Where a link stands and, while it is open, what it offers. Nothing is used up.
pub async fn look(store: &Store, token: &Token) -> Result<(LinkState, Option<Welcome>), Fault> {
    let mut reader = store.read().await?;
    let (stored, home) = match open(&mut reader, store, token).await? {
        Ok(open) => open,
        Err(state) => return Ok((state, None)),
    };
    let organization = organization::get(&mut reader, home).await?;
    let welcome = Welcome {
        organization: organization.name,
        email: stored.email,
        language: stored.language,
        min_length: organization.settings.password_policy.min_length(),
    };
    Ok((LinkState::Open, Some(welcome)))
}

/// The open invitation of a link and its organization, or why there is none.
async fn open(
    on: &mut impl Connection,
    store: &Store,
    token: &Token,
) -> Result<Result<(Stored, OrganizationId), LinkState>, Fault> {
    let standing = secrets::look(on, Purpose::Invitation, token, store.now()).await?;
    let state = standing.state();
    let (Standing::Open(secret)
    | Standing::Expired(secret)
    | Standing::Used(secret)
    | Standing::Void(secret)) = standing
    else {
        return Ok(Err(state));
    };
    let Some(id) = secret.invitation_id else {
        return Ok(Err(LinkState::Unknown));
    };
    let Some((stored, home)) = invitation(on, id).await? else {
        return Ok(Err(LinkState::Unknown));
    };
    Ok(match stored.state()?.told(state, store.now()) {
        LinkState::Open => Ok((stored, home)),
        closed => Err(closed),
    })
}

/// An invitation by its id alone, for whoever holds its link.
pub(super) async fn invitation(
    on: &mut impl Connection,
    id: InvitationId,
) -> Result<Option<(Stored, OrganizationId)>, Fault> {
    let mut statement = sql(STORED);
    statement.push("id = ").push_bind(id);
    let stored: Option<Stored> = statement.fetch_optional(on).await?;
    let home: Option<Home> = sql("SELECT organization_id FROM invitations WHERE id = $1")
        .bind(id)
        .fetch_optional(on)
        .await?;
    Ok(stored.zip(home.map(|home| home.organization_id)))
}

/// Notes that a person, not a scanner, has opened the page: their browser says so once the page has come alive.
pub async fn opened(store: &Store, token: &Token) -> Result<(), Fault> {
    let mut reader = store.read().await?;
    let Ok((stored, home)) = open(&mut reader, store, token).await? else {
        return Ok(());
    };
    drop(reader);
    let mut write = store.write(home, Actor::System).await?;
    let now = write.now();
    sql("UPDATE invitations SET opened_at = $1 WHERE id = $2 AND opened_at IS NULL AND state = 'open'")
        .bind(now)
        .bind(stored.id)
        .execute(&mut write)
        .await?;
    write.commit_bookkeeping(()).await
}

/// The account that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The address it can sign in with.
    pub email: Email,
    /// Whether it waits for approval: the invitation was one's own.
    pub waits: bool,
}

/// Makes the account. Of any number of attempts with one link, one succeeds; a refused one
/// leaves the link good.
pub async fn register(
    store: &Store,
    token: &Token,
    registration: Registration,
) -> Result<Registered, Failure<RegisterRefused>> {
    let closed = |state| Failure::Refused(RegisterRefused::Closed(state));
    let mut reader = store.read().await?;
    let (stored, home) = open(&mut reader, store, token).await?.map_err(closed)?;
    let organization = organization::get(&mut reader, home).await?;
    drop(reader);
    let policy = organization.settings.password_policy;
    policy
        .check(&registration.password)
        .map_err(|weak| Failure::Refused(RegisterRefused::Password(weak)))?;
    let hash = store
        .passwords()
        .hash(registration.password.clone(), store.random())
        .await?;

    let mut write = store.write(home, Actor::System).await?;
    turn(&mut write).await?;
    if secrets::consume(&mut write, Purpose::Invitation, token)
        .await?
        .is_none()
    {
        let state = open(&mut write, store, token).await?.err();
        return Err(closed(state.unwrap_or(LinkState::Void)));
    }
    let offer = offer(&mut write, &stored).await?;
    let new = new_user(&stored.email, registration, &offer, stored.language);
    if has_account(&mut write, home, &stored.email).await? {
        return Err(Failure::Refused(RegisterRefused::HasAccount));
    }
    let (state, source) = if stored.self_registered {
        users::count(&mut write, &[(UserState::Pending, 1)]).await?;
        (UserState::Pending, AccountSource::Registered)
    } else {
        users::claim_places(&mut write, 1)
            .await
            .map_err(|failure| failure.map(|_| RegisterRefused::NoPlace))?;
        (UserState::Active, AccountSource::Invited)
    };
    let record = Record::new(&write, &new, state, source, Some(hash), false)?;
    users::insert(&mut write, std::slice::from_ref(&record)).await?;
    accept(&mut write, &stored, &offer, record.id).await?;
    answered(&mut write, std::slice::from_ref(&stored.email)).await?;
    let accepted = Entry::new(Action::InvitationAccepted, TargetKind::Invitation, stored.id)
        .after(json!({ "user": record.id }));
    let created = Entry::new(Action::UserCreated, TargetKind::User, record.id)
        .after(json!({ "invitation": stored.id, "invited_by": stored.invited_by, "role": offer.role }));
    let registered = Registered {
        email: stored.email,
        waits: stored.self_registered,
    };
    let change = Change::of_many(registered, vec![accepted, created]);
    Ok(write.commit(change).await?)
}

fn new_user(email: &Email, registration: Registration, offer: &Offer, language: Language) -> NewUser {
    NewUser {
        password: PasswordPlan::Later,
        role: offer.role,
        groups: offer.groups.clone(),
        group_role: offer.group_role,
        department: offer.department,
        labels: offer.label.into_iter().collect(),
        language: Some(registration.language.unwrap_or(language)),
        phone: registration.phone,
        job_title: registration.job_title,
        address: registration.address,
        date_of_birth: registration.date_of_birth,
        deletion_date: offer.deletion_date,
        ..NewUser::named(registration.first_name, registration.last_name, email.clone())
    }
}

/// Whether somebody signs in with this address already, as email or as username.
pub(super) async fn has_account(
    on: &mut impl Connection,
    organization: OrganizationId,
    email: &Email,
) -> Result<bool, Fault> {
    let found: Option<(UserId,)> = sql(
        "SELECT id AS value FROM users WHERE organization_id = $1 AND (email_key = $2 OR username_key = $2) LIMIT 1",
    )
    .bind(organization)
    .bind(email.key())
    .fetch_optional(on)
    .await?;
    Ok(found.is_some())
}

/// The invitation becomes accepted, its inviter the account's, its kept seat the account's.
async fn accept(
    write: &mut Write,
    stored: &Stored,
    offer: &Offer,
    user: UserId,
) -> Result<(), Failure<RegisterRefused>> {
    let now = write.now();
    let closed = || Failure::Refused(RegisterRefused::Closed(LinkState::Void));
    stored.state()?.accept(user, now).map_err(|_| closed())?;
    let accepted = sql(
        "UPDATE invitations SET state = 'accepted', ended_at = $1, accepted_by = $2, seat_reserved = FALSE
         WHERE id = $3 AND state = 'open' AND expires_at > $1",
    )
    .bind(now)
    .bind(user)
    .bind(stored.id)
    .execute(write)
    .await?;
    if accepted == 0 {
        return Err(closed());
    }
    sql("UPDATE users SET invited_by = $1, notified_at = $2 WHERE id = $3")
        .bind(stored.invited_by)
        .bind((!stored.self_registered).then_some(now))
        .bind(user)
        .execute(write)
        .await?;
    if let Some(license) = stored.license_id.filter(|_| stored.seat_reserved) {
        licenses::accept(write, license, stored.id).await?;
        let holder = Holder {
            user,
            courses: offer.courses.clone(),
            due_date: None,
        };
        licenses::allocate(write, license, &[holder], "registered with an invitation").await?;
    }
    Ok(())
}
