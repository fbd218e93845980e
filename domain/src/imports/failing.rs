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
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(table.delimiter()).unwrap_or(b','))
        .flexible(true)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let columns = (0..table.header().len()).filter(kept);
    let header = columns
        .filter_map(|column| table.header().get(column))
        .map(String::as_str);
    let mut records = vec![
        std::iter::once(ERROR_HEADER)
            .chain(header)
            .collect::<csv::StringRecord>(),
    ];
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
        let mut record = csv::StringRecord::new();
        record.push_field(&problems.join("; "));
        for column in (0..row.width()).filter(kept) {
            let cell = row.cell(column);
            if Some(column) == password {
                record.push_field(cell);
            } else {
                record.push_field(&neutralize(restore(cell)));
            }
        }
        records.push(record);
    }
    for record in &records {
        // Memory takes every record.
        let _ = writer.write_record(record);
    }
    writer.into_inner().unwrap_or_default()
}
