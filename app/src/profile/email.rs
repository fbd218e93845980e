//! One's email address: a new one counts once its link was used.

use super::api::ask_for_email;
use crate::api::ApiError;
use crate::refusals::at_fields;
use crate::t;
use crate::ui::{Button, Card, Kind, Notice, TextField, Tone, toasts};
use domain::users::{Email, ProfileRefused, parse_own_email};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The present address, and the form that asks for another.
#[component]
pub fn EmailAddress(email: Option<Email>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let sent = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let told = toasts();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        let first = |errors: &[_]| at_fields(errors).into_iter().next().map(|error| error.message);
        if let Err(errors) = parse_own_email(&text) {
            wrong.set(first(&errors));
            return;
        }
        wrong.set(None);
        busy.set(true);
        spawn_local(async move {
            let answer = ask_for_email(text).await;
            busy.set(false);
            match answer {
                Ok(email) => sent.set(Some(email)),
                Err(ApiError::Refused(ProfileRefused::Fields(errors))) => wrong.set(first(&errors)),
                Err(error) => told.failed(error.to_string()),
            }
        });
    };
    let present = email.map_or_else(|| t!(user::NONE).to_owned(), |email| email.to_string());
    let outcome = move || {
        sent.get()
            .map(|email| view! { <Notice tone=Tone::Good>{t!(profile::email_sent(&email))}</Notice> })
    };
    view! {
        <Card title=t!(users::EMAIL)>
            <p class="profile-present">{present}</p>
            <form class="fields" novalidate on:submit=submit>
                <TextField
                    name="email"
                    label=t!(profile::NEW_EMAIL)
                    hint=t!(profile::NEW_EMAIL_HINT)
                    value=typed
                    kind=Kind::Email
                    error=Signal::derive(move || wrong.get())
                    autocomplete="email"
                />
                <div>
                    <Button submit=true busy>
                        {t!(profile::SEND_LINK)}
                    </Button>
                </div>
            </form>
            <div role="status">{outcome}</div>
        </Card>
    }
    .into_any()
}
