//! Groups, programs and program sessions in the console: who runs them, who is in them, and inviting into them.

pub mod api;
mod list;
mod members;

mod one;
mod programs;
mod session;

pub use list::GroupsPage;
pub use one::GroupPage;
pub use programs::ProgramsPage;
pub use session::SessionPage;
