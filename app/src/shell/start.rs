//! The bare address `/`: it leads on to the first page of whoever is looking.

use crate::session::viewer;
use domain::access::UseConsole;
use leptos::prelude::*;
use leptos_router::components::Redirect;

/// Where a person starts: the console for those who may use it, else the sign-in page.
#[component]
pub fn Start() -> impl IntoView {
    let may_use_console = viewer().is_some_and(|viewer| viewer.standing.permits::<UseConsole>().is_ok());
    let path = if may_use_console { "/users" } else { "/sign-in" };
    view! { <Redirect path /> }
}
