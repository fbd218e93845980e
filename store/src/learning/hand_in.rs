//! Handing something in for the contest of a course: a text, or a file.

use super::course::hold;
use super::spent::{Doing, do_today};
use crate::access::Grant;
use crate::fault::Failure;
use crate::sql::{rows, sql};
use crate::write::{Change, Entry};
use domain::access::Learn;
use domain::audit::{Action, TargetKind};
use domain::courses::{LARGEST_SUBMISSION, LearnRefused, MOST_SUBMISSIONS, SUBMISSION_XP};
use domain::id::EnrollmentId;
use serde_json::json;
use uuid::Uuid;

/// What is handed in.
#[derive(Debug, Clone)]
pub struct HandedIn {
    /// The file's name; none for text.
    pub file_name: Option<String>,
    /// The file's bytes, or the text's.
    pub content: Vec<u8>,
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
    let refused = |why| Err(Failure::Refused(why));
    if handed_in.content.iter().all(u8::is_ascii_whitespace) {
        return refused(LearnRefused::Empty);
    }
    if handed_in.content.len() > LARGEST_SUBMISSION {
        return refused(LearnRefused::TooLarge);
    }
    let user = grant.requester().user();
    let mut write = grant.write().await?;
    let enrollment = hold(&mut write, user, id).await?;
    if enrollment.started_at.is_none() {
        return refused(LearnRefused::NotBegun);
    }
    let about: About = sql(
        "SELECT c.contest, (SELECT COUNT(*) FROM submissions s WHERE s.course_id = c.id AND s.user_id = $1) AS many
         FROM courses c WHERE c.id = $2",
    )
    .bind(user)
    .bind(enrollment.course)
    .fetch_one(&mut write)
    .await?;
    let Some(contest) = about.contest else {
        return refused(LearnRefused::NoContest);
    };
    if usize::try_from(about.many).unwrap_or(usize::MAX) >= MOST_SUBMISSIONS {
        return refused(LearnRefused::TooMany);
    }
    let (submission, now) = (Uuid::from(write.new_id::<EnrollmentId>()), write.now());
    sql(
        "INSERT INTO submissions (id, user_id, course_id, contest, file_name, content, submitted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(submission)
    .bind(user)
    .bind(enrollment.course)
    .bind(contest)
    .bind(handed_in.file_name.as_deref())
    .bind(handed_in.content)
    .bind(now)
    .execute(&mut write)
    .await?;
    let doing = Doing {
        event: submission,
        course: enrollment.course,
        seconds: 0,
        xp: SUBMISSION_XP,
    };
    do_today(&mut write, user, doing).await?;
    let entry = Entry::new(Action::Submitted, TargetKind::User, user)
        .after(json!({ "courses": enrollment.title, "file": handed_in.file_name }));
    Ok(write.commit(Change::of((), entry)).await?)
}
