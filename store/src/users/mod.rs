//! Users: creating, listing and looking up.

pub mod acts;
mod counts;
mod create;
pub mod due;
mod edit;
mod found;
mod held;
mod history;
pub(crate) mod leave;
mod list;
mod matching;
mod named;
mod one;
mod options;
mod own;
mod password;
mod place;
mod places;
mod record;
mod search;
mod views;
mod way;

pub use counts::{CapReached, claim_places, count};
pub use create::{create, create_from_form};
pub use edit::{change_email, change_phone, edit};
pub use held::held;
pub use history::history;
pub use list::{UserPage, in_order, list, these};
pub(crate) use matching::COUNTED;
pub(crate) use matching::count as count_matching;
pub(crate) use named::{Person, named};
pub use one::one;
pub use options::{FormOptions, form_options};
pub use own::{
    PasswordRefused, ask_for_email, change_own_password, confirm_email, edit_own, end_session, look_at_email,
    own, sessions,
};
pub use password::set_password;
pub use places::{erase_anyone, places};
pub use record::{Record, insert};
pub(crate) use search::push_filter;
pub use views::{change_view, delete_view, save_view, views};
