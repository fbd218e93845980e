//! Choosing a password by a link: the first one, or a new one.

use super::closed::{ClosedLink, Remedy};
use super::shown_link;
use crate::form::posted;
use crate::shell::StrangerLayout;
use crate::t;
use crate::ui::{Button, ErrorSummary, Kind, Look, TextField};
use domain::messages::LinkState;
use leptos::prelude::*;

/// `/activate/:token`: the first password.
#[component]
pub fn ActivatePage() -> impl IntoView {
    view! { <ChoosePassword title=t!(links::ACTIVATE) why=t!(links::ACTIVATE_WHY) /> }
}

/// `/reset/:token`: a new password.
#[component]
pub fn ResetPage() -> impl IntoView {
    view! { <ChoosePassword title=t!(links::RESET) why=t!(links::RESET_WHY) /> }
}

/// The form posts to the page's own address, so that the link's secret stands nowhere else.
#[component]
fn ChoosePassword(title: &'static str, why: &'static str) -> impl IntoView {
    let link = shown_link();
    if link.state != LinkState::Open {
        return view! { <ClosedLink state=link.state remedy=Remedy::AskForLink /> }.into_any();
    }
    let posted = posted();
    let problems = posted.summary("password");
    view! {
        <StrangerLayout title>
            <p>{why}</p>
            <ErrorSummary problems />
            <form method="post" class="stack">
                <TextField
                    name="password"
                    label=t!(sign_in::NEW_PASSWORD).to_owned()
                    hint=Signal::stored(Some(t!(sign_in::PASSWORD_HINT).to_owned()))
                    error=posted.problem("password")
                    kind=Kind::Password
                    autocomplete="new-password"
                />
                <Button submit=true look=Look::Primary>
                    {t!(links::SAVE)}
                </Button>
            </form>
        </StrangerLayout>
    }
    .into_any()
}
