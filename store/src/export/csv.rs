//! CSV: UTF-8, commas, quotes where needed.

use super::lines::{FIELDS, Lines};
use super::{Outcome, record};
use crate::access::Grant;
use crate::fault::Fault;
use domain::access::ViewUsers;
use domain::licenses::Pick;
use domain::users::UserFilter;
use std::io::Write;

/// A CSV file as it comes into being, a piece at a time, so that it can be sent to whoever reads slowly.
///
/// That it was taken is in the audit once it ends, and also when it is dropped before: what has left has left.
#[derive(Debug)]
pub struct Csv {
    grant: Grant<ViewUsers>,
    lines: Lines,
    begun: bool,
    byte_order_mark: bool,
    users: u64,
    ended: bool,
}

impl Csv {
    /// A file of those picked. Spreadsheets take UTF-8 for what it is only after a byte order mark.
    pub async fn of(grant: Grant<ViewUsers>, pick: Pick, byte_order_mark: bool) -> Result<Self, Fault> {
        Ok(Self {
            lines: Lines::of(&grant, pick).await?,
            grant,
            begun: false,
            byte_order_mark,
            users: 0,
            ended: false,
        })
    }

    /// How many users were written so far.
    pub fn users(&self) -> u64 {
        self.users
    }

    /// The next piece; none at the end.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        if self.ended {
            return Ok(None);
        }
        let mut piece = Vec::new();
        if !self.begun {
            self.begun = true;
            if self.byte_order_mark {
                piece.extend_from_slice("\u{FEFF}".as_bytes());
            }
            let mut file = ::csv::Writer::from_writer(&mut piece);
            file.write_record(FIELDS.iter().map(|field| field.as_str()))?;
            file.flush()?;
        }
        let Some(page) = self.lines.next().await? else {
            self.ended = true;
            record(&self.grant, self.users, "csv", Outcome::Whole).await?;
            return Ok((!piece.is_empty()).then_some(piece));
        };
        let mut file = ::csv::Writer::from_writer(&mut piece);
        for line in page {
            for cell in &line {
                file.write_field(cell.plain().as_bytes())?;
            }
            file.write_record(None::<&[u8]>)?;
            self.users += 1;
        }
        file.flush()?;
        drop(file);
        Ok(Some(piece))
    }
}

impl Drop for Csv {
    fn drop(&mut self) {
        if self.ended || self.users == 0 {
            return;
        }
        let (grant, users) = (self.grant.clone(), self.users);
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                if let Err(fault) = record(&grant, users, "csv", Outcome::CutShort).await {
                    tracing::error!(%fault, "an export that was cut short is not in the audit");
                }
            });
        }
    }
}

/// Writes the users of a filter; returns how many.
pub async fn csv(
    grant: &Grant<ViewUsers>,
    filter: &UserFilter,
    mut out: impl Write + Send,
    byte_order_mark: bool,
) -> Result<u64, Fault> {
    let mut file = Csv::of(grant.clone(), Pick::Matching(filter.clone()), byte_order_mark).await?;
    while let Some(piece) = file.next().await? {
        out.write_all(&piece)?;
    }
    out.flush()?;
    Ok(file.users())
}
