//! Workbooks: typed cells under a header that is frozen and filtered.
//!
//! Rows go to a temporary file as they come, so that a million need no more memory than a thousand; what a sheet has no room
//! for goes to further sheets. Moments are in UTC, which a spreadsheet cannot say.

use crate::fault::Fault;
use domain::imports::formula::neutralize;
use domain::time::{Date, Timestamp};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use std::path::Path;

/// The rows a sheet has room for, the header's apart (ECMA-376 leaves it open; Excel ends at 2²⁰).
const ROWS: u32 = 1_048_575;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(i64),
    Date(Date),
    Moment(Timestamp),
}

impl Cell {
    /// As it stands in CSV, where a spreadsheet takes nothing in it for a formula.
    pub(crate) fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => neutralize(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Moment(at) => Cow::Owned(at.to_string()),
        }
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.filter(|text| !text.is_empty())
            .map_or(Self::Empty, Self::Text)
    }
}

impl From<Option<i64>> for Cell {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl From<Option<Date>> for Cell {
    fn from(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }
}

impl From<Option<Timestamp>> for Cell {
    fn from(at: Option<Timestamp>) -> Self {
        at.map_or(Self::Empty, Self::Moment)
    }
}

/// A workbook that is being written.
pub(crate) struct Book {
    book: Workbook,
    columns: Vec<&'static str>,
    bold: Format,
    date: Format,
    moment: Format,
    sheet: usize,
    /// The last row written.
    row: u32,
}

impl Book {
    /// A workbook with these columns and no rows.
    pub(crate) fn new(columns: impl IntoIterator<Item = &'static str>) -> Result<Self, Fault> {
        let mut book = Self {
            book: Workbook::new(),
            columns: columns.into_iter().collect(),
            bold: Format::new().set_bold(),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            sheet: 0,
            row: 0,
        };
        book.begin_sheet().map_err(broken)?;
        Ok(book)
    }

    fn begin_sheet(&mut self) -> Result<(), XlsxError> {
        let number = self.book.worksheets().len();
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, heading) in (0..).zip(&self.columns) {
            sheet.set_column_width(column, 20)?;
            sheet.write_string_with_format(0, column, *heading, &self.bold)?;
        }
        (self.sheet, self.row) = (number, 0);
        Ok(())
    }

    fn end_sheet(&mut self) -> Result<(), XlsxError> {
        let last = u16::try_from(self.columns.len())
            .unwrap_or(u16::MAX)
            .saturating_sub(1);
        let sheet = self.book.worksheet_from_index(self.sheet)?;
        sheet.autofilter(0, 0, self.row, last)?;
        Ok(())
    }

    /// Adds a row.
    pub(crate) fn write(&mut self, line: &[Cell]) -> Result<(), Fault> {
        self.add(line).map_err(broken)
    }

    fn add(&mut self, line: &[Cell]) -> Result<(), XlsxError> {
        if self.row == ROWS {
            self.end_sheet()?;
            self.begin_sheet()?;
        }
        self.row += 1;
        let row = self.row;
        let sheet = self.book.worksheet_from_index(self.sheet)?;
        for (column, cell) in (0..).zip(line) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    sheet.write_string(row, column, text)?;
                }
                Cell::Number(number) => {
                    sheet.write_number(row, column, exactly(*number))?;
                }
                Cell::Date(day) => write_time(sheet, (row, column), date(*day), &self.date, day)?,
                Cell::Moment(at) => write_time(sheet, (row, column), moment(*at), &self.moment, at)?,
            }
        }
        Ok(())
    }

    /// Writes the file.
    pub(crate) fn save(mut self, file: &Path) -> Result<(), Fault> {
        self.end_sheet().map_err(broken)?;
        self.book.save(file).map_err(broken)
    }
}

/// Writes a time that spreadsheets know; any other as text.
fn write_time(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    known: Option<ExcelDateTime>,
    format: &Format,
    text: &impl ToString,
) -> Result<(), XlsxError> {
    match known {
        Some(known) => sheet.write_datetime_with_format(row, column, known, format)?,
        None => sheet.write_string(row, column, text.to_string())?,
    };
    Ok(())
}

/// Spreadsheets count in doubles, which hold whole numbers up to 2⁵³; ours are far below.
#[expect(clippy::cast_precision_loss, reason = "counts and scores are far below 2⁵³")]
const fn exactly(number: i64) -> f64 {
    number as f64
}

/// As a spreadsheet counts days; none before 1900, which it does not know.
fn date(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn moment(at: Timestamp) -> Option<ExcelDateTime> {
    ExcelDateTime::from_timestamp(at.as_micros().div_euclid(1_000_000)).ok()
}

fn broken(error: XlsxError) -> Fault {
    Fault::File(std::io::Error::other(error))
}
