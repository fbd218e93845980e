//! `/events/{id}`: an event, and who attends it.

use super::api::{attend, read_event, stay_away};
use super::may_not_manage;
use crate::api::ApiError;
use crate::t;
use crate::ui::{
    AskText, Button, Cell, Column, Crumb, IconName, Look, PageHeader, Pagination, Table, fetched, toasts,
};
use domain::courses::{Attendee, AttendeeList, Event};
use domain::id::{EventId, UserId};
use domain::users::UserState;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The page.
#[component]
pub fn EventPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<EventId>().ok()));
    let after = Memo::new(move |_| query.with(|query| query.get("after")?.parse::<UserId>().ok()));
    let found = Resource::new_blocking(
        move || (id.get(), after.get()),
        |(id, after)| async move {
            match id {
                Some(id) => read_event(id, after).await,
                None => Err(ApiError::NotFound),
            }
        },
    );
    let changed = Callback::new(move |()| found.refetch());
    fetched(found, 8, move |(event, attendees)| {
        let first = after.get_untracked().map(|_| format!("/events/{}", event.id));
        view! { <Found event attendees first changed /> }.into_any()
    })
}

#[component]
fn Found(
    event: Event,
    attendees: AttendeeList,
    first: Option<String>,
    changed: Callback<()>,
) -> impl IntoView {
    let breadcrumbs = vec![Crumb {
        label: t!(courses::EVENTS).to_owned(),
        href: "/events".to_owned(),
    }];
    let place = event.place.map(|place| format!(" · {place}")).unwrap_or_default();
    let description = format!("{}{place}", t!(users::moment(event.starts_at)));
    view! {
        <PageHeader title=event.title description breadcrumbs>
            <Add id=event.id changed />
        </PageHeader>
        <Attendees id=event.id attendees first changed />
    }
    .into_any()
}

/// Puts one more down, by email or username.
#[component]
fn Add(id: EventId, changed: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    let login = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let add = Action::new(move |(): &()| async move {
        match attend(id, login.get_untracked()).await {
            Ok(()) => {
                open.set(false);
                login.set(String::new());
                changed.run(());
            }
            Err(error) => problem.set(Some(error.to_string())),
        }
    });
    let save = Callback::new(move |()| {
        add.dispatch(());
    });
    view! {
        <Button
            look=Look::Primary
            icon=IconName::Plus
            disabled_because=Signal::stored(may_not_manage())
            on_press=move || open.set(true)
        >
            {t!(courses::ADD_ATTENDEE)}
        </Button>
        <AskText
            open
            title=t!(courses::ADD_ATTENDEE)
            label=t!(groups::LOGIN)
            value=login
            problem
            busy=add.pending()
            on_save=save
        />
    }
    .into_any()
}

#[component]
fn Attendees(
    id: EventId,
    attendees: AttendeeList,
    first: Option<String>,
    changed: Callback<()>,
) -> impl IntoView {
    let AttendeeList { attendees, next } = attendees;
    let next = next.map(|after| format!("?after={after}"));
    let columns = vec![
        Column::new("name", t!(users::NAME)),
        Column::new("acts", t!(invitations::ACTIONS)).unseen(),
    ];
    let list = if attendees.is_empty() {
        view! { <p class="groups-nobody">{t!(courses::NO_ATTENDEES)}</p> }.into_any()
    } else {
        let rows: Vec<AnyView> = attendees
            .into_iter()
            .map(|attendee| row(id, attendee, changed))
            .collect();
        view! {
            <Table label=t!(courses::ATTENDEES) columns>
                {rows}
            </Table>
            <Pagination previous=Signal::stored(first) next=Signal::stored(next) />
        }
        .into_any()
    };
    view! {
        <section class="course-learners">
            <h2>{t!(courses::ATTENDEES)}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn row(id: EventId, attendee: Attendee, changed: Callback<()>) -> AnyView {
    let toasts = toasts();
    let user = attendee.user;
    let state = (attendee.state != UserState::Active)
        .then(|| view! { <span class="cell-detail">{t!(users::state(attendee.state))}</span> });
    let label = t!(acts::on(t!(groups::TAKE_OUT), &attendee.name));
    let press = move || {
        spawn_local(async move {
            match stay_away(id, user).await {
                Ok(()) => changed.run(()),
                Err(error) => toasts.failed(error.to_string()),
            }
        });
    };
    view! {
        <tr>
            <Cell label=t!(users::NAME) main=true>
                <a href=format!("/users/{user}?tab=enrollments")>{attendee.name}</a>
                <span class="cell-detail">{attendee.contact}</span>
                {state}
            </Cell>
            <Cell label=t!(invitations::ACTIONS)>
                <Button
                    look=Look::Ghost
                    icon=IconName::Close
                    label
                    disabled_because=Signal::stored(may_not_manage())
                    on_press=press
                />
            </Cell>
        </tr>
    }
    .into_any()
}
