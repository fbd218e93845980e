//! A field that finds one or several of many by typing, after the ARIA combobox pattern with a list.
//!
//! The chosen values are hidden fields of its form. With several, each is a chip that its own button removes;
//! Backspace in the empty field removes the last.

mod state;

use super::{Button, Choice, FieldFrame, FieldIds, IconName, Look, unique_id};
use crate::t;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use state::{ComboboxState, Step};

/// The most options shown at once; typing finds the others.
const SHOWN: usize = 100;

/// A field to find one of many, or several with `many`.
#[component]
pub fn Combobox(
    /// Name of the chosen values in the form, and id of the field.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The chosen values, in the order of choosing.
    value: RwSignal<Vec<String>>,
    /// What there is to choose.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Whether several can be chosen.
    #[prop(optional)]
    many: bool,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<Signal<Option<String>>>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let combobox = Parts {
        value,
        choices,
        many,
        open: RwSignal::new(false),
        found: RwSignal::default(),
    };
    let ids = FieldIds::new(name.clone());
    let list_id = unique_id("options");
    let input = NodeRef::<html::Input>::new();
    let list = NodeRef::<html::Ul>::new();

    // The field shows what is chosen; while someone types, what they type.
    let show_chosen = move || {
        if let Some(input) = input.get_untracked() {
            input.set_value(&combobox.field_text());
        }
    };
    Effect::new(move |_| {
        value.track();
        choices.track();
        show_chosen();
    });
    Effect::new(move |_| {
        let (open, Some(list)) = (combobox.open.get(), list.get()) else {
            return;
        };
        // It fails when the list already is what it should be.
        let _ = if open {
            list.show_popover()
        } else {
            list.hide_popover()
        };
    });
    let choose = move |index: u32| {
        combobox.choose(index);
        show_chosen();
    };
    let key = move |event: KeyboardEvent| {
        let empty = input
            .get_untracked()
            .is_some_and(|input| input.value().is_empty());
        match event.key().as_str() {
            "ArrowDown" => combobox.step(Step::Next),
            "ArrowUp" => combobox.step(Step::Previous),
            "Enter" if combobox.open.get_untracked() => {
                if let Some(index) = combobox.found.with_untracked(ComboboxState::chosen) {
                    choose(index);
                }
            }
            "Escape" if combobox.open.get_untracked() => {
                combobox.open.set(false);
                show_chosen();
            }
            "Backspace" if many && empty => return combobox.remove_last(),
            _ => return,
        }
        event.prevent_default();
    };
    let option_id = move |place: u32| {
        let list = list.get_untracked().map(|list| list.id()).unwrap_or_default();
        format!("{list}-{place}")
    };
    let active_id = move || {
        combobox
            .found
            .with(|state| state.active)
            .filter(|_| combobox.open.get())
            .map(option_id)
    };

    view! {
        <FieldFrame ids=ids.clone() label hint error optional>
            {many.then(|| view! { <Chips combobox /> })}
            <div class="combobox">
                <input
                    class="input"
                    node_ref=input
                    id=ids.control
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    value=combobox.field_text()
                    aria-expanded=move || if combobox.open.get() { "true" } else { "false" }
                    aria-controls=list_id.clone()
                    aria-autocomplete="list"
                    aria-activedescendant=active_id
                    aria-required=(!optional).then_some("true")
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=ids.described_by
                    on:input=move |event| combobox.search(&event_target_value(&event))
                    on:keydown=key
                    on:click=move |_| {
                        if !combobox.open.get_untracked() {
                            combobox.search("");
                        }
                    }
                    on:blur=move |_| {
                        combobox.open.set(false);
                        show_chosen();
                    }
                />
                <ul
                    class="popover options"
                    node_ref=list
                    id=list_id
                    popover="manual"
                    role="listbox"
                    aria-labelledby=ids.label
                    aria-multiselectable=many.then_some("true")
                >
                    <Options combobox on_choose=Callback::from(choose) list />
                </ul>
            </div>
            {move || {
                let name = name.clone();
                let hidden = move |value: String| view! { <input type="hidden" name=name.clone() value=value /> };
                value.get().into_iter().map(hidden).collect_view()
            }}
        </FieldFrame>
    }
    .into_any()
}

/// What the parts of one combobox share.
#[derive(Clone, Copy)]
struct Parts {
    value: RwSignal<Vec<String>>,
    choices: Signal<Vec<Choice>>,
    many: bool,
    open: RwSignal<bool>,
    found: RwSignal<ComboboxState>,
}

