//! How something is to be done: the fields of the dialog, and the act they make.

use super::desk::What;
use super::learning_terms::{CourseFields, LearningTerms, SeatFields};
use crate::session::viewer;
use crate::t;
use crate::ui::{Choice, Combobox, Kind, RadioGroup, SelectField, Switch, TextField, options_or};
use crate::users::api::Names;
use domain::access::{GroupRole, Role};
use domain::time::Date;
use domain::users::Act;
use leptos::prelude::*;

/// The fields' values; cheap to copy.
#[derive(Clone, Copy)]
pub struct Terms {
    notify: RwSignal<bool>,
    seats: RwSignal<bool>,
    add: RwSignal<String>,
    groups: RwSignal<Vec<String>>,
    group_role: RwSignal<String>,
    labels: RwSignal<Vec<String>>,
    role: RwSignal<String>,
    place: RwSignal<String>,
    date: RwSignal<String>,
    /// Courses and seats.
    pub(super) learning: LearningTerms,
}

const ADD: &str = "add";
const TAKE: &str = "take";

impl Terms {
    /// Nothing chosen yet but what is usual.
    pub fn new() -> Self {
        Self {
            notify: RwSignal::new(true),
            seats: RwSignal::new(true),
            add: RwSignal::new(ADD.to_owned()),
            groups: RwSignal::default(),
            group_role: RwSignal::new(GroupRole::Learner.as_str().to_owned()),
            labels: RwSignal::default(),
            role: RwSignal::default(),
            place: RwSignal::default(),
            date: RwSignal::default(),
            learning: LearningTerms::new(),
        }
    }

    /// Forgets what was chosen.
    pub fn clear(self) {
        self.notify.set(true);
        self.seats.set(true);
        self.add.set(ADD.to_owned());
        self.groups.set(Vec::new());
        self.group_role.set(GroupRole::Learner.as_str().to_owned());
        self.labels.set(Vec::new());
        self.role.set(String::new());
        self.place.set(String::new());
        self.date.set(String::new());
        self.learning.clear();
    }

    /// The act the fields make; none while something is missing.
    pub fn act(self, what: What) -> Option<Act> {
        fn ids<T: std::str::FromStr>(field: RwSignal<Vec<String>>) -> Option<Vec<T>> {
            let ids: Vec<T> = field.with(|ids| ids.iter().filter_map(|id| id.parse().ok()).collect());
            (!ids.is_empty()).then_some(ids)
        }
        let add = || self.add.with(|add| add == ADD);
        Some(match what {
            What::Approve => Act::Approve {
                notify: self.notify.get(),
            },
            What::Notify => Act::Notify,
            What::Archive => Act::Archive,
            What::Reactivate => Act::Reactivate {
                seats: self.seats.get(),
            },
            What::Delete => Act::Delete,
            What::Groups if add() => Act::JoinGroups {
                groups: ids(self.groups)?,
                role: self.group_role.with(|role| GroupRole::parse(role)).ok()?,
            },
            What::Groups => Act::LeaveGroups {
                groups: ids(self.groups)?,
            },
            What::Labels if add() => Act::AddLabels {
                labels: ids(self.labels)?,
            },
            What::Labels => Act::RemoveLabels {
                labels: ids(self.labels)?,
            },
            What::Role => Act::SetRole {
                role: self.role.with(|role| Role::parse(role)).ok()?,
            },
            What::Location => Act::SetLocation {
                location: self.place.with(|place| place.parse().ok()),
            },
            What::Department => Act::SetDepartment {
                department: self.place.with(|place| place.parse().ok()),
            },
            What::Courses => Act::Learning(self.learning.of_courses()?),
            What::Seats => Act::Learning(self.learning.of_seats()?),
            What::DeletionDate => Act::SetDeletionDate {
                date: match self.date.with(|date| date.trim().to_owned()) {
                    empty if empty.is_empty() => None,
                    date => Some(Date::parse(&date).ok()?),
                },
            },
        })
    }
}

