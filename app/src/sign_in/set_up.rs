//! The first page of a fresh install: it makes the owner.

use crate::form::posted;
use crate::shell::StrangerLayout;
use crate::t;
use crate::ui::{Button, ErrorSummary, Kind, Look, TextField};
use leptos::prelude::*;

/// Organization, owner and password, guarded by the token on the server's console.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let posted = posted();
    let problems = posted.summary("token");
    let password_problem = posted.problem("password");
    let field = move |name: &'static str, label: &'static str, kind: Kind, autocomplete: &'static str| {
        view! {
            <TextField
                name
                label=label.to_owned()
                initial=posted.value(name)
                error=posted.problem(name)
                kind
                autocomplete
            />
        }
    };
    view! {
        <StrangerLayout title=t!(sign_in::SET_UP)>
            <p>{t!(sign_in::SET_UP_WHY)}</p>
            <ErrorSummary problems />
            <form method="post" action="/set-up" class="stack">
                {field("token", t!(sign_in::SET_UP_TOKEN), Kind::Text, "off")}
                {field("organization", t!(sign_in::ORGANIZATION), Kind::Text, "organization")}
                {field("first_name", t!(sign_in::FIRST_NAME), Kind::Text, "given-name")}
                {field("last_name", t!(sign_in::LAST_NAME), Kind::Text, "family-name")}
                {field("email", t!(sign_in::EMAIL), Kind::Email, "email")}
                <TextField
                    name="password"
                    label=t!(sign_in::PASSWORD).to_owned()
                    hint=Signal::stored(Some(t!(sign_in::PASSWORD_HINT).to_owned()))
                    error=password_problem.clone()
                    kind=Kind::Password
                    autocomplete="new-password"
                />
                <Button submit=true look=Look::Primary>
                    {t!(sign_in::CREATE_OWNER)}
                </Button>
            </form>
        </StrangerLayout>
    }
}
