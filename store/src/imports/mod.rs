//! Imports: the file taken, its plan kept, confirmed, and applied in the background, each row once.
//!
//! [`preview`] and [`create`] plan as authority; the browser planned the same before. [`confirm`] hands the import to
//! [`work`], which any server process may do: a lease says which. Each part of the file is one transaction of changes,
//! audit, messages, seats and the progress itself, so that a kill at any moment loses nothing and repeats nothing.

mod apply;
mod change;
mod confirmed;
mod create;
mod directory;
mod known_users;
mod part;
mod progress;
mod record;
mod update;

pub use apply::work;
pub use create::{Created, Upload, confirm, create, discard, preview};
pub use directory::load_directory;
pub use progress::{failing_rows, list, progress, report, rows};
