//! Handing something in for a contest: a plain form with a text or a file, too large for a server function.

use axum::Extension;
use axum::extract::Path;
use axum::extract::multipart::Multipart;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::access::Learn;
use domain::courses::LearnRefused;
use domain::id::EnrollmentId;
use store::learning::{HandedIn, hand_in};
use store::{Failure, Requester};

/// `POST /my-courses/{id}/submissions`: leads back to the course, which says what became of it.
pub async fn take(
    requester: Option<Extension<Requester>>,
    Path(id): Path<String>,
    form: Multipart,
) -> Response {
    let Some(Extension(requester)) = requester else {
        return Redirect::to("/sign-in?next=/my-courses").into_response();
    };
    let (Ok(id), Ok(grant)) = (id.parse::<EnrollmentId>(), requester.grant::<Learn>()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(handed_in) = read(form).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match hand_in(&grant, id, handed_in).await {
        Ok(()) => Redirect::to(&format!("/my-courses/{id}")).into_response(),
        Err(Failure::Refused(refused)) => {
            Redirect::to(&format!("/my-courses/{id}?refused={}", word(refused))).into_response()
        }
        Err(Failure::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(Failure::Denied(_)) => StatusCode::FORBIDDEN.into_response(),
        Err(Failure::Fault(fault)) => super::forms::broken(&fault),
    }
}

/// The refusal as the page reads it.
fn word(refused: LearnRefused) -> String {
    let word = serde_json::to_value(refused).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}

/// The file if one was chosen, else the text.
async fn read(mut form: Multipart) -> Option<HandedIn> {
    let mut text = Vec::new();
    while let Some(part) = form.next_field().await.ok()? {
        let (name, file_name) = (
            part.name().map(str::to_owned),
            part.file_name().map(str::to_owned),
        );
        let content = part.bytes().await.ok()?;
        match name.as_deref() {
            Some("file") if !content.is_empty() => {
                return Some(HandedIn {
                    file_name,
                    content: content.into(),
                    score: None,
                });
            }
            Some("text") => text = content.into(),
            _ => {}
        }
    }
    Some(HandedIn {
        file_name: None,
        content: text,
        score: None,
    })
}
