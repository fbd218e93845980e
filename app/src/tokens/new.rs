//! The dialog that makes a token and shows it once.

use super::api::make_token;
use crate::t;
use crate::ui::{
    Button, CheckboxGroup, Choice, CopyButton, Dialog, Look, Notice, SelectField, TextField, Tone, Width,
};
use domain::tokens::{TokenLifetime, TokenScope};
use leptos::prelude::*;

/// Asks for a name, what it is for and how long, and shows the token until the dialog closes.
#[component]
pub fn NewToken(open: RwSignal<bool>, again: Callback<()>) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let scopes = RwSignal::new(Vec::<String>::new());
    let lifetime = RwSignal::new(TokenLifetime::default().days().to_string());
    let made = RwSignal::new(None::<String>);
    let refused = RwSignal::new(None::<String>);
    // A token is shown once: what was made before is gone with the dialog.
    Effect::new(move |_| {
        if !open.get() {
            name.set(String::new());
            scopes.set(Vec::new());
            made.set(None);
            refused.set(None);
        }
    });
    let make = Action::new(move |(): &()| {
        let name = name.get_untracked();
        let chosen = scopes.get_untracked();
        let days = lifetime.get_untracked();
        async move {
            let chosen = TokenScope::ALL
                .into_iter()
                .filter(|scope| chosen.iter().any(|word| word == scope.as_str()));
            let lifetime = TokenLifetime::ALL
                .into_iter()
                .find(|lifetime| lifetime.days().to_string() == days);
            match make_token(name, chosen.collect(), lifetime.unwrap_or_default()).await {
                Ok(token) => {
                    refused.set(None);
                    made.set(Some(token));
                    again.run(());
                }
                Err(error) => refused.set(Some(error.to_string())),
            }
        }
    });
    let content = move || match made.get() {
        Some(token) => view! { <Shown token /> }.into_any(),
        None => view! { <Asked name scopes lifetime refused /> }.into_any(),
    };
    let actions = move || {
        let press = move || {
            make.dispatch(());
        };
        if made.with(Option::is_some) {
            view! { <Button on_press=move || open.set(false)>{t!(ui::CLOSE)}</Button> }.into_any()
        } else {
            view! {
                <Button on_press=move || open.set(false)>{t!(ui::CANCEL)}</Button>
                <Button look=Look::Primary busy=make.pending() on_press=press>
                    {t!(tokens::MAKE)}
                </Button>
            }
            .into_any()
        }
    };
    view! {
        <Dialog open title=t!(tokens::NEW) width=Width::Wide actions=actions>
            {content}
        </Dialog>
    }
    .into_any()
}

#[component]
fn Asked(
    name: RwSignal<String>,
    scopes: RwSignal<Vec<String>>,
    lifetime: RwSignal<String>,
    refused: RwSignal<Option<String>>,
) -> impl IntoView {
    let choice = |scope: TokenScope| Choice::new(scope.as_str(), t!(tokens::scope(scope)));
    let choices: Vec<Choice> = TokenScope::ALL.into_iter().map(choice).collect();
    let option = |lifetime: TokenLifetime| (lifetime.days().to_string(), t!(tokens::days(lifetime.days())));
    let options: Vec<_> = TokenLifetime::ALL.into_iter().map(option).collect();
    let why = move || {
        let notice = |why: String| view! { <div role="alert"><Notice tone=Tone::Bad>{why}</Notice></div> };
        refused.get().map(notice)
    };
    view! {
        <div class="fields">
            {why}
            <TextField
                name="token-name"
                label=t!(tokens::NAME).to_owned()
                value=name
                hint=Signal::stored(Some(t!(tokens::NAME_HINT).to_owned()))
                autocomplete="off"
                autofocus=true
            />
            <CheckboxGroup name="token-scopes" label=t!(tokens::SCOPES) value=scopes choices />
            <SelectField
                name="token-lifetime"
                label=t!(tokens::LIFETIME).to_owned()
                value=lifetime
                options=Signal::stored(options)
            />
        </div>
    }
    .into_any()
}

#[component]
fn Shown(token: String) -> impl IntoView {
    view! {
        <Notice tone=Tone::Warning>{t!(tokens::SHOWN)}</Notice>
        <p class="login-link-address" tabindex="0">
            {token.clone()}
        </p>
        <CopyButton text=token label=t!(tokens::COPY) />
    }
    .into_any()
}
