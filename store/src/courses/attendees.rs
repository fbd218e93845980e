//! Who attends an event.

use super::events::{COLUMNS, Found};
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::learning::visible;
use crate::sql::{Connection, sql};
use crate::users::{Person, named};
use crate::write::{Change, Entry};
use domain::access::{ManageCourses, ViewCourses, ViewUsers};
use domain::audit::{Action, TargetKind};
use domain::courses::{Attendee, AttendeeList, Event, ProductRefused};
use domain::id::{EventId, OrganizationId, UserId};
use serde_json::json;

/// Attendees of a page.
const PAGE: i64 = 100;
/// Events of one person that are listed.
const EVENTS: i64 = 100;

fn attendee(person: Person) -> Attendee {
    Attendee {
        user: person.id,
        name: person.name(),
        contact: person.contact(),
        state: person.state,
    }
}

/// One event.
pub async fn event<R>(grant: &Grant<ViewCourses>, id: EventId) -> Result<Event, Failure<R>> {
    let found = find(&mut grant.read().await?, grant.organization(), id).await?;
    found.ok_or(Failure::NotFound)
}

async fn find(
    on: &mut impl Connection,
    organization: OrganizationId,
    id: EventId,
) -> Result<Option<Event>, Fault> {
    let mut select = sql(COLUMNS);
    select
        .push("FROM events e WHERE e.organization_id = ")
        .push_bind(organization);
    select.push(" AND e.id = ").push_bind(id);
    let found: Option<Found> = select.fetch_optional(on).await?;
    Ok(found.map(Event::from))
}

/// Those who attend an event, from after one of them on.
pub async fn attendees<R>(
    grant: &Grant<ViewCourses>,
    id: EventId,
    after: Option<UserId>,
) -> Result<AttendeeList, Failure<R>> {
    event(grant, id).await?;
    let mut select = sql(
        "SELECT u.id, u.first_name, u.last_name, u.email, u.username, u.state
         FROM event_attendees a JOIN users u ON u.id = a.user_id WHERE a.event_id = ",
    );
    select.push_bind(id);
    if let Some(after) = after {
        select.push(" AND a.user_id > ").push_bind(after);
    }
    select.push(" ORDER BY a.user_id");
    let (found, more) = select
        .fetch_page::<Person>(PAGE, &mut grant.read().await?)
        .await?;
    let attendees: Vec<Attendee> = found.into_iter().map(attendee).collect();
    Ok(AttendeeList {
        next: attendees.last().filter(|_| more).map(|last| last.user),
        attendees,
    })
}

/// The events that a user attends, the latest first, if the user may be seen.
pub async fn events_of<R>(grant: &Grant<ViewUsers>, user: UserId) -> Result<Vec<Event>, Failure<R>> {
    visible(grant, user).await?;
    let mut select = sql(COLUMNS);
    select
        .push("FROM event_attendees a JOIN events e ON e.id = a.event_id WHERE e.archived_at IS NULL AND a.user_id = ")
        .push_bind(user)
        .push(" ORDER BY e.starts_at DESC, e.id LIMIT ")
        .push_bind(EVENTS);
    let found: Vec<Found> = select.fetch_all(&mut grant.read().await?).await?;
    Ok(found.into_iter().map(Event::from).collect())
}

/// Puts somebody down for an event, by email or username. Again it changes nothing.
pub async fn attend(
    grant: Grant<ManageCourses>,
    id: EventId,
    login: &str,
) -> Result<(), Failure<ProductRefused>> {
    let mut write = grant.write().await?;
    let event = find(&mut write, grant.organization(), id)
        .await?
        .ok_or(Failure::NotFound)?;
    let Some(user) = named(&mut write, grant.organization(), login).await? else {
        return Err(Failure::Refused(ProductRefused::Nobody));
    };
    let new = sql("INSERT INTO event_attendees (event_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(id)
        .bind(user)
        .execute(&mut write)
        .await?;
    if new == 0 {
        return Ok(write.unchanged(()).await?);
    }
    let entry =
        Entry::new(Action::EventJoined, TargetKind::User, user).after(json!({ "event": event.title }));
    Ok(write.commit(Change::of((), entry)).await?)
}

/// Takes somebody off an event. Again it changes nothing.
pub async fn stay_away(
    grant: Grant<ManageCourses>,
    id: EventId,
    user: UserId,
) -> Result<(), Failure<ProductRefused>> {
    let mut write = grant.write().await?;
    let event = find(&mut write, grant.organization(), id)
        .await?
        .ok_or(Failure::NotFound)?;
    let gone = sql("DELETE FROM event_attendees WHERE event_id = $1 AND user_id = $2")
        .bind(id)
        .bind(user)
        .execute(&mut write)
        .await?;
    if gone == 0 {
        return Ok(write.unchanged(()).await?);
    }
    let entry = Entry::new(Action::EventLeft, TargetKind::User, user).before(json!({ "event": event.title }));
    Ok(write.commit(Change::of((), entry)).await?)
}
