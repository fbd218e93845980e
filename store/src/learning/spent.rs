//! Time and points, by day. Pages report the seconds in which they were seen and used; what counts of them, the server
//! decides.

use super::course::hold;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::sql;
use crate::write::Write;
use domain::access::Learn;
use domain::courses::{LearnRefused, countable};
use domain::id::{CourseId, EnrollmentId, UserId};
use domain::time::{Date, Timestamp};
use uuid::Uuid;

/// Something done in a course, to be counted.
pub(super) struct Doing {
    /// What makes it known again: reported twice, it counts once.
    pub(super) event: Uuid,
    pub(super) course: CourseId,
    pub(super) seconds: u64,
    pub(super) xp: u64,
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
    if enrollment.started_at.is_none() {
        return Err(Failure::Refused(LearnRefused::NotBegun));
    }
    let now = write.now();
    let counted_until = day(&mut write, user, now.date()).await?;
    let seconds = countable(seconds, now, counted_until);
    let doing = Doing {
        event,
        course: enrollment.course,
        seconds,
        xp: 0,
    };
    let counted = do_today(&mut write, user, doing).await?;
    Ok(write
        .commit_bookkeeping(if counted { seconds } else { 0 })
        .await?)
}

/// Counts something done today; false if it was counted before.
pub(super) async fn do_today(write: &mut Write, user: UserId, doing: Doing) -> Result<bool, Fault> {
    if doing.seconds == 0 && doing.xp == 0 {
        return Ok(false);
    }
    let now = write.now();
    day(write, user, now.date()).await?;
    let (seconds, xp) = (whole(doing.seconds), whole(doing.xp));
    let new = sql("INSERT INTO activity_events (id, user_id, course_id, at, seconds, xp) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING")
    .bind(doing.event)
    .bind(user)
    .bind(doing.course)
    .bind(now)
    .bind(seconds)
    .bind(xp)
    .execute(write)
    .await?;
    if new == 0 {
        return Ok(false);
    }
    sql("UPDATE activity_days SET seconds = seconds + $1, xp = xp + $2,
            counted_until = CASE WHEN $3 > 0 THEN $4 ELSE counted_until END
         WHERE user_id = $5 AND day = $6")
    .bind(seconds)
    .bind(xp)
    .bind(seconds)
    .bind(now)
    .bind(user)
    .bind(now.date())
    .execute(write)
    .await?;
    Ok(true)
}

/// Makes the day's row if it is not there, holds it until the write ends, and says until when its time is counted.
async fn day(write: &mut Write, user: UserId, day: Date) -> Result<Option<Timestamp>, Fault> {
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
