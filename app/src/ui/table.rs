//! The one table: rows of people, licenses or lines of a file.
//!
//! A real `<table>` with sortable headers and counts for screen readers. Under 640 px each row becomes a card in
//! which every cell carries its column's name.

use super::{Checkbox, Icon, IconName, PageTick, is_typing};
use crate::t;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What sorting knows it by.
    pub key: &'static str,
    /// Its heading.
    pub label: String,
    /// Whether the heading sorts.
    pub sortable: bool,
    /// Whether it holds numbers, which stand at the end.
    pub numeric: bool,
    /// Whether the heading is for screen readers only, as above buttons.
    pub unseen: bool,
}

impl Column {
    /// A column of words.
    pub fn new(key: &'static str, label: impl Into<String>) -> Self {
        Self {
            key,
            label: label.into(),
            sortable: false,
            numeric: false,
            unseen: false,
        }
    }

    /// Its heading sorts.
    #[must_use]
    pub fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }

    /// It holds numbers.
    #[must_use]
    pub fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }

    /// Its heading is not seen.
    #[must_use]
    pub fn unseen(mut self) -> Self {
        self.unseen = true;
        self
    }
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The column's key.
    pub key: &'static str,
    /// Whether the greatest comes first.
    pub descending: bool,
}

impl Sort {
    /// What pressing the heading `key` sorts by next.
    pub fn pressed(now: Option<Self>, key: &'static str) -> Self {
        let descending = now.is_some_and(|now| now.key == key && !now.descending);
        Self { key, descending }
    }
}

/// The box at the top that ticks the page.
#[derive(Clone, Copy)]
pub struct TickPage {
    /// What it shows.
    pub tick: Signal<PageTick>,
    /// Called with what it becomes.
    pub on_change: Callback<(bool,)>,
}

/// A table. Its children are the `<tr>` rows, made of [`TickCell`] and [`Cell`].
#[component]
pub fn Table(
    /// What it lists.
    #[prop(into)]
    label: Signal<String>,
    /// Its columns.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// What it is sorted by.
    #[prop(optional, into)]
    sort: Signal<Option<Sort>>,
    /// Called with what a pressed heading asks for.
    #[prop(optional, into)]
    on_sort: Option<Callback<(Sort,)>>,
    /// The box at the top, where rows can be ticked.
    #[prop(optional, into)]
    tick_page: Option<TickPage>,
    /// Rows in the whole list, of which the page shows a part.
    #[prop(optional, into)]
    row_count: Signal<Option<u64>>,
    /// While true the rows are about to change.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let heading = move |column: Column| {
        let Column {
            key,
            label,
            sortable,
            numeric,
            unseen,
        } = column;
        let direction = move || {
            sort.get()
                .filter(|sort| sort.key == key)
                .map(|sort| sort.descending)
        };
        let aria_sort = move || match direction() {
            None => None,
            Some(false) => Some("ascending"),
            Some(true) => Some("descending"),
        };
        let icon = move || match direction() {
            None => IconName::Sort,
            Some(false) => IconName::ArrowUp,
            Some(true) => IconName::ArrowDown,
        };
        let press = move |_| {
            if let Some(on_sort) = on_sort {
                on_sort.run((Sort::pressed(sort.get_untracked(), key),));
            }
        };
        let words = match (sortable, unseen) {
            (true, _) => view! {
                <button type="button" class="table-sort" on:click=press>
                    {label} {move || view! { <Icon name=icon() /> }}
                </button>
            }
            .into_any(),
            (_, true) => view! { <span class="visually-hidden">{label}</span> }.into_any(),
            _ => label.into_any(),
        };
        view! {
            <th scope="col" class:numeric=numeric aria-sort=aria_sort>
                {words}
            </th>
        }
        .into_any()
    };
    let top = tick_page.map(|TickPage { tick, on_change }| {
        let checked = Signal::derive(move || tick.get() == PageTick::All);
        let partly = Signal::derive(move || tick.get() == PageTick::Some);
        view! {
            <th scope="col" class="table-tick">
                <Checkbox label=t!(ui::TICK_PAGE) checked partly on_change bare=true />
            </th>
        }
    });
    view! {
        <div class="table-frame" role="region" aria-label=move || label.get() tabindex="0" on:keydown=row_key>
            <table
                class="table"
                aria-busy=move || busy.get().then_some("true")
                aria-rowcount=move || row_count.get().map(|count| count + 1)
            >
                <caption class="visually-hidden">{move || label.get()}</caption>
                <thead>
                    <tr>{top} {move || columns.get().into_iter().map(heading).collect_view()}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// `j` and `k` lead from row to row, to the same control in each.
fn row_key(event: KeyboardEvent) {
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || is_typing(&event));
    let down = match event.key().as_str() {
        "j" if plain => true,
        "k" if plain => false,
        _ => return,
    };
    let from = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if from.and_then(|from| go_to_row(&from, down)).is_some() {
        event.prevent_default();
    }
}

const CONTROLS: &str = "a, button, input, select";

fn go_to_row(from: &Element, down: bool) -> Option<()> {
    let row = from.closest("tbody tr").ok()??;
    let other = if down {
        row.next_element_sibling()
    } else {
        row.previous_element_sibling()
    }?;
    let here = row.query_selector_all(CONTROLS).ok()?;
    let place = (0..here.length())
        .find(|place| here.get(*place).as_ref() == Some(from))
        .unwrap_or_default();
    let there = other.query_selector_all(CONTROLS).ok()?;
    let control = there.get(place).or_else(|| there.get(0))?;
    control.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

/// A cell; `label` names its column where rows are cards.
#[component]
pub fn Cell(
    /// The column's heading.
    #[prop(into)]
    label: String,
    /// Whether it holds a number.
    #[prop(optional)]
    numeric: bool,
    /// Whether it is what the row is about, and so its heading.
    #[prop(optional)]
    main: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    if main {
        view! {
            <th scope="row" class="table-main" data-label=label>
                {children()}
            </th>
        }
        .into_any()
    } else {
        view! {
            <td class:numeric=numeric data-label=label>
                {children()}
            </td>
        }
        .into_any()
    }
}

/// The box that ticks a row. Called with what it becomes and whether shift was held.
#[component]
pub fn TickCell(
    /// Which row: "Select Ada Lovelace".
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with what it becomes and whether it makes a range.
    #[prop(into)]
    on_tick: Callback<(bool, bool)>,
) -> impl IntoView {
    let shift = StoredValue::new(false);
    view! {
        <td
            class="table-tick"
            on:click:capture=move |event| shift.set_value(event.shift_key())
            on:keydown:capture=move |event| shift.set_value(event.shift_key())
        >
            <Checkbox
                label
                checked
                bare=true
                on_change=move |on: bool| {
                    on_tick.run((on, shift.get_value()));
                    shift.set_value(false);
                }
            />
        </td>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pressing_a_heading_again_turns_the_order() {
        let first = Sort::pressed(None, "name");
        assert_eq!(
            first,
            Sort {
                key: "name",
                descending: false
            }
        );
        let second = Sort::pressed(Some(first), "name");
        assert!(second.descending);
        assert!(!Sort::pressed(Some(second), "name").descending);
        assert!(!Sort::pressed(Some(second), "joined").descending);
    }
}
