//! `/imports/{id}`: how far an import is, then what became of it.
//!
//! The page asks for the progress as long as there is some to be made. Leaving it stops the asking, not the import.

use super::api::load_progress;
use super::list::TotalBadges;
use super::report::Report;
use super::state::StateBadge;
use crate::api::ApiError;
use crate::shell::NotThere;
use crate::t;
use crate::ui::{Crumb, ErrorState, IconName, LinkButton, PageHeader, Progress, Skeleton};
use domain::imports::{ImportProgress, ImportState};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use std::time::Duration;

/// How long to wait between two questions.
const PAUSE: Duration = Duration::from_millis(700);

/// The page.
#[component]
pub fn Import() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse().ok()));
    let first = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => load_progress(id).await,
                None => Err(ApiError::NotFound),
            }
        },
    );
    view! {
        <Suspense fallback=|| view! { <Skeleton /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(first) => view! { <Found first /> }.into_any(),
                    Err(ApiError::NotFound) => view! { <NotThere /> }.into_any(),
                    Err(error) => view! { <ErrorState problem=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

#[component]
fn Found(first: ImportProgress) -> impl IntoView {
    let id = first.id;
    let file_name = first.file_name.clone();
    let created = t!(imports::created(
        &first.created_by_name,
        &t!(users::moment(first.created_at))
    ));
    let progress = RwSignal::new(first);
    let state = Memo::new(move |_| progress.with(|progress| progress.state));
    Effect::new(move |_| {
        if state.get() == ImportState::Applying {
            ask_later(progress);
        }
    });
    let crumb = Crumb {
        label: t!(imports::TITLE).to_owned(),
        href: "/imports".to_owned(),
    };
    let finished = Memo::new(move |_| {
        matches!(
            state.get(),
            ImportState::Done | ImportState::Undone | ImportState::Failed
        )
    });
    let failing = move || {
        let wrong = progress.with(|progress| progress.totals.error > 0);
        (finished.get() && wrong).then(|| {
            view! {
                <a class="button" rel="external" download href=format!("/imports/{id}/failing.csv")>
                    <crate::ui::Icon name=IconName::Download />
                    {t!(imports::DOWNLOAD_FAILING)}
                </a>
            }
        })
    };
    let report = move || {
        if finished.get() {
            let totals = progress.with_untracked(|progress| progress.totals);
            view! { <Report id totals /> }.into_any()
        } else {
            ().into_any()
        }
    };
    view! {
        <PageHeader title=file_name description=Signal::stored(created) breadcrumbs=vec![crumb]>
            {failing}
            <LinkButton href="/imports/new" icon=IconName::Import>
                {t!(imports::NEW)}
            </LinkButton>
        </PageHeader>
        <div class="stack">
            <div class="import-state" role="status">
                {move || view! { <StateBadge state=state.get() /> }}
                {move || finished.get().then(|| view! { <TotalBadges totals=progress.with(|progress| progress.totals) /> })}
                {move || explained(state.get()).map(|words| view! { <p>{words}</p> })}
            </div>
            {move || (state.get() == ImportState::Applying).then(|| view! { <UnderWay progress /> })}
            {report}
        </div>
    }
    .into_any()
}

/// What a state means, where its word does not say it all.
fn explained(state: ImportState) -> Option<&'static str> {
    match state {
        ImportState::Planned => Some(t!(imports::PLANNED_WHY)),
        ImportState::Failed => Some(t!(imports::FAILED_WHY)),
        ImportState::Applying | ImportState::Done | ImportState::Undone => None,
    }
}

#[component]
fn UnderWay(progress: RwSignal<ImportProgress>) -> impl IntoView {
    let done = Signal::derive(move || progress.with(|progress| progress.rows_done.unsigned_abs()));
    let total = Signal::derive(move || progress.with(|progress| progress.rows_total.unsigned_abs()));
    view! {
        <div class="card">
            <Progress label=t!(imports::PROGRESS) done total />
            <p class="field-hint">{t!(imports::PROGRESS_LEAVE)}</p>
        </div>
    }
    .into_any()
}

/// Asks how far it is, again and again until it is done or the page is left. While the server cannot be reached the last
/// known progress stays.
fn ask_later(progress: RwSignal<ImportProgress>) {
    let ask = move || {
        let Some(id) = progress.try_with_untracked(|progress| progress.id) else {
            return;
        };
        spawn_local(async move {
            let state = match load_progress(id).await {
                Ok(now) => {
                    let state = now.state;
                    progress.try_set(now);
                    state
                }
                Err(_) => ImportState::Applying,
            };
            if state == ImportState::Applying {
                ask_later(progress);
            }
        });
    };
    set_timeout(ask, PAUSE);
}
