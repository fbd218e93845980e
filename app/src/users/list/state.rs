//! The list behind the page: it follows the address, keeps what it has until the answer to the newest question is there,
//! and drops every older one. Where the browser holds the whole list, the answer is there at once.

use super::address::Address;
use super::drawn::Following;
use super::held;
use crate::api::{ApiError, Never};
use crate::t;
use crate::ui::{Problem, Selection};
use crate::users::acts::Whom;
use crate::users::api::{Names, UserList, list_users};
use domain::id::UserId;
use domain::licenses::Pick;
use domain::users::{PageAt, UserFilter, UserSummary};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::time::Duration;

/// How often what the browser holds is refreshed while the page is looked at.
const REFRESH: Duration = Duration::from_mins(1);

/// What stands below the filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// It could not be loaded.
    Failed(Problem),
    /// There is nobody at all.
    NoneYet,
    /// The table, or that there is nobody of that kind.
    Rows,
}

/// The list; cheap to copy.
#[derive(Clone, Copy)]
pub struct List {
    /// What the address says.
    pub address: Memo<Address>,
    /// The newest answer.
    pub answer: RwSignal<Result<UserList, ApiError<Never>>>,
    /// The rows that are on the page.
    pub drawn: Following<UserSummary>,
    /// What it answers.
    answered: RwSignal<UserFilter>,
    /// The names behind ids.
    pub names: StoredValue<Names>,
    /// Whether a newer answer is on its way.
    pub busy: RwSignal<bool>,
    /// The ticked rows.
    pub ticks: RwSignal<Selection<UserId>>,
    /// Whom the dialog of login links is for.
    pub link_for: RwSignal<Option<(UserId, String)>>,
    asked: StoredValue<u32>,
    go: Callback<(String, NavigateOptions)>,
}

impl List {
    /// A list that begins with a first answer.
    pub fn new(address: Memo<Address>, names: Names, first: Result<UserList, ApiError<Never>>) -> Self {
        let navigate = use_navigate();
        let answer = RwSignal::new(first);
        let users =
            move || answer.with(|answer| answer.as_ref().map(|list| list.users.clone()).unwrap_or_default());
        let list = Self {
            address,
            answer,
            drawn: Following::new(users, |one, other| one.id == other.id),
            answered: RwSignal::new(address.with_untracked(|address| address.filter.clone())),
            names: StoredValue::new(names),
            busy: RwSignal::new(false),
            ticks: RwSignal::default(),
            link_for: RwSignal::new(None),
            asked: StoredValue::new(0),
            go: Callback::new(move |(href, options): (String, NavigateOptions)| navigate(&href, options)),
        };
        Effect::new(move |before: Option<Address>| {
            let now = address.get();
            let asks = |before: &Address| (&before.filter, &before.at) != (&now.filter, &now.at);
            if before.as_ref().is_some_and(asks) {
                list.ask(now.clone());
            }
            if before.is_some_and(|before| (&before.filter, before.edit) != (&now.filter, now.edit)) {
                list.ticks.set(Selection::default());
            }
            now
        });
        list.keep_held();
        list
    }

    /// Asks the server again: something was done.
    pub fn reload(self) {
        held::mark_stale();
        self.ask(self.address.get_untracked());
        self.refresh();
    }

