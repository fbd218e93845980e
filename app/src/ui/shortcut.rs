//! The keys of a shortcut, as a hint beside what they do.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

/// Keys pressed together: `Ctrl`, `K`. On Apple's keyboards `Ctrl` is shown as `⌘`.
#[component]
pub fn Shortcut(
    /// The keys.
    keys: &'static [&'static str],
) -> impl IntoView {
    // The server cannot know whose keyboard it is.
    let apple = RwSignal::new(false);
    Effect::new(move |_| {
        let platform = window().navigator().platform().unwrap_or_default();
        apple.set(platform.starts_with("Mac") || platform.starts_with("iP"));
    });
    let key = move |key: &'static str| {
        let name = move || if apple.get() && key == "Ctrl" { "⌘" } else { key };
        view! { <kbd>{name}</kbd> }
    };
    let keys = keys.iter().copied().map(key).collect_view();
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
