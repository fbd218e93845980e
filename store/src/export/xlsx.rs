//! The users list as a workbook.

use super::book::Book;
use super::lines::{FIELDS, Lines};
use super::{Outcome, record};
use crate::access::Grant;
use crate::fault::Fault;
use domain::access::ViewUsers;
use domain::licenses::Pick;
use std::path::Path;

/// Writes those picked to a file; returns how many.
pub async fn xlsx(grant: &Grant<ViewUsers>, pick: Pick, file: &Path) -> Result<u64, Fault> {
    let mut lines = Lines::of(grant, pick).await?;
    let mut book = Book::new(FIELDS.iter().map(|field| field.as_str()))?;
    let mut users = 0;
    while let Some(page) = lines.next().await? {
        for line in &page {
            book.write(line)?;
            users += 1;
        }
    }
    book.save(file)?;
    record(grant, users, "xlsx", Outcome::Whole).await?;
    Ok(users)
}
