//! `/messages`: the outbox. What shapes the list is in the address.

use super::api::{MessageList, list_messages, send_test_message};
use super::state::StateBadge;
use crate::session::viewer;
use crate::t;
use crate::ui::{
    Button, Cell, Column, EmptyState, IconName, PageHeader, Pagination, SelectField, Table, TextField,
    fetched, toasts,
};
use domain::access::ManageSettings;
use domain::id::MessageId;
use domain::messages::{MessageFilter, MessageRow, MessageState};
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;

/// What the address asks for.
#[derive(Debug, Clone, Default, PartialEq)]
struct Address {
    filter: MessageFilter,
    before: Option<MessageId>,
}

impl Address {
    /// The address of the page that begins after `before`; without one, of the first.
    fn page(&self, before: Option<MessageId>) -> String {
        let state = self.filter.state.map_or("", MessageState::as_str);
        let search = leptos_router::location::Url::escape(&self.filter.search);
        let before = before
            .map(|before| format!("&before={before}"))
            .unwrap_or_default();
        format!("/messages?state={state}&q={search}{before}")
    }
}

/// The page.
#[component]
pub fn MessagesPage() -> impl IntoView {
    let query = use_query_map();
    let address = Memo::new(move |_| {
        query.with(|query| Address {
            filter: MessageFilter {
                state: query
                    .get("state")
                    .and_then(|state| MessageState::parse(&state).ok()),
                search: query.get("q").unwrap_or_default(),
            },
            before: query.get("before").and_then(|id| id.parse().ok()),
        })
    });
    let messages = Resource::new_blocking(
        move || address.get(),
        |Address { filter, before }| list_messages(filter, before),
    );
    let content = fetched(messages, 8, move |list| {
        if list.messages.is_empty() {
            view! { <Nothing address /> }.into_any()
        } else {
            view! { <List list address /> }.into_any()
        }
    });
    view! {
        <PageHeader title=t!(messages::TITLE) description=Signal::stored(t!(messages::DESCRIPTION).to_owned())>
            <SendTest />
        </PageHeader>
        <Filter filter=address.get_untracked().filter />
        {content}
    }
    .into_any()
}

/// Sends a message to oneself, to see whether sending works; who may not learns why.
#[component]
fn SendTest() -> impl IntoView {
    let toasts = toasts();
    let denied = viewer().and_then(|viewer| viewer.standing.permits::<ManageSettings>().err());
    let why = Signal::stored(denied.map(|denied| t!(problems::denied(&denied))));
    let send = Action::new(move |(): &()| async move {
        match send_test_message().await {
            Ok(recipient) => toasts.done(t!(messages::test_queued(&recipient))),
            Err(error) => toasts.failed(error.to_string()),
        }
    });
    view! {
        <Button
            icon=IconName::Message
            disabled_because=why
            busy=send.pending()
            on_press=move || {
                send.dispatch(());
            }
        >
            {t!(messages::SEND_TEST)}
        </Button>
    }
}

/// State and address; it sends itself with Enter or its button, with and without scripts.
#[component]
fn Filter(filter: MessageFilter) -> impl IntoView {
    let state = RwSignal::new(filter.state.map_or("", MessageState::as_str).to_owned());
    let options = Signal::derive(move || {
        let every = std::iter::once((String::new(), t!(messages::ANY_STATE).to_owned()));
        let states =
            MessageState::ALL.map(|state| (state.as_str().to_owned(), t!(messages::state(state)).to_owned()));
        every.chain(states).collect::<Vec<_>>()
    });
    view! {
        <Form method="GET" action="/messages" attr:class="messages-filter" attr:role="search">
            <TextField name="q" label=t!(messages::SEARCH).to_owned() initial=filter.search optional=true autocomplete="off" />
            <SelectField name="state" label=t!(messages::STATE).to_owned() value=state options optional=true />
            <Button submit=true icon=IconName::Filter>
                {t!(messages::FILTER)}
            </Button>
        </Form>
    }
    .into_any()
}

#[component]
fn Nothing(address: Memo<Address>) -> impl IntoView {
    let filtered = move || address.with(|address| *address != Address::default());
    view! {
        <EmptyState
            icon=IconName::Message
            title=if filtered() { t!(messages::NONE_MATCH) } else { t!(messages::NONE_YET) }
        >
            <p>{if filtered() { t!(messages::NONE_MATCH_WHY) } else { t!(messages::NONE_YET_WHY) }}</p>
        </EmptyState>
    }
}

#[component]
fn List(list: MessageList, address: Memo<Address>) -> impl IntoView {
    let columns = vec![
        Column::new("about", t!(messages::ABOUT)),
        Column::new("to", t!(messages::TO)),
        Column::new("state", t!(messages::STATE)),
        Column::new("when", t!(messages::WHEN)),
        Column::new("answer", t!(messages::ANSWER)),
    ];
    let now = list.now;
    let row = move |message: MessageRow| {
        view! {
            <tr>
                <Cell label=t!(messages::ABOUT) main=true>
                    <a href=format!("/messages/{}", message.id)>{t!(messages::kind(message.kind))}</a>
                </Cell>
                <Cell label=t!(messages::TO)>{message.recipient.to_string()}</Cell>
                <Cell label=t!(messages::STATE)>
                    <StateBadge state=message.state />
                </Cell>
                <Cell label=t!(messages::WHEN)>
                    <time datetime=message.created_at.to_string() title=t!(users::moment(message.created_at))>
                        {t!(users::ago((now - message.created_at).as_seconds()))}
                    </time>
                </Cell>
                <Cell label=t!(messages::ANSWER)>
                    <span class="messages-answer">{message.server_answer}</span>
                </Cell>
            </tr>
        }
        .into_any()
    };
    let (first, next) = address.with_untracked(|address| {
        let first = address.before.is_some().then(|| address.page(None));
        (first, list.next.map(|before| address.page(Some(before))))
    });
    view! {
        <Table label=t!(messages::TITLE) columns=Signal::stored(columns)>
            {list.messages.into_iter().map(row).collect_view()}
        </Table>
        <Pagination previous=Signal::stored(first) next=Signal::stored(next) />
    }
    .into_any()
}
