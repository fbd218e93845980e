//! Time and points, by day. Pages report the seconds in which they were seen and used; what counts of them, the server
//! decides.

use super::course::hold;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::sql;
use crate::write::{Entry, Write};
use domain::access::Learn;
use domain::courses::{LearnRefused, countable};
use domain::id::{CourseId, EnrollmentId, UserId};
use domain::time::{Date, Timestamp};
use uuid::Uuid;

/// What a learner did in a held enrollment: what it earned, and what the audit says of it.
#[derive(Default)]
pub(super) struct Step {
    pub(super) seconds: u64,
    pub(super) xp: u64,
    pub(super) entry: Option<Entry>,
}

/// A step to be counted.
pub(super) struct Doing {
    /// What makes it known again: told twice, it counts once.
    event: Uuid,
    course: CourseId,
    at: Timestamp,
    seconds: u64,
    xp: u64,
    /// What else makes it known again, if another system told it.
    digest: Option<Vec<u8>>,
}

impl Doing {
    pub(super) fn of(step: &Step, event: Uuid, course: CourseId, at: Timestamp) -> Self {
        Self {
            event,
            course,
            at,
            seconds: step.seconds,
            xp: step.xp,
            digest: None,
        }
    }

    pub(super) fn known_by(self, digest: &[u8]) -> Self {
        Self {
            digest: Some(digest.to_vec()),
            ..self
        }
    }
}

/// Counts seconds spent in a course that is begun. Returns how many counted.
pub async fn record_time(
    grant: &Grant<Learn>,
    id: EnrollmentId,
    event: Uuid,
    seconds: u64,
) -> Result<u64, Failure<LearnRefused>> {
    let user = grant.requester().user();
    let mut write = grant.write().await?;
    let enrollment = hold(&mut write, user, id).await?;
    enrollment.begun().map_err(Failure::Refused)?;
    let now = write.now();
    let until = counted_until(&mut write, user, now.date()).await?;
    let step = Step {
        seconds: countable(seconds, now, until),
        ..Step::default()
    };
    if step.seconds == 0 {
        return Ok(write.unchanged(0).await?);
    }
    let doing = Doing::of(&step, event, enrollment.course, now);
    let counted = count(&mut write, user, &doing).await?;
    Ok(write
        .commit_bookkeeping(if counted { step.seconds } else { 0 })
        .await?)
}

/// Counts something on its day; false if it was counted before.
pub(super) async fn count(write: &mut Write, user: UserId, doing: &Doing) -> Result<bool, Fault> {
    let (day, earns) = (doing.at.date(), doing.seconds > 0 || doing.xp > 0);
    if earns {
        counted_until(write, user, day).await?;
    }
    let (seconds, xp) = (whole(doing.seconds), whole(doing.xp));
    let new = sql(
        "INSERT INTO activity_events (id, user_id, course_id, at, seconds, xp, digest)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
    )
    .bind(doing.event)
    .bind(user)
    .bind(doing.course)
    .bind(doing.at)
    .bind(seconds)
    .bind(xp)
    .bind(doing.digest.clone())
    .execute(write)
    .await?;
    if new == 0 {
        return Ok(false);
    }
    if !earns {
        return Ok(true);
    }
    sql("UPDATE activity_days SET seconds = seconds + $1, xp = xp + $2,
            counted_until = CASE WHEN $3 > 0 THEN $4 ELSE counted_until END
         WHERE user_id = $5 AND day = $6")
    .bind(seconds)
    .bind(xp)
    .bind(seconds)
    .bind(doing.at)
    .bind(user)
    .bind(day)
    .execute(write)
    .await?;
    Ok(true)
}

/// Makes the day's row if it is not there, holds it until the write ends, and says until when its time is counted.
pub(super) async fn counted_until(
    write: &mut Write,
    user: UserId,
    day: Date,
) -> Result<Option<Timestamp>, Fault> {
    sql("INSERT INTO activity_days (user_id, day, seconds, xp) VALUES ($1, $2, 0, 0) ON CONFLICT DO NOTHING")
        .bind(user)
        .bind(day)
        .execute(write)
        .await?;
    let held: Held = sql(
        "UPDATE activity_days SET seconds = seconds WHERE user_id = $1 AND day = $2 RETURNING counted_until",
    )
    .bind(user)
    .bind(day)
    .fetch_one(write)
    .await?;
    Ok(held.counted_until)
}

crate::sql::rows! {
    struct Held from "activity_days" { counted_until: Option<Timestamp> }
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
