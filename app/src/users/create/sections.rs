//! The sections of the form.

use super::fields::Fields;
use super::problems::Problems;
use crate::session::viewer;
use crate::t;
use crate::ui::{
    Card, CheckboxGroup, Choice, Combobox, Kind, RadioGroup, SelectField, Switch, TextArea, TextField,
    options_or,
};
use crate::users::api::{FormChoices, LicenseOption};
use domain::access::{GroupRole, Role};
use domain::users::Language;
use leptos::prelude::*;

/// Options of a select: an empty one, then the names.
/// Names, email and username.
#[component]
pub fn Person(fields: Fields, problems: Problems) -> impl IntoView {
    let username = move || {
        (!fields.email_as_username.get()).then(|| {
            view! {
                <TextField
                    name="username"
                    label=t!(users::USERNAME)
                    value=fields.username
                    hint=t!(users::USERNAME_HINT)
                    error=problems.at("username")
                    on_change=problems.check("username")
                    autocomplete="off"
                    optional=true
                />
            }
        })
    };
    view! {
        <Card title=t!(users::PERSON)>
            <div class="fields">
                <div class="fields-row">
                    <TextField
                        name="first_name"
                        label=t!(users::FIRST_NAME)
                        value=fields.first_name
                        error=problems.at("first_name")
                        on_change=problems.check("first_name")
                        autocomplete="off"
                    />
                    <TextField
                        name="last_name"
                        label=t!(users::LAST_NAME)
                        value=fields.last_name
                        error=problems.at("last_name")
                        on_change=problems.check("last_name")
                        autocomplete="off"
                    />
                </div>
                <TextField
                    name="email"
                    label=t!(users::EMAIL)
                    value=fields.email
                    kind=Kind::Email
                    hint=t!(users::EMAIL_HINT)
                    error=problems.at("email")
                    on_change=problems.check("email")
                    autocomplete="off"
                    optional=true
                />
                <Switch name="email_as_username" label=t!(users::EMAIL_AS_USERNAME) checked=fields.email_as_username />
                {username}
            </div>
        </Card>
    }
    .into_any()
}

/// How they get in.
#[component]
pub fn Access(fields: Fields, problems: Problems) -> impl IntoView {
    let ways = vec![
        Choice::new("activation", t!(users::PASSWORD_ACTIVATION)).hint(t!(users::PASSWORD_ACTIVATION_HINT)),
        Choice::new("generated", t!(users::PASSWORD_GENERATED)).hint(t!(users::PASSWORD_GENERATED_HINT)),
        Choice::new("typed", t!(users::PASSWORD_TYPED)).hint(t!(users::PASSWORD_TYPED_HINT)),
        Choice::new("later", t!(users::PASSWORD_LATER)).hint(t!(users::PASSWORD_LATER_HINT)),
    ];
    let is_typed = Memo::new(move |_| fields.password_choice.with(|choice| choice == "typed"));
    let typed = move || {
        is_typed.get().then(|| {
            view! {
                <TextField
                    name="password"
                    label=t!(users::PASSWORD)
                    value=fields.password
                    kind=Kind::Password
                    hint=t!(sign_in::PASSWORD_HINT)
                    error=problems.at("password")
                    autocomplete="new-password"
                />
                <Switch name="force_change" label=t!(users::FORCE_CHANGE) checked=fields.force_change />
            }
        })
    };
    view! {
        <Card title=t!(users::ACCESS)>
            <div class="fields">
                <RadioGroup
                    name="password_choice"
                    label=t!(users::PASSWORD_CHOICE)
                    value=fields.password_choice
                    choices=ways
                    error=problems.at("password_choice")
                />
                {typed}
            </div>
        </Card>
    }
    .into_any()
}

/// The role in the organization, and the groups with one role in all of them.
#[component]
pub fn RoleAndGroups(fields: Fields, problems: Problems, options: StoredValue<FormChoices>) -> impl IntoView {
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
    let group_roles: Vec<_> = GroupRole::ALL
        .iter()
        .map(|role| (role.as_str().to_owned(), t!(users::group_role(*role)).to_owned()))
        .collect();
    let groups = options.with_value(|options| Choice::each(&options.names.groups));
    view! {
        <Card title=t!(users::ROLE_AND_GROUPS)>
            <div class="fields">
                <RadioGroup name="role" label=t!(users::ROLE) value=fields.role choices=roles error=problems.at("role") />
                <div class="fields-row">
                    <Combobox
                        name="groups"
                        label=t!(users::GROUPS)
                        value=fields.groups
                        choices=groups
                        error=problems.at("groups")
                        many=true
                        optional=true
                    />
                    <SelectField
                        name="group_role"
                        label=t!(users::GROUP_ROLE)
                        value=fields.group_role
                        options=group_roles
                    />
                </div>
            </div>
        </Card>
    }
    .into_any()
}

