//! Tables and the listbox.

use crate::ui::{
    Badge, Button, Card, Cell, Column, IconName, Listbox, ListboxOption, ListboxState, Look, Menu, MenuItem,
    OptionKey, PageTick, Pagination, Selection, Sort, Table, TickCell, TickPage, Tone,
};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Lists() -> impl IntoView {
    let keys: Arc<Vec<OptionKey>> = Arc::new((0..20_000).collect());
    let option = |key: OptionKey| ListboxOption {
        label: format!("Person {key}"),
        detail: format!("person{key}@example.org"),
        note: if key.is_multiple_of(7) {
            "Started".to_owned()
        } else {
            String::new()
        },
    };
    view! {
        <Card title="Listbox of 20,000">
            <Listbox label="Could have a seat" keys option state=RwSignal::new(ListboxState::default()) />
        </Card>
    }
    .into_any()
}

struct Person {
    key: u32,
    name: &'static str,
    email: &'static str,
    groups: u64,
    badge: (Tone, IconName, &'static str),
}

const PEOPLE: [Person; 4] = [
    Person {
        key: 1,
        name: "Ada Lovelace",
        email: "ada@example.org",
        groups: 3,
        badge: (Tone::Good, IconName::Success, "Active"),
    },
    Person {
        key: 2,
        name: "王小明",
        email: "a.very.long.address.of.somebody@department.example.org",
        groups: 1,
        badge: (Tone::Warning, IconName::Hourglass, "Waits for approval"),
    },
    Person {
        key: 3,
        name: "Grace Hopper",
        email: "grace@example.org",
        groups: 12,
        badge: (Tone::Neutral, IconName::Archive, "Archived"),
    },
    Person {
        key: 4,
        name: "Łukasz Żółć",
        email: "lukasz@example.org",
        groups: 0,
        badge: (Tone::Bad, IconName::Calendar, "Deleted on 24 Dec"),
    },
];

#[component]
pub fn TableStates() -> impl IntoView {
    let page: Vec<u32> = PEOPLE.iter().map(|person| person.key).collect();
    let page = StoredValue::new(page);
    let selection = RwSignal::new(Selection::default());
    let sort = RwSignal::new(Some(Sort {
        key: "name",
        descending: false,
    }));
    let columns = vec![
        Column::new("name", "Name").sortable(),
        Column::new("groups", "Groups").sortable().numeric(),
        Column::new("status", "Status"),
        Column::new("actions", "Actions").unseen(),
    ];
    let tick =
        Signal::derive(move || page.with_value(|page| selection.with(|selection| selection.page_tick(page))));
    let on_change = Callback::from(move |on: bool| {
        page.with_value(|page| selection.update(|selection| selection.tick_page(on, page)));
    });
    let row = move |person: &'static Person| {
        let Person {
            key,
            name,
            email,
            groups,
            badge: (tone, icon, word),
        } = *person;
        let checked = Signal::derive(move || selection.with(|selection| selection.has(key)));
        let on_tick = move |on: bool, range: bool| {
            page.with_value(|page| selection.update(|selection| selection.tick(key, on, range, page)));
        };
        view! {
            <tr>
                <TickCell label=format!("Select {name}") checked on_tick />
                <Cell label="Name" main=true>
                    <a href="/design">{name}</a>
                    <span class="cell-detail">{email}</span>
                </Cell>
                <Cell label="Groups" numeric=true>
                    {groups}
                </Cell>
                <Cell label="Status">
                    <Badge tone icon label=word />
                </Cell>
                <td class="table-actions">
                    <div class="row-actions">
                        <Button look=Look::Ghost icon=IconName::Archive label=format!("Archive {name}") />
                        <Menu label=format!("More for {name}")>
                            <MenuItem icon=IconName::Edit label="Change email" on_press=|| () />
                        </Menu>
                    </div>
                </td>
            </tr>
        }
    };
    let selected = move || selection.with(|selection| selection.count(2_000));
    view! {
        <Card title="Table">
            <p>{selected} " selected" {move || (tick.get() == PageTick::All).then_some(", the whole page")}</p>
            <Table
                label="Users"
                columns
                sort
                on_sort=move |asked| sort.set(Some(asked))
                tick_page=TickPage { tick, on_change }
                row_count=Some(2_000)
            >
                {PEOPLE.iter().map(row).collect_view()}
            </Table>
            <Pagination previous=None next=Some("/design".to_owned()) shown="1–4 of 2,000" />
        </Card>
    }
    .into_any()
}
