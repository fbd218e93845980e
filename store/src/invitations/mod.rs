//! Invitations: sending, sending again, ending them, and registering with one.
//!
//! One is open for an address at a time; a new one takes the place of the old. Every write about them takes the organization's
//! turn first ([`turn`]), so that two at once cannot both find an address free. A seat that an invitation keeps is in the ledger
//! from the first to the last.

mod ask_again;
mod close;
mod invite;
mod list;
mod offered;
mod one;
mod options;
mod reach;
mod register;
mod resend;
pub(crate) mod self_register;
mod waiting;

pub use ask_again::ask_again;
pub use close::{cancel, expire};
pub use invite::{invite, invite_once, look_up};
pub(crate) use list::count;
pub use list::list;
pub use one::open;
pub use options::{InviteOptions, options};
pub use register::{Registered, Welcome, look, opened, register};
pub use resend::{resend, resend_many};
pub use self_register::{SelfRegistration, ask_to_register, self_registration};
pub use waiting::waiting;

use crate::fault::Fault;
use crate::sql::{rows, sql};
use crate::write::Write;
use domain::access::{GroupRole, Role};
use domain::id::{DepartmentId, InvitationId, LabelId, LicenseId, UserId};
use domain::invitations::InvitationState;
use domain::time::{Date, Timestamp};
use domain::users::{Email, Language, NotValid};

rows! {
    /// An invitation as it is stored.
    #[derive(Debug, Clone)]
    struct Stored from "invitations" {
        id: InvitationId,
        email: Email,
        state: String,
        role: Role,
        group_role: GroupRole,
        language: Language,
        department_id: Option<DepartmentId>,
        label_id: Option<LabelId>,
        deletion_date: Option<Date>,
        license_id: Option<LicenseId>,
        seat_reserved: bool,
        invited_by: Option<UserId>,
        expires_at: Timestamp,
        ended_at: Option<Timestamp>,
        accepted_by: Option<UserId>,
        self_registered: bool,
    }
}

const STORED: &str =
    "SELECT id, email, state, role, group_role, language, department_id, label_id, deletion_date, license_id,
    seat_reserved, invited_by, expires_at, ended_at, accepted_by, self_registered FROM invitations WHERE ";

impl Stored {
    fn state(&self) -> Result<InvitationState, Fault> {
        let state = InvitationState::read(&self.state, self.expires_at, self.ended_at, self.accepted_by);
        state.map_err(|error| inconsistent(self.id, &error))
    }
}

/// An invitation's state does not agree with itself.
fn inconsistent(id: InvitationId, error: &NotValid) -> Fault {
    Fault::Inconsistent {
        table: "invitations",
        column: "state".to_owned(),
        id: id.to_string(),
        problem: error.to_string(),
    }
}

/// Waits for the organization's turn: creating, inviting and registering come one after the other.
async fn turn(write: &mut Write) -> Result<(), Fault> {
    let organization = write.organization();
    sql("UPDATE user_counts SET users = users WHERE organization_id = $1 AND state = 'active'")
        .bind(organization)
        .execute(write)
        .await?;
    Ok(())
}
