//! One person: who they are, what stands in their way, and the two links that let them in.

use super::api::{CaseNow, open_case, send_password_link};
use super::findings::Findings;
use crate::login_links::LoginLinkDialog;
use crate::session::viewer;
use crate::t;
use crate::ui::{Button, IconName, LinkButton, Look, fetched, toasts};
use crate::users::{Ago, Status};
use domain::id::UserId;
use domain::support::{Case, Person};
use domain::time::Timestamp;
use domain::users::UserState;
use leptos::prelude::*;
use leptos_router::location::Url;

/// The case of somebody, loaded.
#[component]
pub fn CaseOf(user: UserId) -> impl IntoView {
    let case = Resource::new(|| (), move |()| open_case(user));
    fetched(case, 8, move |opened| {
        let again = move || case.refetch();
        view! { <Opened opened again /> }.into_any()
    })
}

#[component]
fn Opened(opened: CaseNow, #[prop(into)] again: Callback<()>) -> impl IntoView {
    let CaseNow { now, case } = opened;
    let Case { person, findings } = case;
    view! {
        <article class="card" aria-labelledby="support-name">
            <Who person=person.clone() now />
            <LetIn person=person.clone() again />
            <Findings person findings now again />
        </article>
    }
    .into_any()
}

#[component]
fn Who(person: Person, now: Timestamp) -> impl IntoView {
    let login = [
        person.email.map(String::from),
        Some(person.username.to_string()),
        person.phone.map(String::from),
    ];
    let mut known: Vec<String> = login.into_iter().flatten().collect();
    known.dedup();
    let seen = person
        .last_access_at
        .map(|at| view! { <Ago at now /> }.into_any());
    let seen = seen.unwrap_or_else(|| t!(users::NEVER).into_any());
    view! {
        <header class="support-who">
            <h2 id="support-name">{person.name}</h2>
            <p class="support-known">{known.join(" · ")}</p>
            <Status status=person.status />
            <p class="support-known">
                {t!(users::role(person.role))} " · " {t!(users::LAST_ACCESS)} ": " {seen}
            </p>
        </header>
    }
    .into_any()
}

/// The two ways in: a link to hand over, and a link to choose a password.
#[component]
fn LetIn(person: Person, again: Callback<()>) -> impl IntoView {
    let toasts = toasts();
    let id = person.id;
    let open = RwSignal::new(false);
    let send = Action::new(move |(): &()| async move {
        match send_password_link(id).await {
            Ok(recipient) => {
                toasts.done(t!(support::link_sent(&recipient)));
                again.run(());
            }
            Err(error) => toasts.failed(error.to_string()),
        }
    });
    let closed = why_not(&person);
    let no_address = person.email.is_none().then(|| t!(support::NO_ADDRESS).to_owned());
    let list = Url::escape(&person.username.to_string());
    let state = person.status.state.as_str();
    view! {
        <div class="support-actions">
            <Button
                look=Look::Primary
                icon=IconName::Link
                disabled_because=Signal::stored(closed.clone())
                on_press=move || open.set(true)
            >
                {t!(support::LOGIN_LINK)}
            </Button>
            <Button
                icon=IconName::Key
                disabled_because=Signal::stored(closed.or(no_address))
                busy=send.pending()
                on_press=move || {
                    send.dispatch(());
                }
            >
                {t!(support::PASSWORD_LINK)}
            </Button>
            <LinkButton href=format!("/users?q={list}&status={state}") icon=IconName::Users>
                {t!(support::IN_LIST)}
            </LinkButton>
        </div>
        <LoginLinkDialog open user=id name=person.name />
    }
    .into_any()
}

/// Why nobody can be let in here: their rank, or the state of the account.
fn why_not(person: &Person) -> Option<String> {
    let denied = viewer().and_then(|viewer| viewer.standing.may_act_on(person.role).err());
    let inactive = person.status.state != UserState::Active;
    denied
        .map(|denied| t!(problems::denied(&denied)))
        .or_else(|| inactive.then(|| t!(support::NOT_ACTIVE).to_owned()))
}
