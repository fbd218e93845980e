//! Changing one's own password: a plain form, since the answer carries a new session.

use crate::form::posted;
use crate::t;
use crate::ui::{Button, Card, Kind, TextField};
use leptos::prelude::*;

/// The form; who has no password yet chooses one.
#[component]
pub fn PasswordForm(
    /// For password keepers.
    username: String,
    /// Whether there is one to be said first.
    has_password: bool,
) -> impl IntoView {
    let posted = posted();
    let current = has_password.then(|| {
        view! {
            <TextField
                name="current"
                label=t!(profile::CURRENT_PASSWORD)
                kind=Kind::Password
                error=posted.problem("current")
                autocomplete="current-password"
            />
        }
    });
    view! {
        <Card title=t!(users::PASSWORD_CHOICE)>
            <form method="post" action="/profile" class="fields">
                <input type="text" name="username" value=username autocomplete="username" hidden readonly />
                {current}
                <TextField
                    name="password"
                    label=t!(sign_in::NEW_PASSWORD)
                    hint=t!(profile::PASSWORD_HINT)
                    kind=Kind::Password
                    error=posted.problem("password")
                    autocomplete="new-password"
                />
                <div>
                    <Button submit=true>{t!(profile::CHANGE_PASSWORD)}</Button>
                </div>
            </form>
        </Card>
    }
    .into_any()
}
