//! `/design`, in development builds only: every primitive in every state, to look at and to test with axe.
//!
//! `/design/console` is the frame of the console around nothing, and `/design/stranger` that of strangers. Its words
//! are examples and in English.

mod actions;
mod fields;
mod frames;
mod lists;
mod states;

use crate::ui::{PageHeader, ToastRegion};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page, or the frame named in the address.
#[component]
pub fn Design() -> impl IntoView {
    let part = use_params_map().with_untracked(|parameters| parameters.get("part"));
    match part.as_deref() {
        None => view! { <Primitives /> }.into_any(),
        Some("console") => view! { <frames::ConsoleFrame /> }.into_any(),
        Some("stranger") => view! { <frames::StrangerFrame /> }.into_any(),
        Some(_) => view! { <crate::shell::NotFound /> }.into_any(),
    }
}

#[component]
fn Primitives() -> impl IntoView {
    view! {
        <main class="design stack">
            <PageHeader title="Design" description="Every primitive in every state." />
            <actions::Actions />
            <fields::Fields />
            <fields::Choices />
            <lists::Lists />
            <lists::TableStates />
            <states::States />
            <states::Numbers />
        </main>
        <ToastRegion />
    }
    .into_any()
}
