//! A raised surface that holds what belongs together.

use super::unique_id;
use leptos::prelude::*;

/// A part of a page, with its heading.
#[component]
pub fn Card(
    /// Its heading.
    #[prop(optional, into)]
    title: Option<String>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    match title {
        Some(title) => {
            let id = unique_id("card");
            let labelled_by = id.clone();
            view! {
                <section class="card" aria-labelledby=labelled_by>
                    <h2 class="card-title" id=id>
                        {title}
                    </h2>
                    {children()}
                </section>
            }
            .into_any()
        }
        None => view! { <div class="card">{children()}</div> }.into_any(),
    }
}
