//! `/events`: products with a date and a place.

use super::api::{list_events, save_event};
use super::may_not_manage;
use super::tabs::ProductTabs;
use crate::t;
use crate::ui::{
    Badge, Button, Cell, Column, Dialog, EmptyState, IconName, Kind, Look, Notice, PageHeader, Switch, Table,
    TextField, Tone, Width, fetched,
};
use domain::courses::{Event, EventForm};
use domain::id::EventId;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is being written; cheap to copy.
#[derive(Clone, Copy)]
struct Writing {
    open: RwSignal<bool>,
    id: RwSignal<Option<EventId>>,
    title: RwSignal<String>,
    day: RwSignal<String>,
    time: RwSignal<String>,
    place: RwSignal<String>,
    archived: RwSignal<bool>,
    refused: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
    saved: Callback<()>,
}

impl Writing {
    fn new(saved: Callback<()>) -> Self {
        Self {
            open: RwSignal::new(false),
            id: RwSignal::new(None),
            title: RwSignal::default(),
            day: RwSignal::default(),
            time: RwSignal::default(),
            place: RwSignal::default(),
            archived: RwSignal::new(false),
            refused: RwSignal::new(None),
            busy: RwSignal::new(false),
            saved,
        }
    }

    fn begin(self, event: Option<&Event>) {
        self.id.set(event.map(|event| event.id));
        self.title
            .set(event.map(|event| event.title.clone()).unwrap_or_default());
        let at = event.map(|event| event.starts_at.to_string()).unwrap_or_default();
        let (day, time) = at.split_once('T').unwrap_or_default();
        self.day.set(day.to_owned());
        self.time.set(time.chars().take(5).collect());
        self.place
            .set(event.and_then(|event| event.place.clone()).unwrap_or_default());
        self.archived.set(event.is_some_and(|event| event.archived));
        self.refused.set(None);
        self.open.set(true);
    }

    fn save(self) {
        let form = EventForm {
            title: self.title.get_untracked(),
            day: self.day.get_untracked(),
            time: self.time.get_untracked(),
            place: self.place.get_untracked(),
            archived: self.archived.get_untracked(),
        };
        let id = self.id.get_untracked();
        self.busy.set(true);
        spawn_local(async move {
            let answer = save_event(id, form).await;
            self.busy.set(false);
            match answer {
                Ok(_) => {
                    self.open.set(false);
                    self.saved.run(());
                }
                Err(error) => self.refused.set(Some(error.to_string())),
            }
        });
    }
}

/// The page.
#[component]
pub fn EventsPage() -> impl IntoView {
    let found = Resource::new_blocking(|| (), |()| list_events());
    let writing = Writing::new(Callback::new(move |()| found.refetch()));
    let content = fetched(found, 6, move |events| {
        view! { <Listing events writing /> }.into_any()
    });
    view! {
        <PageHeader title=t!(courses::EVENTS)>
            <Button
                look=Look::Primary
                icon=IconName::Plus
                disabled_because=Signal::stored(may_not_manage())
                on_press=move || writing.begin(None)
            >
                {t!(courses::ADD_EVENT)}
            </Button>
        </PageHeader>
        <ProductTabs />
        {content}
    }
    .into_any()
}

#[component]
fn Listing(events: Vec<Event>, writing: Writing) -> impl IntoView {
    let columns = vec![
        Column::new("title", t!(courses::TITLE)),
        Column::new("starts", t!(courses::STARTS)),
        Column::new("place", t!(courses::PLACE)),
        Column::new("state", t!(licenses::STATE)),
        Column::new("acts", t!(invitations::ACTIONS)).unseen(),
    ];
    let list = if events.is_empty() {
        view! {
            <EmptyState icon=IconName::Calendar title=t!(courses::NO_EVENTS)>
                <p>{t!(courses::NO_EVENTS_WHY)}</p>
            </EmptyState>
        }
        .into_any()
    } else {
        let rows: Vec<AnyView> = events.into_iter().map(|event| row(event, writing)).collect();
        view! {
            <Table label=t!(courses::EVENTS) columns>
                {rows}
            </Table>
        }
        .into_any()
    };
    let actions = move || {
        view! {
            <Button on_press=move || writing.open.set(false)>{t!(ui::CANCEL)}</Button>
            <Button look=Look::Primary busy=writing.busy on_press=move || writing.save()>
                {t!(licenses::SAVE)}
            </Button>
        }
    };
    view! {
        {list}
        <Dialog open=writing.open title=t!(courses::EVENT).to_owned() width=Width::Wide actions=actions>
            <div class="fields">
                <TextField name="event-title" label=t!(courses::TITLE) value=writing.title autocomplete="off" />
                <div class="fields-row">
                    <TextField name="event-day" label=t!(learning::DAY) value=writing.day kind=Kind::Date />
                    <TextField name="event-time" label=t!(courses::TIME) value=writing.time autocomplete="off" />
                </div>
                <TextField name="event-place" label=t!(courses::PLACE) value=writing.place optional=true autocomplete="off" />
                <Switch name="event-archived" label=t!(licenses::ARCHIVED) checked=writing.archived />
                {move || {
                    writing.refused.get().map(|why| view! { <div role="alert"><Notice tone=Tone::Bad>{why}</Notice></div> })
                }}
            </div>
        </Dialog>
    }
    .into_any()
}

fn row(event: Event, writing: Writing) -> AnyView {
    let (starts, place) = (t!(users::moment(event.starts_at)), event.place.clone());
    let href = format!("/events/{}", event.id);
    let (title, label) = (
        event.title.clone(),
        t!(acts::on(t!(licenses::CHANGE), &event.title)),
    );
    let archived = event
        .archived
        .then(|| view! { <Badge icon=IconName::Archive label=t!(licenses::ARCHIVED) /> });
    view! {
        <tr>
            <Cell label=t!(courses::TITLE) main=true>
                <a href=href>{title}</a>
            </Cell>
            <Cell label=t!(courses::STARTS)>{starts}</Cell>
            <Cell label=t!(courses::PLACE)>{place}</Cell>
            <Cell label=t!(licenses::STATE)>{archived}</Cell>
            <Cell label=t!(invitations::ACTIONS)>
                <Button
                    look=Look::Ghost
                    icon=IconName::Edit
                    label
                    disabled_because=Signal::stored(may_not_manage())
                    on_press=move || writing.begin(Some(&event))
                />
            </Cell>
        </tr>
    }
    .into_any()
}
