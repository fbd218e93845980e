//! Files of imports: the upload, too large for a server function, and the rows that failed.

use app::api::ApiError;
use app::imports::api::{FILE_PART, FileRequest, NewPlan, REQUEST_PART, Taken, digest};
use axum::extract::Path;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use domain::access::ImportUsers;
use domain::imports::{ImportRefused, Plan};
use store::Requester;
use store::imports::{self, Created, Upload};

type Refused = ApiError<ImportRefused>;

/// `POST /api/imports/file`: takes a file and plans it as authority. Nothing of it is applied before it is confirmed.
pub async fn take(requester: Option<Extension<Requester>>, form: Multipart) -> Response {
    let answer = taken(requester, form).await;
    match &answer {
        Ok(_) => Json(answer).into_response(),
        Err(error) => (error.status(), Json(answer)).into_response(),
    }
}

async fn taken(requester: Option<Extension<Requester>>, form: Multipart) -> Result<Taken, Refused> {
    let Extension(requester) = requester.ok_or(Refused::SignedOut)?;
    let grant = requester.grant::<ImportUsers>()?;
    let (request, file_name, file) = parts(form).await?;
    let upload = Upload {
        file_name,
        file,
        mapping: Some(request.mapping),
        edits: request.edits,
        options: request.options,
    };
    let Created { id, plan } = imports::create(&grant, upload).await?;
    let differs = (digest(&plan) != request.previewed).then(|| new_plan(plan));
    Ok(Taken { id, differs })
}

fn new_plan(plan: Plan) -> NewPlan {
    NewPlan {
        count_to_type: plan.count_to_type(),
        rows: plan.rows,
    }
}

async fn parts(mut form: Multipart) -> Result<(FileRequest, String, Vec<u8>), Refused> {
    let unreadable = |error: MultipartError| Refused::Invalid(error.to_string());
    let mut request = None;
    while let Some(part) = form.next_field().await.map_err(unreadable)? {
        match part.name() {
            Some(REQUEST_PART) => {
                let json = part.bytes().await.map_err(unreadable)?;
                let read = serde_json::from_slice(&json);
                request = Some(read.map_err(|error| Refused::Invalid(error.to_string()))?);
            }
            Some(FILE_PART) => {
                let name = part.file_name().unwrap_or_default().to_owned();
                let file = part.bytes().await.map_err(unreadable)?;
                let request = request.ok_or_else(|| Refused::Invalid(format!("no {REQUEST_PART}")))?;
                return Ok((request, name, file.into()));
            }
            _ => {}
        }
    }
    Err(Refused::Invalid(format!("no {FILE_PART}")))
}

/// `GET /imports/{id}/failing.csv`: the rows that failed, as a file that imports cleanly once mended.
pub async fn failing(requester: Option<Extension<Requester>>, Path(id): Path<String>) -> Response {
    match failing_rows(requester, &id).await {
        Ok(file) => {
            let headers = [
                (CONTENT_TYPE, "text/csv; charset=utf-8"),
                (CONTENT_DISPOSITION, "attachment; filename=\"failing.csv\""),
            ];
            (headers, file).into_response()
        }
        Err(error) => (error.status(), error.to_string()).into_response(),
    }
}

async fn failing_rows(requester: Option<Extension<Requester>>, id: &str) -> Result<Vec<u8>, Refused> {
    let Extension(requester) = requester.ok_or(Refused::SignedOut)?;
    let grant = requester.grant::<ImportUsers>()?;
    let id = id.parse().map_err(|_| Refused::NotFound)?;
    Ok(imports::failing_rows(&grant, id).await?)
}
