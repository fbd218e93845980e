//! The details of a user, in a form. Where somebody else changed them meanwhile, both changes come together in the form, and
//! where both changed the same field, it says so before anything is saved.

use super::api::edit_user;
use super::facts::{Contact, Groups, Life};
use super::form::Fields;
use super::state::One;
use crate::api::ApiError;
use crate::refusals::at_fields;
use crate::t;
use crate::ui::{
    Button, Card, Choice, Combobox, ErrorSummary, FieldProblem, Kind, Look, Notice, SelectField, TextArea,
    TextField, Tone, options_or, toasts,
};
use domain::users::{EditRefused, Language, UserEdit, field_error};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form and what stands beside it.
#[component]
pub fn Details(one: One) -> impl IntoView {
    view! {
        <div class="user-page">
            <Form one />
            <div class="user-side">
                <Contact one />
                <Groups one />
                <Life one />
            </div>
        </div>
    }
    .into_any()
}

/// The form's state; cheap to copy.
#[derive(Clone, Copy)]
struct Editing {
    one: One,
    fields: Fields,
    base: RwSignal<UserEdit>,
    version: RwSignal<i64>,
    errors: RwSignal<Vec<FieldProblem>>,
    /// What was met when somebody else had changed the user: the fields that both changed.
    met: RwSignal<Option<Vec<&'static str>>>,
    busy: RwSignal<bool>,
}

impl Editing {
    fn of(one: One) -> Self {
        let (base, version) = one.user.with_untracked(|user| (UserEdit::of(user), user.version));
        let editing = Self {
            one,
            fields: Fields::of(&base),
            base: RwSignal::new(base),
            version: RwSignal::new(version),
            errors: RwSignal::default(),
            met: RwSignal::new(None),
            busy: RwSignal::new(false),
        };
        // Changed by an act or a dialog of this page: the form follows, and keeps what was typed.
        Effect::new(move |before: Option<i64>| {
            let version = one.user.with(|user| user.version);
            if before.is_some_and(|before| before != version) && editing.version.get_untracked() != version {
                editing.meet(one.user.with_untracked(UserEdit::of), version);
            }
            version
        });
        editing
    }

    /// Takes in what is so now; returns the fields that both changed.
    fn meet(self, theirs: UserEdit, version: i64) -> Vec<&'static str> {
        let mine = untrack(|| self.fields.form());
        let (merged, both) = UserEdit::merge(&self.base.get_untracked(), &mine, &theirs);
        self.fields.fill(&merged);
        self.base.set(theirs);
        self.version.set(version);
        both
    }

    fn changed(self) -> bool {
        let form = self.fields.form();
        self.base.with(|base| !base.differences(&form).is_empty())
    }

    fn save(self) {
        let (id, due) = self
            .one
            .user
            .with_untracked(|user| (user.summary.id, user.status().deletion_date));
        let form = untrack(|| self.fields.form());
        if let Err(errors) = form.parse(due, None) {
            self.errors.set(at_fields(&errors));
            return;
        }
        let told = toasts();
        let version = self.version.get_untracked();
        self.busy.set(true);
        self.errors.set(Vec::new());
        spawn_local(async move {
            let answer = edit_user(id, version, form.clone()).await;
            self.busy.set(false);
            match answer {
                Ok(user) => {
                    let now = UserEdit::of(&user);
                    self.fields.fill(&now);
                    self.base.set(now);
                    self.version.set(user.version);
                    self.met.set(None);
                    self.one.user.set(user);
                    told.done(t!(user::SAVED));
                }
                Err(ApiError::Refused(EditRefused::Fields(errors))) => self.errors.set(at_fields(&errors)),
                Err(ApiError::Refused(EditRefused::Changed(theirs))) => {
                    let both = self.meet(UserEdit::of(&theirs), theirs.version);
                    self.met.set(Some(both));
                    self.one.user.set(*theirs);
                }
                Err(error) => told.failed(error.to_string()),
            }
        });
    }

    fn at(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.errors.with(|errors| {
                let error = errors.iter().find(|error| error.field == field)?;
                Some(error.message.clone())
            })
        })
    }

    fn check(self, field: &'static str) -> Callback<(String,)> {
        Callback::new(move |(text,): (String,)| {
            let error = field_error(field, &text);
            self.errors.update(|errors| {
                errors.retain(|error| error.field != field);
                errors.extend(error.map(|value| FieldProblem {
                    field: field.to_owned(),
                    message: t!(problems::not_valid(&value)),
                }));
            });
        })
    }
}

