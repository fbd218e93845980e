//! One of the two lists: its search, its people, and the buttons that move them.

use super::desk::{Desk, Loaded};
use crate::licenses::api::Side;
use crate::t;
use crate::ui::{Button, IconName, Kind, Listbox, ListboxOption, Look, OptionKey, TextField};
use domain::id::UserId;
use domain::licenses::Hold;
use domain::users::UserState;
use leptos::prelude::*;

/// A list with what belongs to it.
#[component]
pub fn SideList(desk: Desk, side: Side, tab: RwSignal<Side>, why: RwSignal<Option<UserId>>) -> impl IntoView {
    let keys = desk.keys(side);
    let matches = desk.matches(side, keys);
    let (title, search_label, name) = match side {
        Side::Holders => (
            t!(licenses::HOLDERS),
            t!(licenses::SEARCH_HOLDERS),
            "search-holders",
        ),
        Side::Others => (t!(licenses::OTHERS), t!(licenses::SEARCH_OTHERS), "search-others"),
    };
    let note = move || {
        if desk.is_coming() {
            return Some(t!(licenses::STILL_COMING).to_owned());
        }
        let (shown, all) = (keys.with(|keys| keys.len() as u64), matches.get());
        (shown < all).then(|| t!(licenses::first_shown(shown)))
    };
    let heading = move || {
        let shown = matches.get();
        match desk.loaded.get() {
            Loaded::Not => String::new(),
            Loaded::Whole => {
                t!(licenses::of_total(
                    shown,
                    desk.board.with(|board| board.count(side) as u64)
                ))
            }
            _ => crate::text::number(shown),
        }
    };
    let option = Callback::new(move |(key,): (OptionKey,)| option_of(desk, key));
    let act = Callback::new(move |()| desk.move_selected(side));
    view! {
        <section class="allocator-side" class:allocator-side-away=move || tab.get() != side aria-label=title>
            <h2>{title} " " <span class="allocator-matches">{heading}</span></h2>
            <TextField
                name=name
                label=search_label
                value=desk.search(side)
                kind=Kind::Search
                autocomplete="off"
                optional=true
            />
            <Listbox label=title keys option state=desk.state(side) on_act=act />
            <p class="allocator-note">{note}</p>
            <div class="allocator-actions">
                <AllMatching desk side keys matches />
                <MoveButton desk side />
                {(side == Side::Holders).then(|| view! { <WhyButton desk why /> })}
            </div>
        </section>
    }
    .into_any()
}

fn option_of(desk: Desk, key: OptionKey) -> ListboxOption {
    desk.board.with(|board| {
        let Some(entry) = board.person(key) else {
            return ListboxOption::default();
        };
        let note = match (entry.seat, entry.state) {
            (Some(Hold::Started), _) if Hold::Started.take_back(board.kind).is_err() => {
                t!(licenses::STARTED_STAYS)
            }
            (Some(Hold::Started), _) => t!(licenses::STARTED),
            (_, UserState::Archived) => t!(licenses::ACCOUNT_ARCHIVED),
            (_, UserState::Pending) => t!(licenses::ACCOUNT_PENDING),
            _ => "",
        };
        ListboxOption {
            label: entry.name.clone(),
            detail: entry.contact.clone(),
            note: note.to_owned(),
        }
    })
}

/// Selects all that match; where they are not all here, moves them.
#[component]
fn AllMatching(
    desk: Desk,
    side: Side,
    keys: Memo<std::sync::Arc<Vec<OptionKey>>>,
    matches: Signal<u64>,
) -> impl IntoView {
    let held_whole = move || desk.loaded.with(|loaded| *loaded != Loaded::First);
    let press = move || {
        if held_whole() {
            let keys = keys.get_untracked();
            desk.state(side).update(|state| state.toggle_all(&keys));
        } else {
            desk.move_matching(side);
        }
    };
    let nobody = move || (matches.get() == 0).then(|| t!(licenses::NOBODY_HERE).to_owned());
    let because = Signal::derive(move || {
        if desk.is_coming() {
            Some(t!(licenses::STILL_COMING).to_owned())
        } else if held_whole() {
            nobody()
        } else {
            desk.denied().or_else(nobody)
        }
    });
    let words = move || match (held_whole(), side) {
        (true, _) => t!(licenses::select_all(matches.get())),
        (false, Side::Others) => t!(licenses::give_all(matches.get())),
        (false, Side::Holders) => t!(licenses::take_back_all(matches.get())),
    };
    view! {
        <Button icon=IconName::ListChecks disabled_because=because on_press=press>
            {words}
        </Button>
    }
    .into_any()
}

/// Moves the selected ones.
#[component]
fn MoveButton(desk: Desk, side: Side) -> impl IntoView {
    let because = Signal::derive(move || desk.hindrance(side));
    let movable = move || desk.movable(side).with(|movable| movable.len() as u64);
    let (look, icon) = match side {
        Side::Others => (Look::Primary, IconName::Plus),
        Side::Holders => (Look::Secondary, IconName::Undo),
    };
    let words = move || match side {
        Side::Others => t!(licenses::give(movable())),
        Side::Holders => t!(licenses::take_back(movable())),
    };
    view! {
        <Button look icon disabled_because=because on_press=move || desk.move_selected(side)>
            {words}
        </Button>
    }
    .into_any()
}

/// Asks for the ledger of the one selected seat.
#[component]
fn WhyButton(desk: Desk, why: RwSignal<Option<UserId>>) -> impl IntoView {
    let one = move || {
        desk.state(Side::Holders).with(|state| {
            let mut selected = state.selected.iter();
            match (selected.next(), selected.next()) {
                (Some(key), None) => Some(super::board::user_of(*key)),
                _ => None,
            }
        })
    };
    let because = Signal::derive(move || one().is_none().then(|| t!(licenses::SELECT_ONE).to_owned()));
    view! {
        <Button look=Look::Ghost icon=IconName::Help disabled_because=because on_press=move || why.set(untrack(one))>
            {t!(licenses::WHY_TAKEN)}
        </Button>
    }
    .into_any()
}
