//! What another system reports of learners: the same steps as on their own pages, each once.
//!
//! A report has an id of the other system's making. What was done under it is an activity event of that id, so that a
//! repetition, at the same moment or a month later, by this server or another, finds it done. A refused one leaves nothing
//! behind and can be sent again when the reason is gone.

use super::course::{hold, start};
use super::finish::{advance, progress};
use super::hand_in::{HandedIn, hand_over};
use super::spent::{Doing, Step, count, counted_until};
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use crate::tokens::RequestKey;
use crate::write::{Change, Write};
use domain::access::ReportActivity;
use domain::courses::{
    Counted, HIGHEST_SCORE, Happened, LearnRefused, NamedCourse, NamedUser, Occasion, ReportRefused,
    UserEnrollment, reportable,
};
use domain::id::{CourseId, EnrollmentId, UserId};
use domain::text::fold;
use domain::time::Timestamp;
use domain::users::UserState;
use uuid::Uuid;

type Refusal = Failure<ReportRefused>;

rows! {
    struct Earlier from "activity_events" { digest: Option<Vec<u8>>, seconds: i64 }
    struct Account from "users" { id: UserId, state: UserState }
}

/// Does what an event reports.
pub async fn report(
    grant: &Grant<ReportActivity>,
    key: &RequestKey,
    occasion: &Occasion,
    what: &Happened,
) -> Result<Counted, Refusal> {
    what.plausible().map_err(Failure::Refused)?;
    let mut write = grant.write().await?;
    let (user, enrollment, at) = match arrive(&mut write, key, occasion).await? {
        Arrived::Before(counted) => return Ok(write.unchanged(counted).await?),
        Arrived::New(user, enrollment, at) => (user, *enrollment, at),
    };
    let on = &mut write;
    let step = match what {
        Happened::Started => Ok(start(on, user, &enrollment, at).await?),
        Happened::Time { seconds } => spend(on, user, &enrollment, *seconds, at).await,
        Happened::Lesson { lesson } => learned(what, advance(on, user, &enrollment, Some(*lesson), at).await),
        Happened::Progress { percent } => learned(what, progress(on, &enrollment, *percent).await),
        Happened::Completed => learned(what, advance(on, user, &enrollment, None, at).await),
        Happened::Xp { points } => enrollment
            .begun()
            .map_err(|why| Failure::Refused(why.into()))
            .map(|_| Step {
                xp: *points,
                ..Step::default()
            }),
    }?;
    settle(write, key, user, enrollment.course, at, step).await
}

/// Hands in what somebody made in another system.
pub async fn report_handed_in(
    grant: &Grant<ReportActivity>,
    key: &RequestKey,
    occasion: &Occasion,
    handed_in: HandedIn,
) -> Result<Counted, Refusal> {
    handed_in.check().map_err(|why| Failure::Refused(why.into()))?;
    if handed_in.score.is_some_and(|score| score > HIGHEST_SCORE) {
        return Err(Failure::Refused(ReportRefused::Amount));
    }
    let mut write = grant.write().await?;
    let (user, enrollment, at) = match arrive(&mut write, key, occasion).await? {
        Arrived::Before(counted) => return Ok(write.unchanged(counted).await?),
        Arrived::New(user, enrollment, at) => (user, *enrollment, at),
    };
    let submission = key.id_in(write.organization());
    let step = hand_over(&mut write, user, &enrollment, submission, at, handed_in)
        .await
        .map_err(|failure| failure.map(ReportRefused::from))?;
    settle(write, key, user, enrollment.course, at, step).await
}

enum Arrived {
    /// It was done before.
    Before(Counted),
    /// It is to be done in this enrollment, at this moment; nobody changes the enrollment meanwhile.
    New(UserId, Box<UserEnrollment>, Timestamp),
}

async fn arrive(write: &mut Write, key: &RequestKey, occasion: &Occasion) -> Result<Arrived, Refusal> {
    if let Some(counted) = earlier(write, key).await? {
        return Ok(Arrived::Before(counted));
    }
    let at = occasion.moment(write.now()).map_err(Failure::Refused)?;
    let user = find_user(write, &occasion.user).await?;
    let course = find_course(write, &occasion.course).await?;
    let open: Option<(EnrollmentId,)> = sql(
        "SELECT id AS value FROM enrollments WHERE user_id = $1 AND course_id = $2 AND archived_at IS NULL",
    )
    .bind(user)
    .bind(course)
    .fetch_optional(write)
    .await?;
    let (id,) = open.ok_or(Failure::Refused(ReportRefused::NotEnrolled))?;
    let enrollment = match hold(write, user, id).await {
        Err(Failure::NotFound) => return Err(Failure::Refused(ReportRefused::NotEnrolled)),
        held => held.map_err(|failure| failure.map(ReportRefused::from))?,
    };
    // Whoever did the same while this waited for the enrollment is seen now.
    Ok(match earlier(write, key).await? {
        Some(counted) => Arrived::Before(counted),
        None => Arrived::New(user, Box::new(enrollment), at),
    })
}