/// Location, department, labels, language, deletion date.
#[component]
pub fn Belonging(fields: Fields, problems: Problems, options: StoredValue<FormChoices>) -> impl IntoView {
    let (locations, departments, labels) = options.with_value(|options| {
        let names = &options.names;
        (
            options_or(t!(users::NO_LOCATION), &names.locations),
            options_or(t!(users::NO_DEPARTMENT), &names.departments),
            Choice::each(&names.labels),
        )
    });
    let languages =
        Language::ALL.map(|language| (language.as_str(), t!(users::language(language)).to_owned()));
    view! {
        <Card title=t!(users::WHERE)>
            <div class="fields-row">
                <SelectField
                    name="location"
                    label=t!(users::LOCATION)
                    value=fields.location
                    options=locations
                    error=problems.at("location")
                    optional=true
                />
                <SelectField
                    name="department"
                    label=t!(users::DEPARTMENT)
                    value=fields.department
                    options=departments
                    error=problems.at("department")
                    optional=true
                />
                <Combobox
                    name="labels"
                    label=t!(users::LABELS)
                    value=fields.labels
                    choices=labels
                    error=problems.at("labels")
                    many=true
                    optional=true
                />
                <SelectField
                    name="language"
                    label=t!(users::LANGUAGE)
                    value=fields.language
                    options=options_or(t!(users::LANGUAGE_DEFAULT), &languages)
                    optional=true
                />
                <TextField
                    name="deletion_date"
                    label=t!(users::DELETION_DATE)
                    value=fields.deletion_date
                    kind=Kind::Date
                    hint=t!(users::DELETION_DATE_HINT)
                    error=problems.at("deletion_date")
                    on_change=problems.check("deletion_date")
                    optional=true
                />
            </div>
        </Card>
    }
    .into_any()
}

/// A seat of a license, which of its courses, and until when.
#[component]
pub fn Courses(fields: Fields, problems: Problems, options: StoredValue<FormChoices>) -> impl IntoView {
    let license = |license: &LicenseOption| (license.id, t!(users::license(&license.name, license.free)));
    let licenses = options.with_value(|options| options.licenses.iter().map(license).collect::<Vec<_>>());
    let of_license = move |chosen: &str| {
        options.with_value(|options| {
            let license = options
                .licenses
                .iter()
                .find(|license| license.id.to_string() == chosen);
            license
                .map(|license| Choice::each(&license.courses))
                .unwrap_or_default()
        })
    };
    let courses = Memo::new(move |_| fields.license.with(|chosen| of_license(chosen)));
    // All courses of the license until some are taken away.
    Effect::new(move |before: Option<()>| {
        let all = courses.with(|courses| courses.iter().map(|course| course.value.clone()).collect());
        if before.is_some() {
            fields.courses.set(all);
        }
    });
    let chosen = move || {
        courses.with(|courses| !courses.is_empty()).then(|| {
            view! {
                <CheckboxGroup
                    name="courses"
                    label=t!(users::COURSES)
                    value=fields.courses
                    choices=courses
                    error=problems.at("courses")
                />
                <TextField
                    name="due_date"
                    label=t!(users::DUE_DATE)
                    value=fields.due_date
                    kind=Kind::Date
                    error=problems.at("due_date")
                    on_change=problems.check("due_date")
                    optional=true
                />
            }
        })
    };
    view! {
        <Card title=t!(users::LICENSE_AND_COURSES)>
            <div class="fields">
                <SelectField
                    name="license"
                    label=t!(users::LICENSE)
                    value=fields.license
                    options=options_or(t!(users::NO_LICENSE), &licenses)
                    error=problems.at("license")
                    optional=true
                />
                {chosen}
            </div>
        </Card>
    }
    .into_any()
}

/// What is rarely known when an account is made, closed until it is asked for.
#[component]
pub fn Profile(fields: Fields, problems: Problems) -> impl IntoView {
    view! {
        <details class="card user-form-more">
            <summary>
                <h2>{t!(users::PROFILE)}</h2>
            </summary>
            <div class="fields">
                <div class="fields-row">
                    <TextField
                        name="phone"
                        label=t!(users::PHONE)
                        value=fields.phone
                        kind=Kind::Phone
                        error=problems.at("phone")
                        on_change=problems.check("phone")
                        autocomplete="off"
                        optional=true
                    />
                    <TextField
                        name="job_title"
                        label=t!(users::JOB_TITLE)
                        value=fields.job_title
                        error=problems.at("job_title")
                        on_change=problems.check("job_title")
                        autocomplete="off"
                        optional=true
                    />
                    <TextField
                        name="date_of_birth"
                        label=t!(users::DATE_OF_BIRTH)
                        value=fields.date_of_birth
                        kind=Kind::Date
                        error=problems.at("date_of_birth")
                        on_change=problems.check("date_of_birth")
                        optional=true
                    />
                    <TextField
                        name="external_id"
                        label=t!(users::EXTERNAL_ID)
                        value=fields.external_id
                        error=problems.at("external_id")
                        on_change=problems.check("external_id")
                        autocomplete="off"
                        optional=true
                    />
                </div>
                <TextArea
                    name="address"
                    label=t!(users::ADDRESS)
                    value=fields.address
                    rows=2
                    error=problems.at("address")
                    optional=true
                />
            </div>
        </details>
    }
    .into_any()
}