/// The fields of what is asked.
#[component]
pub fn TermsFields(what: What, terms: Terms, names: StoredValue<Names>) -> impl IntoView {
    let all = names;
    names.with_value(|names| match what {
        What::Approve => {
            view! { <Switch name="act-notify" label=t!(acts::TELL_THEM) checked=terms.notify /> }.into_any()
        }
        What::Reactivate => {
            view! { <Switch name="act-seats" label=t!(acts::SEATS_AGAIN) checked=terms.seats /> }.into_any()
        }
        What::Groups => view! { <GroupFields terms choices=Choice::each(&names.groups) /> }.into_any(),
        What::Labels => {
            let ways = ways(t!(acts::ADD_LABELS), t!(acts::TAKE_LABELS));
            view! {
                <RadioGroup name="act-add" label=t!(acts::ADD_OR_TAKE) value=terms.add choices=ways />
                <Combobox
                    name="act-labels"
                    label=t!(users::LABELS)
                    value=terms.labels
                    choices=Choice::each(&names.labels)
                    many=true
                />
            }
            .into_any()
        }
        What::Role => {
            view! { <RadioGroup name="act-role" label=t!(users::ROLE) value=terms.role choices=roles() /> }
                .into_any()
        }
        What::Location => {
            let options = options_or(t!(users::NO_LOCATION), &names.locations);
            view! { <SelectField name="act-place" label=t!(users::LOCATION) value=terms.place options /> }
                .into_any()
        }
        What::Department => {
            let options = options_or(t!(users::NO_DEPARTMENT), &names.departments);
            view! { <SelectField name="act-place" label=t!(users::DEPARTMENT) value=terms.place options /> }
                .into_any()
        }
        What::DeletionDate => view! {
            <TextField
                name="act-date"
                label=t!(users::DELETION_DATE)
                value=terms.date
                kind=Kind::Date
                hint=Signal::stored(Some(t!(acts::DATE_HINT).to_owned()))
                optional=true
            />
        }
        .into_any(),
        What::Courses => view! { <CourseFields terms=terms.learning names=all /> }.into_any(),
        What::Seats => view! { <SeatFields terms=terms.learning names=all /> }.into_any(),
        What::Notify | What::Archive | What::Delete => ().into_any(),
    })
}

#[component]
fn GroupFields(terms: Terms, choices: Vec<Choice>) -> impl IntoView {
    let ways = ways(t!(acts::ADD_TO_GROUPS), t!(acts::TAKE_FROM_GROUPS));
    let role = move || {
        terms.add.with(|add| add == ADD).then(|| {
            let options: Vec<_> = GroupRole::ALL
                .iter()
                .map(|role| (role.as_str().to_owned(), t!(users::group_role(*role)).to_owned()))
                .collect();
            view! {
                <SelectField name="act-group-role" label=t!(users::GROUP_ROLE) value=terms.group_role options />
            }
        })
    };
    view! {
        <RadioGroup name="act-add" label=t!(acts::ADD_OR_TAKE) value=terms.add choices=ways />
        <Combobox name="act-groups" label=t!(users::GROUPS) value=terms.groups choices many=true />
        {role}
    }
    .into_any()
}

fn ways(add: &str, take: &str) -> Vec<Choice> {
    vec![Choice::new(ADD, add), Choice::new(TAKE, take)]
}

/// Every role; those that cannot be given, with the reason.
fn roles() -> Vec<Choice> {
    let mine = viewer().map(|viewer| viewer.standing.role);
    let choice = |role: Role| {
        let choice = Choice::new(role.as_str(), t!(users::role(role))).hint(t!(users::role_hint(role)));
        if mine.is_some_and(|mine| role < mine) {
            choice
        } else {
            choice.disabled(t!(users::ROLE_NOT_BELOW))
        }
    };
    Role::ALL.into_iter().map(choice).collect()
}
