//! The page of one user: who they are, what happened to them, and everything that can be done to them.

mod activity;
pub mod api;
mod details;
mod dialogs;
mod enrollments;
mod exports;
mod facts;
mod form;
mod header;
mod history;
mod state;

use crate::api::ApiError;
use crate::shell::NotThere;
use crate::t;
use crate::ui::{ErrorState, Skeleton, Tab, Tabs};
use crate::users::api::{Names, user_names};
use activity::ActivityOf;
use api::one_user;
use details::Details;
use dialogs::Dialogs;
use domain::users::UserDetails;
use enrollments::Enrollments;
use exports::Exports;
use header::Header;
use history::History;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use state::One;

/// The page at `/users/:id`.
#[component]
pub fn UserPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse().ok()));
    let names = Resource::new(|| (), |()| user_names());
    let first = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => one_user(id).await,
                None => Err(ApiError::NotFound),
            }
        },
    );
    view! {
        <Suspense fallback=|| view! { <Skeleton lines=12 /> }>
            {move || Suspend::new(async move {
                match (names.await, first.await) {
                    (Ok(names), Ok(user)) => view! { <Found names user /> }.into_any(),
                    (_, Err(ApiError::NotFound)) => view! { <NotThere /> }.into_any(),
                    (Err(error), _) | (_, Err(error)) => {
                        let retry = move || {
                            names.refetch();
                            first.refetch();
                        };
                        view! { <ErrorState problem=error on_retry=retry /> }.into_any()
                    }
                }
            })}
        </Suspense>
    }
    .into_any()
}

const DETAILS: &str = "details";
const ENROLLMENTS: &str = "enrollments";
const ACTIVITY: &str = "activity";
const EXPORTS: &str = "exports";
const HISTORY: &str = "history";

#[component]
fn Found(names: Names, user: UserDetails) -> impl IntoView {
    let one = One::new(names, user);
    let tabs = vec![
        Tab::new(DETAILS, t!(user::DETAILS)),
        Tab::new(ENROLLMENTS, t!(learning::ENROLLMENTS)),
        Tab::new(ACTIVITY, t!(learning::ACTIVITY)),
        Tab::new(EXPORTS, t!(learning::EXPORTS)),
        Tab::new(HISTORY, t!(user::HISTORY)),
    ];
    view! {
        <Header one />
        <Tabs label=t!(user::TABS) tabs chosen=chosen_tab() panel=move |tab: String| {
            match tab.as_str() {
                ENROLLMENTS => view! { <Enrollments one /> }.into_any(),
                ACTIVITY => view! { <ActivityOf one /> }.into_any(),
                EXPORTS => view! { <Exports one /> }.into_any(),
                HISTORY => view! { <History one /> }.into_any(),
                _ => view! { <Details one /> }.into_any(),
            }
        } />
        <Dialogs one />
    }
    .into_any()
}

/// The chosen tab, which is in the address.
fn chosen_tab() -> RwSignal<String> {
    let query = use_query_map();
    let in_address = move || {
        query
            .with(|query| query.get("tab"))
            .unwrap_or_else(|| DETAILS.to_owned())
    };
    let chosen = RwSignal::new(untrack(in_address));
    let navigate = use_navigate();
    Effect::new(move |before: Option<String>| {
        let tab = chosen.get();
        if before.is_some_and(|before| before != tab) {
            let address = if tab == DETAILS {
                String::new()
            } else {
                format!("?tab={tab}")
            };
            let options = NavigateOptions {
                scroll: false,
                replace: true,
                ..NavigateOptions::default()
            };
            let here = window().location().pathname().unwrap_or_default();
            navigate(&format!("{here}{address}"), options);
        }
        tab
    });
    chosen
}
