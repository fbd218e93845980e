//! A learner's own courses.

use crate::access::Grant;
use crate::fault::Fault;
use crate::sql::{rows, sql};
use domain::access::Learn;
use domain::id::EnrollmentId;
use domain::time::{Date, Timestamp};

rows! {
    /// A course that somebody is enrolled in.
    #[derive(Debug, Clone)]
    pub struct MyCourse from "enrollments" {
        /// The enrollment.
        pub id: EnrollmentId,
        /// The course's title.
        pub title: String,
        /// Percent done.
        pub progress: i64,
        /// When it is due.
        pub due_date: Option<Date>,
        /// When it was completed.
        pub completed_at: Option<Timestamp>,
        /// The last day on which its license gives access; none for a direct grant.
        pub access_until: Option<Date>,
    }
}

/// The open enrollments of whoever asks: what is due first comes first, what is completed last.
pub async fn my_courses(grant: Grant<Learn>) -> Result<Vec<MyCourse>, Fault> {
    sql("SELECT e.id, c.title, e.progress, e.due_date, e.completed_at, l.valid_to AS access_until
         FROM enrollments e JOIN courses c ON c.id = e.course_id
         LEFT JOIN seats s ON s.id = e.seat_id LEFT JOIN licenses l ON l.id = s.license_id
         WHERE e.user_id = $1 AND e.archived_at IS NULL
         ORDER BY CASE WHEN e.completed_at IS NULL THEN 0 ELSE 1 END, COALESCE(e.due_date, '9999'), c.title, e.id")
    .bind(grant.requester().user())
    .fetch_all(&mut grant.read().await?)
    .await
}
