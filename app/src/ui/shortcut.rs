//! The keys of a shortcut, as a hint beside what they do.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

/// Keys pressed together, as on the keyboard: `Ctrl`, `K`.
#[component]
pub fn Shortcut(
    /// The keys.
    keys: &'static [&'static str],
) -> impl IntoView {
    let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd> }).collect_view();
    view! { <span class="shortcut">{keys}</span> }.into_any()
}

/// Whether someone is typing where the event happened, so that letters are not commands.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    const TYPED_INTO: &str =
        "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=listbox]";
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(TYPED_INTO).unwrap_or_default())
}
