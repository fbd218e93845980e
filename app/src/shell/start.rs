//! The bare address `/`: it leads on to the first page of whoever is looking.

use super::account::SignOut;
use super::navigation::places;
use super::stranger::StrangerLayout;
use crate::session::viewer;
use crate::t;
use leptos::prelude::*;
use leptos_router::components::Redirect;

/// Where a person starts: the first place they may see; a learner is greeted; a stranger signs in.
#[component]
pub fn Start() -> impl IntoView {
    let Some(viewer) = viewer() else {
        return view! { <Redirect path="/sign-in" /> }.into_any();
    };
    match places(&viewer.standing).next() {
        Some(place) => view! { <Redirect path=place.href /> }.into_any(),
        None => view! {
            <StrangerLayout title=t!(shell::welcome(&viewer.name))>
                <p>{t!(shell::NOTHING_ASSIGNED)}</p>
                <SignOut />
            </StrangerLayout>
        }
        .into_any(),
    }
}
