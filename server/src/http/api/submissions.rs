//! `POST /api/v1/submissions`: what a learner made in another system, a text or a file, handed in for the contest of a course.

use super::occasion::{At, reported_key};
use super::{Peer, Problem, bearer};
use crate::http::Web;
use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::{Extension, Json};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use domain::access::ReportActivity;
use domain::courses::{NamedCourse, NamedUser, Occasion, ReportRefused};
use domain::tokens::TokenScope;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::learning::HandedIn;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Submission {
    id: String,
    at: At,
    user: NamedUser,
    course: NamedCourse,
    content: Content,
    score: Option<u8>,
}

/// What is handed in.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Content {
    Text(String),
    File { name: String, base64: String },
}

/// It is handed in.
#[derive(Debug, Serialize)]
pub struct Answer {
    repeated: bool,
}

/// Hands it in.
pub async fn hand_in(
    Extension(web): Extension<Arc<Web>>,
    peer: Peer,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Answer>, Problem> {
    let integration = bearer(&web, &headers, peer, TokenScope::Submissions).await?;
    let grant = integration.requester.grant::<ReportActivity>()?;
    let asked: Submission = super::read(&body)?;
    let key = reported_key(&asked.id, &body).map_err(|wrong| Problem::unreadable(&wrong))?;
    let occasion = Occasion {
        user: asked.user,
        course: asked.course,
        at: asked.at.0,
    };
    let (file_name, content) = asked.content.read()?;
    let handed_in = HandedIn {
        file_name,
        content,
        score: asked.score,
    };
    let counted = store::learning::report_handed_in(&grant, &key, &occasion, handed_in)
        .await
        .map_err(|failure| Problem::of(failure, |refused: &ReportRefused| refused.code()))?;
    Ok(Json(Answer {
        repeated: counted.repeated,
    }))
}

impl Content {
    /// The file's name, none for a text, and the bytes.
    fn read(self) -> Result<(Option<String>, Vec<u8>), Problem> {
        match self {
            Self::Text(text) => Ok((None, text.into_bytes())),
            Self::File { name, base64 } => {
                let content = BASE64_STANDARD
                    .decode(base64)
                    .map_err(|error| Problem::unreadable(&error))?;
                Ok((Some(name), content))
            }
        }
    }
}