    fn ask(self, address: Address) {
        let number = self.next_question();
        let Address { filter, at, .. } = address;
        if let Some(page) = held::page(&filter, &at) {
            self.show(filter, Ok(page));
            return;
        }
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = list_users(filter.clone(), at).await;
            // Gone with the page, or no longer the newest question.
            if self.asked.try_get_value() == Some(number) {
                self.show(filter, answer);
            }
        });
    }

    fn show(self, filter: UserFilter, answer: Result<UserList, ApiError<Never>>) {
        self.answered.set(filter);
        self.answer.set(answer);
        self.busy.set(false);
    }

    /// Keeps what the browser holds as new as the page needs it: from its opening, when one comes back to it, and now and
    /// then in between.
    fn keep_held(self) {
        Effect::new(move |_| {
            self.refresh();
            let focus = window_event_listener(leptos::ev::focus, move |_| self.refresh());
            let tick = set_interval_with_handle(
                move || {
                    if !document().hidden() {
                        self.refresh();
                    }
                },
                REFRESH,
            );
            on_cleanup(move || {
                focus.remove();
                if let Ok(tick) = tick {
                    tick.clear();
                }
            });
        });
    }

    fn refresh(self) {
        leptos::task::spawn_local(async move {
            if !held::refresh().await {
                return;
            }
            // The page that is shown is as old as the list was.
            let (Some(Address { filter, at, .. }), Some(false)) =
                (self.address.try_get_untracked(), self.busy.try_get_untracked())
            else {
                return;
            };
            let typed = self.answered.with_untracked(|answered| *answered != filter);
            if let (false, Some(page)) = (typed, held::page(&filter, &at)) {
                self.show(filter, Ok(page));
            }
        });
    }

    /// Changes the filter; the step back leads to what was before.
    pub fn filter(self, change: impl FnOnce(&mut UserFilter)) {
        self.change(
            change,
            NavigateOptions {
                scroll: false,
                ..NavigateOptions::default()
            },
        );
    }

    /// Shows what is found by a text while it is typed, if the browser can tell by itself. The address follows later.
    pub fn typed(self, text: &str) {
        let Some(address) = self.address.try_get_untracked() else {
            return;
        };
        let filter = UserFilter {
            search: text.to_owned(),
            ..address.filter
        };
        if let Some(page) = measured("users-filter", || held::page(&filter, &PageAt::Start)) {
            self.next_question();
            self.show(filter, Ok(page));
        }
    }

    fn next_question(self) -> u32 {
        let number = self.asked.with_value(|asked| asked.wrapping_add(1));
        self.asked.set_value(number);
        number
    }

    /// Changes the search, as someone types: no step back for every letter.
    pub fn search(self, text: String) {
        let options = NavigateOptions {
            scroll: false,
            replace: true,
            ..NavigateOptions::default()
        };
        self.change(|filter| filter.search = text, options);
    }

    fn change(self, change: impl FnOnce(&mut UserFilter), options: NavigateOptions) {
        // A key pressed just before the page was left comes too late.
        let Some(address) = self.address.try_get_untracked() else {
            return;
        };
        let mut filter = address.filter.clone();
        change(&mut filter);
        if filter != address.filter {
            self.go.run((address.with(filter).href(), options));
        }
    }

    /// Turns edit mode on or off.
    pub fn turn_edit_mode(self) {
        let now = self.address.get_untracked();
        let turned = Address {
            edit: !now.edit,
            ..now
        };
        let options = NavigateOptions {
            scroll: false,
            replace: true,
            ..NavigateOptions::default()
        };
        self.go.run((turned.href(), options));
    }

    /// Takes every filter and the search away.
    pub fn clear(self) {
        self.filter(|filter| {
            *filter = UserFilter {
                sort: filter.sort,
                ..UserFilter::default()
            }
        });
    }

    /// What stands below the filters.
    pub fn shown(self) -> Shown {
        self.answer.with(|answer| match answer {
            Err(error) => Shown::Failed(error.clone().into()),
            Ok(list) if list.users.is_empty() && !self.answered.with_untracked(narrows) => Shown::NoneYet,
            Ok(_) => Shown::Rows,
        })
    }

    /// Whether nobody is of the kind that is asked for.
    pub fn none_match(self) -> bool {
        self.answer
            .with(|answer| answer.as_ref().is_ok_and(|list| list.users.is_empty()))
    }

    /// "500+ users", or nothing while there is no list.
    pub fn count_words(self) -> String {
        let filtered = self.answered.with_untracked(narrows);
        self.answer.with(|answer| match answer {
            Ok(list) => t!(users::found(list.count, list.more, filtered)),
            Err(_) => String::new(),
        })
    }

    /// The ticked ones.
    pub fn whom(self) -> Option<Whom> {
        let (matching, more) = self.answer.with(|answer| match answer {
            Ok(list) => (list.count, list.more),
            Err(_) => (0, false),
        });
        self.ticks.with(|ticks| {
            let all = *ticks == Selection::AllMatching;
            let filter = || self.address.with(|address| address.filter.clone());
            let whom = Whom {
                pick: if all {
                    Pick::Matching(filter())
                } else {
                    Pick::These(ticks.keys())
                },
                name: None,
                count: ticks.count(matching),
                more: all && more,
            };
            (whom.count > 0).then_some(whom)
        })
    }

    /// The address of the page before this one.
    pub fn previous_page(self) -> Signal<Option<String>> {
        self.page(|list| list.previous.clone().map(PageAt::Before))
    }

    /// The address of the page after this one.
    pub fn next_page(self) -> Signal<Option<String>> {
        self.page(|list| list.next.clone().map(PageAt::After))
    }

    fn page(self, at: fn(&UserList) -> Option<PageAt>) -> Signal<Option<String>> {
        Signal::derive(move || {
            let at = self.answer.with(|answer| answer.as_ref().ok().and_then(at))?;
            let (filter, edit) = self
                .address
                .with(|address| (address.filter.clone(), address.edit));
            Some(Address { filter, at, edit }.href())
        })
    }
}

/// Does something and notes how long it took in the browser's timeline, where `cargo xtask bench` reads it.
fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let Some(timeline) = window().performance() else {
        return work();
    };
    // A browser that keeps no timeline has nothing to note.
    let _ = timeline.mark(name);
    let done = work();
    let _ = timeline.measure_with_start_mark(name, name);
    timeline.clear_marks_with_mark_name(name);
    done
}

/// Whether a filter leaves anybody out who would be shown without it.
fn narrows(filter: &UserFilter) -> bool {
    !filter.search.trim().is_empty() || filter.advanced_count() > 0
}
