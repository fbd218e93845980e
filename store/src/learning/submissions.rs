//! What users handed in for contests: who looks after them takes it out, one user at a time.

use super::of_user::visible;
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::sql::{rows, sql};
use domain::access::ViewUsers;
use domain::id::UserId;
use domain::time::Timestamp;
use uuid::Uuid;

rows! {
    /// Something handed in, without its content.
    #[derive(Debug, Clone)]
    pub struct Submission from "submissions" {
        /// Its id.
        pub id: Uuid,
        /// The course's title.
        pub course: String,
        /// The contest.
        pub contest: String,
        /// The file's name; none for text.
        pub file_name: Option<String>,
        /// What it was given.
        pub score: Option<i64>,
        /// When it was handed in.
        pub submitted_at: Timestamp,
    }
    struct Content from "submissions" { content: Vec<u8> }
}

/// What a user handed in, oldest first, if the user may be seen.
pub async fn submissions_of<R>(
    grant: &Grant<ViewUsers>,
    user: UserId,
) -> Result<Vec<Submission>, Failure<R>> {
    visible(grant, user).await?;
    Ok(sql(
        "SELECT s.id, c.title AS course, s.contest, s.file_name, s.score, s.submitted_at
         FROM submissions s JOIN courses c ON c.id = s.course_id WHERE s.user_id = $1 ORDER BY s.submitted_at, s.id",
    )
    .bind(user)
    .fetch_all(&mut grant.read().await?)
    .await?)
}

/// The content of something that a user handed in; empty if it is gone meanwhile.
pub async fn submitted(grant: &Grant<ViewUsers>, user: UserId, id: Uuid) -> Result<Vec<u8>, Fault> {
    let found: Option<Content> = sql("SELECT content FROM submissions WHERE id = $1 AND user_id = $2")
        .bind(id)
        .bind(user)
        .fetch_optional(&mut grant.read().await?)
        .await?;
    Ok(found.map(|found| found.content).unwrap_or_default())
}
