//! Which invitations a person may deal with: those for roles below their own and, where they invite into their groups alone,
//! those of their own making.

use super::list::push_filter;
use super::{STORED, Stored};
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, ROWS_AT_ONCE, Sql, rows, sql};
use crate::write::Write;
use domain::access::{Denied, InviteUsers, Role, Scope};
use domain::id::{InvitationId, UserId};
use domain::invitations::{InviteRefused, KnownAddresses, MOST_ADDRESSES, Which};
use domain::users::Email;
use std::collections::{HashMap, HashSet};

rows! {
    struct Meant from "invitations" { id: InvitationId, email: Email, role: Role }
    struct Open from "invitations" { email_key: String, role: Role, invited_by: Option<UserId> }
}

/// Why an invitation is not for this person to deal with.
pub(super) fn out_of_reach(
    grant: &Grant<InviteUsers>,
    role: Role,
    invited_by: Option<UserId>,
) -> Option<Denied> {
    match grant.scope() {
        Scope::Organization => grant.reaches(role).err(),
        Scope::Part { user, .. } | Scope::Own(user) => (invited_by != Some(*user))
            .then(|| Denied::NotYourRole("deal with invitations of others".to_owned())),
    }
}

/// Keeps a statement over `invitations i` within what this person sees.
pub(super) fn push_scope(statement: &mut Sql, grant: &Grant<InviteUsers>) {
    if let Scope::Part { user, .. } | Scope::Own(user) = grant.scope() {
        statement.push(" AND i.invited_by = ").push_bind(*user);
    }
}

/// The invitations that are meant and seen. Of those that match a filter, the ones this person may deal with.
pub(super) async fn meant(
    grant: &Grant<InviteUsers>,
    which: &Which,
) -> Result<Vec<(InvitationId, Email)>, Failure<InviteRefused>> {
    let too_many = || Failure::Refused(InviteRefused::TooMany(MOST_ADDRESSES));
    let mut statement = sql("SELECT i.id, i.email, i.role ");
    statement.push(super::list::FROM).push_bind(grant.organization());
    push_scope(&mut statement, grant);
    let reader = &mut grant.read().await?;
    let found: Vec<Meant> = match which {
        Which::These(ids) if ids.len() > MOST_ADDRESSES => return Err(too_many()),
        Which::These(ids) => {
            let mut found = Vec::new();
            for chunk in ids.chunks(ROWS_AT_ONCE) {
                let mut part = statement.clone();
                part.push(" AND i.id IN ").push_list(chunk.iter().copied());
                found.extend(part.fetch_all::<Meant>(reader).await?);
            }
            found
        }
        Which::Matching(filter) => {
            push_filter(&mut statement, filter, grant.store().now());
            let most = i64::try_from(MOST_ADDRESSES).unwrap_or(i64::MAX);
            statement.push(" ORDER BY i.id LIMIT ").push_bind(most + 1);
            let mut found: Vec<Meant> = statement.fetch_all(reader).await?;
            if found.len() > MOST_ADDRESSES {
                return Err(too_many());
            }
            found.retain(|invitation| {
                *grant.scope() != Scope::Organization || grant.reaches(invitation.role).is_ok()
            });
            found
        }
    };
    Ok(found
        .into_iter()
        .map(|invitation| (invitation.id, invitation.email))
        .collect())
}

/// The invitations of these ids, if this person may deal with every one of them.
pub(super) async fn in_reach(
    write: &mut Write,
    grant: &Grant<InviteUsers>,
    ids: &[InvitationId],
) -> Result<Vec<Stored>, Failure<InviteRefused>> {
    let mut found: Vec<Stored> = Vec::new();
    for chunk in ids.chunks(ROWS_AT_ONCE) {
        let mut statement = sql(STORED);
        statement
            .push("organization_id = ")
            .push_bind(grant.organization())
            .push(" AND id IN ")
            .push_list(chunk.iter().copied());
        found.extend(statement.fetch_all::<Stored>(write).await?);
    }
    if found.len() < ids.iter().collect::<HashSet<_>>().len() {
        return Err(Failure::NotFound);
    }
    for stored in &found {
        match (grant.scope(), out_of_reach(grant, stored.role, stored.invited_by)) {
            (_, None) => {}
            (Scope::Organization, Some(denied)) => return Err(Failure::Denied(denied)),
            (Scope::Part { .. } | Scope::Own(_), Some(_)) => return Err(Failure::NotFound),
        }
    }
    Ok(found)
}

/// What is known of these addresses, each of them once.
pub(super) async fn known(
    on: &mut impl Connection,
    grant: &Grant<InviteUsers>,
    emails: &[Email],
) -> Result<KnownAddresses, Fault> {
    let mut accounts = HashSet::new();
    let mut open = HashMap::new();
    for chunk in emails.chunks(ROWS_AT_ONCE) {
        let mut statement = sql("SELECT email_key AS value FROM users WHERE organization_id = ");
        statement
            .push_bind(grant.organization())
            .push(" AND email_key IN ")
            .push_list(chunk.iter().map(Email::key));
        let keys: Vec<(String,)> = statement.fetch_all(on).await?;
        accounts.extend(keys.into_iter().map(|(key,)| key));
        let mut statement = sql(
            "SELECT email_key, role, invited_by FROM invitations WHERE state = 'open' AND organization_id = ",
        );
        statement
            .push_bind(grant.organization())
            .push(" AND email_key IN ")
            .push_list(chunk.iter().map(Email::key));
        let rows: Vec<Open> = statement.fetch_all(on).await?;
        open.extend(rows.into_iter().map(|row| {
            let replaceable = out_of_reach(grant, row.role, row.invited_by).is_none();
            (row.email_key, replaceable)
        }));
    }
    let mut known = KnownAddresses::default();
    for email in emails {
        let key = email.key();
        if accounts.contains(&key) {
            known.accounts.push(email.clone());
        } else if let Some(replaceable) = open.get(&key) {
            let list = if *replaceable {
                &mut known.invited
            } else {
                &mut known.out_of_reach
            };
            list.push(email.clone());
        }
    }
    Ok(known)
}
