//! A button that copies a text, and says that it did.

use super::{Button, IconName, toasts};
use crate::t;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Copies `text` to the clipboard.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// What it is called: "Copy link".
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let toasts = toasts();
    let (copied, refused) = (t!(ui::COPIED), t!(ui::NOT_COPIED));
    let copy = move || {
        let copying = window().navigator().clipboard().write_text(&text.get_untracked());
        leptos::task::spawn_local(async move {
            match JsFuture::from(copying).await {
                Ok(_) => toasts.done(copied),
                Err(_) => toasts.failed(refused),
            }
        });
    };
    view! { <Button icon=IconName::Copy on_press=copy>{label}</Button> }
}
