//! Fields of one line and of many, and the native select.
//!
//! What a person typed before the page came alive is kept: on hydration the field's own value wins over the signal.

use super::{Button, FieldFrame, FieldIds, IconName, Look};
use crate::t;
use leptos::html;
use leptos::prelude::*;

/// What kind of text is asked for; browsers offer the fitting keyboard and checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Any text.
    #[default]
    Text,
    /// An email address.
    Email,
    /// A phone number.
    Phone,
    /// A password, with a button that shows it.
    Password,
    /// A whole number.
    Number,
    /// A day.
    Date,
    /// A search term.
    Search,
}

impl Kind {
    const fn input_type(self) -> &'static str {
        match self {
            // A browser's own check of addresses refuses ones that are right; ours says what is wrong.
            Self::Text | Self::Email | Self::Number => "text",
            Self::Phone => "tel",
            Self::Password => "password",
            Self::Date => "date",
            Self::Search => "search",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Email => Some("email"),
            Self::Number => Some("numeric"),
            _ => None,
        }
    }

    const fn is_prose(self) -> bool {
        matches!(self, Self::Text | Self::Search)
    }
}

/// A field of one line.
#[component]
pub fn TextField(
    /// Its name in the form, and its id.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The text, where the page follows it.
    #[prop(optional, into)]
    value: Option<RwSignal<String>>,
    /// The text to start with, where the page does not follow it.
    #[prop(optional, into)]
    initial: String,
    /// What kind of text.
    #[prop(optional)]
    kind: Kind,
    /// Its id where the name is taken on the page.
    #[prop(optional, into)]
    id: Option<String>,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<Signal<Option<String>>>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// What the browser may fill in, by the names of the HTML standard.
    #[prop(optional, into)]
    autocomplete: Option<&'static str>,
    /// Whether typing can begin at once when the page or dialog opens.
    #[prop(optional)]
    autofocus: bool,
    /// Called when the person leaves the field after changing it.
    #[prop(optional, into)]
    on_change: Option<Callback<(String,)>>,
) -> impl IntoView {
    let ids = FieldIds::new(id.unwrap_or_else(|| name.clone()));
    let value = value.unwrap_or_else(|| RwSignal::new(initial));
    let shown = RwSignal::new(false);
    let node = NodeRef::<html::Input>::new();
    Effect::new(move |seen: Option<()>| {
        let text = value.get();
        let Some(input) = node.get() else { return };
        if input.value() == text {
            return;
        }
        if seen.is_none() {
            value.set(input.value());
        } else {
            input.set_value(&text);
        }
    });
    let input_type = move || if shown.get() { "text" } else { kind.input_type() };

    view! {
        <FieldFrame ids=ids.clone() label hint error optional>
            <div class="input-frame">
                <input
                    class="input"
                    node_ref=node
                    id=ids.control
                    name=name
                    type=input_type
                    inputmode=kind.input_mode()
                    value=value.get_untracked()
                    autocomplete=autocomplete
                    autocapitalize=(!kind.is_prose()).then_some("none")
                    spellcheck=(!kind.is_prose()).then_some("false")
                    required=!optional
                    autofocus=autofocus
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=ids.described_by
                    on:input=move |event| value.set(event_target_value(&event))
                    on:change=move |event| {
                        if let Some(on_change) = on_change {
                            on_change.run((event_target_value(&event),));
                        }
                    }
                />
                {(kind == Kind::Password).then(|| view! { <ShowPassword shown /> })}
            </div>
        </FieldFrame>
    }
    .into_any()
}

/// The button in a password field. It needs scripts, so it appears with them.
#[component]
fn ShowPassword(shown: RwSignal<bool>) -> impl IntoView {
    let alive = RwSignal::new(false);
    Effect::new(move |_| alive.set(true));
    let label = Signal::derive(move || {
        if shown.get() {
            t!(ui::HIDE_PASSWORD)
        } else {
            t!(ui::SHOW_PASSWORD)
        }
        .to_owned()
    });
    view! {
        <span class="input-action" hidden=move || !alive.get()>
            {move || {
                let icon = if shown.get() { IconName::EyeOff } else { IconName::Eye };
                view! { <Button look=Look::Ghost icon label on_press=move || shown.update(|shown| *shown = !*shown) /> }
            }}
        </span>
    }
    .into_any()
}

/// A field of many lines.
#[component]
pub fn TextArea(
    /// Its name in the form, and its id.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    #[prop(into)]
    value: RwSignal<String>,
    /// Lines shown.
    #[prop(default = 4)]
    rows: u32,
    /// Its id where the name is taken on the page.
    #[prop(optional, into)]
    id: Option<String>,
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
    let ids = FieldIds::new(id.unwrap_or_else(|| name.clone()));
    // The text is a property, never a child: as a child it would not be escaped on the server.
    view! {
        <FieldFrame ids=ids.clone() label hint error optional>
            <textarea
                class="input"
                id=ids.control
                name=name
                rows=rows
                required=!optional
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=ids.described_by
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </FieldFrame>
    }
    .into_any()
}

/// The options of a [`SelectField`] that may stay without a choice: what that means, then some names by their ids.
pub fn options_or<I: ToString>(none: &str, names: &[(I, String)]) -> Vec<(String, String)> {
    let none = (String::new(), none.to_owned());
    let names = names.iter().map(|(id, name)| (id.to_string(), name.clone()));
    std::iter::once(none).chain(names).collect()
}

/// One of a few, by the browser's own list; for many, see the combobox.
#[component]
pub fn SelectField(
    /// Its name in the form, and its id.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The chosen option's value.
    #[prop(into)]
    value: RwSignal<String>,
    /// What there is to choose: value and words.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Its id where the name is taken on the page.
    #[prop(optional, into)]
    id: Option<String>,
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
    let ids = FieldIds::new(id.unwrap_or_else(|| name.clone()));
    let options = move || {
        let listed = options.get().into_iter().map(|(key, words)| {
            let chosen = key == value.get_untracked();
            view! { <option value=key selected=chosen>{words}</option> }
        });
        listed.collect_view()
    };
    view! {
        <FieldFrame ids=ids.clone() label hint error optional>
            <select
                class="input select"
                id=ids.control
                name=name
                required=!optional
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=ids.described_by
                prop:value=move || value.get()
                on:change=move |event| value.set(event_target_value(&event))
            >
                {options}
            </select>
        </FieldFrame>
    }
    .into_any()
}
