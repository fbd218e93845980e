//! `/audit`: what happened, filtered and paged by the address.

use super::api::list_audit;
use super::{EXPORT, Line};
use crate::t;
use crate::ui::{
    Button, EmptyState, IconName, Kind, LinkButton, PageHeader, Pagination, SelectField, TextField, fetched,
};
use domain::audit::{Action, AuditFilter, AuditPage};
use domain::id::AuditId;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use leptos_router::location::Url;

/// What the address asks for.
#[derive(Debug, Clone, Default, PartialEq)]
struct Address {
    filter: AuditFilter,
    before: Option<AuditId>,
}

impl Address {
    /// The address at `path` of these lines, from `before` on.
    fn at(&self, path: &str, before: Option<AuditId>) -> String {
        let mut pairs: Vec<String> = self
            .filter
            .to_pairs()
            .iter()
            .map(|(key, value)| format!("{key}={}", Url::escape(value)))
            .collect();
        pairs.extend(before.map(|id| format!("before={id}")));
        let mark = if pairs.is_empty() { "" } else { "?" };
        format!("{path}{mark}{}", pairs.join("&"))
    }
}

/// The page.
#[component]
pub fn AuditListPage() -> impl IntoView {
    let query = use_query_map();
    let address = Memo::new(move |_| {
        query.with(|query| Address {
            filter: AuditFilter::from_pairs(|key| query.get(key)),
            before: query.get("before").and_then(|id| id.parse().ok()),
        })
    });
    let page = Resource::new_blocking(
        move || address.get(),
        |Address { filter, before }| list_audit(filter, before),
    );
    let export = move || address.with(|address| address.at(EXPORT, None));
    let content = fetched(page, 10, move |page| {
        if page.lines.is_empty() {
            view! { <Nothing /> }.into_any()
        } else {
            view! { <Lines page address=address.get_untracked() /> }.into_any()
        }
    });
    view! {
        <PageHeader title=t!(audit::TITLE) description=t!(audit::DESCRIPTION).to_owned()>
            <a class="button" href=export download="" rel="external">
                {t!(audit::EXPORT)}
            </a>
        </PageHeader>
        <Filter filter=address.get_untracked().filter />
        {content}
    }
    .into_any()
}

fn day(date: Option<domain::time::Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// It sends itself with Enter or its button, with and without scripts.
#[component]
fn Filter(filter: AuditFilter) -> impl IntoView {
    let action = RwSignal::new(filter.action.map_or("", Action::as_str).to_owned());
    let every = (String::new(), t!(audit::ANY_ACTION).to_owned());
    let mut actions: Vec<(String, String)> = Action::ALL
        .iter()
        .map(|action| (action.as_str().to_owned(), t!(audit::action(*action)).to_owned()))
        .collect();
    actions.sort_by(|one, other| one.1.cmp(&other.1));
    let options: Vec<_> = std::iter::once(every).chain(actions).collect();
    view! {
        <Form method="GET" action="/audit" attr:class="messages-filter" attr:role="search">
            <TextField name="actor" label=t!(audit::ACTOR) initial=filter.actor optional=true autocomplete="off" />
            <TextField name="target" label=t!(audit::TARGET) initial=filter.target optional=true autocomplete="off" />
            <SelectField name="action" label=t!(audit::ACTION) value=action options=Signal::stored(options) optional=true />
            <TextField name="from" label=t!(audit::FROM) initial=day(filter.from) kind=Kind::Date optional=true />
            <TextField name="to" label=t!(audit::TO) initial=day(filter.to) kind=Kind::Date optional=true />
            <Button submit=true icon=IconName::Filter>
                {t!(audit::FILTER)}
            </Button>
        </Form>
    }
    .into_any()
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <EmptyState icon=IconName::Audit title=t!(audit::NONE)>
            <p>{t!(audit::NONE_WHY)}</p>
            <LinkButton href="/audit">{t!(audit::SHOW_ALL)}</LinkButton>
        </EmptyState>
    }
    .into_any()
}

#[component]
fn Lines(page: AuditPage, address: Address) -> impl IntoView {
    let newest = address.before.map(|_| address.at("/audit", None));
    let older = page
        .lines
        .last()
        .filter(|_| page.more)
        .map(|line| address.at("/audit", Some(line.id)));
    let lines = page
        .lines
        .into_iter()
        .map(|line| view! { <Line line about=true /> });
    view! {
        <ol class="history">{lines.collect_view()}</ol>
        <Pagination previous=Signal::stored(newest) next=Signal::stored(older) />
    }
    .into_any()
}
