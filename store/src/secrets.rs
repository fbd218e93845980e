//! Secrets: sessions, invitations, activations, resets, login links.
//!
//! Each is 256 random bits, given out once and stored only as a SHA-256 hash, with a purpose, an end, and one use by one
//! conditional update. The hash is looked up through a unique index: an attacker who guesses tokens learns nothing from
//! how long that takes, because they do not choose the hash's bits.

use crate::column::Bind;
use crate::fault::Fault;
use crate::sql::{Connection, sql};
use crate::write::Write;
use crate::{Random, sql::rows};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::id::{InvitationId, SecretId, UserId};
use domain::messages::LinkState;
use domain::time::{Span, Timestamp};
use sha2::{Digest, Sha256};

/// What a secret is for; one made for one purpose does nothing for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A signed-in browser.
    Session,
    /// The link of an invitation.
    Invitation,
    /// A one-time login link.
    LoginLink,
    /// A link to choose a new password.
    Reset,
    /// A link to choose the first password.
    Activation,
    /// A link to confirm a new email address.
    EmailChange,
    /// Another system's, used many times.
    Token,
}

impl Purpose {
    /// The word for it in the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Invitation => "invitation",
            Self::LoginLink => "login_link",
            Self::Reset => "reset",
            Self::Activation => "activation",
            Self::EmailChange => "email_change",
            Self::Token => "token",
        }
    }
}

/// A secret in clear, on its way to the one person it is for. Prints as dots.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one.
    pub fn random(random: &Random) -> Result<Self, Fault> {
        let mut bits = [0u8; 32];
        random.fill(&mut bits)?;
        Ok(Self(BASE64_URL_SAFE_NO_PAD.encode(bits)))
    }

    /// One that came back, from a link or a cookie. `None` if it cannot be one.
    pub fn presented(text: &str) -> Option<Self> {
        let fits = text.len() == 43
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        fits.then(|| Self(text.to_owned()))
    }

    /// The text, for the link or the cookie and nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What is stored.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Whom or what a secret speaks for.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    /// The user.
    pub user: Option<UserId>,
    /// The invitation.
    pub invitation: Option<InvitationId>,
    /// What else the purpose needs, such as the new email address.
    pub detail: Option<String>,
    /// The network address of the browser it was made for.
    pub address: Option<String>,
    /// The browser it was made for.
    pub user_agent: Option<String>,
}

rows! {
    /// A secret as it is stored.
    #[derive(Debug, Clone)]
    pub struct Stored from "secrets" {
        /// Its id.
        pub id: SecretId,
        /// The user it speaks for.
        pub user_id: Option<UserId>,
        /// The invitation it speaks for.
        pub invitation_id: Option<InvitationId>,
        /// What else the purpose needs.
        pub detail: Option<String>,
        /// Who made it, if a user did.
        pub made_by: Option<UserId>,
        /// When it ends.
        pub expires_at: Timestamp,
        /// When it was used.
        pub used_at: Option<Timestamp>,
        /// When it was made void.
        pub voided_at: Option<Timestamp>,
    }
}

/// Where a presented secret stands.
#[derive(Debug, Clone)]
pub enum Standing {
    /// Good for one use.
    Open(Stored),
    /// Its time is over.
    Expired(Stored),
    /// Used before.
    Used(Stored),
    /// A newer one took its place, or it was canceled.
    Void(Stored),
    /// Never made, or made for something else.
    Unknown,
}

impl Standing {
    /// As the one who opens the link is told.
    pub const fn state(&self) -> LinkState {
        match self {
            Self::Open(_) => LinkState::Open,
            Self::Expired(_) => LinkState::Expired,
            Self::Used(_) => LinkState::Used,
            Self::Void(_) => LinkState::Void,
            Self::Unknown => LinkState::Unknown,
        }
    }
}

