//! Doing things to users, one or many: asked about in one dialog, followed while under way, taken back.

pub mod api;
mod desk;
mod dialog;
mod learning_terms;
mod running;
mod terms;

pub use desk::{Desk, What, Whom};
pub use dialog::ActDialog;
pub use running::Running;

use crate::t;
use domain::access::Standing;
use domain::users::{Act, UserSummary};

/// Why somebody cannot do this to a user; nothing where they can.
pub fn refusal(standing: &Standing, erase_anyone: bool, act: &Act, user: &UserSummary) -> Option<String> {
    if let Err(denied) = act.reach(standing) {
        return Some(t!(problems::denied(&denied)));
    }
    let why = act.check(standing, erase_anyone, &user.standpoint()).err()?;
    Some(t!(acts::left_out(why)).to_owned())
}
