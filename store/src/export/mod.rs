//! Users as a file: exactly what the list shows, in the columns that an import reads.
//!
//! A page at a time, so that a million users need no more memory than a thousand. In CSV, cells that a spreadsheet would run
//! as formulas are made harmless in a way the import undoes; in XLSX, cells have types.

mod book;
mod csv;
mod lines;
mod submissions;
mod xlsx;

pub(crate) use book::{Book, Cell};
pub use csv::{Csv, csv};
pub use submissions::{submissions_xlsx, submissions_zip};
pub use xlsx::xlsx;

use crate::access::Grant;
use crate::fault::Fault;
use crate::write::{Actor, Change, Entry};
use domain::access::ViewUsers;
use domain::audit::{Action, TargetKind};
use serde_json::json;

/// How a file ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Whole,
    CutShort,
}

/// Puts into the audit that somebody took so many users out.
async fn record(grant: &Grant<ViewUsers>, users: u64, format: &str, outcome: Outcome) -> Result<(), Fault> {
    let requester = grant.requester();
    // At the server's own command line there is no session; whoever sits there is not the owner whose eyes they borrow.
    let actor = if requester.session().is_some() {
        requester.actor()
    } else {
        Actor::CommandLine
    };
    let write = grant.store().write(grant.organization(), actor).await?;
    let after = match outcome {
        Outcome::Whole => json!({ "users": users, "format": format }),
        Outcome::CutShort => json!({ "users": users, "format": format, "cut_short": true }),
    };
    let entry = Entry::new(
        Action::UsersExported,
        TargetKind::Organization,
        grant.organization(),
    )
    .after(after);
    write.commit(Change::of((), entry)).await
}
