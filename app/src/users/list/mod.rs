//! The users page: search, filters, the table, steps through it. What shapes the list is in the address.

mod actions;
mod address;
mod bulk;
mod chips;
mod drawn;
mod filters;
mod held;
mod rows;
mod search;
mod state;
mod status;
mod views;

pub(crate) use self::status::Status;

use super::api::{Names, UserList, list_users, user_names};
use crate::api::{ApiError, Never};
use crate::login_links::LoginLinkDialog;
use crate::session::viewer;
use crate::t;
use crate::ui::{
    Button, EmptyState, ErrorState, IconName, LinkButton, Look, PageHeader, Pagination, SelectField,
    Selection, Skeleton,
};
use crate::users::acts::{ActDialog, Desk, Running};
use actions::{EditMode, EditModeNotice};
use address::Address;
use bulk::{Bulk, Export};
use chips::Chips;
use domain::access::{CreateUsers, InviteUsers, Standing};
use domain::users::{SavedView, SortBy};
use filters::Filters;
use leptos::prelude::*;
use rows::Rows;
use search::Search;
use state::{List, Shown};
use views::{Views, own_views};

/// The users page.
#[component]
pub fn UsersPage() -> impl IntoView {
    let address = address::here();
    let names = Resource::new_blocking(|| (), |()| user_names());
    let first = Resource::new_blocking(
        || (),
        move |()| {
            let Address { filter, at, .. } = address.get_untracked();
            list_users(filter, at)
        },
    );
    let views = Resource::new_blocking(|| (), |()| own_views());
    view! {
        <PageHeader title=t!(users::TITLE) description=t!(users::DESCRIPTION).to_owned()>
            <Invite />
            <AddUser />
        </PageHeader>
        <Suspense fallback=|| view! { <Skeleton lines=12 /> }>
            {move || Suspend::new(async move {
                match (names.await, first.await, views.await) {
                    (Ok(names), first, views) => {
                        // The list is worth having without them.
                        let views = views.unwrap_or_default();
                        view! { <Listing address names first views /> }.into_any()
                    }
                    (Err(error), ..) => {
                        let retry = move || names.refetch();
                        view! { <ErrorState problem=error on_retry=retry /> }.into_any()
                    }
                }
            })}
        </Suspense>
    }
    .into_any()
}

/// Inviting instead; who may not learns why.
#[component]
fn Invite() -> impl IntoView {
    let denied = viewer().and_then(|viewer| viewer.standing.permits::<InviteUsers>().err());
    match denied {
        None => view! {
            <LinkButton href="/invitations/new" icon=IconName::Invitation>
                {t!(invitations::INVITE)}
            </LinkButton>
        }
        .into_any(),
        Some(reason) => view! {
            <Button icon=IconName::Invitation disabled_because=Some(t!(problems::denied(&reason)))>
                {t!(invitations::INVITE)}
            </Button>
        }
        .into_any(),
    }
}

/// The page's main action; who may not use it learns why.
#[component]
fn AddUser() -> impl IntoView {
    let denied = viewer().and_then(|viewer| may_create(&viewer.standing).err());
    match denied {
        None => view! {
            <LinkButton href="/users/new" look=Look::Primary icon=IconName::UserPlus>
                {t!(users::ADD)}
            </LinkButton>
        }
        .into_any(),
        Some(reason) => view! {
            <Button look=Look::Primary icon=IconName::UserPlus disabled_because=Some(reason)>
                {t!(users::ADD)}
            </Button>
        }
        .into_any(),
    }
}

fn may_create(standing: &Standing) -> Result<(), String> {
    let permits = standing.permits::<CreateUsers>();
    permits
        .map(|_| ())
        .map_err(|denied| t!(problems::denied(&denied)))
}

/// The list itself, once its names and first rows are here.
#[component]
fn Listing(
    address: Memo<Address>,
    names: Names,
    first: Result<UserList, ApiError<Never>>,
    views: Vec<SavedView>,
) -> impl IntoView {
    let list = List::new(address, names, first);
    let desk = Desk::new(move || {
        list.ticks.set(Selection::default());
        list.reload();
    });
    let shown = Memo::new(move |_| list.shown());
    let none_match = Memo::new(move |_| list.none_match());
    let content = move || match shown.get() {
        Shown::Failed(problem) => view! { <ErrorState problem on_retry=move || list.reload() /> }.into_any(),
        Shown::NoneYet => view! {
            <EmptyState icon=IconName::Users title=t!(users::NONE_YET)>
                <p>{t!(users::NONE_YET_WHY)}</p>
                <AddUser />
            </EmptyState>
        }
        .into_any(),
        // The table stays, out of sight: with the next letter somebody may match again.
        Shown::Rows => view! {
            <div hidden=move || none_match.get()>
                <Rows list desk />
                <Bulk list desk />
                <Pagination previous=list.previous_page() next=list.next_page() />
            </div>
            <Show when=move || none_match.get()>
                <EmptyState icon=IconName::Search title=t!(users::NONE_MATCH)>
                    <p>{t!(users::NONE_MATCH_WHY)}</p>
                    <Button icon=IconName::Close on_press=move || list.clear()>
                        {t!(users::CLEAR_FILTERS)}
                    </Button>
                </EmptyState>
            </Show>
        }
        .into_any(),
    };
    view! {
        <div class="users">
            <Views list views />
            <div class="users-tools">
                <Search list />
                <SortBox list />
                <Export list />
                <EditMode list />
            </div>
            <Filters list />
            <Running desk />
            <EditModeNotice list />
            <div class="users-summary">
                <p class="users-count" role="status">
                    {move || list.count_words()}
                </p>
                <Chips list />
            </div>
            {content}
        </div>
        <ActDialog desk names=list.names />
        <LoginLink list />
    }
    .into_any()
}

/// The dialog of login links, anew for everyone it is opened for.
#[component]
fn LoginLink(list: List) -> impl IntoView {
    move || {
        list.link_for.get().map(|(user, name)| {
            view! { <LoginLinkDialog open=RwSignal::new(true) user name /> }
        })
    }
}

/// The order of the list; on a phone the table has no headings to press.
#[component]
fn SortBox(list: List) -> impl IntoView {
    let sort = list.address.with_untracked(|address| address.filter.sort);
    let value = RwSignal::new(sort.as_str().to_owned());
    Effect::new(move |_| {
        let sort = list.address.with(|address| address.filter.sort);
        if value.with_untracked(|value| value != sort.as_str()) {
            value.set(sort.as_str().to_owned());
        }
    });
    Effect::new(move |_| {
        if let Some(sort) = value.with(|value| SortBy::parse(value)) {
            list.filter(|filter| filter.sort = sort);
        }
    });
    let options: Vec<_> = SortBy::ALL
        .iter()
        .map(|by| (by.as_str().to_owned(), t!(users::sort(*by)).to_owned()))
        .collect();
    view! {
        <div class="users-sort">
            <SelectField name="sort" label=t!(users::SORT_BY) value options />
        </div>
    }
    .into_any()
}
