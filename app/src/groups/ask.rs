//! Asking for one text in a dialog.

use crate::t;
use crate::ui::{Button, Dialog, Look, TextField};
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
    /// What the field begins with.
    value: RwSignal<String>,
    /// What is wrong.
    problem: RwSignal<Option<String>>,
    /// Whether it is under way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Takes what was typed.
    on_save: Callback<()>,
) -> impl IntoView {
    Effect::new(move |_| {
        if open.get() {
            problem.set(None);
        }
    });
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
                <TextField name="asked-text" label value error=problem autocomplete="off" autofocus=true />
            </form>
        </Dialog>
    }
    .into_any()
}