impl Parts {
    fn search(self, query: &str) {
        self.found.set(
            self.choices
                .with_untracked(|choices| ComboboxState::matching(choices, query)),
        );
        self.open.set(true);
    }

    fn step(self, step: Step) {
        if !self.open.get_untracked() {
            self.search("");
        }
        self.found.update(|state| state.step(step));
    }

    fn choose(self, index: u32) {
        let choice = self
            .choices
            .with_untracked(|choices| choices.get(index as usize).cloned());
        let Some(choice) = choice.filter(|choice| choice.disabled_because.is_none()) else {
            return;
        };
        self.value.update(|values| {
            if !self.many {
                values.clear();
                values.push(choice.value);
            } else if let Some(place) = values.iter().position(|value| *value == choice.value) {
                values.remove(place);
            } else {
                values.push(choice.value);
            }
        });
        if self.many {
            self.search("");
        } else {
            self.open.set(false);
        }
    }

    fn remove(self, value: &str) {
        self.value.update(|values| values.retain(|kept| kept != value));
    }

    fn remove_last(self) {
        self.value.update(|values| {
            values.pop();
        });
    }

    fn words_of(self, value: &str) -> String {
        self.choices.with_untracked(|choices| {
            let choice = choices.iter().find(|choice| choice.value == value);
            choice.map_or_else(|| value.to_owned(), |choice| choice.label.clone())
        })
    }

    fn field_text(self) -> String {
        let chosen = if self.many {
            None
        } else {
            self.value.with_untracked(|values| values.first().cloned())
        };
        chosen.map(|value| self.words_of(&value)).unwrap_or_default()
    }
}

/// The matching options; the popover around them is empty while it is closed.
#[component]
fn Options(combobox: Parts, on_choose: Callback<(u32,)>, list: NodeRef<html::Ul>) -> impl IntoView {
    let option = move |(place, index): (u32, u32), choice: Choice| {
        let Choice {
            value,
            label,
            hint,
            disabled_because,
        } = choice;
        let disabled = disabled_because.is_some();
        let chosen = move || combobox.value.with(|values| values.contains(&value));
        let active = move || combobox.found.with(|state| state.active == Some(place));
        let node = NodeRef::<html::Li>::new();
        Effect::new(move |_| {
            if let (true, Some(node)) = (active(), node.get()) {
                node.scroll_into_view_with_bool(false);
            }
        });
        let id = list.get_untracked().map(|list| format!("{}-{place}", list.id()));
        view! {
            <li
                class="option"
                node_ref=node
                id=id
                role="option"
                class:option-active=active
                aria-selected=move || if chosen() { "true" } else { "false" }
                aria-disabled=disabled.then_some("true")
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| on_choose.run((index,))
            >
                <span class="option-words">{label}</span>
                {disabled_because.or(hint).map(|note| view! { <span class="option-note">{note}</span> })}
            </li>
        }
        .into_any()
    };
    move || {
        if !combobox.open.get() {
            return ().into_any();
        }
        let matches = combobox.found.with(|state| state.matches.clone());
        if matches.is_empty() {
            return view! { <li class="option-none" role="option" aria-disabled="true" aria-selected="false">{t!(ui::NO_MATCH)}</li> }.into_any();
        }
        let more = matches.len().saturating_sub(SHOWN);
        let options = combobox.choices.with(|choices| {
            let listed = (0..).zip(matches).take(SHOWN);
            listed
                .filter_map(|(place, index)| {
                    Some(option((place, index), choices.get(index as usize)?.clone()))
                })
                .collect_view()
        });
        let more = (more > 0)
            .then(|| view! { <li class="option-none" role="presentation">{t!(ui::more_matches(more))}</li> });
        (options, more).into_any()
    }
}

/// The chosen values of a combobox for several.
#[component]
fn Chips(combobox: Parts) -> impl IntoView {
    let chip = move |value: String| {
        let words = combobox.words_of(&value);
        let label = t!(ui::remove(&words));
        view! {
            <li class="chip">
                {words}
                <Button look=Look::Ghost icon=IconName::Close label on_press=move || combobox.remove(&value) />
            </li>
        }
    };
    view! { <ul class="chips">{move || combobox.value.get().into_iter().map(chip).collect_view()}</ul> }
        .into_any()
}
