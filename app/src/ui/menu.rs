//! A button that opens a menu of actions, after the ARIA menu button pattern.
//!
//! The browser's popover opens it, closes it with Esc or a press elsewhere, and gives the focus back; the keys inside
//! are ours. An entry that may not be used stays in the menu and says why.

use super::{Icon, IconName, unique_id};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A button with a menu below it.
#[component]
pub fn Menu(
    /// What the menu is for; said, and shown when there are no `words`.
    #[prop(into)]
    label: Signal<String>,
    /// What is drawn on the button.
    #[prop(default = IconName::More)]
    icon: IconName,
    /// Words on the button.
    #[prop(optional, into)]
    words: Option<String>,
    /// Set while the menu is open, where the entries exist only then.
    #[prop(optional)]
    opened: Option<RwSignal<bool>>,
    /// The entries: [`MenuItem`]s, [`MenuLink`]s and [`MenuLine`]s.
    children: Children,
) -> impl IntoView {
    let id = unique_id("menu");
    let menu = NodeRef::<html::Div>::new();
    let on_demand = opened.is_some();
    let open = opened.unwrap_or_else(|| RwSignal::new(false));
    let toggled = move |_| {
        let Some(menu) = menu.get_untracked() else { return };
        open.set(menu.matches(":popover-open").unwrap_or_default());
        if !open.get_untracked() {
            return;
        }
        if on_demand {
            // Entries that were not there before are, by the next frame.
            request_animation_frame(move || focus(&menu, Place::First));
        } else {
            focus(&menu, Place::First);
        }
    };
    let key = move |event: KeyboardEvent| {
        let Some(menu) = menu.get_untracked() else { return };
        match event.key().as_str() {
            "ArrowDown" => focus(&menu, Place::Next),
            "ArrowUp" => focus(&menu, Place::Previous),
            "Home" => focus(&menu, Place::First),
            "End" => focus(&menu, Place::Last),
            "Tab" => return close(&menu),
            letter if letter.chars().count() == 1 && letter != " " => focus_letter(&menu, letter),
            _ => return,
        }
        event.prevent_default();
    };
    let wordless = words.is_none();
    let classes = if wordless {
        "button button-ghost button-icon"
    } else {
        "button button-ghost"
    };
    view! {
        <span class="menu-frame">
            <button
                type="button"
                class=classes
                popovertarget=id.clone()
                aria-haspopup="menu"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-label=move || wordless.then(|| label.get())
            >
                <Icon name=icon />
                {words.map(|words| view! { <span class="button-words">{words}</span> })}
            </button>
            <div
                class="popover menu"
                node_ref=menu
                id=id
                popover="auto"
                role="menu"
                aria-label=move || label.get()
                on:toggle=toggled
                on:keydown=key
                on:click=move |event| {
                    let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                    let item = pressed.and_then(|element| element.closest(ITEM).ok().flatten());
                    let usable = item.is_some_and(|item| item.get_attribute("aria-disabled").is_none());
                    if let (true, Some(menu)) = (usable, menu.get_untracked()) {
                        close(&menu);
                    }
                }
            >
                {children()}
            </div>
        </span>
    }
    .into_any()
}

/// An action in a menu.
#[component]
pub fn MenuItem(
    /// Its words.
    #[prop(into)]
    label: String,
    /// What is drawn before them.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Whether it takes something away.
    #[prop(optional)]
    danger: bool,
    /// Why it may not be used.
    #[prop(optional, into)]
    disabled_because: Option<String>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let usable = disabled_because.is_none();
    view! {
        <button
            type="button"
            class="menu-item"
            class:menu-danger=danger
            role="menuitem"
            tabindex="-1"
            aria-disabled=(!usable).then_some("true")
            on:click=move |_| {
                if usable {
                    on_press.run(());
                }
            }
        >
            {icon.map(|name| view! { <Icon name /> })}
            <span class="menu-words">
                {label}
                {disabled_because.map(|reason| view! { <span class="menu-reason">{reason}</span> })}
            </span>
        </button>
    }
    .into_any()
}

/// A way to another page in a menu.
#[component]
pub fn MenuLink(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// Its words.
    #[prop(into)]
    label: String,
    /// What is drawn before them.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Whether it leads to a file rather than a page.
    #[prop(optional)]
    download: bool,
) -> impl IntoView {
    view! {
        <a
            class="menu-item"
            role="menuitem"
            tabindex="-1"
            href=move || href.get()
            download=download.then_some("")
            rel=download.then_some("external")
        >
            {icon.map(|name| view! { <Icon name /> })}
            <span class="menu-words">{label}</span>
        </a>
    }
    .into_any()
}

/// A line between groups of entries.
#[component]
pub fn MenuLine() -> impl IntoView {
    view! { <hr class="menu-line" /> }
}

const ITEM: &str = "[role^=menuitem]";

#[derive(Clone, Copy)]
enum Place {
    First,
    Last,
    Next,
    Previous,
}

fn close(menu: &HtmlElement) {
    // It fails when the menu is closed already.
    let _ = menu.hide_popover();
}

fn items(menu: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = menu.query_selector_all(ITEM) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect()
}

fn focused(items: &[HtmlElement]) -> Option<usize> {
    let active = document().active_element()?;
    items.iter().position(|item| **item == active)
}

fn focus(menu: &HtmlElement, place: Place) {
    let items = items(menu);
    let at = focused(&items);
    let item = match (place, at) {
        (Place::First, _) => items.first(),
        (Place::Last, _) => items.last(),
        (Place::Next, at) => at.and_then(|at| items.get(at + 1)).or(items.first()),
        (Place::Previous, at) => at
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| items.get(at))
            .or(items.last()),
    };
    if let Some(item) = item {
        let _ = item.focus();
    }
}

fn focus_letter(menu: &HtmlElement, letter: &str) {
    let items = items(menu);
    let after = focused(&items).map_or(0, |at| at + 1);
    let letter = letter.to_lowercase();
    let begins = |item: &&HtmlElement| {
        item.text_content()
            .unwrap_or_default()
            .trim_start()
            .to_lowercase()
            .starts_with(&letter)
    };
    let found = items
        .iter()
        .skip(after)
        .chain(items.iter().take(after))
        .find(begins);
    if let Some(item) = found {
        let _ = item.focus();
    }
}
