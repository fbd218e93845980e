//! The events that somebody attends: on their page in the console, and on their own.

use super::api::user_events;
use crate::session::{lacks, viewer};
use crate::t;
use crate::ui::{Cell, Column, ErrorState, Table};
use domain::access::ViewCourses;
use domain::courses::Event;
use domain::id::UserId;
use leptos::prelude::*;

/// The events of a user, where they attend some.
#[component]
pub(crate) fn UserEvents(user: UserId) -> impl IntoView {
    let found = LocalResource::new(move || user_events(user));
    move || {
        found.get().map(|answer| match answer {
            Ok(events) if events.is_empty() => ().into_any(),
            Ok(events) => {
                let columns = vec![
                    Column::new("title", t!(courses::EVENT)),
                    Column::new("starts", t!(courses::STARTS)),
                    Column::new("place", t!(courses::PLACE)),
                ];
                let rows: Vec<AnyView> = events.into_iter().map(row).collect();
                view! {
                    <section class="course-learners">
                        <h2>{t!(courses::EVENTS)}</h2>
                        <Table label=t!(courses::EVENTS) columns>
                            {rows}
                        </Table>
                    </section>
                }
                .into_any()
            }
            Err(error) => view! { <ErrorState problem=error on_retry=move || found.refetch() /> }.into_any(),
        })
    }
}

fn row(event: Event) -> AnyView {
    // Who runs a group sees its people, not the pages of courses and events.
    let title = match lacks::<ViewCourses>() {
        None => view! { <a href=format!("/events/{}", event.id)>{event.title}</a> }.into_any(),
        Some(_) => event.title.into_any(),
    };
    view! {
        <tr>
            <Cell label=t!(courses::EVENT) main=true>{title}</Cell>
            <Cell label=t!(courses::STARTS)>{t!(users::moment(event.starts_at))}</Cell>
            <Cell label=t!(courses::PLACE)>{event.place}</Cell>
        </tr>
    }
    .into_any()
}

/// One's own events, where there are some.
#[component]
pub(crate) fn MyEvents() -> impl IntoView {
    let Some(me) = viewer().map(|viewer| viewer.standing.user) else {
        return ().into_any();
    };
    let found = Resource::new_blocking(|| (), move |()| user_events(me));
    let list = move || {
        let events = found.get()?.ok().filter(|events| !events.is_empty())?;
        let event = |event: Event| {
            let place = event.place.map(|place| format!(" · {place}"));
            view! {
                <li class="card">
                    <h3>{event.title}</h3>
                    <p>{t!(users::moment(event.starts_at))} {place}</p>
                </li>
            }
        };
        Some(view! {
            <section class="my-events">
                <h2>{t!(courses::EVENTS)}</h2>
                <ul class="my-courses">{events.into_iter().map(event).collect_view()}</ul>
            </section>
        })
    };
    view! { <Suspense>{list}</Suspense> }.into_any()
}
