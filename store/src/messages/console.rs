//! The outbox in the console: looking, sending again, and reading the link of a message that is kept.

use super::Links;
use super::facts::Facts;
use super::prepare::{Minting, generate, mint};
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{Connection, containing, rows, sql};
use crate::write::{Change, Entry, NewMessage};
use domain::access::{InviteUsers, ManageSettings, Role, SetPasswords, ViewMessages};
use domain::audit::{Action, TargetKind};
use domain::id::{InvitationId, MessageId, OrganizationId, UserId};
use domain::messages::{
    MessageFilter, MessageKind, MessageRow, MessageState, MessageView, Rendered, ResendRefused,
};
use domain::time::Timestamp;
use domain::users::{Email, Language};
use serde_json::json;

rows! {
    struct Found from "messages" {
        id: MessageId,
        kind: MessageKind,
        recipient: Email,
        user_id: Option<UserId>,
        invitation_id: Option<InvitationId>,
        state: MessageState,
        attempts: i64,
        next_attempt_at: Timestamp,
        created_at: Timestamp,
        finished_at: Option<Timestamp>,
        server_answer: Option<String>,
    }
    struct Body from "messages" {
        subject: Option<String>,
        body_text: Option<String>,
        body_html: Option<String>,
    }
    struct Reader from "users" { email: Option<Email>, language: Language }
}

impl From<Found> for MessageRow {
    fn from(found: Found) -> Self {
        Self {
            id: found.id,
            kind: found.kind,
            recipient: found.recipient,
            user: found.user_id,
            invitation: found.invitation_id,
            state: found.state,
            attempts: found.attempts,
            next_attempt_at: found.next_attempt_at,
            created_at: found.created_at,
            finished_at: found.finished_at,
            server_answer: found.server_answer,
        }
    }
}

const COLUMNS: &str =
    "SELECT id, kind, recipient, user_id, invitation_id, state, attempts, next_attempt_at, created_at,
    finished_at, server_answer FROM messages WHERE organization_id = ";

/// At most `most` messages, the newest first, from before `before`.
pub async fn list(
    grant: Grant<ViewMessages>,
    filter: &MessageFilter,
    before: Option<MessageId>,
    most: i64,
) -> Result<Vec<MessageRow>, Fault> {
    let mut statement = sql(COLUMNS);
    statement.push_bind(grant.organization());
    if let Some(state) = filter.state {
        statement.push(" AND state = ").push_bind(state);
    }
    let search = filter.search.trim().to_lowercase();
    if !search.is_empty() {
        statement
            .push(" AND lower(recipient) LIKE ")
            .push_bind(containing(&search))
            .push(" ESCAPE '\\'");
    }
    if let Some(before) = before {
        statement.push(" AND id < ").push_bind(before);
    }
    statement.push(" ORDER BY id DESC LIMIT ").push_bind(most);
    let found: Vec<Found> = statement.fetch_all(&mut grant.read().await?).await?;
    Ok(found.into_iter().map(MessageRow::from).collect())
}

/// Every message about an invitation, the newest first.
pub(crate) async fn of_invitation(
    on: &mut impl Connection,
    organization: OrganizationId,
    invitation: InvitationId,
) -> Result<Vec<MessageRow>, Fault> {
    let mut statement = sql(COLUMNS);
    statement
        .push_bind(organization)
        .push(" AND invitation_id = ")
        .push_bind(invitation)
        .push(" ORDER BY id DESC");
    let found: Vec<Found> = statement.fetch_all(on).await?;
    Ok(found.into_iter().map(MessageRow::from).collect())
}

/// One message with what it says.
pub async fn open(grant: Grant<ViewMessages>, id: MessageId) -> Result<MessageView, Failure<ResendRefused>> {
    let mut reader = grant.read().await?;
    let row = row(&mut reader, &grant, id).await?;
    let body: Body = sql("SELECT subject, body_text, body_html FROM messages WHERE id = $1")
        .bind(id)
        .fetch_one(&mut reader)
        .await?;
    Ok(MessageView {
        row: row.into(),
        subject: body.subject,
        text: body.body_text,
        html: body.body_html,
    })
}

async fn row<P>(
    on: &mut impl Connection,
    grant: &Grant<P>,
    id: MessageId,
) -> Result<Found, Failure<ResendRefused>> {
    let mut statement = sql(COLUMNS);
    statement
        .push_bind(grant.organization())
        .push(" AND id = ")
        .push_bind(id);
    statement.fetch_optional(on).await?.ok_or(Failure::NotFound)
}

