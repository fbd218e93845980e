//! Strangers who register by themselves: an invitation that somebody sends to their own address. Its link shows that the address
//! is theirs; whoever registers by it waits for approval. The answer is the same whether there is an account or not.

use super::invite::message;
use super::register::has_account;
use super::turn;
use crate::Store;
use crate::fault::{Failure, Fault};
use crate::organization::{self, Organization};
use crate::sign_in;
use crate::sql::{rows, sql};
use crate::write::{Actor, Change, Entry, Write};
use domain::access::{GroupRole, Role};
use domain::audit::{Action, TargetKind};
use domain::id::{InvitationId, OrganizationId};
use domain::invitations::SelfRegistrationRefused;
use domain::sign_in::{SignInRefused, limits};
use domain::users::{Email, Language};

rows! {
    struct Open from "invitations" { id: InvitationId, self_registered: bool, language: Language, ended: bool }
}

/// What the page says.
#[derive(Debug, Clone)]
pub struct SelfRegistration {
    /// Where one registers.
    pub organization: String,
    /// The domains that addresses must be of; empty means any.
    pub domains: Vec<String>,
}

/// What the page says, where strangers may register.
pub async fn self_registration(store: &Store) -> Result<Option<SelfRegistration>, Fault> {
    let organization = organization::first(&mut store.read().await?).await?;
    let open = organization.filter(|organization| organization.settings.self_registration);
    Ok(open.map(|organization| SelfRegistration {
        organization: organization.name,
        domains: organization.settings.registration_domains,
    }))
}

/// Sends a link to an address, unless it has an account. Attempts are counted first, like those of signing in.
pub async fn ask_to_register(
    store: &Store,
    email: &str,
    language: Language,
    address: Option<String>,
) -> Result<(), Failure<SelfRegistrationRefused>> {
    let organization = organization::first(&mut store.read().await?).await?;
    let organization = organization
        .filter(|organization| organization.settings.self_registration)
        .ok_or(Failure::NotFound)?;
    let email =
        Email::parse(email).map_err(|wrong| Failure::Refused(SelfRegistrationRefused::Email(wrong)))?;
    if !organization.settings.admits(&email) {
        return Err(Failure::Refused(SelfRegistrationRefused::Domain));
    }
    let mut keys = vec![(attempt_key(organization.id, &email.key()), limits::PER_ACCOUNT)];
    if let Some(address) = address {
        let [.., key] = sign_in::address_keys(&address);
        keys.push((key, limits::PER_ADDRESS));
    }
    for (key, most) in keys {
        sign_in::count_attempt(store, organization.id, &key, most)
            .await
            .map_err(|failure| failure.map(too_many))?;
    }
    Ok(send(store, &organization, email, language).await?)
}

fn too_many(refused: SignInRefused) -> SelfRegistrationRefused {
    match refused {
        SignInRefused::TooMany { minutes } => SelfRegistrationRefused::TooMany { minutes },
        SignInRefused::Wrong => SelfRegistrationRefused::Domain,
    }
}

async fn send(
    store: &Store,
    organization: &Organization,
    email: Email,
    language: Language,
) -> Result<(), Fault> {
    let mut write = store.write(organization.id, Actor::System).await?;
    turn(&mut write).await?;
    if has_account(&mut write, organization.id, &email).await? {
        return write.unchanged(()).await;
    }
    let now = write.now();
    let open: Option<Open> = sql(
        "SELECT id, self_registered, language, expires_at <= $1 AS ended FROM invitations
         WHERE organization_id = $2 AND email_key = $3 AND state = 'open'",
    )
    .bind(now)
    .bind(organization.id)
    .bind(email.key())
    .fetch_optional(&mut write)
    .await?;
    let expires_at = now + organization.settings.invitation_lifetime();
    let (id, language) = match open {
        // An offer of somebody's own stays what it is; only its link is sent again.
        Some(open) if open.self_registered || !open.ended => {
            if open.self_registered {
                sql("UPDATE invitations SET expires_at = $1 WHERE id = $2")
                    .bind(expires_at)
                    .bind(open.id)
                    .execute(&mut write)
                    .await?;
            }
            (open.id, open.language)
        }
        Some(_) => return write.unchanged(()).await,
        None => (insert(&mut write, &email, language, expires_at).await?, language),
    };
    let entry = Entry::new(Action::RegistrationAsked, TargetKind::Invitation, id);
    write
        .commit(Change::of((), entry).sending([message(id, email, language)]))
        .await
}

async fn insert(
    write: &mut Write,
    email: &Email,
    language: Language,
    expires_at: domain::time::Timestamp,
) -> Result<InvitationId, Fault> {
    let (id, organization, now) = (write.new_id(), write.organization(), write.now());
    sql("INSERT INTO invitations (id, organization_id, email, email_key, state, role, group_role, language, seat_reserved,
            created_at, expires_at, self_registered)
         VALUES ($1, $2, $3, $4, 'open', $5, $6, $7, FALSE, $8, $9, TRUE)")
    .bind(id)
    .bind(organization)
    .bind(email.clone())
    .bind(email.key())
    .bind(Role::Member)
    .bind(GroupRole::Learner)
    .bind(language)
    .bind(now)
    .bind(expires_at)
    .execute(write)
    .await?;
    Ok(id)
}

/// The name under which attempts to register with an address are counted.
pub(crate) fn attempt_key(organization: OrganizationId, email_key: &str) -> String {
    format!("register:{organization}:{email_key}")
}
