//! The keys that work everywhere in the console, and the list of them.

use crate::t;
use crate::ui::{Dialog, Shortcut, is_typing};
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Listens for as long as the console is on show.
pub(super) fn listen(palette: RwSignal<bool>, key_list: RwSignal<bool>) {
    Effect::new(move |_| {
        let handle = window_event_listener(ev::keydown, move |event| {
            if pressed(&event, palette, key_list) {
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// Whether the key was one of ours.
fn pressed(event: &KeyboardEvent, palette: RwSignal<bool>, key_list: RwSignal<bool>) -> bool {
    let command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "k" if command => palette.update(|open| *open = !*open),
        _ if command || event.alt_key() || is_typing(event) => return false,
        "?" => key_list.set(true),
        "/" => focus_search(palette),
        "j" if in_no_list(event) => return focus_first_row(),
        _ => return false,
    }
    true
}

/// The page's own search field; where there is none, the palette.
fn focus_search(palette: RwSignal<bool>) {
    match find("main input[type=search]") {
        Some(search) => {
            let _ = search.focus();
        }
        None => palette.set(true),
    }
}

fn in_no_list(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_none_or(|element| {
        element
            .closest("table, [role=listbox], dialog")
            .ok()
            .flatten()
            .is_none()
    })
}

fn focus_first_row() -> bool {
    let row = find("main tbody tr :is(a, button, input)");
    row.is_some_and(|row| row.focus().is_ok())
}

fn find(selector: &str) -> Option<HtmlElement> {
    document()
        .query_selector(selector)
        .ok()
        .flatten()?
        .dyn_into()
        .ok()
}

/// The list of keys, as a dialog.
#[component]
pub(super) fn KeyList(open: RwSignal<bool>) -> impl IntoView {
    let content = || {
        let keys: [(&'static [&'static str], &str); 8] = [
            (&["Ctrl", "K"], t!(shell::GO_ANYWHERE)),
            (&["/"], t!(shell::KEY_SEARCH)),
            (&["?"], t!(shell::KEYS)),
            (&["J"], t!(shell::KEY_NEXT_ROW)),
            (&["K"], t!(shell::KEY_PREVIOUS_ROW)),
            (&["Space"], t!(shell::KEY_TICK)),
            (&["Shift", "Space"], t!(shell::KEY_RANGE)),
            (&["Esc"], t!(shell::KEY_CLOSE)),
        ];
        let line = |(keys, what): (&'static [&'static str], &'static str)| {
            view! {
                <dt>
                    <Shortcut keys />
                </dt>
                <dd>{what}</dd>
            }
        };
        view! { <dl class="key-list">{keys.map(line).collect_view()}</dl> }.into_any()
    };
    view! {
        <Dialog open title=t!(shell::KEYS)>
            {content()}
        </Dialog>
    }
}
