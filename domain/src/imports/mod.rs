//! Importing users from a file: reading it, and planning what will become of every row.
//!
//! ```text
//! bytes ─ decode ─► text ─ Table::read ─► Table ─ Mapping::recognize ─► Mapping ─ check ─► (refused, or)
//!   Keys::of(table, mapping, options) ─► ask the server ─► Directory ─ index ─► Index
//!   plan(table, mapping, options, index) ─► Plan ─► to_json / failing_rows
//! ```
//!
//! All of it is pure. The browser does it on every click; the server does the same as authority, and applies
//! [`Planner::steps`] part by part. A change of settings or mapping costs a new [`plan`] alone; an edited cell
//! ([`Table::set`]) also asks for the users it names now ([`Keys::without`], [`Index::and`]). What is sent to the server is
//! the untouched file with mapping, edits and options ([`Table::apply`]).

mod access;
mod action;
mod changes;
mod create;
mod credentials;
mod decide;
mod decode;
mod directory;
mod duplicates;
mod failing;
mod field;
pub mod formula;
mod keys;
mod mapping;
mod matching;
mod names;
mod options;
mod planner;
mod pool;
mod problem;
mod progress;
mod rank;
mod refusal;
mod report;
mod row;
mod table;
mod update;
mod words;

pub use action::{Action, CreateUser, Details, Enroll, UpdateUser};
pub use decode::decode;
pub use directory::{Directory, Index, KnownCourse, KnownLicense, KnownUser, Named};
pub use failing::{ERROR_HEADER, failing_rows};
pub use field::Field;
pub use keys::Keys;
pub use mapping::{ColumnWarning, Mapping};
pub use options::{
    ExistingDetails, ExistingPassword, ForceChange, ImportType, MatchBy, NewPassword, Options,
};
pub use planner::{Planner, Step, plan};
pub use problem::{Code, Problem};
pub use progress::{ImportProgress, ImportRefused, ImportState};
pub use refusal::{FileKind, FileRefused};
pub use report::{CapUse, Change, Outcome, Plan, PlannedRow, SeatUse, Totals};
pub use table::{Edit, Row, Table, TableForm};

#[cfg(test)]
mod plan_tests;
