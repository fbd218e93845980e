//! The users list as a file: exactly what is listed, or what is ticked, sent as it is read.

use super::granted::Granted;
use axum::body::{Body, Bytes};
use axum::extract::{Form, Query};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::access::ViewUsers;
use domain::id::UserId;
use domain::licenses::Pick;
use domain::users::UserFilter;
use futures::future::BoxFuture;
use futures::{FutureExt as _, stream};
use std::collections::HashMap;
use store::export::{Csv, xlsx};
use store::{Fault, Grant};
use tempfile::NamedTempFile;
use tokio::io::AsyncReadExt as _;

type Fields = HashMap<String, String>;

/// Bytes of a workbook sent at a time.
const PIECE: usize = 64 * 1024;

/// The type of comma-separated values.
pub(super) const CSV: &str = "text/csv; charset=utf-8";
/// The type of a workbook.
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `GET /users/export?format=…&…`: those that the list of this query shows.
pub async fn listed(Granted(grant): Granted<ViewUsers>, Query(query): Query<Fields>) -> Response {
    let filter = UserFilter::from_pairs(|key| query.get(key).cloned());
    answer(grant, &query, Pick::Matching(filter)).await
}

/// `POST /users/export` with `format` and `ids`: those that are ticked.
pub async fn ticked(Granted(grant): Granted<ViewUsers>, Form(form): Form<Fields>) -> Response {
    let ids = form.get("ids").map(String::as_str).unwrap_or_default();
    let ids: Vec<UserId> = ids.split(',').filter_map(|id| id.parse().ok()).collect();
    answer(grant, &form, Pick::These(ids)).await
}

async fn answer(grant: Grant<ViewUsers>, fields: &Fields, pick: Pick) -> Response {
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
    let body = streamed(file, |file| file.next().boxed());
    Ok(download(CSV, format!("users-{day}.csv"), body))
}

/// Sends the pieces that `next` reads, each when the one before has gone.
pub(super) fn streamed<F: Send + 'static>(
    file: F,
    next: impl for<'a> Fn(&'a mut F) -> BoxFuture<'a, Result<Option<Vec<u8>>, Fault>> + Copy + Send + 'static,
) -> Body {
    Body::from_stream(stream::try_unfold(file, move |mut file| async move {
        let piece = next(&mut file)
            .await
            .inspect_err(|fault| tracing::error!(%fault, "an export broke off"))?;
        Ok::<_, Fault>(piece.map(|piece| (Bytes::from(piece), file)))
    }))
}

/// A workbook is written whole before it is sent: its parts are not known before its end.
async fn workbook(grant: Grant<ViewUsers>, pick: Pick) -> Result<Response, Fault> {
    let day = grant.store().now().date();
    let file = NamedTempFile::new()?;
    xlsx(&grant, pick, file.path()).await?;
    sent(file, XLSX, format!("users-{day}.xlsx")).await
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