/// Makes a secret. Earlier open ones of the same purpose for the same user or invitation become void, but for sessions and
/// tokens: a person may be signed in on several devices, and let in several systems.
pub async fn mint(
    write: &mut Write,
    random: &Random,
    purpose: Purpose,
    subject: Subject,
    lifetime: Span,
) -> Result<Token, Fault> {
    let now = write.now();
    if !matches!(purpose, Purpose::Session | Purpose::Token) {
        void(write, purpose, &subject).await?;
    }
    let token = Token::random(random)?;
    sql("INSERT INTO secrets (id, organization_id, purpose, hash, user_id, invitation_id, detail, made_by, created_at,
            expires_at, last_seen_at, address, user_agent)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $11, $12)")
        .bind(write.new_id::<SecretId>())
        .bind(write.organization())
        .bind(purpose.as_str())
        .bind(token.hash())
        .bind(subject.user)
        .bind(subject.invitation)
        .bind(subject.detail)
        .bind(write.actor_id())
        .bind(now)
        .bind(now + lifetime)
        .bind(subject.address)
        .bind(subject.user_agent)
        .execute(write)
        .await?;
    Ok(token)
}

/// Makes a subject's open secrets of a purpose void.
pub async fn void(write: &mut Write, purpose: Purpose, subject: &Subject) -> Result<u64, Fault> {
    let now = write.now();
    let mut update = sql("UPDATE secrets SET voided_at = ");
    update
        .push_bind(now)
        .push(" WHERE used_at IS NULL AND voided_at IS NULL AND purpose = ")
        .push_bind(purpose.as_str());
    match (subject.user, subject.invitation) {
        (Some(user), _) => update.push(" AND user_id = ").push_bind(user),
        (None, Some(invitation)) => update.push(" AND invitation_id = ").push_bind(invitation),
        (None, None) => {
            let organization = write.organization();
            update
                .push(" AND user_id IS NULL AND invitation_id IS NULL AND organization_id = ")
                .push_bind(organization)
        }
    };
    update.execute(write).await
}

/// Makes the links of invitations void.
pub async fn void_invitations(write: &mut Write, invitations: &[InvitationId]) -> Result<(), Fault> {
    let now = write.now();
    for chunk in invitations.chunks(crate::sql::ROWS_AT_ONCE) {
        let mut update = sql("UPDATE secrets SET voided_at = ");
        update
            .push_bind(now)
            .push(" WHERE used_at IS NULL AND voided_at IS NULL AND purpose = 'invitation' AND invitation_id IN ")
            .push_list(chunk.iter().copied());
        update.execute(write).await?;
    }
    Ok(())
}

/// Ends every session of the given users.
pub async fn end_sessions(write: &mut Write, users: &[UserId]) -> Result<u64, Fault> {
    let now = write.now();
    let mut ended = 0;
    for chunk in users.chunks(crate::sql::ROWS_AT_ONCE) {
        let mut update = sql("UPDATE secrets SET voided_at = ");
        update.push_bind(now);
        update
            .push(" WHERE voided_at IS NULL AND purpose = 'session' AND user_id IN ")
            .push_list(chunk.iter().map(|id| id.value()));
        ended += update.execute(write).await?;
    }
    Ok(ended)
}

/// Looks at a presented secret without using it up: what a GET may do.
pub async fn look(
    on: &mut impl Connection,
    purpose: Purpose,
    token: &Token,
    now: Timestamp,
) -> Result<Standing, Fault> {
    let found: Option<Stored> = sql(
        "SELECT id, user_id, invitation_id, detail, made_by, expires_at, used_at, voided_at FROM secrets
         WHERE hash = $1 AND purpose = $2",
    )
    .bind(token.hash())
    .bind(purpose.as_str())
    .fetch_optional(on)
    .await?;
    Ok(match found {
        None => Standing::Unknown,
        Some(secret) if secret.used_at.is_some() => Standing::Used(secret),
        Some(secret) if secret.voided_at.is_some() => Standing::Void(secret),
        Some(secret) if secret.expires_at <= now => Standing::Expired(secret),
        Some(secret) => Standing::Open(secret),
    })
}

/// Uses a secret up: of any number of attempts at once, exactly one gets it.
pub async fn consume(write: &mut Write, purpose: Purpose, token: &Token) -> Result<Option<Stored>, Fault> {
    let now = write.now();
    sql("UPDATE secrets SET used_at = $1
         WHERE hash = $2 AND purpose = $3 AND used_at IS NULL AND voided_at IS NULL AND expires_at > $1
         RETURNING id, user_id, invitation_id, detail, made_by, expires_at, used_at, voided_at")
    .bind(now)
    .bind(token.hash())
    .bind(purpose.as_str())
    .fetch_optional(write)
    .await
}
