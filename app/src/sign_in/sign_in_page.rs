//! The sign-in page.

use crate::form::posted;
use crate::session::open_to_strangers;
use crate::shell::StrangerLayout;
use crate::t;
use crate::ui::{Button, ErrorSummary, Kind, Look, TextField};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Email or username, password, one button.
#[component]
pub fn SignInPage() -> impl IntoView {
    let posted = posted();
    let problems = posted.summary("name");
    let query = use_query_map().read_untracked();
    // A path of ours only: anything else would send a person who just typed a password to a stranger's page.
    let next = query
        .get("next")
        .filter(|next| next.starts_with('/') && !next.starts_with("//"))
        .unwrap_or_default();
    let notice = [
        ("signed-out", t!(sign_in::SIGNED_OUT)),
        ("password-saved", t!(links::SAVED)),
        ("registered", t!(sign_in::REGISTERED)),
        ("waits", t!(sign_in::WAITS)),
    ]
    .into_iter()
    .find_map(|(key, notice)| query.get(key).map(|_| notice));
    view! {
        <StrangerLayout title=t!(sign_in::TITLE)>
            {notice.map(|notice| view! { <p class="notice" role="status">{notice}</p> })}
            <ErrorSummary problems />
            <form method="post" action="/sign-in" class="stack">
                <input type="hidden" name="next" value=next />
                <TextField
                    name="name"
                    label=t!(sign_in::NAME).to_owned()
                    initial=posted.value("name")
                    autocomplete="username"
                />
                <TextField
                    name="password"
                    label=t!(sign_in::PASSWORD).to_owned()
                    kind=Kind::Password
                    autocomplete="current-password"
                />
                <Button submit=true look=Look::Primary>
                    {t!(sign_in::SIGN_IN)}
                </Button>
            </form>
            <p>
                <a href="/forgot-password">{t!(links::FORGOT)}</a>
            </p>
            {open_to_strangers()
                .then(|| {
                    view! {
                        <p>
                            <a href="/register" rel="external">
                                {t!(sign_in::REGISTER)}
                            </a>
                        </p>
                    }
                })}
        </StrangerLayout>
    }
}
