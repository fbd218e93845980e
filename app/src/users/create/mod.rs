//! The page that makes a user.

mod fields;
mod problems;
mod sections;

use super::api::{FormChoices, create_user, form_options};
use crate::api::ApiError;
use crate::refusals::at_fields;
use crate::session::viewer;
use crate::t;
use crate::ui::{Button, Crumb, ErrorSummary, LinkButton, Look, NoPermission, PageHeader, fetched, toasts};
use domain::access::CreateUsers;
use domain::users::FormRefused;
use fields::Fields;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use problems::Problems;
use sections::{Access, Belonging, Courses, Person, Profile, RoleAndGroups};

/// The page at `/users/new`.
#[component]
pub fn NewUserPage() -> impl IntoView {
    if let Some(Err(denied)) = viewer().map(|viewer| viewer.standing.permits::<CreateUsers>()) {
        return view! {
            <PageHeader title=t!(users::NEW_TITLE) />
            <NoPermission reason=t!(problems::denied(&denied)) />
        }
        .into_any();
    }
    let options = Resource::new_blocking(|| (), |()| form_options());
    let breadcrumbs = vec![Crumb {
        label: t!(users::TITLE).to_owned(),
        href: "/users".to_owned(),
    }];
    view! {
        <PageHeader title=t!(users::NEW_TITLE) description=t!(users::NEW_DESCRIPTION).to_owned() breadcrumbs />
        {fetched(options, 16, move |options| view! { <Form options /> }.into_any())}
    }
    .into_any()
}

/// The form, once there is what it chooses from.
#[component]
fn Form(options: FormChoices) -> impl IntoView {
    let fields = Fields::new();
    let problems = Problems::new();
    let busy = RwSignal::new(false);
    let (policy, today) = (options.policy, options.today);
    let options = StoredValue::new(options);
    let toasts = toasts();
    let navigate = use_navigate();

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let form = fields.form();
        let errors = form.clone().parse(policy, today).err().unwrap_or_default();
        let mut errors = at_fields(&errors);
        errors.extend(fields.course_error());
        problems.show(errors, &fields);
        if problems.any() {
            return;
        }
        let navigate = navigate.clone();
        let created = t!(users::created(&format!(
            "{} {}",
            form.first_name.trim(),
            form.last_name.trim()
        )));
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = create_user(form).await;
            busy.set(false);
            match answer {
                Ok(_) => {
                    toasts.done(created);
                    navigate("/users", NavigateOptions::default());
                }
                Err(ApiError::Refused(refused)) => {
                    problems.show(at_fields(&FormRefused::errors(&refused)), &fields);
                }
                Err(error) => toasts.failed(error.to_string()),
            }
        });
    };
    view! {
        <form class="user-form" novalidate on:submit=submit>
            <ErrorSummary problems=problems.summary />
            <Person fields problems />
            <Access fields problems />
            <RoleAndGroups fields problems options />
            <Belonging fields problems options />
            <Courses fields problems options />
            <Profile fields problems />
            <div class="user-form-actions">
                <Button submit=true look=Look::Primary busy>
                    {t!(users::CREATE)}
                </Button>
                <LinkButton href="/users">{t!(ui::CANCEL)}</LinkButton>
            </div>
        </form>
    }
    .into_any()
}