/// Queues a message again. Its secret, if it has one, is minted anew, and the link it had becomes void.
pub async fn resend(grant: Grant<ViewMessages>, id: MessageId) -> Result<(), Failure<ResendRefused>> {
    let mut write = grant.write().await?;
    let found = row(&mut write, &grant, id).await?;
    may_handle(&mut write, &grant, &found).await?;
    if found.state == MessageState::Queued {
        return Err(Failure::Refused(ResendRefused::Queued));
    }
    let facts = facts(&mut write, &grant, id).await?;
    if let Some(why) = facts.moot(write.now()) {
        return Err(Failure::Refused(ResendRefused::Moot(why.to_owned())));
    }
    let now = write.now();
    let queued = sql(
        "UPDATE messages SET state = 'queued', attempts = 0, next_attempt_at = $1, finished_at = NULL,
            lease_until = NULL, lease_by = NULL WHERE id = $2 AND state <> 'queued'",
    )
    .bind(now)
    .bind(id)
    .execute(&mut write)
    .await?;
    if queued == 0 {
        return Err(Failure::Refused(ResendRefused::Queued));
    }
    let entry = Entry::new(Action::MessageResent, TargetKind::Message, id)
        .after(json!({ "kind": found.kind, "recipient": found.recipient }));
    Ok(write.commit(Change::of((), entry)).await?)
}

/// The message with its link or password, where no mail server takes it to its reader: somebody hands it over. It is
/// minted at this moment, and what was shown before becomes void.
pub async fn reveal(
    grant: Grant<ViewMessages>,
    id: MessageId,
    links: &Links,
) -> Result<Rendered, Failure<ResendRefused>> {
    let found = row(&mut grant.read().await?, &grant, id).await?;
    if found.state != MessageState::Kept {
        return Err(Failure::Refused(ResendRefused::NotKept));
    }
    if !found.kind.carries_secret() {
        return Err(Failure::Refused(ResendRefused::NoSecret));
    }
    let generated = generate(grant.store(), found.kind, Minting::Now).await?;
    let mut write = grant.write().await?;
    may_handle(&mut write, &grant, &found).await?;
    let facts = facts(&mut write, &grant, id).await?;
    let now = write.now();
    if let Some(why) = facts.moot(now) {
        return Err(Failure::Refused(ResendRefused::Moot(why.to_owned())));
    }
    let secret = mint(&mut write, grant.store(), &facts, generated, Minting::Now).await?;
    let rendered = facts.letter(links, &secret, now).render();
    let entry = Entry::new(Action::MessageRevealed, TargetKind::Message, id)
        .after(json!({ "kind": found.kind, "recipient": found.recipient }));
    Ok(write.commit(Change::of(rendered, entry)).await?)
}

async fn facts(
    on: &mut impl Connection,
    grant: &Grant<ViewMessages>,
    id: MessageId,
) -> Result<Facts, Failure<ResendRefused>> {
    Facts::read(on, grant.organization(), id)
        .await?
        .ok_or(Failure::NotFound)
}

/// Whoever can get hold of a message's secret can become its reader: that takes the right to set passwords, and only
/// below one's own rank; for invitations the right to invite to such a role.
async fn may_handle(
    on: &mut impl Connection,
    grant: &Grant<ViewMessages>,
    found: &Found,
) -> Result<(), Failure<ResendRefused>> {
    let standing = grant.requester().standing();
    let mut role = sql("SELECT role AS value FROM ");
    if let Some(invitation) = found
        .invitation_id
        .filter(|_| found.kind == MessageKind::Invitation)
    {
        standing.permits::<InviteUsers>()?;
        role.push("invitations WHERE id = ").push_bind(invitation);
    } else if let Some(user) = found.user_id {
        standing.permits::<SetPasswords>()?;
        if user == standing.user && !found.kind.carries_secret() {
            return Ok(());
        }
        role.push("users WHERE id = ").push_bind(user);
    } else {
        return Ok(());
    }
    let role: Option<(Role,)> = role.fetch_optional(on).await?;
    let (role,) = role.ok_or(Failure::NotFound)?;
    Ok(grant.reaches(role)?)
}

/// Queues a test message to the one who asks.
pub async fn send_test(grant: Grant<ManageSettings>) -> Result<Email, Failure<ResendRefused>> {
    let mut write = grant.write().await?;
    let user = grant.requester().user();
    let reader: Reader = sql("SELECT email, language FROM users WHERE id = $1")
        .bind(user)
        .fetch_one(&mut write)
        .await?;
    let Some(recipient) = reader.email else {
        return Err(Failure::Refused(ResendRefused::NoAddress));
    };
    let message = NewMessage {
        kind: MessageKind::Test,
        user: Some(user),
        invitation: None,
        recipient: recipient.clone(),
        language: reader.language,
        detail: json!({}),
    };
    let entry = Entry::new(Action::TestMessageSent, TargetKind::User, user);
    Ok(write
        .commit(Change::of(recipient, entry).sending([message]))
        .await?)
}
