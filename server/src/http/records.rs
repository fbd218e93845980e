//! Training records as a file: exactly those that the list of the same query shows.

use super::export::{CSV, XLSX, sent};
use super::granted::Granted;
use axum::extract::Query;
use axum::response::Response;
use domain::access::ViewCourses;
use std::collections::HashMap;
use store::records::{Format, RecordFilter, RecordsFile};
use store::{Fault, Grant};
use tempfile::NamedTempFile;

/// `GET /records/export?format=…&q=…&course=…`.
pub async fn export(
    Granted(grant): Granted<ViewCourses>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    written(grant, &query)
        .await
        .unwrap_or_else(|fault| super::forms::broken(&fault))
}

async fn written(grant: Grant<ViewCourses>, query: &HashMap<String, String>) -> Result<Response, Fault> {
    let filter = RecordFilter {
        search: query.get("q").cloned().unwrap_or_default(),
        course: query.get("course").and_then(|id| id.parse().ok()),
    };
    let (format, kind, ending) = match query.get("format").map(String::as_str) {
        Some("xlsx") => (Format::Xlsx, XLSX, "xlsx"),
        _ => (Format::Csv, CSV, "csv"),
    };
    let day = grant.store().now().date();
    let file = NamedTempFile::new()?;
    RecordsFile::of(grant, filter).write(format, file.path()).await?;
    sent(file, kind, format!("training-records-{day}.{ending}")).await
}
