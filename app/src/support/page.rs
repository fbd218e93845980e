//! `/support`: the search, the people it finds, and the case of one of them, the first unless another is chosen.

use super::api::find_people;
use super::case::CaseOf;
use super::invited::Invited;
use super::search::{Desk, Search};
use crate::invitations::{ActDialogs, Acts};
use crate::session::viewer;
use crate::t;
use crate::ui::{EmptyState, IconName, NoPermission, PageHeader, fetched};
use domain::access::SetPasswords;
use domain::id::UserId;
use domain::support::Person;
use leptos::prelude::*;

/// The page, for those who may help.
#[component]
pub fn SupportPage() -> impl IntoView {
    let denied = viewer().and_then(|viewer| viewer.standing.permits::<SetPasswords>().err());
    let content = match denied {
        Some(denied) => view! { <NoPermission reason=t!(problems::denied(&denied)) /> }.into_any(),
        None => view! { <Helping /> }.into_any(),
    };
    view! {
        <PageHeader title=t!(support::TITLE) description=t!(support::DESCRIPTION).to_owned() />
        {content}
    }
    .into_any()
}

#[component]
fn Helping() -> impl IntoView {
    let desk = Desk::here();
    let found = Resource::new(
        move || desk.search.get(),
        |search| async move {
            if search.trim().is_empty() {
                return Ok(None);
            }
            find_people(search).await.map(Some)
        },
    );
    let invitations = Acts::new(move || found.refetch());
    let content = fetched(found, 6, move |answer| match answer {
        None => nobody(t!(support::WHO), t!(support::WHO_WHY)),
        Some(found) => view! {
            <People desk people=found.people more=found.more alone=found.invited.is_empty() />
            <Invited rows=found.invited now=found.now acts=invitations />
        }
        .into_any(),
    });
    view! {
        <Search desk />
        {content}
        <ActDialogs acts=invitations />
    }
    .into_any()
}

fn nobody(title: &'static str, why: &'static str) -> AnyView {
    view! { <EmptyState icon=IconName::Search title=title><p>{why}</p></EmptyState> }.into_any()
}

/// Those who were found, and the case of one.
#[component]
fn People(
    desk: Desk,
    people: Vec<Person>,
    more: bool,
    /// Whether nobody else is shown who might be meant.
    alone: bool,
) -> impl IntoView {
    let first = people.first().map(|person| person.id);
    let Some(first) = first else {
        return if alone {
            nobody(t!(support::NOBODY), t!(support::NOBODY_WHY))
        } else {
            ().into_any()
        };
    };
    let ids: Vec<UserId> = people.iter().map(|person| person.id).collect();
    let shown = Memo::new(move |_| desk.user.get().filter(|user| ids.contains(user)).unwrap_or(first));
    let alone = people.len() == 1;
    let list = (!alone).then(|| {
        let person = |person: Person| view! { <Choice desk person shown /> };
        view! {
            <nav class="support-people" aria-label=t!(support::PEOPLE)>
                <ul>{people.into_iter().map(person).collect_view()}</ul>
                {more.then(|| view! { <p class="support-more">{t!(support::MORE)}</p> })}
            </nav>
        }
    });
    view! {
        <div class="support" class:support-alone=alone>
            {list} <div class="support-case">{move || view! { <CaseOf user=shown.get() /> }}</div>
        </div>
    }
    .into_any()
}

#[component]
fn Choice(desk: Desk, person: Person, shown: Memo<UserId>) -> impl IntoView {
    let Person {
        id,
        name,
        email,
        username,
        ..
    } = person;
    let login = email.map_or_else(|| username.to_string(), String::from);
    view! {
        <li>
            <a
                class="support-person"
                href=move || desk.href_of(id)
                aria-current=move || (shown.get() == id).then_some("true")
                data-noscroll="true"
            >
                <strong>{name}</strong>
                <span class="support-login">{login}</span>
            </a>
        </li>
    }
}
