//! What the invited get: role, groups, a seat, a place.

use super::state::Draft;
use crate::session::viewer;
use crate::t;
use crate::ui::{
    Card, CheckboxGroup, Choice, Combobox, Kind, RadioGroup, SelectField, TextField, options_or,
};
use domain::access::{GroupRole, Role};
use domain::invitations::OfferScope;
use domain::users::Language;
use leptos::prelude::*;

/// Options of a select: an empty one, then the names.
/// The role in the organization, where it is to be given, and the groups with one role in all of them.
#[component]
pub fn RoleAndGroups(draft: Draft, whole: bool) -> impl IntoView {
    let mine = viewer().map(|viewer| viewer.standing.role);
    let choice = |role: Role| {
        let choice = Choice::new(role.as_str(), t!(users::role(role))).hint(t!(users::role_hint(role)));
        if mine.is_some_and(|mine| role < mine) {
            choice
        } else {
            choice.disabled(t!(users::ROLE_NOT_BELOW))
        }
    };
    let roles: Vec<_> = Role::ALL.into_iter().map(choice).collect();
    let below = draft.choices.with_value(|options| match &options.scope {
        OfferScope::Organization(_) => None,
        // Who runs a group gives roles below that, who teaches in one invites learners.
        OfferScope::Groups { administered, .. } if administered.is_empty() => Some(GroupRole::Instructor),
        OfferScope::Groups { .. } => Some(GroupRole::Admin),
    });
    let given = |role: &GroupRole| below.is_none_or(|below| *role < below);
    let group_roles: Vec<_> = GroupRole::ALL
        .into_iter()
        .filter(given)
        .map(|role| (role.as_str().to_owned(), t!(users::group_role(role)).to_owned()))
        .collect();
    let groups = draft
        .choices
        .with_value(|options| Choice::each(&options.names.groups));
    view! {
        <Card title=t!(users::ROLE_AND_GROUPS)>
            <div class="fields">
                {whole
                    .then(|| {
                        view! { <RadioGroup name="role" label=t!(users::ROLE) value=draft.role choices=roles /> }
                    })}
                <div class="fields-row">
                    <Combobox
                        name="groups"
                        label=t!(users::GROUPS)
                        value=draft.groups
                        choices=groups
                        error=draft.at("groups")
                        many=true
                        optional=whole
                    />
                    <SelectField
                        name="group_role"
                        label=t!(users::GROUP_ROLE)
                        value=draft.group_role
                        options=group_roles
                    />
                </div>
            </div>
        </Card>
    }
    .into_any()
}

/// A seat for each, and which courses of its license.
#[component]
pub fn License(draft: Draft) -> impl IntoView {
    let licenses = draft.choices.with_value(|options| {
        let named = |license: &crate::users::api::LicenseOption| {
            (license.id, t!(users::license(&license.name, license.free)))
        };
        options.licenses.iter().map(named).collect::<Vec<_>>()
    });
    let courses = Memo::new(move |_| {
        draft.license.with(|chosen| {
            draft.choices.with_value(|options| {
                let license = options
                    .licenses
                    .iter()
                    .find(|license| license.id.to_string() == *chosen);
                license
                    .map(|license| Choice::each(&license.courses))
                    .unwrap_or_default()
            })
        })
    });
    // All courses of the license until some are taken away.
    Effect::new(move |before: Option<()>| {
        let all = courses.with(|courses| courses.iter().map(|course| course.value.clone()).collect());
        if before.is_some() {
            draft.courses.set(all);
        }
    });
    let chosen = move || {
        courses.with(|courses| !courses.is_empty()).then(|| {
            view! {
                <CheckboxGroup
                    name="courses"
                    label=t!(users::COURSES)
                    value=draft.courses
                    choices=courses
                    error=draft.at("courses")
                />
            }
        })
    };
    let seats = Signal::derive(move || {
        let free = draft.free()?;
        Some(t!(invitations::seats_kept(
            draft.tally.with(|tally| tally.invited),
            free
        )))
    });
    view! {
        <Card title=t!(users::LICENSE_AND_COURSES)>
            <div class="fields">
                <SelectField
                    name="license"
                    label=t!(users::LICENSE)
                    value=draft.license
                    options=options_or(t!(users::NO_LICENSE), &licenses)
                    hint=seats
                    error=draft.at("license")
                    optional=true
                />
                {chosen}
            </div>
        </Card>
    }
    .into_any()
}

/// Department, label, language, deletion date.
#[component]
pub fn Belonging(draft: Draft) -> impl IntoView {
    let (departments, labels) = draft.choices.with_value(|options| {
        let names = &options.names;
        (
            options_or(t!(users::NO_DEPARTMENT), &names.departments),
            options_or(t!(invitations::NO_LABEL), &names.labels),
        )
    });
    let languages =
        Language::ALL.map(|language| (language.as_str(), t!(users::language(language)).to_owned()));
    view! {
        <Card title=t!(users::WHERE)>
            <div class="fields-row">
                <SelectField
                    name="department"
                    label=t!(users::DEPARTMENT)
                    value=draft.department
                    options=departments
                    optional=true
                />
                <SelectField name="label" label=t!(invitations::LABEL) value=draft.label options=labels optional=true />
                <SelectField
                    name="language"
                    label=t!(users::LANGUAGE)
                    value=draft.language
                    options=options_or(t!(users::LANGUAGE_DEFAULT), &languages)
                    hint=Signal::stored(Some(t!(invitations::LANGUAGE_HINT).to_owned()))
                    optional=true
                />
                <TextField
                    name="deletion_date"
                    label=t!(users::DELETION_DATE)
                    value=draft.deletion_date
                    kind=Kind::Date
                    hint=t!(users::DELETION_DATE_HINT)
                    error=draft.at("deletion_date")
                    optional=true
                />
            </div>
        </Card>
    }
    .into_any()
}
