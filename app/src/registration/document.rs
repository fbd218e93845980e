//! The HTML document at `/register/:token`.

use super::Shown;
use super::ask::AskToRegister;
use super::form::Form;
use crate::links::{ClosedLink, Remedy};
use crate::shell::StrangerLayout;
use crate::shell::document::THEME_SCRIPT;
use crate::t;
use crate::text;
use domain::messages::LinkState;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, MetaTags, provide_meta_context};

/// Brings the form alive. It stands in the page: a file of its own would be one more way to the server and back.
const FORM_SCRIPT: &str = include_str!("form.js");

/// The whole document, for the server to render; [`Shown`] is in its context.
pub fn document(options: LeptosOptions) -> impl IntoView {
    provide_meta_context();
    let shown = use_context::<Shown>().unwrap_or(Shown::Closed(LinkState::Unknown));
    view! {
        <!DOCTYPE html>
        <html lang=text::language().as_str()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="robots" content="noindex" />
                <script nonce=use_nonce()>{THEME_SCRIPT}</script>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <HashedStylesheet options />
                <MetaTags />
            </head>
            <body>
                <Page shown />
                <script nonce=use_nonce()>{FORM_SCRIPT}</script>
            </body>
        </html>
    }
}

#[component]
fn Page(shown: Shown) -> impl IntoView {
    match shown {
        Shown::Form(welcome) => view! { <Form welcome /> }.into_any(),
        Shown::Closed(state) => {
            let remedy = match state {
                LinkState::Used => Remedy::AskForLink,
                LinkState::Expired | LinkState::Void | LinkState::Canceled => Remedy::AskInviter,
                LinkState::Open | LinkState::Unknown => Remedy::LookAgain,
            };
            view! { <ClosedLink state remedy /> }.into_any()
        }
        Shown::Ask(registration) => view! { <AskToRegister registration /> }.into_any(),
        Shown::Sent => view! {
            <StrangerLayout title=t!(registration::SENT)>
                <p>{t!(registration::SENT_WHY)}</p>
            </StrangerLayout>
        }
        .into_any(),
        Shown::Asked => view! {
            <StrangerLayout title=t!(registration::ASKED)>
                <p>{t!(registration::ASKED_WHY)}</p>
            </StrangerLayout>
        }
        .into_any(),
    }
}
