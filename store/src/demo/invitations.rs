//! Invitations in every state, with the links, messages and reserved seats behind them.

use super::catalog::Academy;
use super::dice::Dice;
use super::names::Names;
use super::person::Person;
use super::rows::row;
use super::tables::Tables;
use domain::access::{GroupRole, Role};
use domain::id::{InvitationId, LedgerLineId, MessageId, SeatId, SecretId, UserId};
use domain::licenses::LedgerKind;
use domain::time::{Span, Timestamp};
use domain::users::Language;

/// What became of an invitation, what of its message, how many days ago it was made, and whether it keeps a seat. The people of
/// those that expired and kept one wait for a new link.
type Sketch = (&'static str, &'static str, i64, bool);

const SKETCHES: [Sketch; 16] = [
    ("open", "queued", 0, true),
    ("open", "queued", 0, false),
    ("open", "sent", 1, true),
    ("open", "sent", 2, false),
    ("open", "sent", 3, true),
    ("open", "failed", 3, false),
    ("open", "sent", 6, true),
    ("open", "sent", 6, false),
    ("canceled", "sent", 12, true),
    ("canceled", "sent", 40, false),
    ("replaced", "sent", 9, true),
    ("replaced", "failed", 33, false),
    ("expired", "sent", 15, true),
    ("expired", "sent", 22, false),
    ("expired", "failed", 60, true),
    ("expired", "sent", 90, false),
];

/// How many accepted invitations are remembered.
pub(super) const ACCEPTED: usize = 8;

/// What an invitation is, apart from its state.
struct Invitation {
    id: InvitationId,
    email: String,
    language: Language,
    created_at: Timestamp,
    expires_at: Timestamp,
    ended_at: Option<Timestamp>,
}

/// Writes invitations: those of `accepted` users, and one of each sketch.
pub(super) fn invite(
    academy: &mut Academy,
    accepted: &[Person],
    by: UserId,
    names: &mut Names,
    tables: &mut Tables,
    dice: &mut Dice,
) {
    for person in accepted {
        let Some(email) = &person.email else { continue };
        let created_at = person.joined_at - Span::hours(20);
        let invitation = Invitation {
            id: dice.id(created_at),
            email: email.as_str().to_owned(),
            language: person.language,
            created_at,
            expires_at: created_at + Span::days(7),
            ended_at: Some(person.joined_at),
        };
        write(
            academy,
            &invitation,
            ("accepted", "sent", 0, false),
            Some(person.id),
            by,
            tables,
            dice,
        );
    }
    for sketch in SKETCHES {
        let (state, _, days, _) = sketch;
        let name = names.draw(dice);
        let created_at = academy.now - Span::days(days) - Span::minutes(dice.below(600));
        let expires_at = created_at + Span::days(7);
        let ended_at = match state {
            "open" => None,
            "expired" => Some(expires_at),
            _ => Some(created_at + Span::hours(30)),
        };
        let invitation = Invitation {
            id: dice.id(created_at),
            email: format!("{}@demo.example", name.local),
            language: name.language,
            created_at,
            expires_at,
            ended_at,
        };
        write(academy, &invitation, sketch, None, by, tables, dice);
    }
}

fn write(
    academy: &mut Academy,
    invitation: &Invitation,
    (state, message, _, keeps_seat): Sketch,
    accepted_by: Option<UserId>,
    by: UserId,
    tables: &mut Tables,
    dice: &mut Dice,
) {
    let Invitation {
        id,
        ref email,
        language,
        created_at,
        expires_at,
        ended_at,
    } = *invitation;
    let opened = message == "sent" && (state == "accepted" || dice.chance(40));
    let opened_at =
        opened.then(|| dice.moment(created_at + Span::minutes(9), ended_at.unwrap_or(academy.now)));
    let license = academy.licenses.first_mut().filter(|_| keeps_seat);
    let license_id = license.as_ref().map(|license| license.id);
    let reserved = state == "open" && keeps_seat;
    let asked_at = ended_at.filter(|_| state == "expired" && keeps_seat);
    tables.invitations.push(row![
        id,
        academy.organization,
        email.as_str(),
        email.to_lowercase(),
        state,
        Role::Member,
        GroupRole::Learner,
        language,
        license_id,
        reserved,
        by,
        created_at,
        expires_at,
        opened_at,
        ended_at,
        accepted_by,
        asked_at,
    ]);
    tables
        .invitation_groups
        .push(row![id, *dice.pick(&academy.groups)]);
    if let Some(license) = license {
        let released = ended_at.map(|at| (LedgerKind::Released, at, state));
        for (kind, at, reason) in [(LedgerKind::Reserved, created_at, "invited")]
            .into_iter()
            .chain(released)
        {
            let line: LedgerLineId = dice.id(at);
            let (seat, user) = (None::<SeatId>, None::<UserId>);
            tables.ledger.push(row![
                line,
                license.id,
                seat,
                user,
                id,
                kind.as_str(),
                reason,
                by,
                at
            ]);
            license.reserved += kind.effect().1;
        }
    }
    if message == "sent" {
        let secret: SecretId = dice.id(created_at);
        let used_at = ended_at.filter(|_| state == "accepted");
        let voided_at = ended_at.filter(|_| state == "canceled" || state == "replaced");
        // The hash of a link that nobody has.
        let hash = dice.bytes::<32>().to_vec();
        let purpose = "invitation";
        tables.secrets.push(row![
            secret,
            academy.organization,
            purpose,
            hash,
            id,
            by,
            created_at,
            expires_at,
            used_at,
            voided_at
        ]);
    }
    let (attempts, answer, finished_at) = match message {
        "queued" => (0, None, None),
        "failed" => (
            1,
            Some("550 5.1.1 no such mailbox"),
            Some(created_at + Span::minutes(1)),
        ),
        _ => (1, Some("250 2.0.0 queued"), Some(created_at + Span::minutes(1))),
    };
    let message_id: MessageId = dice.id(created_at);
    tables.messages.push(row![
        message_id,
        academy.organization,
        "invitation",
        None::<UserId>,
        id,
        email.as_str(),
        language,
        "{}",
        message,
        attempts,
        created_at,
        answer,
        (message != "queued").then_some("You are invited to Harbor Academy"),
        None::<&str>,
        created_at,
        finished_at,
    ]);
}
