//! A list to select many from, after the ARIA listbox pattern; it draws only what is in view, so that 20,000 options
//! are no more work than 20.
//!
//! Arrows, Page and Home/End move, Space selects, Shift makes ranges, Ctrl/⌘ A selects all shown, letters find.

mod state;

pub use state::{ListboxState, OptionKey};

use super::{after_paint, unique_id};
use crate::t;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use state::{Window, find_typed};
use std::sync::Arc;

/// How long letters typed one after another count as one word, in milliseconds.
const TYPING: f64 = 700.0;
/// Rows drawn before the browser has measured them.
const FIRST_ROWS: u32 = 12;
/// Height of a row before it is measured, in pixels: as the style sheet has it.
const ROW: f64 = 48.0;

/// One option as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListboxOption {
    /// Its words, which typed letters find.
    pub label: String,
    /// A second, quieter line.
    pub detail: String,
    /// What marks it, or why it cannot be selected.
    pub note: String,
}

/// A list to select many from.
#[component]
pub fn Listbox(
    /// What the list holds.
    #[prop(into)]
    label: Signal<String>,
    /// The options shown, by key, in order.
    #[prop(into)]
    keys: Signal<Arc<Vec<OptionKey>>>,
    /// How the option of a key reads.
    #[prop(into)]
    option: Callback<(OptionKey,), ListboxOption>,
    /// Where the keys are and what is selected.
    state: RwSignal<ListboxState>,
    /// Called with Enter or a double click, as a short cut for "move these".
    #[prop(optional, into)]
    on_act: Option<Callback<()>>,
) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let drawn = RwSignal::new(Window {
        first: 0,
        end: FIRST_ROWS,
    });
    let typed = StoredValue::new((String::new(), 0.0_f64));
    let count = move || u32::try_from(keys.with(|keys| keys.len())).unwrap_or(u32::MAX);
    let view = RwSignal::new(None);

    let look = move || {
        // The page may be gone by the next frame.
        if let Some(scroller) = scroller.try_get_untracked().flatten() {
            view.set(View::of(&scroller));
        }
    };
    Effect::new(move |_| {
        keys.with(|keys| state.maybe_update(|state| state.relist(keys)));
        if view.with_untracked(Option::is_none) {
            after_paint(look);
        }
    });
    Effect::new(move |_| {
        let (window, before) = (
            view.get().map(|view: View| view.window(count())),
            drawn.get_untracked(),
        );
        if let Some(window) = window.filter(|window| *window != before) {
            drawn.set(window);
        }
    });
    let active = Memo::new(move |_| state.with(|state| state.active));
    Effect::new(move |_| {
        if let (Some(active), Some(scroller)) = (active.get(), scroller.get()) {
            reveal(&scroller, active);
            look();
        }
    });

    let move_by = move |steps: i32, extend: bool| {
        keys.with_untracked(|keys| state.update(|state| state.step(steps, keys, extend)));
    };
    let find = move |event: &KeyboardEvent| {
        let now = event.time_stamp();
        typed.update_value(|(letters, at)| {
            if now - *at > TYPING {
                letters.clear();
            }
            letters.push_str(&event.key());
            *at = now;
        });
        let words = |place: u32| {
            let key = keys.with_untracked(|keys| keys.get(place as usize).copied());
            key.map(|key| option.run((key,)).label).unwrap_or_default()
        };
        let active = active.get_untracked();
        let found = typed.with_value(|(letters, _)| find_typed(words, untrack(count), active, letters));
        if let Some(place) = found {
            keys.with_untracked(|keys| state.update(|state| state.go_to(place, keys, false)));
        }
    };
    let key = move |event: KeyboardEvent| {
        let (shift, command) = (event.shift_key(), event.ctrl_key() || event.meta_key());
        let typing =
            typed.with_value(|(letters, at)| !letters.is_empty() && event.time_stamp() - at <= TYPING);
        match event.key().as_str() {
            "ArrowDown" => move_by(1, shift),
            "ArrowUp" => move_by(-1, shift),
            "PageDown" => move_by(10, shift),
            "PageUp" => move_by(-10, shift),
            "Home" => move_by(i32::MIN, shift),
            "End" => move_by(i32::MAX, shift),
            " " if !typing => {
                if let Some(active) = active.get_untracked() {
                    keys.with_untracked(|keys| state.update(|state| state.toggle(active, keys)));
                }
            }
            "a" if command => keys.with_untracked(|keys| state.update(|state| state.toggle_all(keys))),
            "Enter" => {
                if let Some(on_act) = on_act {
                    on_act.run(());
                }
            }
            letter if !command && letter.chars().count() == 1 => find(&event),
            _ => return,
        }
        event.prevent_default();
    };
    let active_id = move || {
        let active = active.get().filter(|active| drawn.get().has(*active))?;
        scroller
            .get()
            .map(|scroller| format!("{}-{active}", scroller.id()))
    };

    view! {
        <div
            class="listbox"
            node_ref=scroller
            id=unique_id("list")
            role="listbox"
            tabindex="0"
            aria-label=move || label.get()
            aria-multiselectable="true"
            aria-activedescendant=active_id
            on:keydown=key
            on:scroll=move |_| look()
            on:dblclick=move |_| {
                if let Some(on_act) = on_act {
                    on_act.run(());
                }
            }
        >
            <Rows keys option state active drawn view scroller />
        </div>
        <p class="visually-hidden" role="status">
            {move || state.with(|state| t!(ui::selected(state.selected.len())))}
        </p>
    }
    .into_any()
}

