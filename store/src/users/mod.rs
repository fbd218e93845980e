//! Users: creating, listing and looking up.

mod counts;
mod create;
mod list;
mod record;
mod search;

pub use counts::{CapReached, claim_places, count};
pub use create::create;
pub use list::{Cursor, UserPage, list};
pub(crate) use record::sort_name;
pub use record::{Record, insert};
