//! Whom: a field that turns what is typed or pasted into chips, and says of each what it will get.

use super::file::FromFile;
use super::state::Draft;
use super::typed::{Address, Fate};
use crate::t;
use crate::ui::{Button, Card, FieldFrame, FieldIds, Icon, IconName, Look};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// The most chips shown at once; with more, those that get no invitation come first.
const SHOWN: usize = 200;

/// The card of addresses.
#[component]
pub fn Addresses(draft: Draft) -> impl IntoView {
    let ids = FieldIds::new("emails");
    let node = NodeRef::<html::Textarea>::new();
    let take = move || {
        let Some(field) = node.get_untracked() else { return };
        let text = field.value();
        if !text.trim().is_empty() {
            draft.refused.set(None);
            draft.typed.update(|typed| typed.add(&text));
        }
        field.set_value("");
    };
    // Typed before the page came alive.
    Effect::new(move |before: Option<()>| {
        if before.is_none() && node.get().is_some() {
            take();
        }
    });
    let key = move |event: KeyboardEvent| {
        let Some(field) = node.get_untracked() else { return };
        let end = u32::try_from(field.value().encode_utf16().count()).ok();
        let ends_here = field.selection_end().ok().flatten() == end;
        match event.key().as_str() {
            "Enter" if !event.ctrl_key() && !event.meta_key() => {}
            "," | ";" | " " if ends_here && field.value().contains('@') => {}
            "Backspace" if field.value().is_empty() => {
                let last = draft.typed.try_update(super::typed::Typed::pop).flatten();
                if let Some(last) = last {
                    field.set_value(last.text());
                }
            }
            _ => return,
        }
        event.prevent_default();
        if event.key() != "Backspace" {
            take();
        }
    };
    let on_paste = move |_| set_timeout(take, Duration::ZERO);
    let error = draft.at("emails");
    view! {
        <Card title=t!(invitations::WHOM)>
            <div class="fields">
                <FieldFrame
                    ids=ids.clone()
                    label=t!(invitations::ADDRESSES)
                    hint=Some(Signal::stored(Some(t!(invitations::ADDRESSES_HINT).to_owned())))
                    error
                >
                    <Chips draft />
                    <textarea
                        class="input"
                        node_ref=node
                        id=ids.control
                        rows=2
                        autocomplete="off"
                        autocapitalize="none"
                        spellcheck="false"
                        aria-invalid=move || error.with(Option::is_some).then_some("true")
                        aria-describedby=ids.described_by
                        on:keydown=key
                        on:paste=on_paste
                        on:blur=move |_| take()
                    />
                </FieldFrame>
                <Summary draft />
                <div class="invite-tools">
                    <FromFile draft />
                    <RemoveLeftOut draft />
                </div>
            </div>
        </Card>
    }
    .into_any()
}

#[component]
fn Chips(draft: Draft) -> impl IntoView {
    let shown = Memo::new(move |_| {
        draft.typed.with(|typed| {
            draft.known.with(|known| {
                let mut all: Vec<(Address, Fate)> = typed
                    .all()
                    .iter()
                    .map(|address| (address.clone(), known.fate(address)))
                    .collect();
                if all.len() > SHOWN {
                    all.sort_by_key(|(_, fate)| fate.is_invited());
                    all.truncate(SHOWN);
                }
                all
            })
        })
    });
    let more = move || {
        let more = draft.tally.with(|tally| tally.all.saturating_sub(SHOWN as u64));
        (more > 0).then(|| view! { <li class="invite-more">{t!(invitations::more(more))}</li> })
    };
    view! {
        <ul class="chips" aria-label=t!(invitations::ADDRESSES)>
            <For each=move || shown.get() key=Clone::clone let:chip>
                <Chip draft address=chip.0 fate=chip.1 />
            </For>
            {more}
        </ul>
    }
    .into_any()
}

#[component]
fn Chip(draft: Draft, address: Address, fate: Fate) -> impl IntoView {
    let note = match fate {
        Fate::Invited => None,
        Fate::Replaced => Some((IconName::Refresh, t!(invitations::REPLACES))),
        Fate::HasAccount => Some((IconName::User, t!(invitations::HAS_ACCOUNT))),
        Fate::OutOfReach => Some((IconName::Lock, t!(invitations::OUT_OF_REACH))),
        Fate::Wrong => Some((IconName::Error, t!(invitations::NO_ADDRESS))),
    };
    let label = t!(ui::remove(address.text()));
    let text = address.text().to_owned();
    let note = note.map(|(icon, words)| {
        view! {
            <span class="invite-note">
                <Icon name=icon />
                {words}
            </span>
        }
    });
    view! {
        <li class="chip" class:chip-wrong=fate == Fate::Wrong class:chip-idle=!fate.is_invited() && fate != Fate::Wrong>
            <span class="invite-address">{text}</span>
            {note}
            <Button
                look=Look::Ghost
                icon=IconName::Close
                label
                on_press=move || draft.typed.update(|typed| typed.remove(&address))
            />
        </li>
    }
    .into_any()
}

/// A number in words.
type Say = fn(u64) -> String;

/// How many get what, said as it changes.
#[component]
fn Summary(draft: Draft) -> impl IntoView {
    let words = move || {
        let tally = draft.tally.get();
        if tally.all == 0 {
            return String::new();
        }
        let mut parts = vec![t!(invitations::will_get(tally.invited))];
        let others: [(u64, Say); 4] = [
            (tally.replaced, t!(invitations::replacing)),
            (tally.has_account, t!(invitations::with_account)),
            (tally.out_of_reach, t!(invitations::out_of_reach)),
            (tally.wrong, t!(invitations::no_addresses)),
        ];
        for (number, say) in others.into_iter().filter(|(number, _)| *number > 0) {
            parts.push(say(number));
        }
        draft.typed.with(|typed| {
            if let Some(first) = typed.repeated.first() {
                parts.push(t!(invitations::repeated(
                    first.as_str(),
                    typed.repeated.len() as u64 - 1
                )));
            }
        });
        parts.join(" · ")
    };
    view! {
        <p class="invite-summary" role="status">
            {words}
        </p>
    }
    .into_any()
}

/// Takes out those who get nothing, while there are any.
#[component]
fn RemoveLeftOut(draft: Draft) -> impl IntoView {
    let left_out = move || draft.tally.with(|tally| tally.all > tally.invited);
    let remove = move || {
        let known = draft.known.get_untracked();
        draft.typed.update(|typed| typed.retain(&known, Fate::is_invited));
    };
    move || {
        left_out().then(|| {
            view! {
                <Button icon=IconName::Close on_press=remove>
                    {t!(invitations::REMOVE_LEFT_OUT)}
                </Button>
            }
        })
    }
}
