//! The plain page of strangers, who sign in, register or ask for a new password: one card in the middle.

use crate::t;
use leptos::prelude::*;
use leptos_meta::Title;

/// A centered card under the product's name.
#[component]
pub fn StrangerLayout(
    /// The page's heading and the document's title.
    #[prop(into)]
    title: String,
    /// What the card holds.
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=title.clone() formatter=|title: String| format!("{title} · {}", t!(shell::PRODUCT)) />
        <main class="stranger">
            <p class="stranger-mark">{t!(shell::PRODUCT)}</p>
            <div class="card stranger-card">
                <h1>{title}</h1>
                {children()}
            </div>
        </main>
    }
    .into_any()
}
