//! Importing users from a file: the list of imports, the wizard with its live preview, and the page of one import.
//!
//! The wizard reads, maps and plans the file in the browser with the rules of `domain::imports`; the server is asked
//! once for the users the file names. What is sent at the end is the untouched file with mapping, edits and options,
//! from which the server plans again.

pub mod api;
mod download;
mod list;
mod one;
mod report;
mod rows;
mod state;
mod upload;
mod wizard;
mod words;

use crate::session::viewer;
use crate::t;
use crate::ui::{NoPermission, PageHeader};
use domain::access::ImportUsers;
use leptos::prelude::*;

/// `/imports`: every import.
#[component]
pub fn ImportsPage() -> impl IntoView {
    permitted(t!(imports::TITLE), || view! { <list::Imports /> }.into_any())
}

/// `/imports/new`: the wizard.
#[component]
pub fn NewImportPage() -> impl IntoView {
    permitted(t!(imports::NEW_TITLE), || {
        view! { <wizard::NewImport /> }.into_any()
    })
}

/// `/imports/{id}`: one import.
#[component]
pub fn ImportPage() -> impl IntoView {
    permitted(t!(imports::TITLE), || view! { <one::Import /> }.into_any())
}

/// The page for those who may import; for others the reason, and nothing is asked that would be refused.
fn permitted(title: &'static str, page: fn() -> AnyView) -> AnyView {
    match viewer().map(|viewer| viewer.standing.permits::<ImportUsers>()) {
        Some(Err(denied)) => view! {
            <PageHeader title />
            <NoPermission reason=t!(problems::denied(&denied)) />
        }
        .into_any(),
        _ => page(),
    }
}