#[component]
fn Form(one: One) -> impl IntoView {
    let editing = Editing::of(one);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !editing.busy.get_untracked() && untrack(|| editing.changed()) {
            editing.save();
        }
    };
    let blocked = Signal::derive(move || {
        one.may_not_edit()
            .or_else(|| (!editing.changed()).then(|| t!(user::NOTHING_CHANGED).to_owned()))
    });
    let met = move || {
        editing.met.get().map(|both| {
            let both: Vec<_> = both.into_iter().map(|field| t!(user::field(field))).collect();
            view! {
                <div role="alert">
                    <Notice tone=Tone::Warning>
                        <p>{t!(user::MET)}</p>
                        {(!both.is_empty()).then(|| view! { <p>{t!(user::met_both(&both.join(", ")))}</p> })}
                    </Notice>
                </div>
            }
        })
    };
    let put_back = move || {
        editing.fields.fill(&editing.base.get_untracked());
        editing.errors.set(Vec::new());
    };
    view! {
        <form class="user-form" novalidate on:submit=submit>
            <ErrorSummary problems=editing.errors />
            {met}
            <Card title=t!(users::PERSON)>
                <Person editing />
            </Card>
            <Card title=t!(users::WHERE)>
                <Belonging editing />
            </Card>
            <Card title=t!(users::PROFILE)>
                <Profile editing />
            </Card>
            <div class="user-form-actions">
                <Button submit=true look=Look::Primary busy=editing.busy disabled_because=blocked>
                    {t!(user::SAVE)}
                </Button>
                <Show when=move || editing.changed()>
                    <Button on_press=put_back>{t!(user::PUT_BACK)}</Button>
                </Show>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Person(editing: Editing) -> impl IntoView {
    let fields = editing.fields;
    view! {
        <div class="fields-row">
            <TextField
                name="first_name"
                label=t!(users::FIRST_NAME)
                value=fields.first_name
                error=editing.at("first_name")
                on_change=editing.check("first_name")
                autocomplete="off"
            />
            <TextField
                name="last_name"
                label=t!(users::LAST_NAME)
                value=fields.last_name
                error=editing.at("last_name")
                on_change=editing.check("last_name")
                autocomplete="off"
            />
            <TextField
                name="username"
                label=t!(users::USERNAME)
                value=fields.username
                error=editing.at("username")
                on_change=editing.check("username")
                autocomplete="off"
            />
            <SelectField
                name="language"
                label=t!(users::LANGUAGE)
                value=fields.language
                options=Language::ALL
                    .map(|language| (language.as_str().to_owned(), t!(users::language(language)).to_owned()))
                    .to_vec()
            />
        </div>
    }
    .into_any()
}

#[component]
fn Belonging(editing: Editing) -> impl IntoView {
    let fields = editing.fields;
    let (locations, departments, labels) = editing.one.names.with_value(|names| {
        (
            options_or(t!(users::NO_LOCATION), &names.locations),
            options_or(t!(users::NO_DEPARTMENT), &names.departments),
            Choice::each(&names.labels),
        )
    });
    view! {
        <div class="fields-row">
            <SelectField
                name="location"
                label=t!(users::LOCATION)
                value=fields.location
                options=locations
                error=editing.at("location")
                optional=true
            />
            <SelectField
                name="department"
                label=t!(users::DEPARTMENT)
                value=fields.department
                options=departments
                error=editing.at("department")
                optional=true
            />
            <Combobox
                name="labels"
                label=t!(users::LABELS)
                value=fields.labels
                choices=labels
                error=editing.at("labels")
                many=true
                optional=true
            />
            <TextField
                name="deletion_date"
                label=t!(users::DELETION_DATE)
                value=fields.deletion_date
                kind=Kind::Date
                hint=t!(users::DELETION_DATE_HINT)
                error=editing.at("deletion_date")
                on_change=editing.check("deletion_date")
                optional=true
            />
        </div>
    }
    .into_any()
}

#[component]
fn Profile(editing: Editing) -> impl IntoView {
    let fields = editing.fields;
    view! {
        <div class="fields">
            <div class="fields-row">
                <TextField
                    name="job_title"
                    label=t!(users::JOB_TITLE)
                    value=fields.job_title
                    error=editing.at("job_title")
                    on_change=editing.check("job_title")
                    autocomplete="off"
                    optional=true
                />
                <TextField
                    name="date_of_birth"
                    label=t!(users::DATE_OF_BIRTH)
                    value=fields.date_of_birth
                    kind=Kind::Date
                    error=editing.at("date_of_birth")
                    on_change=editing.check("date_of_birth")
                    optional=true
                />
                <TextField
                    name="external_id"
                    label=t!(users::EXTERNAL_ID)
                    value=fields.external_id
                    error=editing.at("external_id")
                    on_change=editing.check("external_id")
                    autocomplete="off"
                    optional=true
                />
            </div>
            <TextArea
                name="address"
                label=t!(users::ADDRESS)
                value=fields.address
                rows=2
                error=editing.at("address")
                optional=true
            />
        </div>
    }
    .into_any()
}
