//! What happened lately: messages of several kinds, saved views, and entries of the audit.

use super::catalog::Academy;
use super::dice::Dice;
use super::person::Person;
use super::rows::row;
use super::tables::Tables;
use domain::audit::{Action, TargetKind};
use domain::id::{AuditId, Id as _, InvitationId, MessageId, UserId};
use domain::messages::MessageKind;
use domain::time::{Span, Timestamp};
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// How many of the newest people are remembered here.
pub(super) const NEWEST: usize = 40;

/// The staff that act in the history.
#[derive(Debug, Clone, Copy)]
pub(super) struct Actors {
    pub owner: UserId,
    pub administrator: UserId,
    pub support: UserId,
}

/// Writes the history, about some people.
pub(super) fn remember(
    academy: &Academy,
    actors: Actors,
    people: &[Person],
    tables: &mut Tables,
    dice: &mut Dice,
) {
    views(actors, tables, dice);
    for (n, person) in people.iter().enumerate() {
        message(academy, n, person, tables, dice);
    }
    for license in &academy.licenses {
        let at = Timestamp::start_of(license.valid_from);
        let target = (TargetKind::License, license.id.uuid());
        entry(
            academy,
            at,
            actors.owner,
            Action::LicenseCreated,
            target,
            None,
            tables,
            dice,
        );
    }
    for (days, actor) in [
        (6, actors.owner),
        (4, actors.administrator),
        (1, actors.support),
        (0, actors.owner),
    ] {
        let at = academy.now - Span::days(days) - Span::hours(2);
        entry(
            academy,
            at,
            actor,
            Action::SignedIn,
            (TargetKind::User, actor.uuid()),
            None,
            tables,
            dice,
        );
    }
    for (n, person) in people.iter().enumerate() {
        let target = (TargetKind::User, person.id.uuid());
        let ago = academy.now - Span::hours(5 * i64::try_from(n).unwrap_or(0) + 3);
        let at = dice.moment(person.joined_at.max(ago), academy.now);
        let (actor, action, detail) = match n % 6 {
            0 => (actors.administrator, Action::GroupsChanged, None),
            1 => (
                actors.support,
                Action::UserChanged,
                Some((json!({ "phone": null }), json!({ "phone": "+49302312500" }))),
            ),
            2 => (
                actors.support,
                Action::LoginLinkMade,
                Some((
                    Json::Null,
                    json!({ "reason": "lost phone, identity checked by call-back" }),
                )),
            ),
            3 => (actors.administrator, Action::CoursesAssigned, None),
            4 => (actors.administrator, Action::UserNotified, None),
            _ => (actors.owner, Action::PasswordChanged, None),
        };
        entry(
            academy,
            person.joined_at,
            actors.administrator,
            Action::UserCreated,
            target,
            None,
            tables,
            dice,
        );
        entry(academy, at, actor, action, target, detail, tables, dice);
    }
    let (at, target) = (
        academy.now - Span::hours(30),
        (TargetKind::Organization, academy.organization.uuid()),
    );
    let detail = Some((Json::Null, json!({ "users": 212, "format": "xlsx" })));
    entry(
        academy,
        at,
        actors.administrator,
        Action::UsersExported,
        target,
        detail,
        tables,
        dice,
    );
}

fn views(actors: Actors, tables: &mut Tables, dice: &mut Dice) {
    for user in [actors.owner, actors.administrator] {
        for (name, query) in [
            ("Never accessed", "never_accessed=yes"),
            ("Waiting for approval", "status=pending"),
        ] {
            tables.views.push(row![dice.uuid(), user, name, query]);
        }
    }
}

/// A message to a person: mostly sent, some kept, failed or tried again.
fn message(academy: &Academy, n: usize, person: &Person, tables: &mut Tables, dice: &mut Dice) {
    let Some(email) = &person.email else { return };
    let at = dice.moment(person.joined_at, academy.now);
    let minute = at + Span::minutes(1);
    let (kind, subject, text) = match n % 3 {
        0 => (
            MessageKind::AccountReady,
            "Your account is ready",
            "Your account at Harbor Academy is ready. Welcome aboard!",
        ),
        1 => (
            MessageKind::CourseDue,
            "A course is due soon",
            "Safety basics is due in a week. Three short lessons are left.",
        ),
        _ => (
            MessageKind::PasswordChanged,
            "Your password was changed",
            "If that was not you, tell an administrator now.",
        ),
    };
    let (state, attempts, next, answer, finished_at) = match n % 10 {
        3 => ("kept", 0, at, None, Some(minute)),
        5 => (
            "failed",
            6,
            at,
            Some("550 5.7.1 message refused"),
            Some(at + Span::hours(5)),
        ),
        7 => (
            "queued",
            2,
            academy.now + Span::hours(1),
            Some("451 4.7.1 greylisted, try again later"),
            None,
        ),
        _ => ("sent", 1, at, Some("250 2.0.0 queued"), Some(minute)),
    };
    let id: MessageId = dice.id(at);
    tables.messages.push(row![
        id,
        academy.organization,
        kind.as_str(),
        person.id,
        None::<InvitationId>,
        email.as_str(),
        person.language,
        "{}",
        state,
        attempts,
        next,
        answer,
        (state != "queued").then_some(subject),
        (state != "queued").then_some(text),
        at,
        finished_at,
    ]);
}

#[expect(
    clippy::too_many_arguments,
    reason = "an entry is who, when, what, to whom, before and after"
)]
fn entry(
    academy: &Academy,
    at: Timestamp,
    actor: UserId,
    action: Action,
    (kind, target): (TargetKind, Uuid),
    detail: Option<(Json, Json)>,
    tables: &mut Tables,
    dice: &mut Dice,
) {
    let id: AuditId = dice.id(at);
    let (before, after) = detail.unzip();
    let text = |json: Option<Json>| json.filter(|json| !json.is_null()).map(|json| json.to_string());
    tables.audit.push(row![
        id,
        academy.organization,
        at,
        "user",
        actor,
        action.as_str(),
        kind.as_str(),
        target,
        text(before),
        text(after),
        "192.0.2.17",
    ]);
}
