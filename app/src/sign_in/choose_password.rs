//! Choosing a new password, where one was handed out that must be changed.

use crate::form::posted;
use crate::shell::StrangerLayout;
use crate::t;
use crate::ui::{Button, ErrorSummary, Kind, Look, TextField};
use leptos::prelude::*;

/// The page that stands between a person with a handed-out password and everything else.
#[component]
pub fn ChoosePasswordPage() -> impl IntoView {
    let posted = posted();
    let problems = posted.summary("password");
    view! {
        <StrangerLayout title=t!(sign_in::CHOOSE_PASSWORD)>
            <p>{t!(sign_in::CHOOSE_PASSWORD_WHY)}</p>
            <ErrorSummary problems />
            <form method="post" action="/choose-password" class="stack">
                <TextField
                    name="password"
                    label=t!(sign_in::NEW_PASSWORD).to_owned()
                    hint=Signal::stored(Some(t!(sign_in::PASSWORD_HINT).to_owned()))
                    error=posted.problem("password")
                    kind=Kind::Password
                    autocomplete="new-password"
                />
                <Button submit=true look=Look::Primary>
                    {t!(sign_in::SAVE_PASSWORD)}
                </Button>
            </form>
        </StrangerLayout>
    }
}
