//! Inviting many addresses with one offer.

use super::close::replace;
use super::offered::check_references;
use super::reach::known;
use super::turn;
use crate::access::Grant;
use crate::column::Bind;
use crate::fault::{Failure, Fault};
use crate::licenses::{self, ClaimRefused};
use crate::organization;
use crate::sql::{ROWS_AT_ONCE, sql};
use crate::tokens::{Once, RequestKey, Turn};
use crate::write::{Change, Entry, NewMessage, Write};
use domain::access::{InviteUsers, Scope};
use domain::audit::{Action, TargetKind};
use domain::id::{GroupId, InvitationId, SecretId};
use domain::invitations::{InviteRefused, Invited, KnownAddresses, MOST_ADDRESSES, Offer, OfferScope};
use domain::messages::MessageKind;
use domain::time::Span;
use domain::users::{Email, Language};
use serde_json::json;
use std::collections::HashSet;

/// Invites everybody who has no account yet. Addresses are without repetition, as `Addresses::parse` gives them.
pub async fn invite(
    grant: Grant<InviteUsers>,
    emails: &[Email],
    offer: &Offer,
) -> Result<Invited, Failure<InviteRefused>> {
    let terms = allowed(&grant, emails, offer).await?;
    let mut write = grant.write().await?;
    turn(&mut write).await?;
    let (invited, made) = make_for_new(&mut write, &grant, emails, offer, terms).await?;
    if invited.sent.is_empty() {
        return Ok(write.unchanged(invited).await?);
    }
    let change = Change::of_many(invited, made.entries).sending(made.messages);
    Ok(write.commit(change).await?)
}

/// Invites as [`invite`] does, once for each key of a token: every repetition is told what became of the first. `None` if
/// the key belongs to another request.
pub async fn invite_once(
    grant: Grant<InviteUsers>,
    token: SecretId,
    key: &RequestKey,
    emails: &[Email],
    offer: &Offer,
) -> Result<Option<Invited>, Failure<InviteRefused>> {
    let terms = allowed(&grant, emails, offer).await?;
    let once = Once { token, key };
    let mut write = grant.write().await?;
    turn(&mut write).await?;
    match once.begin(&mut write).await? {
        Turn::Mine => {}
        Turn::Done(invited) => return Ok(write.unchanged(Some(invited)).await?),
        Turn::OtherRequest => return Ok(write.unchanged(None).await?),
    }
    let (invited, made) = make_for_new(&mut write, &grant, emails, offer, terms).await?;
    once.answer(&mut write, &invited).await?;
    if invited.sent.is_empty() {
        return Ok(write.commit_bookkeeping(Some(invited)).await?);
    }
    let change = Change::of_many(Some(invited), made.entries).sending(made.messages);
    Ok(write.commit(change).await?)
}

/// Refuses what can be refused before anything is written.
async fn allowed(
    grant: &Grant<InviteUsers>,
    emails: &[Email],
    offer: &Offer,
) -> Result<Terms, Failure<InviteRefused>> {
    if emails.is_empty() {
        return Err(Failure::Refused(InviteRefused::Nobody));
    }
    if emails.len() > MOST_ADDRESSES {
        return Err(Failure::Refused(InviteRefused::TooMany(MOST_ADDRESSES)));
    }
    scope(grant).await?.allows(offer)?;
    Ok(Terms::of(grant).await?)
}

/// Makes invitations for those addresses that have no account and no invitation out of reach.
async fn make_for_new(
    write: &mut Write,
    grant: &Grant<InviteUsers>,
    emails: &[Email],
    offer: &Offer,
    terms: Terms,
) -> Result<(Invited, Made), Failure<InviteRefused>> {
    let known = known(write, grant, emails).await?;
    let left_out: HashSet<String> = known
        .accounts
        .iter()
        .chain(&known.out_of_reach)
        .map(Email::key)
        .collect();
    let is_left_out = |email: &&Email| left_out.contains(&email.key());
    let sent: Vec<Email> = emails
        .iter()
        .filter(|email| !is_left_out(email))
        .cloned()
        .collect();
    let made = make(write, &sent, offer, terms).await?;
    let invited = Invited {
        sent,
        existing: known.accounts,
        out_of_reach: known.out_of_reach,
        replaced: made.replaced,
    };
    Ok((invited, made))
}

/// What is known of addresses before anybody is invited.
pub async fn look_up(
    grant: Grant<InviteUsers>,
    emails: &[Email],
) -> Result<KnownAddresses, Failure<InviteRefused>> {
    if emails.len() > MOST_ADDRESSES {
        return Err(Failure::Refused(InviteRefused::TooMany(MOST_ADDRESSES)));
    }
    Ok(known(&mut grant.read().await?, &grant, emails).await?)
}

/// How far the inviter's right reaches.
pub(super) async fn scope(grant: &Grant<InviteUsers>) -> Result<OfferScope, Fault> {
    let (groups, sessions) = match grant.scope() {
        Scope::Part { groups, sessions, .. } => (groups.clone(), sessions.clone()),
        Scope::Organization | Scope::Own(_) => {
            return Ok(OfferScope::Organization(grant.requester().standing().role));
        }
    };
    let mut instructed: Vec<(GroupId,)> = Vec::new();
    if !sessions.is_empty() {
        let mut statement = sql("SELECT DISTINCT group_id AS value FROM program_sessions WHERE id IN ");
        statement.push_list(sessions);
        instructed = statement.fetch_all(&mut grant.read().await?).await?;
    }
    Ok(OfferScope::Groups {
        administered: groups,
        instructed: instructed.into_iter().map(|(group,)| group).collect(),
    })
}

