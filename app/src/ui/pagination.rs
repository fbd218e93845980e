//! Steps through a list that is too long for one page: previous and next, since pages of a changing list have no
//! numbers that stay true.

use super::{Icon, IconName};
use crate::t;
use leptos::prelude::*;

/// Links to the neighboring pages; an absent one is not there to press.
#[component]
pub fn Pagination(
    /// Address of the page before.
    #[prop(into)]
    previous: Signal<Option<String>>,
    /// Address of the page after.
    #[prop(into)]
    next: Signal<Option<String>>,
    /// What is shown: "51–100 of 2,000".
    #[prop(optional, into)]
    shown: Signal<String>,
) -> impl IntoView {
    let previous = move || {
        let icon = view! { <Icon name=IconName::ChevronLeft /> };
        step(
            previous.get(),
            view! { {icon} <span>{t!(ui::PREVIOUS_PAGE)}</span> }.into_any(),
        )
    };
    let next = move || {
        let icon = view! { <Icon name=IconName::ChevronRight /> };
        step(
            next.get(),
            view! { <span>{t!(ui::NEXT_PAGE)}</span> {icon} }.into_any(),
        )
    };
    view! {
        <nav class="pagination" aria-label=t!(ui::PAGES)>
            <p class="pagination-shown">{move || shown.get()}</p>
            {previous}
            {next}
        </nav>
    }
    .into_any()
}

fn step(address: Option<String>, words: AnyView) -> AnyView {
    match address {
        Some(href) => view! { <a class="button" href=href>{words}</a> }.into_any(),
        None => view! { <span class="button" aria-disabled="true">{words}</span> }.into_any(),
    }
}
