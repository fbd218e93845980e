//! What everybody may change of themselves.

use super::api::edit_profile;
use crate::api::ApiError;
use crate::refusals::at_fields;
use crate::t;
use crate::ui::{
    Button, Card, ErrorSummary, FieldProblem, Kind, Look, SelectField, TextArea, TextField, toasts,
};
use domain::users::{Language, ProfileForm, ProfileRefused, UserDetails};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The fields' values; cheap to copy.
#[derive(Clone, Copy)]
struct Fields {
    first_name: RwSignal<String>,
    last_name: RwSignal<String>,
    phone: RwSignal<String>,
    job_title: RwSignal<String>,
    address: RwSignal<String>,
    date_of_birth: RwSignal<String>,
    language: RwSignal<String>,
}

impl Fields {
    fn of(form: ProfileForm) -> Self {
        Self {
            first_name: RwSignal::new(form.first_name),
            last_name: RwSignal::new(form.last_name),
            phone: RwSignal::new(form.phone),
            job_title: RwSignal::new(form.job_title),
            address: RwSignal::new(form.address),
            date_of_birth: RwSignal::new(form.date_of_birth),
            language: RwSignal::new(form.language.as_str().to_owned()),
        }
    }

    fn form(self) -> ProfileForm {
        ProfileForm {
            first_name: self.first_name.get_untracked(),
            last_name: self.last_name.get_untracked(),
            phone: self.phone.get_untracked(),
            job_title: self.job_title.get_untracked(),
            address: self.address.get_untracked(),
            date_of_birth: self.date_of_birth.get_untracked(),
            language: Language::parse(&self.language.get_untracked()).unwrap_or_default(),
        }
    }
}

/// The form.
#[component]
pub fn Details(user: UserDetails) -> impl IntoView {
    let language = user.summary.language;
    let version = RwSignal::new(user.version);
    let fields = Fields::of(ProfileForm::of(&user));
    let errors = RwSignal::new(Vec::<FieldProblem>::new());
    let busy = RwSignal::new(false);
    let told = toasts();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let form = fields.form();
        errors.set(
            form.parse()
                .err()
                .map(|wrong| at_fields(&wrong))
                .unwrap_or_default(),
        );
        if busy.get_untracked() || errors.with_untracked(|errors| !errors.is_empty()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = edit_profile(version.get_untracked(), form).await;
            busy.set(false);
            match answer {
                // Every word of the page is in the language it was loaded in.
                Ok(now) if now.summary.language != language => {
                    let _ = window().location().reload();
                }
                Ok(now) => {
                    version.set(now.version);
                    told.done(t!(profile::SAVED));
                }
                Err(ApiError::Refused(ProfileRefused::Fields(wrong))) => errors.set(at_fields(&wrong)),
                Err(error) => told.failed(error.to_string()),
            }
        });
    };
    let at = move |field: &'static str| {
        Signal::derive(move || {
            errors.with(|errors| {
                let error = errors.iter().find(|error| error.field == field)?;
                Some(error.message.clone())
            })
        })
    };
    let languages: Vec<_> = Language::ALL
        .map(|language| {
            let words = t!(users::language(language)).to_owned();
            (language.as_str().to_owned(), words)
        })
        .to_vec();
    view! {
        <Card title=t!(profile::DETAILS)>
            <form class="fields" novalidate on:submit=submit>
                <ErrorSummary problems=errors />
                <div class="fields-row">
                    <TextField
                        name="first_name"
                        label=t!(users::FIRST_NAME)
                        value=fields.first_name
                        error=at("first_name")
                        autocomplete="given-name"
                    />
                    <TextField
                        name="last_name"
                        label=t!(users::LAST_NAME)
                        value=fields.last_name
                        error=at("last_name")
                        autocomplete="family-name"
                    />
                    <TextField
                        name="phone"
                        label=t!(users::PHONE)
                        value=fields.phone
                        kind=Kind::Phone
                        error=at("phone")
                        optional=true
                        autocomplete="tel"
                    />
                    <TextField
                        name="job_title"
                        label=t!(users::JOB_TITLE)
                        value=fields.job_title
                        error=at("job_title")
                        optional=true
                        autocomplete="organization-title"
                    />
                    <TextField
                        name="date_of_birth"
                        label=t!(users::DATE_OF_BIRTH)
                        value=fields.date_of_birth
                        kind=Kind::Date
                        error=at("date_of_birth")
                        optional=true
                        autocomplete="bday"
                    />
                    <SelectField
                        name="language"
                        label=t!(users::LANGUAGE)
                        value=fields.language
                        options=Signal::stored(languages)
                    />
                </div>
                <TextArea
                    name="address"
                    label=t!(users::ADDRESS)
                    value=fields.address
                    error=at("address")
                    rows=3
                    optional=true
                />
                <div>
                    <Button submit=true look=Look::Primary busy>
                        {t!(profile::SAVE)}
                    </Button>
                </div>
            </form>
        </Card>
    }
    .into_any()
}