/// What was done under this key before, if it was the same.
async fn earlier(write: &mut Write, key: &RequestKey) -> Result<Option<Counted>, Refusal> {
    let id = key.id_in(write.organization());
    let found: Option<Earlier> = sql("SELECT digest, seconds FROM activity_events WHERE id = $1")
        .bind(id)
        .fetch_optional(write)
        .await?;
    let Some(found) = found else { return Ok(None) };
    if found.digest.as_deref() != Some(key.digest()) {
        return Err(Failure::Refused(ReportRefused::IdReused));
    }
    Ok(Some(Counted {
        seconds: u64::try_from(found.seconds).unwrap_or(0),
        repeated: true,
    }))
}

async fn find_user(write: &mut Write, user: &NamedUser) -> Result<UserId, Refusal> {
    let mut select = sql("SELECT id, state FROM users WHERE organization_id = ");
    select.push_bind(write.organization());
    match user {
        NamedUser::Id(id) => select.push(" AND id = ").push_bind(*id),
        NamedUser::Email(email) => select.push(" AND email_key = ").push_bind(email.key()),
        NamedUser::Username(name) => select.push(" AND username_key = ").push_bind(name.key()),
    };
    let found: Option<Account> = select.fetch_optional(write).await?;
    match found {
        None => Err(Failure::Refused(ReportRefused::UnknownUser)),
        Some(account) if account.state == UserState::Active => Ok(account.id),
        Some(_) => Err(Failure::Refused(ReportRefused::NotActive)),
    }
}

async fn find_course(write: &mut Write, course: &NamedCourse) -> Result<CourseId, Refusal> {
    let mut select = sql("SELECT id AS value FROM courses WHERE organization_id = ");
    select.push_bind(write.organization());
    match course {
        NamedCourse::Id(id) => select.push(" AND id = ").push_bind(*id),
        NamedCourse::Reference(reference) => select
            .push(" AND reference_key = ")
            .push_bind(fold(reference.trim())),
    };
    let found: Option<(CourseId,)> = select.fetch_optional(write).await?;
    found.map_or(Err(Failure::Refused(ReportRefused::UnknownCourse)), |(id,)| {
        Ok(id)
    })
}

async fn spend(
    write: &mut Write,
    user: UserId,
    enrollment: &UserEnrollment,
    seconds: u64,
    at: Timestamp,
) -> Result<Step, Refusal> {
    enrollment.begun().map_err(|why| Failure::Refused(why.into()))?;
    let until = counted_until(write, user, at.date()).await?;
    match reportable(seconds, at, until) {
        0 => Err(Failure::Refused(ReportRefused::TimeCounted)),
        seconds => Ok(Step {
            seconds,
            ..Step::default()
        }),
    }
}

fn learned(what: &Happened, step: Result<Step, Failure<LearnRefused>>) -> Result<Step, Refusal> {
    step.map_err(|failure| failure.map(|why| what.refused(why)))
}

/// Counts the step under its id and makes it so.
async fn settle(
    mut write: Write,
    key: &RequestKey,
    user: UserId,
    course: CourseId,
    at: Timestamp,
    step: Step,
) -> Result<Counted, Refusal> {
    let id: Uuid = key.id_in(write.organization());
    let doing = Doing::of(&step, id, course, at).known_by(key.digest());
    if !count(&mut write, user, &doing).await? {
        // In this enrollment nobody did it, so the id was given to something else at the same moment.
        return Err(Failure::Refused(ReportRefused::IdReused));
    }
    let counted = Counted {
        seconds: step.seconds,
        repeated: false,
    };
    let done: Result<Counted, Fault> = match step.entry {
        None => write.commit_bookkeeping(counted).await,
        Some(entry) => write.commit(Change::of(counted, entry)).await,
    };
    Ok(done?)
}
