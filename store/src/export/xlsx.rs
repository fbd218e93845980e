//! XLSX: typed cells, the header frozen and filtered. Rows go to a temporary file as they come.

use super::lines::{Cell, FIELDS, Lines};
use super::{Outcome, record};
use crate::access::Grant;
use crate::fault::Fault;
use domain::access::ViewUsers;
use domain::licenses::Pick;
use domain::time::Date;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// The rows a sheet has room for, the header's apart (ECMA-376 leaves it open; Excel ends at 2²⁰).
const ROWS: u32 = 1_048_575;

/// Writes those picked to a file; returns how many. More than one sheet takes go to further sheets.
pub async fn xlsx(grant: &Grant<ViewUsers>, pick: Pick, file: &Path) -> Result<u64, Fault> {
    let mut lines = Lines::of(grant, pick).await?;
    let mut book = Workbook::new();
    let mut users = 0;
    let mut page = lines.next().await?;
    loop {
        let mut sheet = Sheet::add(&mut book).map_err(broken)?;
        while let Some(rows) = page.as_mut().filter(|_| sheet.row < ROWS) {
            let room = usize::try_from(ROWS - sheet.row)
                .unwrap_or(usize::MAX)
                .min(rows.len());
            for line in rows.drain(..room) {
                sheet.write(&line).map_err(broken)?;
                users += 1;
            }
            if rows.is_empty() {
                page = lines.next().await?;
            }
        }
        sheet.finish().map_err(broken)?;
        if page.is_none() {
            break;
        }
    }
    book.save(file).map_err(broken)?;
    record(grant, users, "xlsx", Outcome::Whole).await?;
    Ok(users)
}

struct Sheet<'b> {
    sheet: &'b mut Worksheet,
    day: Format,
    /// The last row written.
    row: u32,
}

impl<'b> Sheet<'b> {
    fn add(book: &'b mut Workbook) -> Result<Self, XlsxError> {
        let bold = Format::new().set_bold();
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, field) in (0..).zip(FIELDS) {
            sheet.set_column_width(column, 18)?;
            sheet.write_string_with_format(0, column, field.as_str(), &bold)?;
        }
        Ok(Self {
            sheet,
            day: Format::new().set_num_format("yyyy-mm-dd"),
            row: 0,
        })
    }

    fn write(&mut self, line: &[Cell]) -> Result<(), XlsxError> {
        self.row += 1;
        for (column, cell) in (0..).zip(line) {
            match cell {
                Cell::Text(text) => self.sheet.write_string(self.row, column, text)?,
                Cell::Date(date) => match day(*date) {
                    Some(day) => self
                        .sheet
                        .write_datetime_with_format(self.row, column, day, &self.day)?,
                    None => self.sheet.write_string(self.row, column, date.to_string())?,
                },
                Cell::Empty => continue,
            };
        }
        Ok(())
    }

    fn finish(self) -> Result<(), XlsxError> {
        let last = u16::try_from(FIELDS.len()).unwrap_or(u16::MAX).saturating_sub(1);
        self.sheet.autofilter(0, 0, self.row, last)?;
        Ok(())
    }
}

/// As a spreadsheet counts days; none before 1900, which it does not know.
fn day(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn broken(error: XlsxError) -> Fault {
    Fault::File(std::io::Error::other(error))
}