/// What the organization adds to an offer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    language: Language,
    pub lifetime: Span,
}

impl Terms {
    pub async fn of(grant: &Grant<InviteUsers>) -> Result<Self, Fault> {
        let organization = organization::get(&mut grant.read().await?, grant.organization()).await?;
        Ok(Self {
            language: organization.settings.language,
            lifetime: organization.settings.invitation_lifetime(),
        })
    }
}

/// Invitations that were made, with what is to be recorded and sent.
pub(super) struct Made {
    pub entries: Vec<Entry>,
    pub messages: Vec<NewMessage>,
    /// How many open ones they replace.
    pub replaced: u32,
}

/// Makes invitations in an open write that has its turn.
pub(super) async fn make(
    write: &mut Write,
    emails: &[Email],
    offer: &Offer,
    terms: Terms,
) -> Result<Made, Failure<InviteRefused>> {
    if offer.deletion_date.is_some_and(|date| date <= write.now().date()) {
        return Err(Failure::Refused(InviteRefused::DeletionDatePast));
    }
    check_references(write, offer).await?;
    let replaced = replace(write, emails).await?;
    let ids: Vec<InvitationId> = emails.iter().map(|_| write.new_id()).collect();
    if let Some(license) = offer.license.filter(|_| !ids.is_empty()) {
        licenses::reserve(write, license, &ids)
            .await
            .map_err(|failure| failure.map(refused))?;
    }
    let language = offer.language.unwrap_or(terms.language);
    insert(write, emails, &ids, offer, language, terms.lifetime).await?;
    let entry = |(email, id): (&Email, &InvitationId)| {
        Entry::new(Action::Invited, TargetKind::Invitation, *id).after(json!({
            "email": email, "role": offer.role, "groups": offer.groups, "license": offer.license,
        }))
    };
    let message = |(email, id): (&Email, &InvitationId)| message(*id, email.clone(), language);
    Ok(Made {
        entries: emails.iter().zip(&ids).map(entry).collect(),
        messages: emails.iter().zip(&ids).map(message).collect(),
        replaced,
    })
}

/// The message of an invitation.
pub(super) fn message(invitation: InvitationId, recipient: Email, language: Language) -> NewMessage {
    NewMessage {
        kind: MessageKind::Invitation,
        user: None,
        invitation: Some(invitation),
        recipient,
        language,
        detail: json!({}),
    }
}

fn refused(refusal: ClaimRefused) -> InviteRefused {
    match refusal {
        ClaimRefused::Short { short } => InviteRefused::NoSeats { short },
        ClaimRefused::Over => InviteRefused::LicenseOver,
        ClaimRefused::Gone => InviteRefused::Gone("license".to_owned()),
    }
}

async fn insert(
    write: &mut Write,
    emails: &[Email],
    ids: &[InvitationId],
    offer: &Offer,
    language: Language,
    lifetime: Span,
) -> Result<(), Fault> {
    let (organization, now, actor) = (write.organization(), write.now(), write.actor_id());
    for (emails, ids) in emails.chunks(ROWS_AT_ONCE).zip(ids.chunks(ROWS_AT_ONCE)) {
        let mut insert = sql(
            "INSERT INTO invitations (id, organization_id, email, email_key, state, role, group_role, language, department_id,
                label_id, deletion_date, license_id, seat_reserved, invited_by, created_at, expires_at) VALUES ",
        );
        insert.push_rows(emails.iter().zip(ids), |(email, id)| {
            vec![
                id.value(),
                organization.value(),
                email.clone().value(),
                email.key().value(),
                "open".value(),
                offer.role.value(),
                offer.group_role.value(),
                language.value(),
                offer.department.value(),
                offer.label.value(),
                offer.deletion_date.value(),
                offer.license.value(),
                offer.license.is_some().value(),
                actor.value(),
                now.value(),
                (now + lifetime).value(),
            ]
        });
        insert.execute(write).await?;
    }
    let groups: Vec<_> = ids
        .iter()
        .flat_map(|id| offer.groups.iter().map(move |group| (*id, *group)))
        .collect();
    for chunk in groups.chunks(ROWS_AT_ONCE) {
        let mut insert = sql("INSERT INTO invitation_groups (invitation_id, group_id) VALUES ");
        insert.push_rows(chunk, |(id, group)| vec![id.value(), group.value()]);
        insert.push(" ON CONFLICT DO NOTHING");
        insert.execute(write).await?;
    }
    let courses: Vec<_> = ids
        .iter()
        .flat_map(|id| offer.courses.iter().map(move |course| (*id, *course)))
        .collect();
    for chunk in courses.chunks(ROWS_AT_ONCE) {
        let mut insert = sql("INSERT INTO invitation_courses (invitation_id, course_id) VALUES ");
        insert.push_rows(chunk, |(id, course)| vec![id.value(), course.value()]);
        insert.push(" ON CONFLICT DO NOTHING");
        insert.execute(write).await?;
    }
    Ok(())
}
