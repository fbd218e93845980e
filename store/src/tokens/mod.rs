//! Integration tokens: making and revoking them, letting in whoever presents one, and doing each request once.
//!
//! Tokens are [`secrets`](crate::secrets) that are used many times. Whoever presents one acts for the person who made it, with
//! the rights that this person has now.

mod once;

pub use once::RequestKey;
pub(crate) use once::{Once, Turn};

use crate::access::{Grant, Requester};
use crate::fault::{Failure, Fault};
use crate::secrets::{self, Purpose, Standing, Subject, Token};
use crate::sign_in::standing_of;
use crate::sql::{rows, sql};
use crate::write::{Actor, Change, Entry};
use crate::{Random, Store};
use domain::access::ManageTokens;
use domain::audit::{Action, TargetKind};
use domain::id::{OrganizationId, SecretId, UserId};
use domain::time::{Span, Timestamp};
use domain::tokens::{MOST, TokenLifetime, TokenRefused, TokenRow, TokenScope, TokenTerms};
use domain::users::PersonName;
use serde_json::json;

/// A token that was used within this time is not marked as used again.
const MARK_EVERY: Span = Span::minutes(1);

rows! {
    struct Listed from "secrets" {
        id: SecretId,
        detail: String,
        first_name: PersonName,
        last_name: PersonName,
        created_at: Timestamp,
        expires_at: Timestamp,
        last_seen_at: Option<Timestamp>,
    }
    struct Presented from "secrets" {
        id: SecretId,
        organization_id: OrganizationId,
        user_id: UserId,
        role: domain::access::Role,
        detail: String,
        created_at: Timestamp,
        last_seen_at: Option<Timestamp>,
    }
}

/// The tokens that are good, the newest first: never more than [`MOST`].
pub async fn list(grant: &Grant<ManageTokens>) -> Result<Vec<TokenRow>, Fault> {
    let found: Vec<Listed> = sql(
        "SELECT s.id, s.detail, u.first_name, u.last_name, s.created_at, s.expires_at, s.last_seen_at
         FROM secrets s JOIN users u ON u.id = s.user_id
         WHERE s.organization_id = $1 AND s.purpose = 'token' AND s.voided_at IS NULL AND s.expires_at > $2
         ORDER BY s.id DESC",
    )
    .bind(grant.organization())
    .bind(grant.store().now())
    .fetch_all(&mut grant.read().await?)
    .await?;
    found.into_iter().map(row).collect()
}

fn row(found: Listed) -> Result<TokenRow, Fault> {
    Ok(TokenRow {
        terms: terms(found.id, &found.detail)?,
        id: found.id,
        made_by: format!("{} {}", found.first_name, found.last_name),
        created_at: found.created_at,
        expires_at: found.expires_at,
        last_used_at: found.last_seen_at.filter(|at| *at > found.created_at),
    })
}

fn terms(id: SecretId, detail: &str) -> Result<TokenTerms, Fault> {
    serde_json::from_str(detail).map_err(|error| Fault::Inconsistent {
        table: "secrets",
        column: "detail".to_owned(),
        id: id.to_string(),
        problem: error.to_string(),
    })
}

/// Makes a token. Its text is given out here and never again.
pub async fn make(
    grant: Grant<ManageTokens>,
    name: &str,
    scopes: &[TokenScope],
    lifetime: TokenLifetime,
) -> Result<Token, Failure<TokenRefused>> {
    let terms = TokenTerms::parse(name, scopes).map_err(Failure::Refused)?;
    if list(&grant).await?.len() >= MOST {
        return Err(Failure::Refused(TokenRefused::TooMany));
    }
    let mut write = grant.write().await?;
    let subject = Subject {
        user: Some(grant.requester().user()),
        detail: Some(serde_json::to_string(&terms).map_err(Fault::from)?),
        user_agent: Some(terms.name.clone()),
        ..Subject::default()
    };
    let random: &Random = grant.store().random();
    let token = secrets::mint(&mut write, random, Purpose::Token, subject, lifetime.span()).await?;
    let now = write.now();
    let Standing::Open(made) = secrets::look(&mut write, Purpose::Token, &token, now).await? else {
        return Err(Failure::NotFound);
    };
    let entry = Entry::new(Action::TokenMade, TargetKind::Token, made.id).after(json!({
        "name": terms.name, "scopes": terms.scopes, "expires_at": made.expires_at.to_string(),
    }));
    Ok(write.commit(Change::of(token, entry)).await?)
}

/// Makes a token void at once.
pub async fn revoke(grant: Grant<ManageTokens>, id: SecretId) -> Result<(), Failure<TokenRefused>> {
    let mut write = grant.write().await?;
    let now = write.now();
    let revoked: Option<(String,)> = sql("UPDATE secrets SET voided_at = $1
         WHERE id = $2 AND organization_id = $3 AND purpose = 'token' AND voided_at IS NULL
         RETURNING detail AS value")
    .bind(now)
    .bind(id)
    .bind(grant.organization())
    .fetch_optional(&mut write)
    .await?;
    let Some((detail,)) = revoked else {
        return Err(Failure::NotFound);
    };
    let entry = Entry::new(Action::TokenRevoked, TargetKind::Token, id)
        .before(json!({ "name": terms(id, &detail)?.name }));
    Ok(write.commit(Change::of((), entry)).await?)
}

/// Somebody else's system, let in by a token.
#[derive(Debug, Clone)]
pub struct Integration {
    /// Whom it acts for.
    pub requester: Requester,
    /// The token.
    pub token: SecretId,
    scopes: Vec<TokenScope>,
}

impl Integration {
    /// Whether its token is for this.
    pub fn may(&self, scope: TokenScope) -> bool {
        self.scopes.contains(&scope)
    }
}

/// Who presents a token, if it is good and whoever made it may still make tokens.
pub async fn present(
    store: &Store,
    token: &Token,
    address: Option<String>,
) -> Result<Option<Integration>, Fault> {
    let now = store.now();
    let mut reader = store.read().await?;
    let found: Option<Presented> = sql(
        "SELECT s.id, s.organization_id, s.user_id, u.role, s.detail, s.created_at, s.last_seen_at
         FROM secrets s JOIN users u ON u.id = s.user_id
         WHERE s.hash = $1 AND s.purpose = 'token' AND s.voided_at IS NULL AND s.expires_at > $2 AND u.state = 'active'",
    )
    .bind(token.hash())
    .bind(now)
    .fetch_optional(&mut reader)
    .await?;
    let Some(found) = found else { return Ok(None) };
    let standing = standing_of(&mut reader, found.user_id, found.role).await?;
    drop(reader);
    if standing.permits::<ManageTokens>().is_err() {
        return Ok(None);
    }
    let unmarked = found
        .last_seen_at
        .is_none_or(|at| at <= found.created_at || now - at > MARK_EVERY);
    if unmarked {
        mark(store, &found, now).await?;
    }
    let TokenTerms { name, scopes } = terms(found.id, &found.detail)?;
    let through = address.map_or_else(|| name.clone(), |address| format!("{address} ({name})"));
    Ok(Some(Integration {
        requester: Requester::new(
            store.clone(),
            found.organization_id,
            standing,
            None,
            Some(through),
        ),
        token: found.id,
        scopes,
    }))
}

async fn mark(store: &Store, found: &Presented, now: Timestamp) -> Result<(), Fault> {
    let mut write = store.write(found.organization_id, Actor::System).await?;
    sql("UPDATE secrets SET last_seen_at = $1 WHERE id = $2")
        .bind(now)
        .bind(found.id)
        .execute(&mut write)
        .await?;
    write.commit_bookkeeping(()).await
}
