//! The search field: what is typed is looked for at once where the browser holds the list, else a moment later.

use super::state::List;
use crate::t;
use crate::ui::{Icon, IconName, Shortcut};
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// Long enough to type the next letter of a word, too short to be noticed after the last.
const PAUSE: Duration = Duration::from_millis(150);

/// Searches as you type.
#[component]
pub fn Search(list: List) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let sent = StoredValue::new(
        list.address
            .with_untracked(|address| address.filter.search.clone()),
    );
    let mut send_soon = debounce(PAUSE, move |text: String| {
        if sent.try_set_value(text.clone()).is_none() {
            list.search(text);
        }
    });
    // Typed before the page came alive.
    Effect::new(move |before: Option<()>| {
        let Some(input) = node.get() else { return };
        let typed = input.value();
        if before.is_none() && sent.with_value(|sent| *sent != typed) {
            sent.set_value(typed.clone());
            list.search(typed);
        }
    });
    // The address changed by itself: a step back, a filter cleared.
    Effect::new(move |_| {
        let search = list.address.with(|address| address.filter.search.clone());
        if sent.with_value(|sent| *sent == search) {
            return;
        }
        sent.set_value(search.clone());
        if let Some(input) = node.get_untracked() {
            input.set_value(&search);
        }
    });
    view! {
        <div class="users-search" role="search">
            <label class="visually-hidden" for="user-search">
                {t!(users::SEARCH)}
            </label>
            <Icon name=IconName::Search />
            <input
                class="input"
                id="user-search"
                type="search"
                node_ref=node
                value=sent.get_value()
                placeholder=t!(users::SEARCH)
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                on:input=move |event| {
                    let text = event_target_value(&event);
                    list.typed(&text);
                    send_soon(text);
                }
            />
            <Shortcut keys=&["/"] />
        </div>
    }
    .into_any()
}
