//! Training records, the latest first. They stay when seats go and users are archived.

use crate::access::Grant;
use crate::fault::Fault;
use crate::learning::progress;
use crate::sql::{Connection, rows, sql};
use crate::users::push_filter;
use domain::access::ViewCourses;
use domain::courses::{RecordList, RecordRow};
use domain::id::{CourseId, TrainingRecordId, UserId};
use domain::time::Timestamp;
use domain::users::{PersonName, UserFilter, UserState};

/// Rows of a page.
const PAGE: i64 = 50;

/// Which records.
#[derive(Debug, Clone, Default)]
pub struct RecordFilter {
    /// Of whom: part of a name, email, username or phone.
    pub search: String,
    /// Of which course.
    pub course: Option<CourseId>,
}

rows! {
    struct Found from "training_records" {
        id: TrainingRecordId,
        user_id: UserId,
        first_name: PersonName,
        last_name: PersonName,
        course_title: String,
        started_at: Option<Timestamp>,
        completed_at: Option<Timestamp>,
        progress: i64,
        recorded_at: Timestamp,
        certificate: Option<String>,
    }
}

/// A page of records, from before one on.
pub async fn list(
    grant: &Grant<ViewCourses>,
    filter: &RecordFilter,
    before: Option<TrainingRecordId>,
) -> Result<RecordList, Fault> {
    page(grant, filter, before, PAGE).await
}

pub(super) async fn page(
    grant: &Grant<ViewCourses>,
    filter: &RecordFilter,
    before: Option<TrainingRecordId>,
    size: i64,
) -> Result<RecordList, Fault> {
    let mut reader = grant.read().await?;
    let kind = reader.kind();
    let mut select = sql(
        "SELECT r.id, r.user_id, u.first_name, u.last_name, r.course_title, r.started_at, r.completed_at, r.progress,
             r.recorded_at, r.certificate
         FROM training_records r JOIN users u ON u.id = r.user_id WHERE r.organization_id = ",
    );
    select.push_bind(grant.organization());
    if let Some(course) = filter.course {
        select.push(" AND r.course_id = ").push_bind(course);
    }
    if !filter.search.trim().is_empty() {
        let users = UserFilter {
            search: filter.search.clone(),
            states: UserState::ALL.to_vec(),
            ..UserFilter::default()
        };
        push_filter(&mut select, kind, &users);
    }
    if let Some(before) = before {
        select.push(" AND r.id < ").push_bind(before);
    }
    select.push(" ORDER BY r.id DESC");
    let (found, more) = select.fetch_page::<Found>(size, &mut reader).await?;
    Ok(RecordList {
        next: found.last().filter(|_| more).map(|row| row.id),
        records: found.into_iter().map(RecordRow::from).collect(),
    })
}

impl From<Found> for RecordRow {
    fn from(found: Found) -> Self {
        Self {
            id: found.id,
            user: found.user_id,
            name: format!("{} {}", found.first_name, found.last_name),
            course: found.course_title,
            started_at: found.started_at,
            completed_at: found.completed_at,
            progress: progress(found.progress),
            recorded_at: found.recorded_at,
            certificate: found.certificate,
        }
    }
}
