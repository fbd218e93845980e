//! Tabs: one of several views of the same thing.
//!
//! [`TabLinks`] are views with an address of their own and so plain links; [`Tabs`] switch within the page, after the
//! ARIA tabs pattern with automatic activation.

use super::unique_id;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::use_location;
use web_sys::HtmlElement;

/// One tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// What it is known by: a key, or the address of its view.
    pub key: String,
    /// Its words.
    pub label: String,
    /// How many things its view holds.
    pub count: Option<u64>,
}

impl Tab {
    /// A tab without a number.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            count: None,
        }
    }
}

fn words(tab: &Tab) -> impl IntoView + use<> {
    let count = tab
        .count
        .map(|count| view! { <span class="tab-count">{count}</span> });
    view! {
        {tab.label.clone()}
        {count}
    }
}

/// Tabs that are links; the one whose address is open is current.
#[component]
pub fn TabLinks(
    /// What the tabs are views of.
    #[prop(into)]
    label: String,
    /// The tabs; their keys are addresses.
    #[prop(into)]
    tabs: Signal<Vec<Tab>>,
) -> impl IntoView {
    let pathname = use_location().pathname;
    let link = move |tab: Tab| {
        let words = words(&tab);
        let address = tab.key.clone();
        let current = move || pathname.with(|pathname| *pathname == address).then_some("page");
        view! {
            <li>
                <a class="tab" href=tab.key aria-current=current>
                    {words}
                </a>
            </li>
        }
    };
    view! {
        <nav class="tabs" aria-label=label>
            <ul class="tab-list">{move || tabs.get().into_iter().map(link).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// Tabs within the page. `children` renders the panel of the chosen key.
#[component]
pub fn Tabs(
    /// What the tabs are views of.
    #[prop(into)]
    label: String,
    /// The tabs.
    #[prop(into)]
    tabs: Signal<Vec<Tab>>,
    /// The key of the chosen one.
    chosen: RwSignal<String>,
    /// The chosen one's view.
    #[prop(into)]
    panel: Callback<(String,), AnyView>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let panel_id = unique_id("panel");
    let key = move |event: KeyboardEvent| {
        let keys: Vec<String> = tabs.with_untracked(|tabs| tabs.iter().map(|tab| tab.key.clone()).collect());
        let at = chosen
            .with_untracked(|chosen| keys.iter().position(|key| key == chosen))
            .unwrap_or_default();
        let Some(next) = next_place(event.key().as_str(), at, keys.len()) else {
            return;
        };
        event.prevent_default();
        let Some(key) = keys.into_iter().nth(next) else {
            return;
        };
        chosen.set(key);
        if let Some(list) = list.get_untracked() {
            focus_child(&list, next);
        }
    };
    let tab_panel_id = panel_id.clone();
    let button = move |tab: Tab| {
        let words = words(&tab);
        let key = tab.key.clone();
        let is_chosen = move || chosen.with(|chosen| *chosen == key);
        let selected = is_chosen.clone();
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                aria-controls=tab_panel_id.clone()
                aria-selected=move || if selected() { "true" } else { "false" }
                tabindex=move || if is_chosen() { "0" } else { "-1" }
                on:click=move |_| chosen.set(tab.key.clone())
            >
                {words}
            </button>
        }
    };
    let title = move || {
        let current = |tabs: &Vec<Tab>| {
            tabs.iter()
                .find(|tab| chosen.with(|chosen| *chosen == tab.key))
                .cloned()
        };
        tabs.with(current).map(|tab| tab.label)
    };
    view! {
        <div class="tabs">
            <div class="tab-list" role="tablist" aria-label=label node_ref=list on:keydown=key>
                {move || tabs.get().into_iter().map(button.clone()).collect_view()}
            </div>
        </div>
        <div class="tab-panel" role="tabpanel" id=panel_id tabindex="0" aria-label=title>
            {move || panel.run((chosen.get(),))}
        </div>
    }
    .into_any()
}

/// Where a key leads among `count` tabs, round both ends.
fn next_place(key: &str, at: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" => Some(if at >= last { 0 } else { at + 1 }),
        "ArrowLeft" => Some(at.checked_sub(1).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

fn focus_child(list: &HtmlElement, place: usize) {
    let child = u32::try_from(place)
        .ok()
        .and_then(|place| list.children().item(place));
    if let Some(tab) = child.and_then(|child| child.dyn_into::<HtmlElement>().ok()) {
        let _ = tab.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::next_place;

    #[test]
    fn arrows_go_round() {
        assert_eq!(next_place("ArrowRight", 2, 3), Some(0));
        assert_eq!(next_place("ArrowLeft", 0, 3), Some(2));
        assert_eq!(next_place("End", 0, 3), Some(2));
        assert_eq!(next_place("x", 0, 3), None);
        assert_eq!(next_place("ArrowRight", 0, 0), None);
    }
}
