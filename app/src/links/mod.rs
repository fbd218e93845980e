//! What people find who open a link from a message, and the page on which they ask for one. Plain forms that work without
//! scripts; opening a page changes nothing.

mod choose_password;
mod closed;
mod confirm_email;
mod forgot_password;
mod login_link;

pub use choose_password::{ActivatePage, ResetPage};
pub use closed::{ClosedLink, Remedy};
pub use confirm_email::ConfirmEmailPage;
pub use forgot_password::ForgotPasswordPage;
pub use login_link::LoginLinkPage;

use domain::messages::LinkState;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The link that the page shows, looked up by the server before it renders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownLink {
    /// Where it stands.
    pub state: LinkState,
    /// Whom it signs in, where it is a login link; the address, where it confirms one.
    pub name: Option<String>,
}

/// The shown link, the same on the server and in the browser. A page that was reached without the server has none.
fn shown_link() -> ShownLink {
    let unknown = || ShownLink {
        state: LinkState::Unknown,
        name: None,
    };
    SharedValue::new(|| use_context::<ShownLink>().unwrap_or_else(unknown)).into_inner()
}
