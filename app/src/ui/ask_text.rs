//! Asking for one text in a dialog: a name, mostly.

use super::{Button, Dialog, Look, TextField};
use crate::t;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// A dialog with one field; it stays open with what is wrong.
#[component]
pub fn AskText(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What it is about, and the words of its button.
    title: &'static str,
    /// What is asked for.
    label: &'static str,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What the field begins with.
    value: RwSignal<String>,
    /// What is wrong.
    problem: RwSignal<Option<String>>,
    /// Whether it is under way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Takes what was typed.
    #[prop(into)]
    on_save: Callback<()>,
) -> impl IntoView {
    Effect::new(move |_| {
        if open.get() {
            problem.set(None);
        }
    });
    let hint = Signal::stored(hint);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_save.run(());
    };
    let actions = move || {
        view! {
            <Button on_press=move || open.set(false)>{t!(ui::CANCEL)}</Button>
            <Button look=Look::Primary busy on_press=move || on_save.run(())>
                {title}
            </Button>
        }
    };
    view! {
        <Dialog open title actions>
            <form novalidate on:submit=submit>
                <TextField name="asked-text" label hint value error=problem autocomplete="off" autofocus=true />
            </form>
        </Dialog>
    }
    .into_any()
}
