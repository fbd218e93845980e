//! CSV: UTF-8, commas, quotes where needed.

use super::lines::{Cell, FIELDS, Lines};
use super::record;
use crate::access::Grant;
use crate::fault::Fault;
use domain::access::ViewUsers;
use domain::imports::formula::neutralize;
use domain::users::UserFilter;
use std::io::Write;

/// Writes the users of a filter; returns how many. Spreadsheets take UTF-8 for what it is only after a byte order mark.
pub async fn csv(
    grant: &Grant<ViewUsers>,
    filter: &UserFilter,
    mut out: impl Write + Send,
    byte_order_mark: bool,
) -> Result<u64, Fault> {
    if byte_order_mark {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    let mut file = ::csv::Writer::from_writer(out);
    file.write_record(FIELDS.iter().map(|field| field.as_str()))
        .map_err(broken)?;
    let mut lines = Lines::of(grant, filter).await?;
    let mut users = 0;
    while let Some(page) = lines.next().await? {
        for line in page {
            for cell in &line {
                match cell {
                    Cell::Text(text) => file.write_field(neutralize(text).as_bytes()),
                    Cell::Date(date) => file.write_field(date.to_string()),
                    Cell::Empty => file.write_field(""),
                }
                .map_err(broken)?;
            }
            file.write_record(None::<&[u8]>).map_err(broken)?;
            users += 1;
        }
    }
    file.flush()?;
    drop(file);
    record(grant, users, "csv").await?;
    Ok(users)
}

fn broken(error: ::csv::Error) -> Fault {
    Fault::File(std::io::Error::other(error))
}
