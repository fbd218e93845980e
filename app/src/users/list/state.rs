//! The list behind the page: it follows the address, keeps what it has until the answer to the newest question is there,
//! and drops every older one.

use super::address::Address;
use crate::api::{ApiError, Never};
use crate::t;
use crate::ui::Selection;
use crate::users::acts::Whom;
use crate::users::api::{At, Names, UserList, list_users};
use domain::id::UserId;
use domain::licenses::Pick;
use domain::users::UserFilter;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// What stands below the filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// It could not be loaded.
    Failed(String),
    /// There is nobody at all.
    NoneYet,
    /// There is nobody of that kind.
    NoneMatch,
    /// The table.
    Rows,
}

/// The list; cheap to copy.
#[derive(Clone, Copy)]
pub struct List {
    /// What the address says.
    pub address: Memo<Address>,
    /// The newest answer.
    pub answer: RwSignal<Result<UserList, ApiError<Never>>>,
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
        let list = Self {
            address,
            answer: RwSignal::new(first),
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
        list
    }

    /// Asks the server again.
    pub fn reload(self) {
        self.ask(self.address.get_untracked());
    }

    fn ask(self, address: Address) {
        let number = self.asked.with_value(|asked| asked + 1);
        self.asked.set_value(number);
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = list_users(address.filter, address.at).await;
            // Gone with the page, or no longer the newest question.
            if self.asked.try_get_value() == Some(number) {
                self.answer.set(answer);
                self.busy.set(false);
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
            Err(error) => Shown::Failed(error.to_string()),
            Ok(list) if !list.users.is_empty() => Shown::Rows,
            Ok(_) if self.address.with_untracked(|address| narrows(&address.filter)) => Shown::NoneMatch,
            Ok(_) => Shown::NoneYet,
        })
    }

    /// "1,000+ users", or nothing while there is no list.
    pub fn count_words(self) -> String {
        let filtered = self.address.with_untracked(|address| narrows(&address.filter));
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
        self.page(|list| list.previous.clone().map(At::Before))
    }

    /// The address of the page after this one.
    pub fn next_page(self) -> Signal<Option<String>> {
        self.page(|list| list.next.clone().map(At::After))
    }

    fn page(self, at: fn(&UserList) -> Option<At>) -> Signal<Option<String>> {
        Signal::derive(move || {
            let at = self.answer.with(|answer| answer.as_ref().ok().and_then(at))?;
            let (filter, edit) = self
                .address
                .with(|address| (address.filter.clone(), address.edit));
            Some(Address { filter, at, edit }.href())
        })
    }
}

/// Whether a filter leaves anybody out who would be shown without it.
fn narrows(filter: &UserFilter) -> bool {
    !filter.search.trim().is_empty() || filter.advanced_count() > 0
}
