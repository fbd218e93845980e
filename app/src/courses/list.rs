//! `/courses`: every course. What shapes the list is in the address.

use super::api::list_courses;
use super::may_not_manage;
use super::tabs::ProductTabs;
use crate::t;
use crate::text::number;
use crate::ui::{
    Badge, Button, Cell, Column, EmptyState, IconName, LinkButton, Look, PageHeader, Pagination, SelectField,
    Table, TextField, Tone, fetched,
};
use domain::courses::{CourseList, CourseRow};
use domain::id::CourseId;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use leptos_router::location::Url;

/// What the address says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Address {
    search: String,
    archived: bool,
    after: Option<CourseId>,
}

impl Address {
    fn page(&self, after: Option<CourseId>) -> String {
        let archived = if self.archived { "&archived=1" } else { "" };
        let after = after.map(|id| format!("&after={id}")).unwrap_or_default();
        format!("/courses?q={}{archived}{after}", Url::escape(&self.search))
    }
}

/// The page.
#[component]
pub fn CoursesPage() -> impl IntoView {
    let query = use_query_map();
    let address = Memo::new(move |_| {
        query.with(|query| Address {
            search: query.get("q").unwrap_or_default(),
            archived: query.get("archived").is_some_and(|word| !word.is_empty()),
            after: query.get("after").and_then(|id| id.parse().ok()),
        })
    });
    let courses = Resource::new_blocking(
        move || address.get(),
        |at| list_courses(at.search, at.archived, at.after),
    );
    let content = fetched(courses, 8, move |list| {
        if list.courses.is_empty() {
            view! {
                <EmptyState icon=IconName::Course title=t!(courses::NONE)>
                    <p>{t!(courses::NONE_WHY)}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            view! { <Listing list at=address.get_untracked() /> }.into_any()
        }
    });
    view! {
        <PageHeader title=t!(licenses::COURSES)>
            <Add />
        </PageHeader>
        <ProductTabs />
        <Filter at=address.get_untracked() />
        {content}
    }
    .into_any()
}

/// The page's main action; who may not use it learns why.
#[component]
fn Add() -> impl IntoView {
    match may_not_manage() {
        None => view! {
            <LinkButton href="/courses/new" look=Look::Primary icon=IconName::Plus>
                {t!(courses::ADD)}
            </LinkButton>
        }
        .into_any(),
        reason => view! {
            <Button look=Look::Primary icon=IconName::Plus disabled_because=reason>
                {t!(courses::ADD)}
            </Button>
        }
        .into_any(),
    }
}

#[component]
fn Filter(at: Address) -> impl IntoView {
    let archived = RwSignal::new(if at.archived { "1" } else { "" }.to_owned());
    let options = vec![
        (String::new(), t!(courses::WITHOUT_ARCHIVED).to_owned()),
        ("1".to_owned(), t!(courses::WITH_ARCHIVED).to_owned()),
    ];
    view! {
        <Form method="GET" action="/courses" attr:class="messages-filter" attr:role="search">
            <TextField name="q" label=t!(courses::SEARCH) initial=at.search optional=true autocomplete="off" />
            <SelectField name="archived" label=t!(licenses::STATE) value=archived options optional=true />
            <Button submit=true icon=IconName::Search>
                {t!(invitations::FILTER)}
            </Button>
        </Form>
    }
    .into_any()
}

#[component]
fn Listing(list: CourseList, at: Address) -> impl IntoView {
    let columns = vec![
        Column::new("title", t!(learning::COURSE)),
        Column::new("reference", t!(licenses::REFERENCE)),
        Column::new("lessons", t!(courses::LESSONS)).numeric(),
        Column::new("state", t!(licenses::STATE)),
    ];
    let first = at.after.map(|_| at.page(None));
    let next = list.next.map(|after| at.page(Some(after)));
    view! {
        <Table label=t!(licenses::COURSES) columns>
            {list.courses.into_iter().map(row).collect_view()}
        </Table>
        <Pagination previous=Signal::stored(first) next=Signal::stored(next) />
    }
    .into_any()
}

fn row(course: CourseRow) -> impl IntoView {
    let (tone, icon, label) = match (course.archived, course.elsewhere) {
        (true, _) => (Tone::Neutral, IconName::Archive, t!(licenses::ARCHIVED)),
        (_, true) => (Tone::Info, IconName::External, t!(courses::ELSEWHERE)),
        _ => (Tone::Good, IconName::Course, t!(courses::HERE)),
    };
    view! {
        <tr>
            <Cell label=t!(learning::COURSE) main=true>
                <a href=format!("/courses/{}", course.id)>{course.title}</a>
            </Cell>
            <Cell label=t!(licenses::REFERENCE)>{course.reference}</Cell>
            <Cell label=t!(courses::LESSONS) numeric=true>
                {number(course.lessons)}
            </Cell>
            <Cell label=t!(licenses::STATE)>
                <Badge tone icon label />
            </Cell>
        </tr>
    }
    .into_any()
}
