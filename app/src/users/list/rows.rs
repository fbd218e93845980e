//! The table of users.

use super::actions::Actions;
use super::state::List;
use super::status::Status;
use crate::session::viewer;
use crate::t;
use crate::ui::{Cell, Column, Sort, Table, TickCell, TickPage};
use crate::users::acts::{Desk, refusal};
use crate::users::ago::Ago;
use domain::access::{Role, Standing};
use domain::id::UserId;
use domain::time::Timestamp;
use domain::users::{Act, SortBy, UserSummary};
use leptos::prelude::*;

/// Names of groups shown before the rest is a number.
const GROUPS_SHOWN: usize = 2;

/// The rows of the page.
#[component]
pub fn Rows(list: List, desk: Desk) -> impl IntoView {
    let standing = StoredValue::new(viewer().map(|viewer| viewer.standing));
    let columns = vec![
        Column::new("name", t!(users::NAME)).sortable(),
        Column::new("location", t!(users::LOCATION)),
        Column::new("groups", t!(users::GROUPS)),
        Column::new("status", t!(users::STATUS)),
        Column::new("last_access", t!(users::LAST_ACCESS)).sortable(),
        Column::new("actions", t!(users::ACTIONS)).unseen(),
    ];
    let sort = Signal::derive(move || match list.address.with(|address| address.filter.sort) {
        SortBy::Name => Some(Sort {
            key: "name",
            descending: false,
        }),
        SortBy::LastAccess => Some(Sort {
            key: "last_access",
            descending: true,
        }),
        SortBy::Joined => None,
    });
    let on_sort = move |asked: Sort| {
        let by = if asked.key == "last_access" {
            SortBy::LastAccess
        } else {
            SortBy::Name
        };
        list.filter(|filter| filter.sort = by);
    };
    let row_count = Signal::derive(move || {
        let exact = |answer: &crate::users::api::UserList| (!answer.more).then_some(answer.count);
        list.answer.with(|answer| answer.as_ref().ok().and_then(exact))
    });
    let edit = Memo::new(move |_| list.address.with(|address| address.edit));
    let page = Memo::new(move |_| {
        let tickable = |user: &&UserSummary| is_tickable(list, standing, edit.get(), user);
        list.answer.with(|answer| match answer {
            Ok(list) => list.users.iter().filter(tickable).map(|user| user.id).collect(),
            Err(_) => Vec::new(),
        })
    });
    let tick_page = TickPage {
        tick: Signal::derive(move || page.with(|page| list.ticks.with(|ticks| ticks.page_tick(page)))),
        on_change: Callback::new(move |(on,): (bool,)| {
            page.with_untracked(|page| list.ticks.update(|ticks| ticks.tick_page(on, page)));
        }),
    };
    let now = move || {
        list.answer
            .with_untracked(|answer| answer.as_ref().ok().map(|list| list.now))
    };
    // A row whose user changed in any way is a new row; the others stay, and with them the focus.
    view! {
        <div class="users-rows" class:users-settling=move || list.drawn.is_settling()>
            <Table label=t!(users::TITLE) columns sort on_sort tick_page row_count busy=list.busy>
                <For each=move || list.drawn.get() key=UserSummary::clone let:user>
                    <Row list desk standing edit page now=now().unwrap_or(user.joined_at) user />
                </For>
            </Table>
        </div>
    }
    .into_any()
}

/// In edit mode only those who can be deleted are ticked.
fn is_tickable(list: List, standing: StoredValue<Option<Standing>>, edit: bool, user: &UserSummary) -> bool {
    let erase_anyone = list.names.with_value(|names| names.erase_anyone);
    !edit
        || standing.with_value(|standing| {
            let standing = standing.as_ref();
            standing.is_some_and(|standing| refusal(standing, erase_anyone, &Act::Delete, user).is_none())
        })
}

#[component]
fn Row(
    list: List,
    desk: Desk,
    standing: StoredValue<Option<Standing>>,
    edit: Memo<bool>,
    page: Memo<Vec<UserId>>,
    user: UserSummary,
    now: Timestamp,
) -> impl IntoView {
    let name = format!("{} {}", user.first_name, user.last_name);
    let id = user.id;
    let of_row = StoredValue::new(user.clone());
    let select = t!(acts::select(&name));
    let tick = move || {
        let tickable = of_row.with_value(|user| is_tickable(list, standing, edit.get(), user));
        if !tickable {
            return view! { <td class="table-tick"></td> }.into_any();
        }
        let checked = Signal::derive(move || list.ticks.with(|ticks| ticks.has(id)));
        let on_tick = move |on: bool, range: bool| {
            page.with_untracked(|page| list.ticks.update(|ticks| ticks.tick(id, on, range, page)));
        };
        view! { <TickCell label=select.clone() checked on_tick /> }.into_any()
    };
    let contact = user
        .email
        .as_ref()
        .map_or_else(|| user.username.to_string(), ToString::to_string);
    let role = (user.role != Role::Member)
        .then(|| view! { <span class="users-role">{t!(users::role(user.role))}</span> });
    let (location, groups) = list.names.with_value(|names| {
        let location = names.locations.iter().find(|(id, _)| Some(*id) == user.location);
        let in_it = |id: &_| user.groups.iter().any(|(group, _)| group == id);
        let groups: Vec<_> = names
            .groups
            .iter()
            .filter(|(id, _)| in_it(id))
            .map(|(_, name)| name.clone())
            .collect();
        (location.map(|(_, name)| name.clone()), groups)
    });
    let last_access = match user.last_access_at {
        Some(at) => view! { <Ago at now /> }.into_any(),
        None => view! { <span class="users-none">{t!(users::NEVER)}</span> }.into_any(),
    };
    view! {
        <tr>
            {tick}
            <Cell label=t!(users::NAME) main=true>
                <span class="users-name">
                    <a href=format!("/users/{id}")>{name}</a>
                    {role}
                </span>
                <span class="cell-detail">{contact}</span>
            </Cell>
            <Cell label=t!(users::LOCATION)>{location}</Cell>
            <Cell label=t!(users::GROUPS)>
                <Groups names=groups />
            </Cell>
            <Cell label=t!(users::STATUS)>
                <Status status=user.status />
            </Cell>
            <Cell label=t!(users::LAST_ACCESS)>{last_access}</Cell>
            <td class="table-actions">
                <Actions list desk standing edit user=of_row />
            </td>
        </tr>
    }
    .into_any()
}

/// The first few names, and how many more; all of them on hover.
#[component]
fn Groups(names: Vec<String>) -> impl IntoView {
    let all = names.join(", ");
    let few: Vec<_> = names.iter().take(GROUPS_SHOWN).cloned().collect();
    let more = names.len().saturating_sub(GROUPS_SHOWN);
    let more = (more > 0).then(|| view! { <span class="cell-detail">{t!(users::more_groups(more))}</span> });
    view! {
        <span title=all>
            {few.join(", ")}
            {more}
        </span>
    }
    .into_any()
}
