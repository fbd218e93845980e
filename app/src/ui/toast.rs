//! Short messages about what just happened, in a polite live region, with undo where there is one.
//!
//! They go by themselves, later when there is something to press, and not while the pointer or the focus is on them.

use super::{Button, Icon, IconName, Look};
use crate::t;
use leptos::prelude::*;
use std::time::Duration;

const STAY: Duration = Duration::from_secs(6);
const STAY_WITH_ACTION: Duration = Duration::from_secs(12);

/// Whether it went well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// It is not, and why.
    Failed,
}

/// The messages on show; from the context, by [`toasts`].
#[derive(Clone, Copy)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
    held: RwSignal<bool>,
}

#[derive(Clone)]
struct Toast {
    id: u32,
    outcome: Outcome,
    words: String,
    undo: Option<Callback<()>>,
}

impl Toasts {
    /// Says that something is done.
    pub fn done(self, words: impl Into<String>) {
        self.show(Outcome::Done, words.into(), None);
    }

    /// Says that something is done, with a button that takes it back.
    pub fn done_with_undo(self, words: impl Into<String>, undo: impl Into<Callback<()>>) {
        self.show(Outcome::Done, words.into(), Some(undo.into()));
    }

    /// Says that something failed.
    pub fn failed(self, words: impl Into<String>) {
        self.show(Outcome::Failed, words.into(), None);
    }

    fn show(self, outcome: Outcome, words: String, undo: Option<Callback<()>>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        let stay = if undo.is_some() || outcome == Outcome::Failed {
            STAY_WITH_ACTION
        } else {
            STAY
        };
        self.list.update(|list| {
            list.push(Toast {
                id,
                outcome,
                words,
                undo,
            });
        });
        self.go_after(id, stay);
    }

    fn go_after(self, id: u32, stay: Duration) {
        let go = move || {
            if self.held.get_untracked() {
                self.go_after(id, STAY);
            } else {
                self.remove(id);
            }
        };
        set_timeout(go, stay);
    }

    fn remove(self, id: u32) {
        self.list.update(|list| list.retain(|toast| toast.id != id));
    }
}

/// The messages on show, to add one.
///
/// # Panics
/// Outside of the app, which provides them.
pub fn toasts() -> Toasts {
    expect_context::<Toasts>()
}

/// Makes [`toasts`] work for everything below.
pub(crate) fn provide_toasts() {
    provide_context(Toasts {
        list: RwSignal::default(),
        next: StoredValue::new(0),
        held: RwSignal::new(false),
    });
}

/// The corner of the page where messages show up.
#[component]
pub(crate) fn ToastRegion() -> impl IntoView {
    let toasts = toasts();
    let toast = move |toast: Toast| {
        let Toast {
            id,
            outcome,
            words,
            undo,
        } = toast;
        let undo = undo.map(|undo| {
            let press = move || {
                undo.run(());
                toasts.remove(id);
            };
            view! { <Button look=Look::Ghost icon=IconName::Undo on_press=press>{t!(ui::UNDO)}</Button> }
        });
        let (icon, class) = match outcome {
            Outcome::Done => (IconName::Success, "toast toast-done"),
            Outcome::Failed => (IconName::Error, "toast toast-failed"),
        };
        view! {
            <div class=class>
                <Icon name=icon />
                <p class="toast-words">{words}</p>
                {undo}
                <Button look=Look::Ghost icon=IconName::Close label=t!(ui::DISMISS) on_press=move || toasts.remove(id) />
            </div>
        }
        .into_any()
    };
    view! {
        <div
            class="toasts"
            role="status"
            aria-live="polite"
            on:pointerenter=move |_| toasts.held.set(true)
            on:pointerleave=move |_| toasts.held.set(false)
            on:focusin=move |_| toasts.held.set(true)
            on:focusout=move |_| toasts.held.set(false)
        >
            <For each=move || toasts.list.get() key=|toast| toast.id let:entry>
                {toast(entry)}
            </For>
        </div>
    }
    .into_any()
}
