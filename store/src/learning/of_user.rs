//! What one user can open now, and how much they learn: two tabs of their page.

use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use crate::users::these;
use domain::access::ViewUsers;
use domain::courses::{ActiveDay, Activity, SHOWN_DAYS, UserEnrollment};
use domain::id::{CourseId, EnrollmentId, UserId};
use domain::time::{Date, Timestamp};

rows! {
    pub(crate) struct Found from "enrollments" {
        id: EnrollmentId,
        course_id: CourseId,
        title: String,
        progress: i64,
        due_date: Option<Date>,
        started_at: Option<Timestamp>,
        completed_at: Option<Timestamp>,
        license: Option<String>,
        valid_from: Option<Date>,
        valid_to: Option<Date>,
        license_archived: bool,
        pub(super) certificate: Option<String>,
    }
    struct Total from "activity_days" { seconds: i64, xp: i64 }
    struct Day from "activity_days" { day: Date, seconds: i64, xp: i64 }
}

/// The open enrollments of a user, whose id follows.
pub(super) const OPEN: &str =
    "SELECT e.id, e.course_id, c.title, e.progress, e.due_date, e.started_at, e.completed_at, l.name AS license,
         l.valid_from, l.valid_to, l.archived_at IS NOT NULL AS license_archived, r.certificate
     FROM enrollments e JOIN courses c ON c.id = e.course_id
     LEFT JOIN seats s ON s.id = e.seat_id LEFT JOIN licenses l ON l.id = s.license_id
     LEFT JOIN training_records r ON r.enrollment_id = e.id
     WHERE e.archived_at IS NULL AND e.user_id = ";

/// What is due first comes first, what is completed last.
pub(super) const ORDER: &str = " ORDER BY CASE WHEN e.completed_at IS NULL THEN 0 ELSE 1 END, COALESCE(e.due_date, '9999'), c.title, e.id";

impl Found {
    pub(crate) fn enrollment(self) -> UserEnrollment {
        let term = self.valid_from.zip(self.valid_to);
        UserEnrollment {
            id: self.id,
            course: self.course_id,
            title: self.title,
            progress: super::progress(self.progress),
            due_date: self.due_date,
            started_at: self.started_at,
            completed_at: self.completed_at,
            license: self
                .license
                .zip(term)
                .map(|(name, (first, last))| (name, first, last)),
            license_archived: self.license_archived,
        }
    }
}

/// Everything a user is enrolled in, if the user may be seen.
pub async fn enrollments_of<R>(
    grant: &Grant<ViewUsers>,
    user: UserId,
) -> Result<Vec<UserEnrollment>, Failure<R>> {
    visible(grant, user).await?;
    let mut select = sql(OPEN);
    select.push_bind(user).push(ORDER);
    let found: Vec<Found> = select.fetch_all(&mut grant.read().await?).await?;
    Ok(found.into_iter().map(Found::enrollment).collect())
}

/// What a user did, if the user may be seen.
pub async fn activity_of<R>(grant: &Grant<ViewUsers>, user: UserId) -> Result<Activity, Failure<R>> {
    visible(grant, user).await?;
    let mut reader = grant.read().await?;
    let today = grant.store().now().date();
    let total: Total = sql(
        "SELECT COALESCE(CAST(SUM(seconds) AS BIGINT), 0) AS seconds, COALESCE(CAST(SUM(xp) AS BIGINT), 0) AS xp
         FROM activity_days WHERE user_id = $1",
    )
    .bind(user)
    .fetch_one(&mut reader)
    .await?;
    let days: Vec<Day> =
        sql("SELECT day, seconds, xp FROM activity_days WHERE user_id = $1 AND day > $2 ORDER BY day")
            .bind(user)
            .bind(today.plus_days(-SHOWN_DAYS))
            .fetch_all(&mut reader)
            .await?;
    let count = |number: i64| u64::try_from(number).unwrap_or(0);
    let day = |day: Day| ActiveDay {
        day: day.day,
        seconds: count(day.seconds),
        xp: count(day.xp),
    };
    Ok(Activity {
        seconds: count(total.seconds),
        xp: count(total.xp),
        today,
        days: days.into_iter().map(day).collect(),
    })
}

/// Refuses users out of sight.
pub(crate) async fn visible<R>(grant: &Grant<ViewUsers>, user: UserId) -> Result<(), Failure<R>> {
    let found: Result<_, Fault> = these(grant, &[user]).await;
    if found?.is_empty() {
        Err(Failure::NotFound)
    } else {
        Ok(())
    }
}
