//! The form at `/register`: an address, where strangers may register by themselves.

use crate::form::posted;
use crate::shell::StrangerLayout;
use crate::t;
use crate::ui::{Button, ErrorSummary, Kind, Look, TextField};
use leptos::prelude::*;
use store::invitations::SelfRegistration;

/// One field, one button.
#[component]
pub fn AskToRegister(registration: SelfRegistration) -> impl IntoView {
    let posted = posted();
    let problems = posted.summary("email");
    let domains = registration.domains.join(", ");
    let hint = (!domains.is_empty()).then(|| t!(registration::of_domains(&domains)));
    view! {
        <StrangerLayout title=t!(registration::title(&registration.organization))>
            <p>{t!(registration::ASK_WHY)}</p>
            <ErrorSummary problems />
            <form method="post" class="stack">
                <TextField
                    name="email"
                    label=t!(registration::EMAIL)
                    hint=Signal::stored(hint)
                    initial=posted.value("email")
                    error=posted.problem("email")
                    kind=Kind::Email
                    autocomplete="email"
                />
                <Button submit=true look=Look::Primary>
                    {t!(registration::SEND_LINK)}
                </Button>
            </form>
            <p>
                <a href="/sign-in">{t!(links::TO_SIGN_IN)}</a>
            </p>
        </StrangerLayout>
    }
    .into_any()
}
