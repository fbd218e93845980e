//! A file as rows of cells, each row with the line on which it starts.
//!
//! The delimiter is guessed: the one whose columns are best recognized, then the one that gives the most rows equal
//! width. Blank lines are skipped, cells trimmed. A row with too many or too few cells is kept as it is, so that the plan can
//! name its line. Cells can be edited in place; the browser sends its edits along with the untouched file.

use super::field::{Field, bare};
use super::mapping::Mapping;
use super::refusal::FileRefused;
use crate::users::Email;
use csv::StringRecord;
use serde::{Deserialize, Serialize};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableForm {
    /// Headers, and a user a row.
    Users,
    /// No headers, and an address a row: the form that makes invitations.
    Addresses,
}

/// A file that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    form: TableForm,
    delimiter: u8,
    header: Vec<String>,
    rows: Vec<Row>,
}

/// One row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    line: u32,
    cells: StringRecord,
}

/// A cell changed by hand after reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The row, counted from 0.
    pub row: u32,
    /// The column, counted from 0.
    pub column: u32,
    /// What the cell says now.
    pub text: String,
}

/// Delimiters, most common first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// How many records are looked at to guess the delimiter.
const SAMPLE: usize = 100;

/// A last line of our own. If it is not read back as a row of its own, a quotation mark before it was never closed.
const END: &str = "\u{1F}end\u{1F}";

impl Row {
    /// The line of the file on which it starts, counted from 1.
    pub fn line(&self) -> u32 {
        self.line
    }
    /// The text of a cell; empty if the row is too short.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }
    /// How many cells the row has.
    pub fn width(&self) -> usize {
        self.cells.len()
    }
    /// All cells.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }
}

impl Table {
    /// Reads a decoded file.
    pub fn read(text: &str) -> Result<Self, FileRefused> {
        let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
        let (skipped, named) = named_delimiter(&text);
        if !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(END);
        text.push('\n');
        let body = text.get(skipped..).unwrap_or_default();
        let delimiter = named.unwrap_or_else(|| guess_delimiter(body));
        let mut rows = rows(body, delimiter, if skipped == 0 { 1 } else { 2 })?;
        let first = rows.first().ok_or(FileRefused::Empty)?;
        let is_address =
            |row: &Row| Email::parse(row.cell(0)).is_ok() && row.cells().skip(1).all(str::is_empty);
        if is_address(first) {
            return Ok(Self {
                form: TableForm::Addresses,
                delimiter,
                header: Vec::new(),
                rows,
            });
        }
        if first.cells().any(|cell| Email::parse(cell).is_ok()) {
            return Err(FileRefused::NoHeaders);
        }
        let header: Vec<String> = rows.remove(0).cells().map(str::to_owned).collect();
        unequal(&header)?;
        if rows.is_empty() {
            return Err(FileRefused::HeadersOnly);
        }
        Ok(Self {
            form: TableForm::Users,
            delimiter,
            header,
            rows,
        })
    }

