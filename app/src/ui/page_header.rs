//! The top of a page: where it is, what it is, and its one main action.

use crate::t;
use leptos::prelude::*;
use leptos_meta::Title;

/// Title, description and main action; also the document's title.
#[component]
pub fn PageHeader(
    /// What the page is.
    #[prop(into)]
    title: Signal<String>,
    /// What it is for, in a line.
    #[prop(optional, into)]
    description: Option<Signal<String>>,
    /// The pages above it.
    #[prop(optional)]
    breadcrumbs: Vec<Crumb>,
    /// Its actions, the main one last.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    // The document asks for its title once more when the page is rendered, and the signal may be gone by then.
    let at_first = title.get_untracked();
    let title_of_document = move || {
        let title = title.try_get().unwrap_or_else(|| at_first.clone());
        format!("{title} · {}", t!(shell::PRODUCT))
    };
    view! {
        <Title text=title_of_document />
        <header class="page-header">
            {(!breadcrumbs.is_empty()).then(|| view! { <Breadcrumbs breadcrumbs /> })}
            <div class="page-header-words">
                <h1>{move || title.get()}</h1>
                {description.map(|words| view! { <p class="page-header-description">{move || words.get()}</p> })}
            </div>
            {children.map(|children| view! { <div class="page-header-actions">{children()}</div> })}
        </header>
    }
    .into_any()
}

/// A page above the current one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
}

#[component]
fn Breadcrumbs(breadcrumbs: Vec<Crumb>) -> impl IntoView {
    let crumb = |crumb: Crumb| {
        view! {
            <li>
                <a href=crumb.href>{crumb.label}</a>
            </li>
        }
    };
    view! {
        <nav class="breadcrumbs" aria-label=t!(ui::BREADCRUMBS)>
            <ol>{breadcrumbs.into_iter().map(crumb).collect_view()}</ol>
        </nav>
    }
    .into_any()
}
