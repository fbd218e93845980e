//! The advanced filters, in a disclosure: fields that follow the address, and that the address follows.

use super::state::List;
use crate::t;
use crate::ui::{CheckboxGroup, Choice, Combobox, Icon, IconName, Kind, Switch, TextField};
use domain::access::Role;
use domain::time::Date;
use domain::users::{UserFilter, UserState};
use leptos::prelude::*;

/// The fields' values; a copy of the filter in the form that fields hold.
#[derive(Clone, Copy)]
struct Fields {
    locations: RwSignal<Vec<String>>,
    groups: RwSignal<Vec<String>>,
    states: RwSignal<Vec<String>>,
    roles: RwSignal<Vec<String>>,
    departments: RwSignal<Vec<String>>,
    labels: RwSignal<Vec<String>>,
    licenses: RwSignal<Vec<String>>,
    never_accessed: RwSignal<bool>,
    joined_from: RwSignal<String>,
    joined_to: RwSignal<String>,
}

fn words<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

fn values<T>(words: RwSignal<Vec<String>>, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
    words.with(|words| words.iter().filter_map(|word| parse(word)).collect())
}

fn day(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

impl Fields {
    fn of(filter: &UserFilter) -> Self {
        let states: Vec<_> = filter.states.iter().map(|state| state.as_str()).collect();
        Self {
            locations: RwSignal::new(words(&filter.locations)),
            groups: RwSignal::new(words(&filter.groups)),
            states: RwSignal::new(words(&states)),
            roles: RwSignal::new(words(&filter.roles)),
            departments: RwSignal::new(words(&filter.departments)),
            labels: RwSignal::new(words(&filter.labels)),
            licenses: RwSignal::new(words(&filter.licenses)),
            never_accessed: RwSignal::new(filter.never_accessed),
            joined_from: RwSignal::new(day(filter.joined_from)),
            joined_to: RwSignal::new(day(filter.joined_to)),
        }
    }

    /// Takes the filter's values; a field that has them is left alone.
    fn follow(self, filter: &UserFilter) {
        fn set<T: PartialEq + Send + Sync + 'static>(field: RwSignal<T>, value: T) {
            if field.with_untracked(|now| *now != value) {
                field.set(value);
            }
        }
        let states: Vec<_> = filter.states.iter().map(|state| state.as_str()).collect();
        set(self.locations, words(&filter.locations));
        set(self.groups, words(&filter.groups));
        set(self.states, words(&states));
        set(self.roles, words(&filter.roles));
        set(self.departments, words(&filter.departments));
        set(self.labels, words(&filter.labels));
        set(self.licenses, words(&filter.licenses));
        set(self.never_accessed, filter.never_accessed);
        set(self.joined_from, day(filter.joined_from));
        set(self.joined_to, day(filter.joined_to));
    }

    /// The filter that the fields make of another one, whose search and order stay, and what only links set.
    fn filter(self, from: UserFilter) -> UserFilter {
        UserFilter {
            search: from.search,
            sort: from.sort,
            billable: from.billable,
            deletion_to: from.deletion_to,
            due_to: from.due_to,
            locations: values(self.locations, |id| id.parse().ok()),
            groups: values(self.groups, |id| id.parse().ok()),
            states: values(self.states, |state| UserState::parse(state).ok()),
            roles: values(self.roles, |role| Role::parse(role).ok()),
            departments: values(self.departments, |id| id.parse().ok()),
            labels: values(self.labels, |id| id.parse().ok()),
            licenses: values(self.licenses, |id| id.parse().ok()),
            never_accessed: self.never_accessed.get(),
            joined_from: self.joined_from.with(|day| Date::parse(day).ok()),
            joined_to: self.joined_to.with(|day| Date::parse(day).ok()),
        }
    }
}

/// The advanced filters.
#[component]
pub fn Filters(list: List) -> impl IntoView {
    let fields = list.address.with_untracked(|address| Fields::of(&address.filter));
    Effect::new(move |_| list.address.with(|address| fields.follow(&address.filter)));
    Effect::new(move |before: Option<()>| {
        let filter = fields.filter(list.address.with_untracked(|address| address.filter.clone()));
        if before.is_some() {
            list.filter(|now| *now = filter);
        }
    });
    let set = Memo::new(move |_| list.address.with(|address| address.filter.advanced_count()));
    let names = list.names.get_value();
    let states = UserState::ALL
        .map(|state| Choice::new(state.as_str(), t!(users::state(state))))
        .to_vec();
    let roles = Role::ALL
        .map(|role| Choice::new(role.as_str(), t!(users::role(role))))
        .to_vec();
    let licenses = (!names.licenses.is_empty()).then(|| {
        let choices = Choice::each(&names.licenses);
        view! { <Combobox name="license" label=t!(users::LICENSE) value=fields.licenses choices many=true optional=true /> }
    });
    view! {
        <details class="users-filters" open=set.get_untracked() != 0>
            <summary>
                <Icon name=IconName::Filter />
                {t!(users::ADVANCED_FILTERS)}
                <Show when=move || set.get() != 0>
                    <span class="users-filters-set">{set}</span>
                </Show>
            </summary>
            <div class="users-filters-body">
                <div class="fields-row">
                    <Combobox
                        name="location"
                        label=t!(users::LOCATION)
                        value=fields.locations
                        choices=Choice::each(&names.locations)
                        many=true
                        optional=true
                    />
                    <Combobox
                        name="group"
                        label=t!(users::GROUP)
                        value=fields.groups
                        choices=Choice::each(&names.groups)
                        many=true
                        optional=true
                    />
                    <CheckboxGroup name="status" label=t!(users::STATUS) value=fields.states choices=states />
                    <CheckboxGroup name="role" label=t!(users::ROLE) value=fields.roles choices=roles />
                </div>
                <div class="fields-row">
                    <Combobox
                        name="department"
                        label=t!(users::DEPARTMENT)
                        value=fields.departments
                        choices=Choice::each(&names.departments)
                        many=true
                        optional=true
                    />
                    <Combobox
                        name="label"
                        label=t!(users::LABEL)
                        value=fields.labels
                        choices=Choice::each(&names.labels)
                        many=true
                        optional=true
                    />
                    {licenses}
                    <TextField
                        name="joined_from"
                        label=t!(users::JOINED_FROM)
                        value=fields.joined_from
                        kind=Kind::Date
                        optional=true
                    />
                    <TextField
                        name="joined_to"
                        label=t!(users::JOINED_TO)
                        value=fields.joined_to
                        kind=Kind::Date
                        optional=true
                    />
                    <Switch name="never_accessed" label=t!(users::NEVER_ACCESSED) checked=fields.never_accessed />
                </div>
            </div>
        </details>
    }
    .into_any()
}
