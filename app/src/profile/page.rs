//! Details, email address, password and sessions.

use super::api::{Own, load_profile};
use super::details::Details;
use super::email::EmailAddress;
use super::password::PasswordForm;
use super::sessions::Sessions;
use crate::t;
use crate::ui::{Notice, PageHeader, Tone, fetched};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Everything of one's own account.
#[component]
pub fn Profile() -> impl IntoView {
    let own = Resource::new_blocking(|| (), |()| load_profile());
    let again = move || own.refetch();
    let query = use_query_map();
    let done = move || {
        let words = query.with(|query| match () {
            () if query.get("password-changed").is_some() => Some(t!(profile::PASSWORD_CHANGED)),
            () if query.get("email-confirmed").is_some() => Some(t!(profile::EMAIL_CONFIRMED)),
            () => None,
        });
        words.map(|words| view! { <div role="status"><Notice tone=Tone::Good>{words}</Notice></div> })
    };
    let content = fetched(own, 12, move |Own { now, user, sessions }| {
        view! {
            <div class="profile">
                {done}
                <Details user=user.clone() />
                <EmailAddress email=user.summary.email.clone() />
                <PasswordForm username=user.summary.username.to_string() has_password=user.has_password />
                <Sessions now sessions again />
            </div>
        }
        .into_any()
    });
    view! {
        <PageHeader title=t!(profile::TITLE) />
        {content}
    }
    .into_any()
}
