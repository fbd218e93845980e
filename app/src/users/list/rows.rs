//! The table of users.

use super::state::List;
use super::status::Status;
use crate::t;
use crate::ui::{Cell, Column, Sort, Table};
use crate::users::ago::Ago;
use domain::access::Role;
use domain::time::Timestamp;
use domain::users::{SortBy, UserSummary};
use leptos::prelude::*;

/// Names of groups shown before the rest is a number.
const GROUPS_SHOWN: usize = 2;

/// The rows of the page.
#[component]
pub fn Rows(list: List) -> impl IntoView {
    let columns = vec![
        Column::new("name", t!(users::NAME)).sortable(),
        Column::new("location", t!(users::LOCATION)),
        Column::new("groups", t!(users::GROUPS)),
        Column::new("status", t!(users::STATUS)),
        Column::new("last_access", t!(users::LAST_ACCESS)).sortable(),
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
    let users = move || {
        list.answer
            .with(|answer| answer.as_ref().map(|list| list.users.clone()).unwrap_or_default())
    };
    let now = move || {
        list.answer
            .with_untracked(|answer| answer.as_ref().ok().map(|list| list.now))
    };
    // A row whose user changed in any way is a new row; the others stay, and with them the focus.
    view! {
        <Table label=t!(users::TITLE) columns sort on_sort row_count busy=list.busy>
            <For each=users key=UserSummary::clone let:user>
                <Row list now=now().unwrap_or(user.joined_at) user />
            </For>
        </Table>
    }
    .into_any()
}

#[component]
fn Row(list: List, user: UserSummary, now: Timestamp) -> impl IntoView {
    let name = format!("{} {}", user.first_name, user.last_name);
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
            <Cell label=t!(users::NAME) main=true>
                <span class="users-name">{name} {role}</span>
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
