//! The dialog that makes a login link and shows it once.

use super::api::make_login_link;
use crate::t;
use crate::ui::{Button, CopyButton, Dialog, IconName, Look, Notice, TextField, Tone, Width};
use domain::id::UserId;
use domain::login_links::LoginLink;
use leptos::prelude::*;

/// Asks for the reason, makes the link, and shows it until the dialog closes.
#[component]
pub fn LoginLinkDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// For whom.
    user: UserId,
    /// Their name.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let made = RwSignal::new(None::<LoginLink>);
    let refused = RwSignal::new(None::<String>);
    // A link is shown once: what was made before is gone with the dialog.
    Effect::new(move |_| {
        if !open.get() {
            reason.set(String::new());
            made.set(None);
            refused.set(None);
        }
    });
    let make = Action::new(move |(): &()| {
        let reason = reason.get_untracked();
        async move {
            match make_login_link(user, reason).await {
                Ok(link) => {
                    refused.set(None);
                    made.set(Some(link));
                }
                Err(error) => refused.set(Some(error.to_string())),
            }
        }
    });
    let title = t!(login_links::title(&name));
    let content = move || match made.get() {
        Some(link) => view! { <Shown link /> }.into_any(),
        None => view! {
            <p>{t!(login_links::WHAT)}</p>
            <TextField
                name="login-link-reason"
                label=t!(login_links::REASON).to_owned()
                value=reason
                error=refused
                hint=Signal::stored(Some(t!(login_links::REASON_HINT).to_owned()))
                autocomplete="off"
            />
        }
        .into_any(),
    };
    let actions = move || {
        let press = move || {
            make.dispatch(());
        };
        if made.with(Option::is_some) {
            view! { <Button on_press=move || open.set(false)>{t!(ui::CLOSE)}</Button> }.into_any()
        } else {
            view! {
                <Button look=Look::Primary icon=IconName::Link busy=make.pending() on_press=press>
                    {t!(login_links::MAKE)}
                </Button>
            }
            .into_any()
        }
    };
    view! {
        <Dialog open title width=Width::Wide actions=actions>
            {content}
        </Dialog>
    }
    .into_any()
}

#[component]
fn Shown(link: LoginLink) -> impl IntoView {
    let until = t!(users::moment(link.expires_at));
    view! {
        <Notice tone=Tone::Warning>{t!(login_links::shown(&until))}</Notice>
        <p class="login-link-address" tabindex="0">{link.link.clone()}</p>
        <CopyButton text=link.link label=t!(login_links::COPY) />
        // The drawing is made by the server, of squares alone.
        <div class="login-link-qr" role="img" aria-label=t!(login_links::QR) inner_html=link.qr />
    }
    .into_any()
}
