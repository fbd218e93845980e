//! Events: products with a date and a place.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use crate::write::{Change, Entry};
use domain::access::{ManageCourses, ViewCourses};
use domain::audit::{Action, TargetKind};
use domain::courses::{Event, EventForm, ProductRefused};
use domain::id::EventId;
use domain::time::Timestamp;
use serde_json::json;

rows! {
    pub(super) struct Found from "events" {
        id: EventId,
        title: String,
        starts_at: Timestamp,
        place: Option<String>,
        archived_at: Option<Timestamp>,
    }
}

/// What of an event is read, before `FROM events e`.
pub(super) const COLUMNS: &str = "SELECT e.id, e.title, e.starts_at, e.place, e.archived_at ";

impl From<Found> for Event {
    fn from(found: Found) -> Self {
        Self {
            id: found.id,
            title: found.title,
            starts_at: found.starts_at,
            place: found.place,
            archived: found.archived_at.is_some(),
        }
    }
}

/// Every event of the organization, the latest first, archived ones last.
pub async fn events(grant: &Grant<ViewCourses>) -> Result<Vec<Event>, Fault> {
    let mut select = sql(COLUMNS);
    select
        .push("FROM events e WHERE e.organization_id = ")
        .push_bind(grant.organization())
        .push(" ORDER BY CASE WHEN e.archived_at IS NULL THEN 0 ELSE 1 END, e.starts_at DESC, e.id");
    let found: Vec<Found> = select.fetch_all(&mut grant.read().await?).await?;
    Ok(found.into_iter().map(Event::from).collect())
}

/// Makes an event, or changes the one of this id.
pub async fn save_event(
    grant: Grant<ManageCourses>,
    id: Option<EventId>,
    form: EventForm,
) -> Result<EventId, Failure<ProductRefused>> {
    let terms = form.parse().map_err(Failure::Refused)?;
    let mut write = grant.write().await?;
    let organization = write.organization();
    let archived_at = terms.archived.then_some(write.now());
    let (statement, id, action) = match id {
        Some(id) => (
            "UPDATE events SET title = $1, starts_at = $2, place = $3, archived_at = $4
             WHERE id = $5 AND organization_id = $6",
            id,
            Action::EventChanged,
        ),
        None => (
            "INSERT INTO events (title, starts_at, place, archived_at, id, organization_id)
             VALUES ($1, $2, $3, $4, $5, $6)",
            write.new_id(),
            Action::EventCreated,
        ),
    };
    let changed = sql(statement)
        .bind(terms.title.as_str())
        .bind(terms.starts_at)
        .bind(terms.place.as_deref())
        .bind(archived_at)
        .bind(id)
        .bind(organization)
        .execute(&mut write)
        .await?;
    if changed == 0 {
        return Err(Failure::NotFound);
    }
    let after = json!({
        "title": terms.title, "starts_at": terms.starts_at, "place": terms.place, "archived": terms.archived,
    });
    let entry = Entry::new(action, TargetKind::Event, id).after(after);
    Ok(write.commit(Change::of(id, entry)).await?)
}
