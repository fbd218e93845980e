//! `/enrollments?due=`: what is overdue, and what is due within a week.

use super::api::list_due;
use super::tabs::ProductTabs;
use crate::t;
use crate::ui::{
    Button, Cell, Column, EmptyState, IconName, PageHeader, Pagination, Progress, SelectField, Table, fetched,
};
use domain::courses::{Due, DueList, DueRow};
use domain::id::EnrollmentId;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;

/// The page.
#[component]
pub fn DuePage() -> impl IntoView {
    let query = use_query_map();
    let at = Memo::new(move |_| {
        query.with(|query| {
            let which = query.get("due").and_then(|word| Due::parse(&word).ok());
            let after = query.get("after").and_then(|id| id.parse::<EnrollmentId>().ok());
            (which.unwrap_or_default(), after)
        })
    });
    let found = Resource::new_blocking(move || at.get(), |(which, after)| list_due(which, after));
    let content = fetched(found, 8, move |list| {
        if list.rows.is_empty() {
            view! { <EmptyState icon=IconName::Success title=t!(courses::NOTHING_DUE) /> }.into_any()
        } else {
            view! { <Listing list at=at.get_untracked() /> }.into_any()
        }
    });
    view! {
        <PageHeader title=t!(courses::DUE) />
        <ProductTabs />
        <Filter which=at.get_untracked().0 />
        {content}
    }
    .into_any()
}

#[component]
fn Filter(which: Due) -> impl IntoView {
    let value = RwSignal::new(which.as_str().to_owned());
    let options = vec![
        (Due::Overdue.as_str().to_owned(), t!(learning::OVERDUE).to_owned()),
        (Due::Soon.as_str().to_owned(), t!(courses::SOON).to_owned()),
    ];
    view! {
        <Form method="GET" action="/enrollments" attr:class="messages-filter" attr:role="search">
            <SelectField name="due" label=t!(courses::DUE) value options />
            <Button submit=true icon=IconName::Filter>
                {t!(invitations::FILTER)}
            </Button>
        </Form>
    }
    .into_any()
}

#[component]
fn Listing(list: DueList, at: (Due, Option<EnrollmentId>)) -> impl IntoView {
    let columns = vec![
        Column::new("name", t!(users::NAME)),
        Column::new("course", t!(learning::COURSE)),
        Column::new("due", t!(users::DUE_DATE)),
        Column::new("progress", t!(learning::DONE)),
    ];
    let page = |after: Option<EnrollmentId>| {
        let after = after.map(|id| format!("&after={id}")).unwrap_or_default();
        format!("/enrollments?due={}{after}", at.0.as_str())
    };
    let first = at.1.map(|_| page(None));
    let next = list.next.map(|after| page(Some(after)));
    view! {
        <Table label=t!(courses::DUE) columns>
            {list.rows.into_iter().map(row).collect_view()}
        </Table>
        <Pagination previous=Signal::stored(first) next=Signal::stored(next) />
    }
    .into_any()
}

fn row(due: DueRow) -> impl IntoView {
    let progress = u64::from(due.progress);
    view! {
        <tr>
            <Cell label=t!(users::NAME) main=true>
                <a href=format!("/users/{}?tab=enrollments", due.user)>{due.name}</a>
            </Cell>
            <Cell label=t!(learning::COURSE)>{due.course}</Cell>
            <Cell label=t!(users::DUE_DATE)>{t!(users::day(due.due_date))}</Cell>
            <Cell label=t!(learning::DONE)>
                <Progress label=t!(learning::PROGRESS).to_owned() done=Signal::stored(progress) total=Signal::stored(100u64) />
            </Cell>
        </tr>
    }
    .into_any()
}
