//! The bar of the ticked users: how many they are, and what can be done to them.

use super::state::List;
use crate::t;
use crate::ui::{Button, IconName, Look, Menu, MenuItem, MenuLine, MenuLink, Selection};
use crate::users::acts::{Desk, What};
use crate::users::export::{Format, address, save};
use leptos::prelude::*;

/// The bar; nothing while no row is ticked.
#[component]
pub fn Bulk(list: List, desk: Desk) -> impl IntoView {
    let whom = Memo::new(move |_| list.whom());
    let any = Memo::new(move |_| whom.with(Option::is_some));
    let edit = Memo::new(move |_| list.address.with(|address| address.edit));
    let words = move || {
        whom.with(|whom| {
            whom.as_ref()
                .map(|whom| t!(acts::selected(whom.count, whom.more)))
        })
    };
    // All of the page are ticked, and there are more.
    let all = move || {
        let (count, more) = list.answer.with(|answer| match answer {
            Ok(list) => (list.count, list.more),
            Err(_) => (0, false),
        });
        let rest = list
            .ticks
            .with(|ticks| *ticks != Selection::AllMatching && ticks.count(count) < count);
        rest.then(|| {
            let press = move || list.ticks.set(Selection::AllMatching);
            view! {
                <Button look=Look::Ghost icon=IconName::ListChecks on_press=press>
                    {t!(acts::select_all(count, more))}
                </Button>
            }
        })
    };
    let ask = move |what: What| {
        move || {
            if let Some(whom) = whom.get_untracked() {
                desk.ask(what, whom);
            }
        }
    };
    let button = move |what: What, icon: IconName| {
        view! {
            <Button look=Look::Ghost icon on_press=ask(what)>
                {what.label()}
            </Button>
        }
    };
    let item =
        move |what: What, icon: IconName| view! { <MenuItem icon label=what.label() on_press=ask(what) /> };
    let file = move |label: &'static str, format: Format| {
        let press = move || {
            whom.with_untracked(|whom| whom.as_ref().and_then(|whom| save(&whom.pick, format)));
        };
        view! { <MenuItem icon=IconName::Download label on_press=press /> }
    };
    let acts = move || {
        if edit.get() {
            return view! {
                <Button look=Look::Danger icon=IconName::Trash on_press=ask(What::Delete)>
                    {t!(acts::DELETE)}
                </Button>
            }
            .into_any();
        }
        view! {
            {button(What::Approve, IconName::Check)}
            {button(What::Notify, IconName::Message)}
            {button(What::Groups, IconName::Group)}
            {button(What::Courses, IconName::Course)}
            {button(What::Archive, IconName::Archive)}
            <Menu label=t!(acts::MORE) words=t!(acts::MORE)>
                {item(What::Reactivate, IconName::Undo)}
                {item(What::Seats, IconName::License)}
                {item(What::Role, IconName::Key)}
                {item(What::Labels, IconName::Label)}
                {item(What::Location, IconName::Location)}
                {item(What::Department, IconName::Department)}
                {item(What::DeletionDate, IconName::Calendar)}
                <MenuLine />
                {file(t!(acts::EXPORT_XLSX), Format::Xlsx)}
                {file(t!(acts::EXPORT_CSV), Format::Csv)}
            </Menu>
        }
        .into_any()
    };
    view! {
        <Show when=move || any.get()>
            <section class="bulk" aria-label=t!(acts::SELECTED)>
                <p class="bulk-count" role="status">
                    {words}
                </p>
                {all}
                <div class="bulk-acts">{acts}</div>
                <Button
                    look=Look::Ghost
                    icon=IconName::Close
                    label=t!(acts::CLEAR)
                    on_press=move || list.ticks.set(Selection::default())
                />
            </section>
        </Show>
    }
    .into_any()
}

/// The whole list as a file.
#[component]
pub fn Export(list: List) -> impl IntoView {
    let href = move |format| Signal::derive(move || list.address.with(|here| address(&here.filter, format)));
    view! {
        <Menu label=t!(acts::EXPORT) words=t!(acts::EXPORT) icon=IconName::Download>
            <MenuLink href=href(Format::Xlsx) label=t!(acts::EXPORT_XLSX) icon=IconName::File download=true />
            <MenuLink href=href(Format::Csv) label=t!(acts::EXPORT_CSV) icon=IconName::File download=true />
        </Menu>
    }
    .into_any()
}
