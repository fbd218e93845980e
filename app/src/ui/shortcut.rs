//! The keys of a shortcut, as a hint beside what they do.

use leptos::prelude::*;

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
pub fn is_typing(event: &leptos::ev::KeyboardEvent) -> bool {
    use leptos::wasm_bindgen::JsCast;
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| {
        target
            .matches("input, textarea, select, [contenteditable]")
            .unwrap_or_default()
    })
}
