//! Users: creating, listing and looking up.

mod account;
mod act;
mod again;
mod counts;
mod create;
pub(crate) mod leave;
mod list;
mod options;
mod place;
mod places;
mod record;
mod search;

pub use act::{approve, archive, delete, notify, preview, reactivate};
pub use counts::{CapReached, claim_places, count};
pub use create::{create, create_from_form};
pub use list::{COUNTED, UserPage, list};
pub use options::{FormOptions, form_options};
pub use place::{Cursor, PageAt};
pub use places::places;
pub(crate) use record::sort_name;
pub use record::{Record, insert};
pub(crate) use search::push_filter;
