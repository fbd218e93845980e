//! What is due: the lists of it, and the messages a week and a day before, and on the day.

use super::list::PAGE;
use crate::access::Grant;
use crate::fault::Fault;
use crate::learning::progress;
use crate::sql::{Connection, rows, sql};
use crate::write::{Actor, Change, Entry, NewMessage};
use crate::{Kind, Store, organization};
use domain::access::ViewCourses;
use domain::audit::{Action, TargetKind};
use domain::courses::{Due, DueList, DueRow};
use domain::id::{EnrollmentId, OrganizationId, UserId};
use domain::messages::MessageKind;
use domain::time::Date;
use domain::users::{Email, Language, PersonName};
use serde_json::json;

/// Days before the due date on which the first message goes out.
const FIRST_NOTICE: i32 = 7;
/// Messages in one transaction.
const AT_ONCE: i64 = 200;

rows! {
    struct Listed from "enrollments" {
        id: EnrollmentId,
        user_id: UserId,
        first_name: PersonName,
        last_name: PersonName,
        title: String,
        due_date: Date,
        progress: i64,
    }
    struct Reminded from "enrollments" {
        id: EnrollmentId,
        user_id: UserId,
        email: Option<Email>,
        language: Language,
        title: String,
        due_date: Date,
    }
}

/// What is due, the oldest first, from after an enrollment on.
pub async fn due(
    grant: &Grant<ViewCourses>,
    which: Due,
    after: Option<EnrollmentId>,
) -> Result<DueList, Fault> {
    let today = grant.store().now().date();
    let mut select = sql(
        "SELECT e.id, e.user_id, u.first_name, u.last_name, c.title, e.due_date, e.progress
         FROM enrollments e JOIN users u ON u.id = e.user_id JOIN courses c ON c.id = e.course_id
         WHERE e.archived_at IS NULL AND e.completed_at IS NULL AND u.state = 'active' AND e.organization_id = ",
    );
    select.push_bind(grant.organization());
    match which {
        Due::Overdue => select.push(" AND e.due_date < ").push_bind(today),
        Due::Soon => select
            .push(" AND e.due_date >= ")
            .push_bind(today)
            .push(" AND e.due_date <= ")
            .push_bind(today.plus_days(FIRST_NOTICE)),
    };
    if let Some(after) = after {
        select
            .push(" AND (e.due_date, e.id) > (SELECT a.due_date, a.id FROM enrollments a WHERE a.id = ")
            .push_bind(after)
            .push(")");
    }
    select.push(" ORDER BY e.due_date, e.id");
    let (found, more) = select
        .fetch_page::<Listed>(PAGE, &mut grant.read().await?)
        .await?;
    let row = |row: &Listed| DueRow {
        id: row.id,
        user: row.user_id,
        name: format!("{} {}", row.first_name, row.last_name),
        course: row.title.clone(),
        due_date: row.due_date,
        progress: progress(row.progress),
    };
    Ok(DueList {
        rows: found.iter().map(row).collect(),
        next: found.last().filter(|_| more).map(|row| row.id),
    })
}

/// Reminds learners of what is due, some at a time; how many it was about.
pub async fn remind(store: &Store) -> Result<u64, Fault> {
    let mut many = 0;
    for organization in organization::all(store).await? {
        many += remind_in(store, organization).await?;
    }
    Ok(many)
}

async fn remind_in(store: &Store, organization: OrganizationId) -> Result<u64, Fault> {
    let today = store.now().date();
    // Looked at first without holding up those who write.
    if waiting(&mut store.read().await?, organization, today, false)
        .await?
        .is_empty()
    {
        return Ok(0);
    }
    let mut write = store.write(organization, Actor::System).await?;
    let found = waiting(&mut write, organization, today, true).await?;
    if found.is_empty() {
        return write.unchanged(0).await;
    }
    for stage in [1, 2, 3] {
        let of: Vec<EnrollmentId> = found
            .iter()
            .filter(|row| self::stage(row.due_date, today) == stage)
            .map(|row| row.id)
            .collect();
        if !of.is_empty() {
            let mut update = sql("UPDATE enrollments SET reminded = ");
            update.push_bind(stage).push(" WHERE id IN ").push_list(of);
            update.execute(&mut write).await?;
        }
    }
    let message = |row: &Reminded| {
        Some(NewMessage {
            kind: MessageKind::CourseDue,
            user: Some(row.user_id),
            invitation: None,
            recipient: row.email.clone()?,
            language: row.language,
            detail: json!({ "course": row.title, "due_date": row.due_date }),
        })
    };
    let messages: Vec<NewMessage> = found.iter().filter_map(message).collect();
    let entry = |row: &Reminded| {
        Entry::new(Action::UserNotified, TargetKind::User, row.user_id)
            .after(json!({ "courses": row.title, "due_date": row.due_date }))
    };
    let entries = found.iter().map(entry).collect();
    let many = found.len() as u64;
    write
        .commit(Change::of_many(many, entries).sending(messages))
        .await
}

/// The message that belongs to a due date: 1 within a week, 2 on the day before, 3 on the day.
fn stage(due: Date, today: Date) -> i64 {
    match due.days_since(today) {
        ..=0 => 3,
        1 => 2,
        _ => 1,
    }
}

/// Those whose message has not gone out: the course can be opened, and is due within a week.
async fn waiting(
    on: &mut impl Connection,
    organization: OrganizationId,
    today: Date,
    hold: bool,
) -> Result<Vec<Reminded>, Fault> {
    let mut select = sql(
        "SELECT e.id, e.user_id, u.email, u.language, c.title, e.due_date
         FROM enrollments e JOIN users u ON u.id = e.user_id JOIN courses c ON c.id = e.course_id
         LEFT JOIN seats s ON s.id = e.seat_id LEFT JOIN licenses l ON l.id = s.license_id
         WHERE e.archived_at IS NULL AND e.completed_at IS NULL AND u.state = 'active' AND e.organization_id = ",
    );
    select
        .push_bind(organization)
        .push(" AND e.due_date >= ")
        .push_bind(today)
        .push(" AND e.due_date <= ")
        .push_bind(today.plus_days(FIRST_NOTICE))
        .push(" AND e.reminded < CASE e.due_date WHEN ")
        .push_bind(today)
        .push(" THEN 3 WHEN ")
        .push_bind(today.plus_days(1))
        .push(" THEN 2 ELSE 1 END AND (l.id IS NULL OR (l.archived_at IS NULL AND l.valid_from <= ")
        .push_bind(today)
        .push(" AND l.valid_to >= ")
        .push_bind(today)
        .push(")) ORDER BY e.due_date, e.id LIMIT ")
        .push_bind(AT_ONCE);
    if hold && on.kind() == Kind::Postgres {
        select.push(" FOR UPDATE OF e SKIP LOCKED");
    }
    select.fetch_all(on).await
}
