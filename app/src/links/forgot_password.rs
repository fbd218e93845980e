//! `/forgot-password`: asking for a link. The answer is the same whether there is such an account.

use crate::form::posted;
use crate::shell::StrangerLayout;
use crate::t;
use crate::ui::{Button, ErrorSummary, Look, TextField};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page; after asking it says what happens now.
#[component]
pub fn ForgotPasswordPage() -> impl IntoView {
    let asked = use_query_map().read_untracked().get("asked").is_some();
    if asked {
        return view! {
            <StrangerLayout title=t!(links::ASKED)>
                <p role="status">{t!(links::ASKED_WHY)}</p>
                <p>{t!(links::ASKED_NOTHING)}</p>
                <p>
                    <a href="/sign-in">{t!(links::TO_SIGN_IN)}</a>
                </p>
            </StrangerLayout>
        }
        .into_any();
    }
    let posted = posted();
    let problems = posted.summary("name");
    view! {
        <StrangerLayout title=t!(links::FORGOT)>
            <p>{t!(links::FORGOT_WHY)}</p>
            <ErrorSummary problems />
            <form method="post" action="/forgot-password" class="stack">
                <TextField
                    name="name"
                    label=t!(sign_in::NAME).to_owned()
                    initial=posted.value("name")
                    autocomplete="username"
                />
                <Button submit=true look=Look::Primary>
                    {t!(links::SEND_LINK)}
                </Button>
            </form>
            <p>
                <a href="/sign-in">{t!(links::TO_SIGN_IN)}</a>
            </p>
        </StrangerLayout>
    }
    .into_any()
}
