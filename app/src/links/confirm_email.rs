//! `/confirm-email/:token`: the new address and a button. The button makes it the account's.

use super::closed::{ClosedLink, Remedy};
use super::shown_link;
use crate::shell::StrangerLayout;
use crate::t;
use crate::ui::{Button, Look};
use domain::messages::LinkState;
use leptos::prelude::*;

/// The page of a link that confirms an address.
#[component]
pub fn ConfirmEmailPage() -> impl IntoView {
    let link = shown_link();
    match (link.state, link.name) {
        (LinkState::Open, Some(email)) => view! {
            <StrangerLayout title=t!(links::CONFIRM_EMAIL)>
                <p>{t!(links::confirm_email_why(&email))}</p>
                <form method="post" class="stack">
                    <Button submit=true look=Look::Primary>
                        {t!(links::CONFIRM)}
                    </Button>
                </form>
            </StrangerLayout>
        }
        .into_any(),
        (state, _) => view! { <ClosedLink state remedy=Remedy::LookAgain /> }.into_any(),
    }
}
