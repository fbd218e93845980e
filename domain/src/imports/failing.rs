//! The rows that failed, as a file of their own: the same columns, with a first one that says what is wrong.
//!
//! The error column is known and ignored by the next import, so that the file imports cleanly once mended. It comes
//! first, because a row with too many or too few cells would push it out of place at the end.

use super::field::Field;
use super::formula::{neutralize, restore};
use super::mapping::Mapping;
use super::problem::Problem;
use super::table::Table;

/// The header of the column with the errors.
pub const ERROR_HEADER: &str = "error";

/// Rows of a table by their place, each with its problems ([`super::Plan::failing`]), in UTF-8 with a byte order mark, so
/// that spreadsheets read it right. Cells that a spreadsheet would run are neutralized, passwords excepted.
pub fn failing_rows<'p>(
    table: &Table,
    mapping: &Mapping,
    failing: impl IntoIterator<Item = (usize, &'p [Problem])>,
) -> Vec<u8> {
    let password = mapping.column(Field::Password);
    let old_errors = table.header().iter().position(|header| header == ERROR_HEADER);
    let kept = |column: &usize| Some(*column) != old_errors;
    let mut file = String::from('\u{FEFF}');
    let columns = (0..table.header().len()).filter(kept);
    let header = columns
        .filter_map(|column| table.header().get(column))
        .map(String::as_str);
    write_row(
        &mut file,
        table.delimiter(),
        std::iter::once(ERROR_HEADER).chain(header),
    );
    for (place, problems) in failing {
        let Some(row) = table.rows().get(place) else {
            continue;
        };
        let problems: Vec<String> = problems
            .iter()
            .map(|problem| match problem.field {
                Some(field) => format!("{field}: {}", problem.message),
                None => problem.message.clone(),
            })
            .collect();
        let mut cells = vec![problems.join("; ")];
        for column in (0..row.width()).filter(kept) {
            let cell = row.cell(column);
            cells.push(if Some(column) == password {
                cell.to_owned()
            } else {
                neutralize(restore(cell)).into_owned()
            });
        }
        write_row(&mut file, table.delimiter(), cells.iter().map(String::as_str));
    }
    file.into_bytes()
}

/// One row by RFC 4180. The writer of the `csv` crate brings tables for reading floating-point numbers, which would cost
/// every page of the browser 13 kB.
fn write_row<'c>(file: &mut String, delimiter: char, cells: impl Iterator<Item = &'c str>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            file.push(delimiter);
        }
        if cell.contains([delimiter, '"', '\r', '\n']) {
            file.push('"');
            file.push_str(&cell.replace('"', "\"\""));
            file.push('"');
        } else {
            file.push_str(cell);
        }
    }
    file.push('\n');
}
