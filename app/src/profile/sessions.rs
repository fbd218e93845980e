//! Where one is signed in, and signing out there.

use super::api::end_session;
use crate::t;
use crate::ui::{Badge, Button, Card, IconName, Look, Tone, toasts};
use domain::sign_in::browser;
use domain::time::Timestamp;
use domain::users::OpenSession;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The list, and the way out of all.
#[component]
pub fn Sessions(
    now: Timestamp,
    sessions: Vec<OpenSession>,
    #[prop(into)] again: Callback<()>,
) -> impl IntoView {
    let session = move |session: OpenSession| view! { <Session now session again /> };
    view! {
        <Card title=t!(profile::SESSIONS)>
            <ul class="profile-sessions">{sessions.into_iter().map(session).collect_view()}</ul>
            <form method="post" action="/profile/sign-out-everywhere">
                <Button submit=true look=Look::Danger icon=IconName::SignOut>
                    {t!(profile::SIGN_OUT_EVERYWHERE)}
                </Button>
            </form>
        </Card>
    }
    .into_any()
}

#[component]
fn Session(now: Timestamp, session: OpenSession, again: Callback<()>) -> impl IntoView {
    let told = toasts();
    let busy = RwSignal::new(false);
    let id = session.id;
    let end = move || {
        busy.set(true);
        spawn_local(async move {
            match end_session(id).await {
                Ok(()) => again.run(()),
                Err(error) => {
                    busy.set(false);
                    told.failed(error.to_string());
                }
            }
        });
    };
    let (browser, system) = browser(session.user_agent.as_deref().unwrap_or_default());
    let device = match (browser, system) {
        (Some(browser), Some(system)) => t!(profile::browser_on(browser, system)),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => t!(profile::UNKNOWN_DEVICE).to_owned(),
    };
    let seen = t!(users::ago((now - session.last_seen_at).as_seconds()));
    let name = device.clone();
    let action = if session.current {
        view! { <Badge tone=Tone::Good icon=IconName::Check label=t!(profile::THIS_DEVICE) /> }.into_any()
    } else {
        view! {
            <Button busy on_press=end>
                {t!(profile::END)}
                <span class="visually-hidden">" "{name}</span>
            </Button>
        }
        .into_any()
    };
    view! {
        <li>
            <div>
                <strong>{device}</strong>
                <p class="cell-detail">
                    {session.address.map(|address| format!("{address} · "))}
                    <time datetime=session.last_seen_at.to_string() title=t!(users::moment(session.last_seen_at))>
                        {t!(profile::last_seen(&seen))}
                    </time>
                </p>
            </div>
            {action}
        </li>
    }
    .into_any()
}
