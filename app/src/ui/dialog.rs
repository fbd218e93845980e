//! A dialog over the page: the browser's own modal, which keeps focus inside, closes with Esc and gives the focus
//! back to where it came from.

use super::{Button, IconName, Look, unique_id};
use crate::t;
use leptos::html;
use leptos::prelude::*;

/// How wide a dialog may grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Width {
    /// A question and its answers.
    #[default]
    Narrow,
    /// A form.
    Wide,
}

/// A modal dialog. Its content exists only while it is open.
#[component]
pub fn Dialog(
    /// Whether it is open; closing by the person sets it to false.
    open: RwSignal<bool>,
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// How wide.
    #[prop(optional)]
    width: Width,
    /// What it shows.
    children: ChildrenFn,
    /// Its buttons, the main one last.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let (asked, Some(dialog)) = (open.get(), node.get()) else {
            return;
        };
        if asked {
            request_animation_frame(move || show(&dialog, open));
        } else {
            dialog.close();
        }
    });
    let children = StoredValue::new(children);
    let actions = StoredValue::new(actions);
    let title_id = unique_id("dialog");
    let labelled_by = title_id.clone();
    let content = move || {
        open.get().then(|| {
            let actions = actions.with_value(|actions| {
                actions
                    .as_ref()
                    .map(|actions| view! { <div class="dialog-actions">{actions.run()}</div> })
            });
            view! {
                <div class="dialog-content">{children.with_value(|children| children())}</div>
                {actions}
            }
            .into_any()
        })
    };
    view! {
        <dialog
            class="dialog"
            class:dialog-wide=width == Width::Wide
            node_ref=node
            aria-labelledby=labelled_by
            on:close=move |_| open.set(false)
        >
            <div class="dialog-head">
                <h2 id=title_id tabindex="-1">
                    {move || title.get()}
                </h2>
                <Button
                    look=Look::Ghost
                    icon=IconName::Close
                    label=t!(ui::CLOSE)
                    on_press=move || open.set(false)
                />
            </div>
            {content}
        </dialog>
    }
    .into_any()
}

/// Opens a dialog once its content is there: the browser looks in it for the field that takes the focus.
fn show(dialog: &web_sys::HtmlDialogElement, open: RwSignal<bool>) {
    if open.try_get_untracked() == Some(true) && !dialog.open() {
        // It fails only outside of a document.
        let _ = dialog.show_modal();
    }
}
