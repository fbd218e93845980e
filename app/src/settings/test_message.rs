//! A message to oneself, and what the mail server really answers.

use crate::messages::StateBadge;
use crate::messages::api::{list_messages, send_test_message};
use crate::t;
use crate::ui::{Button, Card, IconName, Notice, Tone};
use domain::messages::{MessageFilter, MessageKind, MessageRow, MessageState};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How often the outbox is asked what became of it, and how long apart.
const LOOKS: u32 = 30;
const PAUSE: Duration = Duration::from_secs(1);

/// What became of the message, or why there is none.
type Outcomes = RwSignal<Option<Result<MessageRow, String>>>;

/// Sends it and waits for the answer.
#[component]
pub fn TestMessage() -> impl IntoView {
    let shown: Outcomes = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let send = move || {
        shown.set(None);
        busy.set(true);
        spawn_local(async move {
            match send_test_message().await {
                Ok(recipient) => follow(recipient, shown, busy, LOOKS),
                Err(error) => {
                    shown.set(Some(Err(error.to_string())));
                    busy.set(false);
                }
            }
        });
    };
    let outcome = move || {
        shown.get().map(|shown| match shown {
            Ok(message) => view! { <Outcome message /> }.into_any(),
            Err(why) => view! { <Notice tone=Tone::Bad>{why}</Notice> }.into_any(),
        })
    };
    view! {
        <Card title=t!(settings::TEST)>
            <p class="settings-test">{t!(settings::TEST_WHY)}</p>
            <Button icon=IconName::Send busy on_press=send>
                {t!(settings::SEND_TEST)}
            </Button>
            <div role="status">{outcome}</div>
        </Card>
    }
    .into_any()
}

/// Looks at the newest test message to this address until it is sent, kept or given up; one that will be tried again is shown
/// with the answer so far.
fn follow(recipient: String, shown: Outcomes, busy: RwSignal<bool>, looks: u32) {
    spawn_local(async move {
        let filter = MessageFilter {
            state: None,
            search: recipient.clone(),
        };
        let answer = list_messages(filter, None).await.map(|list| {
            let mut messages = list.messages.into_iter();
            messages.find(|message| message.kind == MessageKind::Test)
        });
        let over = match &answer {
            // While it is being sent, an attempt is counted, and there is no answer yet.
            Ok(Some(message)) => message.state != MessageState::Queued || message.server_answer.is_some(),
            Ok(None) => false,
            Err(_) => true,
        };
        let found = answer.map_err(|error| error.to_string()).transpose();
        // Gone with the page.
        if shown.try_set(found).is_some() {
            return;
        }
        if over || looks == 0 {
            busy.set(false);
        } else {
            set_timeout(move || follow(recipient, shown, busy, looks - 1), PAUSE);
        }
    });
}

#[component]
fn Outcome(message: MessageRow) -> impl IntoView {
    view! {
        <p class="settings-outcome">
            <StateBadge state=message.state />
            <a href=format!("/messages/{}", message.id)>{message.recipient.to_string()}</a>
        </p>
        {message.server_answer.map(|answer| view! { <p class="settings-answer">{answer}</p> })}
    }
    .into_any()
}