/// The drawn rows, pushed to their place by a spacer above them.
#[component]
fn Rows(
    keys: Signal<Arc<Vec<OptionKey>>>,
    option: Callback<(OptionKey,), ListboxOption>,
    state: RwSignal<ListboxState>,
    active: Memo<Option<u32>>,
    drawn: RwSignal<Window>,
    view: RwSignal<Option<View>>,
    scroller: NodeRef<html::Div>,
) -> impl IntoView {
    let above = NodeRef::<html::Div>::new();
    let below = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (window, total) = (drawn.get(), keys.with(|keys| keys.len()));
        let (Some(above), Some(below)) = (above.get(), below.get()) else {
            return;
        };
        let row = view.with(|view| view.as_ref().map_or(ROW, |view| view.row));
        set_height(&above, f64::from(window.first) * row);
        let rest = u32::try_from(total)
            .unwrap_or(u32::MAX)
            .saturating_sub(window.end);
        set_height(&below, f64::from(rest) * row);
    });
    let places = move || {
        let window = drawn.get();
        keys.with(|keys| {
            let shown =
                (window.first..window.end).filter_map(|place| Some((place, *keys.get(place as usize)?)));
            shown.collect::<Vec<_>>()
        })
    };
    let press = move |event: MouseEvent, place: u32| {
        keys.with_untracked(|keys| {
            state.update(|state| {
                if event.shift_key() {
                    state.go_to(place, keys, true);
                } else {
                    state.toggle(place, keys);
                }
            });
        });
    };
    let row = move |(place, key): (u32, OptionKey)| {
        let ListboxOption { label, detail, note } = option.run((key,));
        let is_selected = move || state.with(|state| state.selected.contains(&key));
        let id = move || {
            scroller
                .get()
                .map(|scroller| format!("{}-{place}", scroller.id()))
        };
        view! {
            <div
                class="listbox-option"
                id=id
                role="option"
                class:option-active=move || active.get() == Some(place)
                aria-selected=move || if is_selected() { "true" } else { "false" }
                aria-setsize=move || keys.with(|keys| keys.len())
                aria-posinset=place + 1
                on:click=move |event| press(event, place)
            >
                <span class="listbox-tick" aria-hidden="true" />
                <span class="listbox-words">
                    <span class="listbox-label">{label}</span>
                    <span class="listbox-detail">{detail}</span>
                </span>
                <span class="listbox-note">{note}</span>
            </div>
        }
        .into_any()
    };
    view! {
        <div node_ref=above role="presentation"></div>
        <For each=places key=|row| *row let:entry>
            {row(entry)}
        </For>
        <div node_ref=below role="presentation"></div>
    }
    .into_any()
}

/// What is seen of a list, in pixels. It is measured when it changes, not when the options do: measuring makes the browser
/// lay out the page at once.
#[derive(Debug, Clone, Copy, PartialEq)]
struct View {
    top: f64,
    height: f64,
    row: f64,
}

impl View {
    /// Measures it; nothing where no option is drawn, or the list is hidden.
    fn of(scroller: &web_sys::HtmlDivElement) -> Option<Self> {
        let view = Self {
            row: row_height(scroller)?,
            top: f64::from(scroller.scroll_top()),
            height: f64::from(scroller.client_height()),
        };
        (view.height > 0.0).then_some(view)
    }

    fn window(self, count: u32) -> Window {
        Window::around(self.top, self.height, self.row, count)
    }
}

fn row_height(scroller: &web_sys::HtmlDivElement) -> Option<f64> {
    let drawn = scroller.query_selector(".listbox-option").ok()??;
    Some(drawn.get_bounding_client_rect().height().max(1.0))
}

fn set_height(element: &web_sys::HtmlDivElement, pixels: f64) {
    // A style set by code is not an inline style in the sense of the content policy.
    let _ = web_sys::HtmlElement::style(element).set_property("block-size", &format!("{pixels}px"));
}

/// Scrolls as little as brings the row at `place` into view.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn reveal(scroller: &web_sys::HtmlDivElement, place: u32) {
    let row = row_height(scroller).unwrap_or(ROW);
    let top = f64::from(place) * row;
    let (seen, height) = (
        f64::from(scroller.scroll_top()),
        f64::from(scroller.client_height()),
    );
    if top < seen {
        scroller.set_scroll_top(top as i32);
    } else if top + row > seen + height {
        scroller.set_scroll_top((top + row - height) as i32);
    }
}
