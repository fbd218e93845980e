//! `/records`: what completion or archiving leaves, searched by name and taken out as a file.

use super::EXPORT;
use super::api::list_records;
use crate::t;
use crate::ui::{
    Button, Cell, Column, EmptyState, IconName, Menu, MenuLink, PageHeader, Pagination, Table, TextField,
    fetched,
};
use domain::courses::{RecordList, RecordRow};
use domain::id::{CourseId, TrainingRecordId};
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use leptos_router::location::Url;

/// What the address says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Address {
    search: String,
    course: Option<CourseId>,
    before: Option<TrainingRecordId>,
}

impl Address {
    fn query(&self) -> String {
        let course = self.course.map(|id| format!("&course={id}")).unwrap_or_default();
        format!("q={}{course}", Url::escape(&self.search))
    }
}

/// The page.
#[component]
pub fn RecordsPage() -> impl IntoView {
    let query = use_query_map();
    let address = Memo::new(move |_| {
        query.with(|query| Address {
            search: query.get("q").unwrap_or_default(),
            course: query.get("course").and_then(|id| id.parse().ok()),
            before: query.get("before").and_then(|id| id.parse().ok()),
        })
    });
    let records = Resource::new_blocking(
        move || address.get(),
        |at| list_records(at.search, at.course, at.before),
    );
    let file = move |format: &'static str| {
        Signal::derive(move || format!("{EXPORT}?format={format}&{}", address.with(Address::query)))
    };
    let content = fetched(records, 10, move |list| {
        if list.records.is_empty() {
            view! {
                <EmptyState icon=IconName::Award title=t!(courses::NO_RECORDS)>
                    <p>{t!(courses::RECORDS_WHY)}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            view! { <Listing list at=address.get_untracked() /> }.into_any()
        }
    });
    view! {
        <PageHeader title=t!(courses::RECORDS) description=t!(courses::RECORDS_WHY).to_owned()>
            <Menu label=t!(acts::EXPORT) words=t!(acts::EXPORT) icon=IconName::Download>
                <MenuLink href=file("xlsx") label=t!(acts::EXPORT_XLSX) icon=IconName::File download=true />
                <MenuLink href=file("csv") label=t!(acts::EXPORT_CSV) icon=IconName::File download=true />
            </Menu>
        </PageHeader>
        <Form method="GET" action="/records" attr:class="messages-filter" attr:role="search">
            <TextField
                name="q"
                label=t!(users::NAME)
                initial=address.get_untracked().search
                optional=true
                autocomplete="off"
            />
            <Button submit=true icon=IconName::Search>
                {t!(invitations::FILTER)}
            </Button>
        </Form>
        {content}
    }
    .into_any()
}

#[component]
fn Listing(list: RecordList, at: Address) -> impl IntoView {
    let columns = vec![
        Column::new("name", t!(users::NAME)),
        Column::new("course", t!(learning::COURSE)),
        Column::new("completed", t!(learning::COMPLETED)),
        Column::new("progress", t!(learning::DONE)).numeric(),
        Column::new("recorded", t!(courses::RECORDED)),
        Column::new("certificate", t!(learning::CERTIFICATE)),
    ];
    let first = at.before.map(|_| format!("/records?{}", at.query()));
    let next = list
        .next
        .map(|before| format!("/records?{}&before={before}", at.query()));
    view! {
        <Table label=t!(courses::RECORDS) columns>
            {list.records.into_iter().map(row).collect_view()}
        </Table>
        <Pagination previous=Signal::stored(first) next=Signal::stored(next) />
    }
    .into_any()
}

fn row(record: RecordRow) -> impl IntoView {
    let certificate = record
        .certificate
        .map(|number| view! { <a href=format!("/certificates/{number}")>{t!(learning::CERTIFICATE)}</a> });
    view! {
        <tr>
            <Cell label=t!(users::NAME) main=true>
                <a href=format!("/users/{}", record.user)>{record.name}</a>
            </Cell>
            <Cell label=t!(learning::COURSE)>{record.course}</Cell>
            <Cell label=t!(learning::COMPLETED)>
                {record.completed_at.map(|at| t!(users::day(at.date())))}
            </Cell>
            <Cell label=t!(learning::DONE) numeric=true>
                {format!("{} %", record.progress)}
            </Cell>
            <Cell label=t!(courses::RECORDED)>{t!(users::day(record.recorded_at.date()))}</Cell>
            <Cell label=t!(learning::CERTIFICATE)>{certificate}</Cell>
        </tr>
    }
    .into_any()
}
