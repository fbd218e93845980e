//! The page of a link that no longer does anything: which it is, and what to do now.

use crate::shell::StrangerLayout;
use crate::t;
use crate::ui::{Button, Look};
use domain::messages::LinkState;
use leptos::prelude::*;

/// What somebody can do whose link is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Ask for a new link by email.
    AskForLink,
    /// Ask the support team.
    AskSupport,
    /// Ask whoever invited for another invitation, by a post to the page's own address.
    AskInviter,
    /// Look at the message again.
    LookAgain,
}

/// Says why a link does nothing. It reveals nothing about accounts.
#[component]
pub fn ClosedLink(
    /// Where it stands.
    state: LinkState,
    /// What to do now.
    remedy: Remedy,
) -> impl IntoView {
    closed_status(state);
    let (title, why) = match state {
        LinkState::Expired => (t!(links::EXPIRED), t!(links::EXPIRED_WHY)),
        LinkState::Used => (t!(links::USED), t!(links::USED_WHY)),
        LinkState::Void => (t!(links::VOID), t!(links::VOID_WHY)),
        LinkState::Canceled => (t!(links::CANCELED), t!(links::CANCELED_WHY)),
        LinkState::Open | LinkState::Unknown => (t!(links::UNKNOWN), t!(links::UNKNOWN_WHY)),
    };
    let remedy = match remedy {
        Remedy::AskForLink => view! {
            <p>
                <a class="button button-primary" href="/forgot-password">
                    {t!(links::ASK_FOR_LINK)}
                </a>
            </p>
        }
        .into_any(),
        Remedy::AskInviter => view! {
            <form method="post" class="stack">
                <Button submit=true look=Look::Primary>
                    {t!(links::ASK_FOR_INVITATION)}
                </Button>
            </form>
        }
        .into_any(),
        Remedy::LookAgain => ().into_any(),
        Remedy::AskSupport => view! { <p>{t!(links::ASK_SUPPORT)}</p> }.into_any(),
    };
    view! {
        <StrangerLayout title>
            <p>{why}</p>
            {remedy}
            <p>
                <a href="/sign-in">{t!(links::TO_SIGN_IN)}</a>
            </p>
        </StrangerLayout>
    }
    .into_any()
}

/// Not found, or found and over; in the browser it does nothing.
fn closed_status(state: LinkState) {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        let status = match state {
            LinkState::Open | LinkState::Unknown => http::StatusCode::NOT_FOUND,
            LinkState::Expired | LinkState::Used | LinkState::Void | LinkState::Canceled => {
                http::StatusCode::GONE
            }
        };
        response.set_status(status);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = state;
}
