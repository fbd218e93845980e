//! What a user handed in for contests, as a file.

use super::export::{XLSX, sent};
use super::granted::Granted;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::ViewUsers;
use domain::id::UserId;
use store::export::{submissions_xlsx, submissions_zip};
use store::{Failure, Fault, Grant};
use tempfile::NamedTempFile;

/// `GET /users/{id}/submissions.zip`: an index, and each file.
pub async fn archive(Granted(grant): Granted<ViewUsers>, Path(id): Path<String>) -> Response {
    answer(grant, &id, Form::Archive).await
}

/// `GET /users/{id}/submissions.xlsx`: the index alone.
pub async fn workbook(Granted(grant): Granted<ViewUsers>, Path(id): Path<String>) -> Response {
    answer(grant, &id, Form::Workbook).await
}

#[derive(Clone, Copy)]
enum Form {
    Archive,
    Workbook,
}

async fn answer(grant: Grant<ViewUsers>, id: &str, form: Form) -> Response {
    let Ok(id) = id.parse() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match written(&grant, id, form).await {
        Ok(response) => response,
        Err(Failure::Denied(_)) => StatusCode::FORBIDDEN.into_response(),
        Err(Failure::NotFound | Failure::Refused(())) => StatusCode::NOT_FOUND.into_response(),
        Err(Failure::Fault(fault)) => super::forms::broken(&fault),
    }
}

async fn written(grant: &Grant<ViewUsers>, id: UserId, form: Form) -> Result<Response, Failure<()>> {
    let file = NamedTempFile::new().map_err(Fault::from)?;
    let (kind, ending) = match form {
        Form::Archive => {
            submissions_zip(grant, id, file.path()).await?;
            ("application/zip", "zip")
        }
        Form::Workbook => {
            submissions_xlsx(grant, id, file.path()).await?;
            (XLSX, "xlsx")
        }
    };
    let day = grant.store().now().date();
    Ok(sent(file, kind, format!("submissions-{day}.{ending}")).await?)
}
