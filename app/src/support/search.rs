//! The search box, and what the address says: the search and the person who was chosen.

use crate::t;
use crate::ui::{Icon, IconName, Shortcut};
use domain::id::UserId;
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::location::Url;
use std::time::Duration;

/// Long enough to type the next letter of a word, too short to be noticed after the last.
const PAUSE: Duration = Duration::from_millis(150);

/// What the address says.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What is searched for.
    pub search: Memo<String>,
    /// Who was chosen among those found.
    pub user: Memo<Option<UserId>>,
}

impl Desk {
    /// Follows the page's address.
    pub fn here() -> Self {
        let query = use_query_map();
        Self {
            search: Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default())),
            user: Memo::new(move |_| query.with(|query| query.get("user")?.parse().ok())),
        }
    }

    /// The address at which a person of this search is shown.
    pub fn href_of(self, user: UserId) -> String {
        let search = self.search.with(|search| Url::escape(search));
        format!("/support?q={search}&user={user}")
    }
}

/// Searches as you type; without scripts, on Enter.
#[component]
pub fn Search(desk: Desk) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let navigate = use_navigate();
    let sent = StoredValue::new(desk.search.get_untracked());
    let ask = Callback::new(move |text: String| {
        if sent.with_value(|sent| *sent == text) {
            return;
        }
        sent.set_value(text.clone());
        let options = NavigateOptions {
            scroll: false,
            replace: true,
            ..NavigateOptions::default()
        };
        navigate(&format!("/support?q={}", Url::escape(&text)), options);
    });
    let mut ask_soon = debounce(PAUSE, move |text: String| {
        // The page may be gone by then.
        ask.try_run(text);
    });
    // Typed before the page came alive.
    Effect::new(move |before: Option<()>| {
        if let (None, Some(input)) = (before, node.get()) {
            ask.run(input.value());
        }
    });
    view! {
        <form class="users-search support-search" role="search" action="/support" on:submit=move |event| event.prevent_default()>
            <label class="visually-hidden" for="support-search">
                {t!(support::SEARCH)}
            </label>
            <Icon name=IconName::Search />
            <input
                class="input"
                id="support-search"
                type="search"
                name="q"
                node_ref=node
                value=sent.get_value()
                placeholder=t!(support::SEARCH)
                autofocus=true
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                on:input=move |event| ask_soon(event_target_value(&event))
            />
            <Shortcut keys=&["/"] />
        </form>
    }
    .into_any()
}
