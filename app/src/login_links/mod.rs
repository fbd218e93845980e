//! Making a login link: a reason, then the link once, to copy or to scan. [`LoginLinkDialog`] is placed by the pages that show
//! a user.

pub mod api;
mod dialog;

pub use dialog::LoginLinkDialog;
