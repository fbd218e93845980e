//! The page of one license: its counts, and the two lists between which seats move.

mod board;
mod counts;
mod desk;
mod narrow;
mod short;
mod side;
mod why;

use super::api::{LicenseView, Places, Side, license, license_places};
use super::words::{ValidityBadge, kind};
use crate::api::ApiError;
use crate::session::viewer;
use crate::t;
use crate::ui::{
    Button, CheckboxGroup, Choice, Crumb, ErrorState, IconName, LinkButton, Look, PageHeader, Skeleton,
};
use counts::Counts;
use desk::{Desk, Loaded};
use domain::access::ManageLicenses;
use domain::id::LicenseId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use narrow::Filters;
use short::ShortDialog;
use side::SideList;
use why::WhyDialog;

/// Why the viewer may not change licenses, if they may not.
pub fn may_not_manage() -> Option<String> {
    let viewer = viewer()?;
    viewer
        .standing
        .permits::<ManageLicenses>()
        .err()
        .map(|denied| t!(problems::denied(&denied)))
}

/// The page at `/licenses/{id}`.
#[component]
pub fn LicensePage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.with(|params| params.get("id")?.parse::<LicenseId>().ok());
    let found = Resource::new_blocking(id, |id| async move {
        match id {
            Some(id) => license(id).await,
            None => Err(ApiError::NotFound),
        }
    });
    let places = Resource::new_blocking(|| (), |()| license_places());
    view! {
        <Suspense fallback=|| view! { <Skeleton lines=12 /> }>
            {move || Suspend::new(async move {
                match (found.await, places.await) {
                    (Ok(license), Ok(places)) => view! { <Allocator license places /> }.into_any(),
                    (Err(error), _) | (_, Err(error)) => {
                        let retry = move || {
                            found.refetch();
                            places.refetch();
                        };
                        view! {
                            <PageHeader title=t!(licenses::LICENSE) breadcrumbs=breadcrumbs() />
                            <ErrorState problem=error on_retry=retry />
                        }
                        .into_any()
                    }
                }
            })}
        </Suspense>
    }
    .into_any()
}

fn breadcrumbs() -> Vec<Crumb> {
    vec![Crumb {
        label: t!(licenses::TITLE).to_owned(),
        href: "/licenses".to_owned(),
    }]
}

#[component]
fn Allocator(license: LicenseView, places: Places) -> impl IntoView {
    let desk = Desk::new(license.clone());
    let tab = RwSignal::new(Side::Others);
    let why = RwSignal::new(None);
    let failure = Memo::new(move |_| match desk.loaded.get() {
        Loaded::Failed(problem) => Some(problem),
        _ => None,
    });
    let content = move || match failure.get() {
        Some(problem) => view! { <ErrorState problem on_retry=move || desk.load() /> }.into_any(),
        None => view! { <Lists desk tab why /> }.into_any(),
    };
    view! {
        <PageHeader title=license.name.clone() description=described(&license) breadcrumbs=breadcrumbs()>
            <ValidityBadge validity=license.validity />
            <ChangeLink id=license.id />
        </PageHeader>
        <div class="allocator">
            <Counts desk />
            <LastChangeLine desk />
            <div class="allocator-tools">
                <Filters desk places />
                <CoursesBox desk license />
            </div>
            {content}
        </div>
        <ShortDialog desk tab />
        <WhyDialog desk why />
    }
    .into_any()
}

fn described(license: &LicenseView) -> String {
    let term = t!(licenses::term(license.term.valid_from, license.term.valid_to));
    format!("{} · {} · {term}", license.reference, kind(license.kind))
}

#[component]
fn ChangeLink(id: LicenseId) -> impl IntoView {
    match may_not_manage() {
        None => view! {
            <LinkButton href=format!("/licenses/{id}/change") icon=IconName::Edit>
                {t!(licenses::CHANGE)}
            </LinkButton>
        }
        .into_any(),
        reason => view! {
            <Button icon=IconName::Edit disabled_because=reason>
                {t!(licenses::CHANGE)}
            </Button>
        }
        .into_any(),
    }
}

/// What was done last, spoken and shown, with the way back.
#[component]
fn LastChangeLine(desk: Desk) -> impl IntoView {
    let undo = move || {
        desk.last.with(|last| last.undo.is_some()).then(|| {
            view! {
                <Button look=Look::Ghost icon=IconName::Undo on_press=move || desk.undo()>
                    {t!(licenses::UNDO)}
                </Button>
            }
        })
    };
    view! {
        <div class="allocator-last">
            <p role="status">{move || desk.last.with(|last| last.words.clone())}</p>
            {undo}
        </div>
    }
    .into_any()
}

/// Which courses come with a seat that is given.
#[component]
fn CoursesBox(desk: Desk, license: LicenseView) -> impl IntoView {
    let choices: Vec<Choice> = license
        .courses
        .into_iter()
        .map(|(course, title)| Choice::new(course.to_string(), title))
        .collect();
    view! {
        <CheckboxGroup name="courses" label=t!(licenses::WITH_COURSES) value=desk.courses choices />
    }
    .into_any()
}

/// The two lists; on a phone one at a time.
#[component]
fn Lists(desk: Desk, tab: RwSignal<Side>, why: RwSignal<Option<domain::id::UserId>>) -> impl IntoView {
    let tab_button = move |side: Side, label: &'static str| {
        let chosen = move || tab.get() == side;
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                aria-selected=move || if chosen() { "true" } else { "false" }
                on:click=move |_| tab.set(side)
            >
                {label}
                <span class="tab-count">
                    {move || desk.board.with(|board| crate::text::number(board.count(side) as u64))}
                </span>
            </button>
        }
    };
    view! {
        <div class="allocator-tabs tab-list" role="tablist" aria-label=t!(licenses::LISTS)>
            {tab_button(Side::Holders, t!(licenses::HOLDERS))}
            {tab_button(Side::Others, t!(licenses::OTHERS))}
        </div>
        <p class="allocator-keys">{t!(licenses::KEYS)}</p>
        <div class="allocator-lists">
            <SideList desk side=Side::Holders tab why />
            <SideList desk side=Side::Others tab why />
        </div>
    }
    .into_any()
}
