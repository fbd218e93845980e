//! The users list as a file: exactly what is listed, or what is ticked, sent as it is read.

use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::{Form, Query};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::access::ViewUsers;
use domain::id::UserId;
use domain::licenses::Pick;
use domain::users::UserFilter;
use futures::stream;
use std::collections::HashMap;
use store::export::{Csv, xlsx};
use store::{Fault, Grant, Requester};
use tempfile::NamedTempFile;
use tokio::io::AsyncReadExt as _;

type Fields = HashMap<String, String>;

/// Bytes of a workbook sent at a time.
const PIECE: usize = 64 * 1024;

/// `GET /users/export?format=…&…`: those that the list of this query shows.
pub async fn listed(requester: Option<Extension<Requester>>, Query(query): Query<Fields>) -> Response {
    let filter = UserFilter::from_pairs(|key| query.get(key).cloned());
    answer(requester, &query, Pick::Matching(filter)).await
}

/// `POST /users/export` with `format` and `ids`: those that are ticked.
pub async fn ticked(requester: Option<Extension<Requester>>, Form(form): Form<Fields>) -> Response {
    let ids = form.get("ids").map(String::as_str).unwrap_or_default();
    let ids: Vec<UserId> = ids.split(',').filter_map(|id| id.parse().ok()).collect();
    answer(requester, &form, Pick::These(ids)).await
}

async fn answer(requester: Option<Extension<Requester>>, fields: &Fields, pick: Pick) -> Response {
    let Some(Extension(requester)) = requester else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let Ok(grant) = requester.grant::<ViewUsers>() else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let file = match fields.get("format").map(String::as_str) {
        Some("xlsx") => workbook(grant, pick).await,
        _ => text(grant, pick).await,
    };
    file.unwrap_or_else(|fault| super::forms::broken(&fault))
}

/// With a byte order mark, since it is for spreadsheets.
async fn text(grant: Grant<ViewUsers>, pick: Pick) -> Result<Response, Fault> {
    let day = grant.store().now().date();
    let file = Csv::of(grant, pick, true).await?;
    let pieces = stream::try_unfold(file, async |mut file| {
        let piece = file
            .next()
            .await
            .inspect_err(|fault| tracing::error!(%fault, "an export broke off"))?;
        Ok::<_, Fault>(piece.map(|piece| (Bytes::from(piece), file)))
    });
    let body = Body::from_stream(Box::pin(pieces));
    Ok(download(
        "text/csv; charset=utf-8",
        format!("users-{day}.csv"),
        body,
    ))
}

/// A workbook is written whole before it is sent: its parts are not known before its end.
async fn workbook(grant: Grant<ViewUsers>, pick: Pick) -> Result<Response, Fault> {
    let day = grant.store().now().date();
    let file = NamedTempFile::new()?;
    xlsx(&grant, pick, file.path()).await?;
    sent(file, workbook_kind(), format!("users-{day}.xlsx")).await
}

/// The type of a workbook.
pub(super) const fn workbook_kind() -> &'static str {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
}

/// Sends a file that is written whole, a piece at a time; then it goes.
pub(super) async fn sent(file: NamedTempFile, kind: &'static str, name: String) -> Result<Response, Fault> {
    let open = tokio::fs::File::open(file.path()).await?;
    let pieces = stream::try_unfold((open, file), async |(mut open, file)| {
        let mut piece = vec![0; PIECE];
        let read = open.read(&mut piece).await?;
        piece.truncate(read);
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(piece), (open, file))))
    });
    Ok(download(kind, name, Body::from_stream(Box::pin(pieces))))
}

pub(super) fn download(kind: &'static str, name: String, body: Body) -> Response {
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, body).into_response()
}
