//! `/profile`: in the console's frame for those who have a console, in a plain one for everybody else.

use super::page::Profile;
use crate::session::viewer;
use crate::shell::{Console, SignOut};
use crate::t;
use crate::ui::ToastRegion;
use domain::access::UseConsole;
use leptos::prelude::*;
use leptos_router::components::{A, Redirect};

/// The page.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let Some(viewer) = viewer() else {
        return view! { <Redirect path="/sign-in?next=/profile" /> }.into_any();
    };
    let content = || view! { <Profile /> }.into_any();
    if viewer.standing.permits::<UseConsole>().is_ok() {
        return view! { <Console viewer content /> }.into_any();
    }
    view! {
        <main class="learner">
            <header class="learner-header">
                <A href="/my-courses">{t!(learning::TITLE)}</A>
                <SignOut />
            </header>
            {content()}
        </main>
        <ToastRegion />
    }
    .into_any()
}