    /// What the file holds.
    pub fn form(&self) -> TableForm {
        self.form
    }
    /// The character between cells.
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }
    /// The headers as written; none in a list of addresses.
    pub fn header(&self) -> &[String] {
        &self.header
    }
    /// The rows below the headers.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Writes into one cell. A row that is too short grows up to that cell; false if there is no such row or column.
    pub fn set(&mut self, row: usize, column: usize, text: &str) -> bool {
        let Some(row) = self
            .rows
            .get_mut(row)
            .filter(|row| column < row.width().max(self.header.len()))
        else {
            return false;
        };
        let width = row.width().max(column + 1);
        row.cells = (0..width)
            .map(|i| {
                if i == column {
                    text.trim()
                } else {
                    row.cells.get(i).unwrap_or_default()
                }
            })
            .collect();
        true
    }

    /// Replaces one text by another in every row of a column; how many cells changed.
    pub fn replace_in_column(&mut self, column: usize, from: &str, to: &str) -> usize {
        let found: Vec<usize> = (0..self.rows.len())
            .filter(|i| {
                self.rows
                    .get(*i)
                    .is_some_and(|row| column < row.width() && row.cell(column) == from)
            })
            .collect();
        found.into_iter().filter(|row| self.set(*row, column, to)).count()
    }

    /// Empties every cell of a column.
    pub fn clear_column(&mut self, column: usize) {
        for row in 0..self.rows.len() {
            if self.rows.get(row).is_some_and(|row| column < row.width()) {
                self.set(row, column, "");
            }
        }
    }

    /// Adds an empty column on the right and returns its place, for what the file lacks altogether.
    pub fn add_column(&mut self, field: Field) -> usize {
        let column = self.header.len();
        for row in &mut self.rows {
            if row.width() == column {
                row.cells.push_field("");
            }
        }
        self.header.push(field.as_str().to_owned());
        column
    }

    /// Does again what was done by hand elsewhere: adds the columns that a mapping has beyond those of the file, then
    /// applies the edits in order.
    pub fn apply(&mut self, mapping: &Mapping, edits: &[Edit]) {
        for field in mapping.columns.iter().skip(self.header.len()).flatten() {
            self.add_column(*field);
        }
        for edit in edits {
            if let (Ok(row), Ok(column)) = (usize::try_from(edit.row), usize::try_from(edit.column)) {
                self.set(row, column, &edit.text);
            }
        }
    }
}

/// Excel's first line `sep=;`: its length and the delimiter it names.
fn named_delimiter(text: &str) -> (usize, Option<u8>) {
    let line = text.split('\n').next().unwrap_or_default();
    match line.as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] if DELIMITERS.contains(delimiter) => {
            (line.len() + 1, Some(*delimiter))
        }
        _ => (0, None),
    }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
}

fn guess_delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut reader = reader(text, delimiter);
        let mut records = reader.records().filter_map(Result::ok).take(SAMPLE);
        let header = records.next().unwrap_or_default();
        let known = header
            .iter()
            .filter(|cell| Field::recognize(cell).is_some())
            .count();
        let width = header.len();
        let equal = records
            .filter(|record| width > 1 && record.len() == width)
            .count();
        (known, equal, width)
    };
    // The last of several equal maxima wins, and the most common delimiter should.
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| score(*delimiter))
        .unwrap_or(b',')
}

/// The rows that are not blank. `text` ends with the line [`END`] and starts on `line`.
fn rows(text: &str, delimiter: u8, mut line: u32) -> Result<Vec<Row>, FileRefused> {
    let mut reader = reader(text, delimiter);
    let mut rows: Vec<Row> = Vec::new();
    let mut counted = 0;
    let mut cells = StringRecord::new();
    let mut closed = false;
    // The text is valid UTF-8 and widths are free, so that no record can be refused.
    while reader.read_record(&mut cells).unwrap_or(false) {
        let start = cells.position().map_or(0, csv::Position::byte);
        let before = usize::try_from(start)
            .ok()
            .and_then(|start| text.get(counted..start))
            .unwrap_or_default();
        let blank = text
            .get(counted + before.len()..)
            .map_or(0, |rest| rest.len() - rest.trim_start_matches('\n').len());
        counted += before.len() + blank;
        let breaks = before.bytes().filter(|b| *b == b'\n').count() + blank;
        line = line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        closed = cells.len() == 1 && cells.get(0) == Some(END);
        if !closed && cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row {
                line,
                cells: cells.clone(),
            });
        }
    }
    if closed {
        Ok(rows)
    } else {
        Err(FileRefused::OpenQuote {
            line: rows.last().map_or(line, Row::line),
        })
    }
}

fn unequal(header: &[String]) -> Result<(), FileRefused> {
    let names: Vec<String> = header.iter().map(|name| bare(name)).collect();
    let place = |i: usize| u32::try_from(i + 1).unwrap_or(u32::MAX);
    for (second, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if let Some(first) = names.iter().take(second).position(|earlier| earlier == name) {
            return Err(FileRefused::EqualHeaders {
                name: header.get(second).cloned().unwrap_or_default(),
                first: place(first),
                second: place(second),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
