//! Not enough free seats: how many are short, and which could be taken back, one press away.

use super::desk::Desk;
use crate::licenses::api::Side;
use crate::licenses::words::count;
use crate::t;
use crate::ui::{Button, Dialog, IconName, Look};
use leptos::prelude::*;

/// The refusal as a dialog.
#[component]
pub fn ShortDialog(desk: Desk, tab: RwSignal<Side>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if desk.short.with(Option::is_some) {
            open.set(true);
        }
    });
    Effect::new(move |_| {
        if !open.get() {
            desk.short.set(None);
        }
    });
    let words = move || {
        let short = desk.short.get()?;
        let idle = count(short.idle.count);
        let first: Vec<String> = short.idle.first.iter().map(|seat| seat.name.clone()).collect();
        let names = t!(licenses::names(&first, idle.saturating_sub(first.len() as u64)));
        let advice = if idle == 0 {
            t!(licenses::NONE_IDLE).to_owned()
        } else {
            t!(licenses::idle(idle, &names))
        };
        Some(view! {
            <p>{t!(licenses::short(count(short.short)))} " " {t!(licenses::SHORT_NOTHING)}</p>
            <p>{advice}</p>
        })
    };
    let any_idle = move || {
        desk.short
            .with(|short| short.as_ref().is_some_and(|short| short.idle.count > 0))
    };
    let select = move || {
        let missing = desk
            .short
            .with_untracked(|short| short.as_ref().map_or(0, |short| short.short));
        desk.select_idle(missing);
        tab.set(Side::Holders);
        open.set(false);
    };
    let actions = move || {
        let select = any_idle().then(|| {
            view! {
                <Button look=Look::Primary icon=IconName::ListChecks on_press=select>
                    {t!(licenses::SELECT_IDLE)}
                </Button>
            }
        });
        view! {
            <Button on_press=move || open.set(false)>{t!(ui::CLOSE)}</Button>
            {select}
        }
        .into_any()
    };
    view! {
        <Dialog open title=t!(licenses::SHORT) actions>
            {words}
        </Dialog>
    }
    .into_any()
}
