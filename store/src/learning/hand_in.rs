//! Handing something in for the contest of a course: a text, or a file.

use super::course::hold;
use super::spent::{Doing, Step, count};
use crate::access::Grant;
use crate::fault::Failure;
use crate::sql::{rows, sql};
use crate::write::{Change, Entry, Write};
use domain::access::Learn;
use domain::audit::{Action, TargetKind};
use domain::courses::{LARGEST_SUBMISSION, LearnRefused, MOST_SUBMISSIONS, SUBMISSION_XP, UserEnrollment};
use domain::id::{EnrollmentId, UserId};
use domain::time::Timestamp;
use serde_json::json;
use uuid::Uuid;

/// What is handed in.
#[derive(Debug, Clone)]
pub struct HandedIn {
    /// The file's name; none for text.
    pub file_name: Option<String>,
    /// The file's bytes, or the text's.
    pub content: Vec<u8>,
    /// What it was given, if it was judged already: up to 100.
    pub score: Option<u8>,
}

impl HandedIn {
    /// Refuses nothing and too much.
    pub(super) fn check(&self) -> Result<(), LearnRefused> {
        if self.content.iter().all(u8::is_ascii_whitespace) {
            return Err(LearnRefused::Empty);
        }
        if self.content.len() > LARGEST_SUBMISSION {
            return Err(LearnRefused::TooLarge);
        }
        Ok(())
    }
}

rows! {
    struct About from "courses" { contest: Option<String>, many: i64 }
}

/// Hands something in.
pub async fn hand_in(
    grant: &Grant<Learn>,
    id: EnrollmentId,
    handed_in: HandedIn,
) -> Result<(), Failure<LearnRefused>> {
    handed_in.check().map_err(Failure::Refused)?;
    let user = grant.requester().user();
    let mut write = grant.write().await?;
    let enrollment = hold(&mut write, user, id).await?;
    let (submission, now) = (Uuid::from(write.new_id::<EnrollmentId>()), write.now());
    let step = hand_over(&mut write, user, &enrollment, submission, now, handed_in).await?;
    let doing = Doing::of(&step, submission, enrollment.course, now);
    count(&mut write, user, &doing).await?;
    let entries = step.entry.into_iter().collect();
    Ok(write.commit(Change::of_many((), entries)).await?)
}

/// Puts something that was checked into the contest of a held enrollment's course.
pub(super) async fn hand_over(
    write: &mut Write,
    user: UserId,
    enrollment: &UserEnrollment,
    submission: Uuid,
    at: Timestamp,
    handed_in: HandedIn,
) -> Result<Step, Failure<LearnRefused>> {
    let refused = |why| Err(Failure::Refused(why));
    enrollment.begun().map_err(Failure::Refused)?;
    let about: About = sql(
        "SELECT c.contest, (SELECT COUNT(*) FROM submissions s WHERE s.course_id = c.id AND s.user_id = $1) AS many
         FROM courses c WHERE c.id = $2",
    )
    .bind(user)
    .bind(enrollment.course)
    .fetch_one(write)
    .await?;
    let Some(contest) = about.contest else {
        return refused(LearnRefused::NoContest);
    };
    if usize::try_from(about.many).unwrap_or(usize::MAX) >= MOST_SUBMISSIONS {
        return refused(LearnRefused::TooMany);
    }
    sql(
        "INSERT INTO submissions (id, user_id, course_id, contest, file_name, content, score, submitted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(submission)
    .bind(user)
    .bind(enrollment.course)
    .bind(contest)
    .bind(handed_in.file_name.as_deref())
    .bind(handed_in.content)
    .bind(handed_in.score.map(i64::from))
    .bind(at)
    .execute(write)
    .await?;
    let entry = Entry::new(Action::Submitted, TargetKind::User, user)
        .after(json!({ "courses": enrollment.title, "file": handed_in.file_name }));
    Ok(Step {
        xp: SUBMISSION_XP,
        entry: Some(entry),
        ..Step::default()
    })
}
