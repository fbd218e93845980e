//! What a user handed in for contests, as one archive: an index, and each file or text; or the index alone as a workbook.
//!
//! One file is held at a time, so that many large ones need no more memory than one.

use super::{Book, Cell};
use crate::access::Grant;
use crate::fault::{Failure, Fault};
use crate::learning::{Submission, submissions_of, submitted};
use crate::write::{Change, Entry};
use domain::access::ViewUsers;
use domain::audit::{Action, TargetKind};
use domain::id::UserId;
use serde_json::json;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const COLUMNS: [&str; 6] = ["number", "course", "contest", "file", "score", "submitted_at"];

/// Writes everything a user handed in to an archive.
pub async fn submissions_zip<R>(
    grant: &Grant<ViewUsers>,
    user: UserId,
    file: &Path,
) -> Result<u64, Failure<R>> {
    let found = submissions_of(grant, user).await?;
    let mut archive = ZipWriter::new(File::create(file).map_err(Fault::from)?);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    archive.start_file("index.csv", options).map_err(broken)?;
    archive.write_all(&index(&found)?).map_err(Fault::from)?;
    for (number, submission) in (1..).zip(&found) {
        let content = submitted(grant, user, submission.id).await?;
        archive
            .start_file(file_name(number, submission), options)
            .map_err(broken)?;
        archive.write_all(&content).map_err(Fault::from)?;
    }
    archive.finish().map_err(broken)?;
    record(grant, user, found.len(), "zip").await?;
    Ok(found.len() as u64)
}

/// Writes the list of what a user handed in to a workbook.
pub async fn submissions_xlsx<R>(
    grant: &Grant<ViewUsers>,
    user: UserId,
    file: &Path,
) -> Result<u64, Failure<R>> {
    let found = submissions_of(grant, user).await?;
    let mut book = Book::new(COLUMNS)?;
    for (number, submission) in (1..).zip(&found) {
        book.write(&line(number, submission))?;
    }
    book.save(file)?;
    record(grant, user, found.len(), "xlsx").await?;
    Ok(found.len() as u64)
}

fn line(number: i64, submission: &Submission) -> [Cell; 6] {
    [
        Cell::Number(number),
        Cell::Text(submission.course.clone()),
        Cell::Text(submission.contest.clone()),
        Cell::Text(file_name(number, submission)),
        submission.score.into(),
        Cell::Moment(submission.submitted_at),
    ]
}

fn index(found: &[Submission]) -> Result<Vec<u8>, Fault> {
    let broken = |error: csv::Error| Fault::File(std::io::Error::other(error));
    let mut bytes = "\u{FEFF}".as_bytes().to_vec();
    let mut file = csv::Writer::from_writer(&mut bytes);
    file.write_record(COLUMNS).map_err(broken)?;
    for (number, submission) in (1..).zip(found) {
        let line = line(number, submission);
        file.write_record(line.iter().map(|cell| cell.plain().into_owned()))
            .map_err(broken)?;
    }
    file.flush()?;
    drop(file);
    Ok(bytes)
}

/// A name that is unique in the archive and harmless on any disk: what leads elsewhere or means something to a shell goes.
fn file_name(number: i64, submission: &Submission) -> String {
    let given = submission.file_name.as_deref().unwrap_or("text.txt");
    let harmless = |c: char| {
        if c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') {
            c
        } else {
            '_'
        }
    };
    let name: String = given.chars().map(harmless).take(100).collect();
    format!("{number:03} {}", name.trim_start_matches('.'))
}

async fn record(grant: &Grant<ViewUsers>, user: UserId, many: usize, format: &str) -> Result<(), Fault> {
    let entry = Entry::new(Action::SubmissionsExported, TargetKind::User, user)
        .after(json!({ "submissions": many, "format": format }));
    grant.write().await?.commit(Change::of((), entry)).await
}

fn broken(error: zip::result::ZipError) -> Fault {
    Fault::File(std::io::Error::other(error))
}
