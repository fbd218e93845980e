//! The pages that make a license and change one.

mod fields;

use super::api::{
    LicenseToChange, LicenseView, archive_license, change_license, create_license, load_license_form,
};
use crate::api::ApiError;
use crate::refusals::{Words, at_fields};
use crate::t;
use crate::ui::{
    Button, Crumb, ErrorSummary, FieldProblem, IconName, LinkButton, Look, PageHeader, fetched, toasts,
};
use domain::id::LicenseId;
use domain::licenses::{LicenseRefused, Validity};
pub use fields::Problems;
use fields::{Fields, Inputs};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// The page at `/licenses/new`.
#[component]
pub fn NewLicensePage() -> impl IntoView {
    let options = Resource::new_blocking(|| (), |()| load_license_form(None));
    view! {
        <PageHeader title=t!(licenses::NEW_TITLE) breadcrumbs=breadcrumbs() />
        <Loaded options />
    }
    .into_any()
}

/// The page at `/licenses/{id}/change`.
#[component]
pub fn ChangeLicensePage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.with(|params| params.get("id")?.parse::<LicenseId>().ok());
    let options = Resource::new_blocking(id, |id| async move {
        match id {
            Some(id) => load_license_form(Some(id)).await,
            None => Err(ApiError::NotFound),
        }
    });
    view! {
        <PageHeader title=t!(licenses::CHANGE_TITLE) breadcrumbs=breadcrumbs() />
        <Loaded options />
    }
    .into_any()
}

fn breadcrumbs() -> Vec<Crumb> {
    vec![Crumb {
        label: t!(licenses::TITLE).to_owned(),
        href: "/licenses".to_owned(),
    }]
}

#[component]
fn Loaded(options: Resource<Result<LicenseToChange, ApiError<crate::api::Never>>>) -> impl IntoView {
    fetched(options, 10, move |options| view! { <Form options /> }.into_any())
}

/// The form; for a license that exists, it begins with what that is.
#[component]
fn Form(options: LicenseToChange) -> impl IntoView {
    let LicenseToChange { license, courses } = options;
    let fields = Fields::of(license.as_ref());
    let problems = Problems::new();
    let busy = RwSignal::new(false);
    let toasts = toasts();
    let navigate = use_navigate();
    let known = license.as_ref().map(|license| {
        (
            license.id,
            license.version,
            license.seats.allocated + license.seats.reserved,
        )
    });

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let form = fields.form();
        let used = known.map_or(0, |(_, _, used)| used);
        problems.show(at_fields(&form.clone().parse(used).err().unwrap_or_default()));
        if problems.any() {
            return;
        }
        let navigate = navigate.clone();
        let saved = t!(licenses::SAVED);
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = match known {
                Some((id, version, _)) => change_license(id, version, form).await.map(|()| id),
                None => create_license(form).await,
            };
            busy.set(false);
            match answer {
                Ok(id) => {
                    if known.is_some() {
                        toasts.done(saved);
                    }
                    navigate(&format!("/licenses/{id}"), NavigateOptions::default());
                }
                Err(ApiError::Refused(LicenseRefused::Fields(errors))) => problems.show(at_fields(&errors)),
                Err(ApiError::Refused(refused)) => problems.show(vec![FieldProblem {
                    field: refused.field().to_owned(),
                    message: refused.words(),
                }]),
                Err(error) => toasts.failed(error.to_string()),
            }
        });
    };
    let (words, back) = match known {
        Some((id, ..)) => (t!(licenses::SAVE), format!("/licenses/{id}")),
        None => (t!(licenses::CREATE), "/licenses".to_owned()),
    };
    view! {
        <form class="license-form" novalidate on:submit=submit>
            <ErrorSummary problems=problems.summary />
            <Inputs fields problems courses />
            <div class="license-form-actions">
                <Button submit=true look=Look::Primary busy>
                    {words}
                </Button>
                <LinkButton href=back>{t!(ui::CANCEL)}</LinkButton>
                {license.map(|license| view! { <ArchiveButton license /> })}
            </div>
        </form>
    }
    .into_any()
}

/// Archives the license, or takes it out again; each undoes the other.
#[component]
fn ArchiveButton(license: LicenseView) -> impl IntoView {
    let toasts = toasts();
    let navigate = use_navigate();
    let archived = license.validity == Validity::Archived;
    let id = license.id;
    let (icon, words, done) = if archived {
        (IconName::Restore, t!(licenses::TAKE_OUT), t!(licenses::TAKEN_OUT))
    } else {
        (
            IconName::Archive,
            t!(licenses::PUT_AWAY),
            t!(licenses::PUT_AWAY_DONE),
        )
    };
    let press = move || {
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match archive_license(id, !archived).await {
                Ok(()) => {
                    toasts.done(done);
                    navigate(&format!("/licenses/{id}"), NavigateOptions::default());
                }
                Err(error) => toasts.failed(error.to_string()),
            }
        });
    };
    view! {
        <Button icon on_press=press>
            {words}
        </Button>
    }
    .into_any()
}
