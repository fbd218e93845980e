//! Training records as a file, a page at a time, so that a million need no more memory than a thousand.

use super::list::{RecordFilter, page};
use crate::access::Grant;
use crate::export::{Book, Cell};
use crate::fault::Fault;
use crate::write::{Change, Entry};
use domain::access::ViewCourses;
use domain::audit::{Action, TargetKind};
use domain::courses::RecordRow;
use domain::id::TrainingRecordId;
use serde_json::json;
use std::io::Write as _;
use std::path::Path;

/// Records read at a time.
const PAGE: i64 = 500;

const COLUMNS: [&str; 7] = [
    "name",
    "course",
    "started_at",
    "completed_at",
    "progress",
    "recorded_at",
    "certificate",
];

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text, for everything.
    Csv,
    /// A workbook.
    Xlsx,
}

/// A file of records to be written.
#[derive(Debug)]
pub struct RecordsFile {
    grant: Grant<ViewCourses>,
    filter: RecordFilter,
    next: Option<TrainingRecordId>,
    ended: bool,
}

impl RecordsFile {
    /// Those of a filter.
    pub fn of(grant: Grant<ViewCourses>, filter: RecordFilter) -> Self {
        Self {
            grant,
            filter,
            next: None,
            ended: false,
        }
    }

    /// Writes the file; returns how many records are in it.
    pub async fn write(mut self, format: Format, file: &Path) -> Result<u64, Fault> {
        let many = match format {
            Format::Csv => self.csv(file).await?,
            Format::Xlsx => self.xlsx(file).await?,
        };
        let organization = self.grant.organization();
        let entry = Entry::new(Action::RecordsExported, TargetKind::Organization, organization)
            .after(json!({ "records": many }));
        self.grant.write().await?.commit(Change::of(many, entry)).await
    }

    async fn next(&mut self) -> Result<Vec<RecordRow>, Fault> {
        if self.ended {
            return Ok(Vec::new());
        }
        let page = page(&self.grant, &self.filter, self.next, PAGE).await?;
        self.next = page.next;
        self.ended = page.next.is_none();
        Ok(page.records)
    }

    /// With a byte order mark, since it is for spreadsheets.
    async fn csv(&mut self, path: &Path) -> Result<u64, Fault> {
        let broken = |error: csv::Error| Fault::File(std::io::Error::other(error));
        let mut out = std::fs::File::create(path)?;
        out.write_all("\u{FEFF}".as_bytes())?;
        let mut file = csv::Writer::from_writer(out);
        file.write_record(COLUMNS).map_err(broken)?;
        let mut many = 0;
        loop {
            let records = self.next().await?;
            if records.is_empty() {
                break;
            }
            for record in &records {
                let cells = line(record);
                file.write_record(cells.iter().map(|cell| cell.plain().into_owned()))
                    .map_err(broken)?;
                many += 1;
            }
        }
        file.flush()?;
        Ok(many)
    }

    async fn xlsx(&mut self, path: &Path) -> Result<u64, Fault> {
        let mut book = Book::new(COLUMNS)?;
        let mut many = 0;
        loop {
            let records = self.next().await?;
            if records.is_empty() {
                break;
            }
            for record in &records {
                book.write(&line(record))?;
                many += 1;
            }
        }
        book.save(path)?;
        Ok(many)
    }
}

fn line(record: &RecordRow) -> [Cell; 7] {
    [
        Cell::Text(record.name.clone()),
        Cell::Text(record.course.clone()),
        record.started_at.into(),
        record.completed_at.into(),
        Cell::Number(record.progress.into()),
        Cell::Moment(record.recorded_at),
        record.certificate.clone().into(),
    ]
}
