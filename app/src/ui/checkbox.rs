//! Check boxes, switches, and groups of them and of radio buttons.

use super::field::{FieldIds, FieldNotes};
use leptos::html;
use leptos::prelude::*;

/// One thing to choose in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its value in the form.
    pub value: String,
    /// Its words.
    pub label: String,
    /// What choosing it means, where the words do not say it all.
    pub hint: Option<String>,
    /// Why it cannot be chosen.
    pub disabled_because: Option<String>,
}

impl Choice {
    /// A choice that its words describe well enough.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            disabled_because: None,
        }
    }

    /// A choice for each of some names, by its id.
    pub fn each<I: ToString>(names: &[(I, String)]) -> Vec<Self> {
        let choice = |(id, name): &(I, String)| Self::new(id.to_string(), name.clone());
        names.iter().map(choice).collect()
    }

    /// With a line below its words.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Shown, but not to be chosen now.
    #[must_use]
    pub fn disabled(mut self, because: impl Into<String>) -> Self {
        self.disabled_because = Some(because.into());
        self
    }
}

/// A box to tick.
#[component]
pub fn Checkbox(
    /// What ticking means.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with what it becomes.
    #[prop(optional, into)]
    on_change: Option<Callback<(bool,)>>,
    /// Its name in a form.
    #[prop(optional, into)]
    name: Option<String>,
    /// Whether only some of what it stands for is chosen.
    #[prop(optional, into)]
    partly: Signal<bool>,
    /// Whether its words are for screen readers only, as in a table's row.
    #[prop(optional)]
    bare: bool,
    /// What helps to decide.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            input.set_indeterminate(partly.get());
        }
    });
    let alive = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(input) = node.get().filter(|_| !alive.get_untracked()) else {
            return;
        };
        // Ticked before the page came alive.
        if let (true, Some(on_change)) = (input.checked() != checked.get_untracked(), on_change) {
            on_change.run((input.checked(),));
        }
        alive.set(true);
    });
    view! {
        <label class="check" class:check-bare=bare>
            <input
                type="checkbox"
                node_ref=node
                name=name
                checked=checked.get_untracked()
                prop:checked=move || alive.get().then(|| checked.get())
                on:change=move |event| {
                    if let Some(on_change) = on_change {
                        on_change.run((event_target_checked(&event),));
                    }
                }
            />
            <span class="check-words" class:visually-hidden=bare>
                {move || label.get()}
                {hint.map(|hint| view! { <span class="check-hint">{hint}</span> })}
            </span>
        </label>
    }
    .into_any()
}

/// A setting that takes effect the moment it is turned.
#[component]
pub fn Switch(
    /// What is on when it is on.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    checked: RwSignal<bool>,
    /// Its name in a form.
    #[prop(optional, into)]
    name: Option<String>,
    /// What helps to decide.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                role="switch"
                class="switch"
                name=name
                checked=checked.get_untracked()
                prop:checked=move || checked.get()
                on:change=move |event| checked.set(event_target_checked(&event))
            />
            <span class="check-words">
                {move || label.get()}
                {hint.map(|hint| view! { <span class="check-hint">{hint}</span> })}
            </span>
        </label>
    }
    .into_any()
}

/// Any number of a few.
#[component]
pub fn CheckboxGroup(
    /// Name of each box in the form, and id of the group.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// The chosen values.
    value: RwSignal<Vec<String>>,
    /// What there is to choose.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<Signal<Option<String>>>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let toggle = Callback::new(move |(chosen, on): (String, bool)| {
        value.update(|values| {
            values.retain(|value| *value != chosen);
            if on {
                values.push(chosen);
            }
        });
    });
    let is_on = Callback::new(move |choice: String| value.with(|values| values.contains(&choice)));
    view! { <Group kind="checkbox" name label choices hint error is_on toggle /> }
}

/// Exactly one of a few, all in sight.
#[component]
pub fn RadioGroup(
    /// Name in the form, and id of the group.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// The chosen value.
    value: RwSignal<String>,
    /// What there is to choose.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<Signal<Option<String>>>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let toggle = Callback::new(move |(chosen, _): (String, bool)| value.set(chosen));
    let is_on = Callback::new(move |choice: String| value.with(|value| *value == choice));
    view! { <Group kind="radio" name label choices hint error is_on toggle /> }
}

#[component]
fn Group(
    kind: &'static str,
    name: String,
    label: String,
    choices: Signal<Vec<Choice>>,
    hint: Option<Signal<Option<String>>>,
    error: Signal<Option<String>>,
    is_on: Callback<String, bool>,
    toggle: Callback<(String, bool)>,
) -> impl IntoView {
    let ids = FieldIds::new(name.clone());
    let (hint_id, error_id) = ids.notes();
    let row = move |choice: Choice| {
        let Choice {
            value,
            label,
            hint,
            disabled_because,
        } = choice;
        let note = disabled_because.clone().or(hint);
        let (state, changed) = (value.clone(), value.clone());
        view! {
            <label class="check">
                <input
                    type=kind
                    name=name.clone()
                    value=value
                    disabled=disabled_because.is_some()
                    checked=untrack(|| is_on.run(state.clone()))
                    prop:checked=move || is_on.run(state.clone())
                    on:change=move |event| toggle.run((changed.clone(), event_target_checked(&event)))
                />
                <span class="check-words">
                    {label} {note.map(|note| view! { <span class="check-hint">{note}</span> })}
                </span>
            </label>
        }
    };
    view! {
        <fieldset
            class="field field-group"
            id=ids.control
            tabindex="-1"
            aria-describedby=ids.described_by
            class:field-wrong=move || error.with(Option::is_some)
        >
            <legend class="field-label">{label}</legend>
            {move || choices.get().into_iter().map(row.clone()).collect_view()}
            <FieldNotes hint_id error_id hint error />
        </fieldset>
    }
    .into_any()
}
