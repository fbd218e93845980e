//! `/login-link/:token`: "Sign in as …" and a button. The button signs in.

use super::closed::{ClosedLink, Remedy};
use super::shown_link;
use crate::shell::StrangerLayout;
use crate::t;
use crate::ui::{Button, Look};
use domain::messages::LinkState;
use leptos::prelude::*;

/// The page of a login link.
#[component]
pub fn LoginLinkPage() -> impl IntoView {
    let link = shown_link();
    match (link.state, link.name) {
        (LinkState::Open, Some(name)) => view! {
            <StrangerLayout title=t!(links::sign_in_as(&name))>
                <p>{t!(links::SIGN_IN_AS_WHY)}</p>
                <form method="post" class="stack">
                    <Button submit=true look=Look::Primary>
                        {t!(sign_in::SIGN_IN)}
                    </Button>
                </form>
            </StrangerLayout>
        }
        .into_any(),
        (state, _) => view! { <ClosedLink state remedy=Remedy::AskSupport /> }.into_any(),
    }
}
