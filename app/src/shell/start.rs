//! The bare address `/`: it leads on to the first page of whoever is looking.

use super::navigation::places;
use crate::session::viewer;
use leptos::prelude::*;
use leptos_router::components::Redirect;

/// Where a person starts: the first place they may see; a learner's own courses; a stranger signs in.
#[component]
pub fn Start() -> impl IntoView {
    let Some(viewer) = viewer() else {
        return view! { <Redirect path="/sign-in" /> }.into_any();
    };
    let first = places(&viewer.standing)
        .next()
        .map_or("/my-courses", |place| place.href);
    view! { <Redirect path=first /> }.into_any()
}
