//! What every field has: a label, a hint, its error, and the control between them.
//!
//! The elements for hint and error are always there, so that the control's `aria-describedby` never changes. The
//! summary of errors on top of a form links to a field's id, which is its name unless given.

use super::{Icon, IconName};
use crate::t;
use leptos::prelude::*;

/// The ids of a field's parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldIds {
    /// Of the control.
    pub control: String,
    /// Of its label.
    pub label: String,
    /// Of hint and error, for `aria-describedby`.
    pub described_by: String,
    hint: String,
    error: String,
}

impl FieldIds {
    /// Ids that follow from the control's.
    pub fn new(control: impl Into<String>) -> Self {
        let control = control.into();
        let hint = format!("{control}-hint");
        let error = format!("{control}-error");
        Self {
            label: format!("{control}-label"),
            described_by: format!("{hint} {error}"),
            hint,
            error,
            control,
        }
    }
}

/// Label, hint and error around one control.
#[component]
pub fn FieldFrame(
    /// The ids, also used by the control.
    ids: FieldIds,
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What helps to answer.
    #[prop(optional_no_strip)]
    hint: Option<Signal<Option<String>>>,
    /// What is wrong with the answer, and how to mend it.
    #[prop(optional)]
    error: Signal<Option<String>>,
    /// Whether it may stay empty; it then says so.
    #[prop(optional)]
    optional: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field" class:field-wrong=move || error.with(Option::is_some)>
            <label class="field-label" id=ids.label for=ids.control>
                {move || label.get()}
                {optional.then(|| view! { <span class="field-optional">{t!(ui::OPTIONAL)}</span> })}
            </label>
            {children()}
            <FieldNotes hint_id=ids.hint error_id=ids.error hint error />
        </div>
    }
    .into_any()
}

/// Hint and error below a control or a group of them.
#[component]
pub(super) fn FieldNotes(
    hint_id: String,
    error_id: String,
    hint: Option<Signal<Option<String>>>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <p class="field-hint" id=hint_id>
            {move || hint.and_then(|hint| hint.get())}
        </p>
        <p class="field-error" id=error_id>
            {move || {
                error.get().map(|error| view! {
                    <Icon name=IconName::Error />
                    <span>{error}</span>
                })
            }}
        </p>
    }
    .into_any()
}

impl FieldIds {
    /// The ids of the notes, for frames that are no `FieldFrame`.
    pub(super) fn notes(&self) -> (String, String) {
        (self.hint.clone(), self.error.clone())
    }
}
