//! What is set, each as a chip that takes it away.

use super::state::List;
use crate::t;
use crate::ui::{Button, IconName, Look};
use crate::users::api::Names;
use domain::users::{SortBy, UserFilter};
use leptos::prelude::*;

/// One value of a filter, and the filter without it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Chip {
    words: String,
    without: UserFilter,
}

/// The values that are set, in the order of the filters.
fn chips(filter: &UserFilter, names: &Names) -> Vec<Chip> {
    let mut chips = Vec::new();
    let mut add = |words: String, take: &dyn Fn(&mut UserFilter)| {
        let mut without = filter.clone();
        take(&mut without);
        chips.push(Chip { words, without });
    };
    macro_rules! each {
        ($member:ident, $label:expr, $words:expr) => {
            for value in &filter.$member {
                let words = t!(users::chip($label, &$words(value)));
                add(words, &|filter| filter.$member.retain(|kept| kept != value));
            }
        };
    }
    each!(locations, t!(users::LOCATION), |id| name(&names.locations, id));
    each!(groups, t!(users::GROUP), |id| name(&names.groups, id));
    each!(states, t!(users::STATUS), |state: &_| t!(users::state(*state))
        .to_owned());
    each!(roles, t!(users::ROLE), |role: &_| t!(users::role(*role))
        .to_owned());
    each!(departments, t!(users::DEPARTMENT), |id| name(
        &names.departments,
        id
    ));
    each!(labels, t!(users::LABEL), |id| name(&names.labels, id));
    each!(licenses, t!(users::LICENSE), |id| name(&names.licenses, id));
    if filter.never_accessed {
        add(t!(users::NEVER_ACCESSED).to_owned(), &|filter| {
            filter.never_accessed = false;
        });
    }
    if filter.billable {
        add(t!(users::BILLABLE).to_owned(), &|filter| filter.billable = false);
    }
    if let Some(to) = filter.deletion_to {
        let words = t!(users::chip(t!(users::DELETION_TO), &t!(users::day(to))));
        add(words, &|filter| filter.deletion_to = None);
    }
    if let Some(to) = filter.due_to {
        let words = t!(users::chip(t!(users::DUE_TO), &t!(users::day(to))));
        add(words, &|filter| filter.due_to = None);
    }
    if let Some(from) = filter.joined_from {
        let words = t!(users::chip(t!(users::JOINED_FROM), &t!(users::day(from))));
        add(words, &|filter| filter.joined_from = None);
    }
    if let Some(to) = filter.joined_to {
        let words = t!(users::chip(t!(users::JOINED_TO), &t!(users::day(to))));
        add(words, &|filter| filter.joined_to = None);
    }
    chips
}

/// What a filter shows, in one line: its search, its values, its order.
pub(super) fn described(filter: &UserFilter, names: &Names) -> String {
    let search = filter.search.trim();
    let search = (!search.is_empty()).then(|| t!(users::chip(t!(views::SEARCH), search)));
    let sort = (filter.sort != SortBy::default())
        .then(|| t!(users::chip(t!(users::SORT_BY), t!(users::sort(filter.sort)))));
    let values = chips(filter, names).into_iter().map(|chip| chip.words);
    let all: Vec<_> = search.into_iter().chain(values).chain(sort).collect();
    if all.is_empty() {
        return t!(views::NOTHING_SET).to_owned();
    }
    all.join(" · ")
}

/// The name of an id; one that is gone or not to be seen is a question mark, since the filter is set all the same.
fn name<I: PartialEq>(names: &[(I, String)], id: &I) -> String {
    let found = names.iter().find(|(known, _)| known == id);
    found.map_or_else(|| "?".to_owned(), |(_, name)| name.clone())
}

/// The chips, and a button that takes all away; nothing while nothing is set.
#[component]
pub fn Chips(list: List) -> impl IntoView {
    let chips = Memo::new(move |_| {
        list.names
            .with_value(|names| list.address.with(|address| chips(&address.filter, names)))
    });
    let chip = move |Chip { words, without }: Chip| {
        let label = t!(ui::remove(&words));
        let press = move || {
            list.filter(|filter| filter.clone_from(&without));
            focus_search();
        };
        view! {
            <li class="chip">
                {words}
                <Button look=Look::Ghost icon=IconName::Close label on_press=press />
            </li>
        }
        .into_any()
    };
    let clear = move || {
        list.clear();
        focus_search();
    };
    view! {
        <Show when=move || chips.with(|chips| !chips.is_empty())>
            <ul class="chips" aria-label=t!(users::FILTERS_SET)>
                {move || chips.get().into_iter().map(chip).collect_view()}
            </ul>
            <Button look=Look::Ghost on_press=clear>
                {t!(users::CLEAR_FILTERS)}
            </Button>
        </Show>
    }
    .into_any()
}

/// The pressed button goes away; the focus must not go with it.
pub(super) fn focus_search() {
    use leptos::wasm_bindgen::JsCast;
    let found = document().get_element_by_id("user-search");
    if let Some(input) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = input.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::access::Role;
    use domain::id::LocationId;
    use domain::users::UserState;

    #[test]
    fn each_value_is_a_chip_that_takes_it_alone_away() {
        let id: LocationId = "0192f0c1-0000-7000-8000-000000000001".parse().unwrap();
        let names = Names {
            locations: vec![(id, "Köln".into())],
            ..Names::default()
        };
        let filter = UserFilter {
            search: "ann".into(),
            locations: vec![id],
            states: vec![UserState::Pending, UserState::Archived],
            roles: vec![Role::Support],
            never_accessed: true,
            ..UserFilter::default()
        };
        let chips = chips(&filter, &names);
        let words: Vec<_> = chips.iter().map(|chip| chip.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "Location: Köln",
                "Status: Pending",
                "Status: Archived",
                "Role: Support",
                "Never accessed"
            ]
        );
        assert_eq!(
            chips[1].without,
            UserFilter {
                states: vec![UserState::Archived],
                ..filter.clone()
            }
        );
        let short = UserFilter {
            states: Vec::new(),
            sort: SortBy::Joined,
            ..filter
        };
        assert_eq!(
            described(&short, &names),
            "Search: ann · Location: Köln · Role: Support · Never accessed · Sort by: Newest first"
        );
    }
}
