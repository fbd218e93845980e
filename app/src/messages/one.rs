//! `/messages/:id`: what a message says and what became of it.

use super::api::{Opened, open_message, resend_message, reveal_message};
use super::state::StateBadge;
use crate::t;
use crate::ui::{Button, Card, Crumb, IconName, Look, Notice, PageHeader, Tone, fetched, toasts};
use domain::id::MessageId;
use domain::messages::{MessageState, MessageView};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page.
#[component]
pub fn MessagePage() -> impl IntoView {
    let id = use_params_map()
        .with_untracked(|params| params.get("id").and_then(|id| id.parse::<MessageId>().ok()));
    let Some(id) = id else {
        return view! { <crate::shell::NotFound /> }.into_any();
    };
    let message = Resource::new_blocking(move || id, open_message);
    fetched(message, 8, move |opened| {
        let again = move || message.refetch();
        view! { <Message opened again /> }.into_any()
    })
}

#[component]
fn Message(opened: Opened, #[prop(into)] again: Callback<()>) -> impl IntoView {
    let Opened { now, message } = opened;
    let MessageView {
        row,
        subject,
        text,
        html,
    } = message;
    let id = row.id;
    let toasts = toasts();
    let resend = Action::new(move |(): &()| async move {
        match resend_message(id).await {
            Ok(()) => {
                toasts.done(t!(messages::RESENT));
                again.run(());
            }
            Err(error) => toasts.failed(error.to_string()),
        }
    });
    let waiting = row.state == MessageState::Queued;
    let why = Signal::stored(waiting.then(|| t!(messages::STILL_WAITING).to_owned()));
    let revealable = row.state == MessageState::Kept && row.kind.carries_secret();
    let crumbs = vec![Crumb {
        label: t!(messages::TITLE).to_owned(),
        href: "/messages".to_owned(),
    }];
    let fact =
        |name: &'static str, value: AnyView| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any();
    let next = waiting.then(|| {
        fact(
            t!(messages::NEXT_ATTEMPT),
            t!(users::moment(row.next_attempt_at)).into_any(),
        )
    });
    let answer = row
        .server_answer
        .clone()
        .map(|answer| fact(t!(messages::ANSWER), answer.into_any()));
    view! {
        <PageHeader title=subject.unwrap_or_else(|| t!(messages::kind(row.kind)).to_owned()) breadcrumbs=crumbs>
            <Button
                look=Look::Primary
                icon=IconName::Refresh
                disabled_because=why
                busy=resend.pending()
                on_press=move || {
                    resend.dispatch(());
                }
            >
                {t!(messages::RESEND)}
            </Button>
        </PageHeader>
        <Card>
            <dl class="messages-facts">
                {fact(t!(messages::TO), row.recipient.to_string().into_any())}
                {fact(t!(messages::ABOUT), t!(messages::kind(row.kind)).into_any())}
                {fact(t!(messages::STATE), view! { <StateBadge state=row.state /> }.into_any())}
                {fact(t!(messages::ATTEMPTS), row.attempts.to_string().into_any())}
                {fact(t!(messages::WHEN), t!(users::moment(row.created_at)).into_any())}
                {next}
                {answer}
            </dl>
            <p class="field-hint">{t!(users::ago((now - row.created_at).as_seconds()))}</p>
        </Card>
        {revealable.then(|| view! { <Reveal id /> })}
        {match text {
            Some(text) => view! { <Preview id text has_html=html.is_some() /> }.into_any(),
            None => view! { <Notice>{t!(messages::NOT_RENDERED)}</Notice> }.into_any(),
        }}
    }
    .into_any()
}

/// The link of a message that nobody but the reader of this page will hand over.
#[component]
fn Reveal(id: MessageId) -> impl IntoView {
    let shown = RwSignal::new(None::<Result<String, String>>);
    let reveal = Action::new(move |(): &()| async move {
        shown.set(Some(reveal_message(id).await.map_err(|error| error.to_string())));
    });
    let outcome = move || {
        shown.get().map(|outcome| match outcome {
            Ok(text) => view! { <pre class="messages-text" tabindex="0">{text}</pre> }.into_any(),
            Err(why) => view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any(),
        })
    };
    view! {
        <Card title=t!(messages::HAND_OVER)>
            <p>{t!(messages::HAND_OVER_WHY)}</p>
            <Button
                icon=IconName::Key
                busy=reveal.pending()
                on_press=move || {
                    reveal.dispatch(());
                }
            >
                {t!(messages::REVEAL)}
            </Button>
            <div role="status">{outcome}</div>
        </Card>
    }
    .into_any()
}

/// Both forms of the message. The HTML stands in a frame of its own, from an address whose policy lets nothing run.
#[component]
fn Preview(id: MessageId, text: String, has_html: bool) -> impl IntoView {
    let frame = has_html.then(|| {
        view! {
            <Card title=t!(messages::AS_HTML)>
                <iframe class="messages-html" sandbox="" title=t!(messages::AS_HTML) src=format!("/messages/{id}/html") />
            </Card>
        }
    });
    view! {
        <Card title=t!(messages::AS_TEXT)>
            <pre class="messages-text" tabindex="0">{text}</pre>
        </Card>
        {frame}
    }
    .into_any()
}
