//! What a letter is made of: the message, the person or invitation it is to, and whether it is still wanted.

use super::Links;
use crate::fault::Fault;
use crate::secrets::Purpose;
use crate::sql::{Connection, rows, sql};
use domain::brand::Brand;
use domain::id::{InvitationId, MessageId, OrganizationId, UserId};
use domain::messages::{Content, Letter, MessageKind};
use domain::settings::Settings;
use domain::time::{Date, Timestamp};
use domain::users::{Email, Language, PersonName, UserState};
use serde::Deserialize;

rows! {
    #[derive(Debug)]
    struct Found from "messages" {
        kind: MessageKind,
        recipient: Email,
        language: Language,
        detail: String,
        created_at: Timestamp,
        organization: String,
        settings: String,
        user_id: Option<UserId>,
        first_name: Option<PersonName>,
        username: Option<String>,
        state: Option<UserState>,
        has_password: Option<bool>,
        must_change_password: Option<bool>,
        invitation_id: Option<InvitationId>,
        invitation_state: Option<String>,
        expires_at: Option<Timestamp>,
        inviter_first_name: Option<PersonName>,
        inviter_last_name: Option<PersonName>,
    }
}

/// What the writer of a message noted for its template; each kind uses some of it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Detail {
    email: Option<Email>,
    on: Option<Date>,
    at: Option<Timestamp>,
    due_date: Option<Date>,
    course: Option<String>,
    made_by: Option<String>,
}

/// A message, with whom it is to.
#[derive(Debug)]
pub(super) struct Facts {
    pub kind: MessageKind,
    pub recipient: Email,
    pub user: Option<UserId>,
    pub invitation: Option<InvitationId>,
    found: Found,
    detail: Detail,
    brand: Brand,
}

/// The secret in a letter, minted now or withheld.
pub(super) enum Secret {
    /// None is needed, or it is not shown: dots stand for it.
    Withheld,
    /// A link's token and its end.
    Token { text: String, expires_at: Timestamp },
    /// A generated password.
    Password(String),
}

const DOTS: &str = "••••••••";

impl Facts {
    /// The facts of a message.
    pub async fn read(
        on: &mut impl Connection,
        organization: OrganizationId,
        id: MessageId,
    ) -> Result<Option<Self>, Fault> {
        let found: Option<Found> = sql(
            "SELECT m.kind, m.recipient, m.language, m.detail, m.created_at, o.name AS organization, o.settings, m.user_id,
                u.first_name, u.username, u.state, u.password_hash IS NOT NULL AS has_password, u.must_change_password,
                m.invitation_id, i.state AS invitation_state, i.expires_at, b.first_name AS inviter_first_name,
                b.last_name AS inviter_last_name
             FROM messages m JOIN organizations o ON o.id = m.organization_id
             LEFT JOIN users u ON u.id = m.user_id
             LEFT JOIN invitations i ON i.id = m.invitation_id
             LEFT JOIN users b ON b.id = i.invited_by
             WHERE m.id = $1 AND m.organization_id = $2",
        )
        .bind(id)
        .bind(organization)
        .fetch_optional(on)
        .await?;
        let Some(found) = found else { return Ok(None) };
        let settings: Settings = serde_json::from_str(&found.settings)?;
        Ok(Some(Self {
            brand: settings.brand,
            kind: found.kind,
            recipient: found.recipient.clone(),
            user: found.user_id,
            invitation: found.invitation_id,
            detail: serde_json::from_str(&found.detail)?,
            found,
        }))
    }

    /// When it was queued.
    pub fn created_at(&self) -> Timestamp {
        self.found.created_at
    }

    /// The new address that a confirmation is for.
    pub fn new_email(&self) -> Option<String> {
        self.detail.email.as_ref().map(ToString::to_string)
    }

    /// When the invitation ends.
    pub fn invitation_ends(&self) -> Option<Timestamp> {
        self.found.expires_at
    }

    /// Why the message need not be sent any more, if that is so.
    pub fn moot(&self, now: Timestamp) -> Option<&'static str> {
        let has_password = self.found.has_password == Some(true);
        let waits_for_own = self.found.must_change_password == Some(true);
        match self.kind {
            MessageKind::Invitation if self.found.invitation_state.as_deref() != Some("open") => {
                Some("the invitation is no longer open")
            }
            MessageKind::Invitation if self.found.expires_at.is_none_or(|end| end <= now) => {
                Some("the invitation has expired")
            }
            _ if self.found.state == Some(UserState::Archived) => Some("the account is archived"),
            MessageKind::GeneratedPassword if !waits_for_own => {
                Some("the person has chosen a password already")
            }
            MessageKind::Activation if has_password => Some("the account is activated already"),
            _ => None,
        }
    }

    /// The letter, with its secret or without.
    pub fn letter(&self, links: &Links, secret: &Secret, now: Timestamp) -> Letter {
        Letter {
            language: self.found.language,
            organization: self.found.organization.clone(),
            brand: self.brand.clone(),
            name: self.found.first_name.as_ref().map(ToString::to_string),
            content: self.content(links, secret, now),
        }
    }

    fn content(&self, links: &Links, secret: &Secret, now: Timestamp) -> Content {
        let (token, expires_at) = match secret {
            Secret::Token { text, expires_at } => (text.as_str(), *expires_at),
            Secret::Withheld | Secret::Password(_) => (DOTS, self.found.expires_at.unwrap_or(now)),
        };
        let link = |purpose| links.secret(purpose, token);
        let at = self.detail.at.unwrap_or(self.found.created_at);
        match self.kind {
            MessageKind::GeneratedPassword => Content::GeneratedPassword {
                username: self.found.username.clone().unwrap_or_default(),
                password: match secret {
                    Secret::Password(password) => password.clone(),
                    Secret::Withheld | Secret::Token { .. } => DOTS.to_owned(),
                },
                sign_in: links.page("/sign-in"),
            },
            MessageKind::Activation => Content::Activation {
                link: link(Purpose::Activation),
                expires_at,
            },
            MessageKind::AccountReady => Content::AccountReady {
                sign_in: links.page("/sign-in"),
            },
            MessageKind::Invitation => Content::Invitation {
                inviter: self.inviter(),
                link: link(Purpose::Invitation),
                expires_at,
            },
            MessageKind::PasswordReset => Content::PasswordReset {
                link: link(Purpose::Reset),
                expires_at,
            },
            MessageKind::PasswordChanged => Content::PasswordChanged { at },
            MessageKind::EmailChanged => Content::EmailChanged {
                email: self.new_email().unwrap_or_default(),
            },
            MessageKind::ConfirmEmail => Content::ConfirmEmail {
                link: link(Purpose::EmailChange),
                expires_at,
            },
            MessageKind::LoginLinkUsed => Content::LoginLinkUsed {
                made_by: self.detail.made_by.clone(),
                at,
            },
            MessageKind::DeletionNotice => Content::DeletionNotice {
                on: self.detail.on.unwrap_or(now.date()),
            },
            MessageKind::CourseDue => Content::CourseDue {
                course: self.detail.course.clone().unwrap_or_default(),
                due: self.detail.due_date,
                courses: links.page("/"),
            },
            MessageKind::InvitationAskedAgain => Content::InvitationAskedAgain {
                email: self.new_email().unwrap_or_default(),
                invitations: links.page("/invitations"),
            },
            MessageKind::Test => Content::Test,
        }
    }

    fn inviter(&self) -> Option<String> {
        let (first, last) = (
            self.found.inviter_first_name.as_ref()?,
            self.found.inviter_last_name.as_ref()?,
        );
        Some(format!("{first} {last}"))
    }
}
