//! `/imports`: every import with its state, when it was made, and what became of its rows.

use super::api::{ImportList, list_imports};
use super::state::{StateBadge, look};
use crate::t;
use crate::text::number;
use crate::ui::{
    Badge, Cell, Column, EmptyState, ErrorState, IconName, LinkButton, Look, PageHeader, Pagination,
    Skeleton, Table,
};
use domain::imports::{ImportProgress, ImportState, Outcome, Totals};
use domain::time::Timestamp;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page.
#[component]
pub fn Imports() -> impl IntoView {
    let query = use_query_map();
    let before = Memo::new(move |_| query.with(|query| query.get("before")?.parse().ok()));
    let running = Memo::new(move |_| query.with(|query| query.get("running").is_some()));
    let imports = Resource::new_blocking(
        move || (running.get(), before.get()),
        |(running, before)| list_imports(running, before),
    );
    view! {
        <PageHeader
            title=t!(imports::TITLE)
            description=Signal::stored(t!(imports::DESCRIPTION).to_owned())
        >
            <NewImport />
        </PageHeader>
        <Suspense fallback=|| view! { <Skeleton /> }>
            {move || Suspend::new(async move {
                match imports.await {
                    Ok(list) if list.imports.is_empty() && running.get_untracked() => {
                        view! { <NoneRunning /> }.into_any()
                    }
                    Ok(list) if list.imports.is_empty() => view! { <NoneYet /> }.into_any(),
                    Ok(list) => view! { <List list first=before.get_untracked().is_none() /> }.into_any(),
                    Err(error) => {
                        let retry = move || imports.refetch();
                        view! { <ErrorState problem=error on_retry=retry /> }.into_any()
                    }
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn NewImport() -> impl IntoView {
    view! {
        <LinkButton href="/imports/new" look=Look::Primary icon=IconName::Import>
            {t!(imports::NEW)}
        </LinkButton>
    }
}

#[component]
fn NoneYet() -> impl IntoView {
    view! {
        <EmptyState icon=IconName::Import title=t!(imports::NONE_YET)>
            <p>{t!(imports::NONE_YET_WHY)}</p>
        </EmptyState>
    }
}

#[component]
fn NoneRunning() -> impl IntoView {
    view! {
        <EmptyState icon=IconName::Import title=t!(imports::NONE_RUNNING)>
            <LinkButton href="/imports">{t!(imports::TITLE)}</LinkButton>
        </EmptyState>
    }
}

#[component]
fn List(list: ImportList, first: bool) -> impl IntoView {
    let columns = vec![
        Column::new("file", t!(imports::COLUMN_FILE)),
        Column::new("state", t!(imports::COLUMN_STATE)),
        Column::new("by", t!(imports::COLUMN_BY)),
        Column::new("when", t!(imports::COLUMN_WHEN)),
        Column::new("rows", t!(imports::COLUMN_ROWS)).numeric(),
        Column::new("totals", t!(imports::COLUMN_TOTALS)),
    ];
    let now = list.now;
    let row = move |import: ImportProgress| {
        let so_far = so_far(&import);
        let ImportProgress {
            id,
            file_name,
            created_by_name,
            created_at,
            state,
            rows_total,
            totals,
            ..
        } = import;
        view! {
            <tr>
                <Cell label=t!(imports::COLUMN_FILE) main=true>
                    <a href=format!("/imports/{id}")>{file_name}</a>
                </Cell>
                <Cell label=t!(imports::COLUMN_STATE)>
                    <StateBadge state />
                    {so_far.map(|words| view! { <span class="cell-detail">{words}</span> })}
                </Cell>
                <Cell label=t!(imports::COLUMN_BY)>{created_by_name}</Cell>
                <Cell label=t!(imports::COLUMN_WHEN)>
                    <When at=created_at now />
                </Cell>
                <Cell label=t!(imports::COLUMN_ROWS) numeric=true>
                    {number(rows_total.unsigned_abs())}
                </Cell>
                <Cell label=t!(imports::COLUMN_TOTALS)>
                    <TotalBadges totals />
                </Cell>
            </tr>
        }
        .into_any()
    };
    let newest = (!first).then(|| "/imports".to_owned());
    let older = list.next.map(|before| format!("/imports?before={before}"));
    let pages = newest.is_some() || older.is_some();
    view! {
        <Table label=t!(imports::TITLE) columns=Signal::stored(columns)>
            {list.imports.into_iter().map(row).collect_view()}
        </Table>
        {pages.then(|| view! { <Pagination previous=Signal::stored(newest) next=Signal::stored(older) /> })}
    }
    .into_any()
}

/// How far one is that is under way.
fn so_far(import: &ImportProgress) -> Option<String> {
    let done = || {
        t!(ui::done_of(
            import.rows_done.unsigned_abs(),
            import.rows_total.unsigned_abs()
        ))
    };
    (import.state == ImportState::Applying).then(done)
}

/// A moment as people say it, with the exact one on hover.
#[component]
fn When(at: Timestamp, now: Timestamp) -> impl IntoView {
    view! {
        <time datetime=at.to_string() title=t!(users::moment(at))>
            {t!(users::ago((now - at).as_seconds()))}
        </time>
    }
}

/// The outcomes that occur, each with its number.
#[component]
pub fn TotalBadges(totals: Totals) -> impl IntoView {
    let counts = [
        (Outcome::Create, totals.create),
        (Outcome::Update, totals.update),
        (Outcome::Skip, totals.skip),
        (Outcome::Archive, totals.archive),
        (Outcome::Delete, totals.delete),
        (Outcome::Error, totals.error),
    ];
    let badge = |(outcome, count): (Outcome, u32)| {
        let (tone, icon) = look(outcome);
        let label = format!("{} {}", t!(imports::outcome(outcome)), number(u64::from(count)));
        view! { <Badge tone icon label /> }
    };
    let occurring = counts.into_iter().filter(|(_, count)| *count > 0);
    view! { <span class="badges">{occurring.map(badge).collect_view()}</span> }.into_any()
}
