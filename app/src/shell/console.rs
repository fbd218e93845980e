//! The console's frame: navigation beside the page.

use crate::t;
use leptos::prelude::*;
use leptos_router::components::Outlet;

/// The frame of every console page.
#[component]
pub fn ConsoleLayout() -> impl IntoView {
    view! {
        <a class="skip-link" href="#content">
            {t!(shell::SKIP_TO_CONTENT)}
        </a>
        <main id="content">
            <Outlet />
        </main>
    }
}
