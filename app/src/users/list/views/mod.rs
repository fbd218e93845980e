//! Saved views: links to lists that one opens again and again, above the list, and what can be done to them.

mod api;
mod change;

pub(super) use api::own_views;

use super::address::Address;
use super::chips::focus_search;
use super::state::List;
use crate::t;
use crate::ui::{AskText, Button, IconName, Look, toasts};
use api::{change_view, delete_view, save_view};
use change::ChangeViews;
use domain::users::{SavedView, UserFilter};
use leptos::prelude::*;

/// One's views; cheap to copy.
#[derive(Clone, Copy)]
struct Desk {
    list: List,
    all: RwSignal<Vec<SavedView>>,
    /// Whether the dialog that changes them is open.
    changing: RwSignal<bool>,
    /// Which one is to get another name.
    renaming: RwSignal<Option<SavedView>>,
}

impl Desk {
    /// What the list shows now.
    fn here(self) -> UserFilter {
        self.list.address.with(|address| address.filter.clone())
    }

    /// Whether what the list shows is worth a name and has none.
    fn is_new(self) -> bool {
        let here = self.here();
        here != UserFilter::default() && self.all.with(|all| all.iter().all(|view| view.filter != here))
    }
}

/// The views as links, the present one marked, and the ways to save and to change them.
#[component]
pub fn Views(list: List, views: Vec<SavedView>) -> impl IntoView {
    let desk = Desk {
        list,
        all: RwSignal::new(views),
        changing: RwSignal::new(false),
        renaming: RwSignal::new(None),
    };
    let saving = RwSignal::new(false);
    let any = Memo::new(move |_| desk.all.with(|all| !all.is_empty()));
    let new = Memo::new(move |_| desk.is_new());
    let link = move |view: SavedView| {
        view! { <ViewLink desk name=view.name.to_string() filter=view.filter /> }
    };
    view! {
        <Show when=move || any.get() || new.get()>
            <nav class="views" aria-label=t!(views::TITLE)>
                <Show when=move || any.get()>
                    <ul class="views-links">
                        <ViewLink desk name=t!(views::EVERYBODY).to_owned() filter=UserFilter::default() />
                        {move || desk.all.get().into_iter().map(link).collect_view()}
                    </ul>
                </Show>
                <Show when=move || new.get()>
                    <Button look=Look::Ghost icon=IconName::Plus on_press=move || saving.set(true)>
                        {t!(views::SAVE)}
                    </Button>
                </Show>
                <Show when=move || any.get()>
                    <Button
                        look=Look::Ghost
                        icon=IconName::Settings
                        label=t!(views::CHANGE)
                        on_press=move || desk.changing.set(true)
                    />
                </Show>
            </nav>
        </Show>
        <Save desk open=saving />
        <ChangeViews desk />
        <Rename desk />
    }
    .into_any()
}

#[component]
fn ViewLink(desk: Desk, name: String, filter: UserFilter) -> impl IntoView {
    let href = Address::default().with(filter.clone()).href();
    let current = move || {
        let here = desk.list.address.with(|address| address.filter == filter);
        here.then_some("true")
    };
    view! {
        <li>
            <a class="view-link" href=href aria-current=current>
                {name}
            </a>
        </li>
    }
    .into_any()
}

/// Asks for a name and saves what the list shows.
#[component]
fn Save(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let toasts = toasts();
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    Effect::new(move |_| {
        if open.get() {
            name.set(String::new());
        }
    });
    let save = Action::new(move |(): &()| {
        let (name, filter) = (name.get_untracked(), desk.here());
        async move {
            match save_view(name.clone(), filter).await {
                Ok(views) => {
                    desk.all.set(views);
                    open.set(false);
                    // The button that was pressed has nothing left to do.
                    focus_search();
                    toasts.done(t!(views::saved(name.trim())));
                }
                Err(error) => problem.set(Some(error.to_string())),
            }
        }
    });
    let on_save = move || {
        save.dispatch(());
    };
    view! {
        <AskText
            open
            title=t!(views::SAVE)
            label=t!(views::NAME)
            hint=t!(views::HINT)
            value=name
            problem
            busy=save.pending()
            on_save
        />
    }
    .into_any()
}

/// Asks for another name.
#[component]
fn Rename(desk: Desk) -> impl IntoView {
    let toasts = toasts();
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    Effect::new(move |_| {
        desk.renaming.with(|view| {
            if let Some(view) = view {
                name.set(view.name.to_string());
            }
            open.set(view.is_some());
        });
    });
    Effect::new(move |_| {
        if !open.get() && desk.renaming.with_untracked(Option::is_some) {
            desk.renaming.set(None);
        }
    });
    let rename = Action::new(move |view: &SavedView| {
        let (id, filter, name) = (view.id, view.filter.clone(), name.get_untracked());
        async move {
            match change_view(id, name.clone(), filter).await {
                Ok(views) => {
                    desk.all.set(views);
                    open.set(false);
                    toasts.done(t!(views::renamed(name.trim())));
                }
                Err(error) => problem.set(Some(error.to_string())),
            }
        }
    });
    let on_save = move || {
        if let Some(view) = desk.renaming.get_untracked() {
            rename.dispatch(view);
        }
    };
    view! {
        <AskText
            open
            title=t!(views::RENAME)
            label=t!(views::NAME)
            value=name
            problem
            busy=rename.pending()
            on_save
        />
    }
    .into_any()
}
