//! The settings, each with what it does in a line.

use super::editing::{Editing, word};
use crate::t;
use crate::text::number;
use crate::ui::{
    Card, Choice, FieldFrame, FieldIds, Kind, RadioGroup, SelectField, Switch, TextArea, TextField,
};
use domain::settings::OnDeletionDate;
use domain::users::Language;
use leptos::prelude::*;

/// A number or a line, with its hint.
fn line(
    editing: Editing,
    name: &'static str,
    value: RwSignal<String>,
    kind: Kind,
    optional: bool,
) -> AnyView {
    view! {
        <TextField
            name=name
            label=t!(settings::label(name))
            hint=t!(settings::hint(name))
            value
            kind
            optional
            error=editing.at(name)
            autocomplete="off"
        />
    }
    .into_any()
}

/// Name, look and language.
#[component]
pub fn Organization(editing: Editing, user_cap: Option<u64>) -> impl IntoView {
    let fields = editing.fields;
    let languages: Vec<_> = Language::ALL
        .map(|language| {
            let words = t!(users::language(language)).to_owned();
            (language.as_str().to_owned(), words)
        })
        .to_vec();
    let cap = user_cap.map_or_else(|| t!(settings::NO_CAP).to_owned(), number);
    view! {
        <Card title=t!(settings::ORGANIZATION)>
            <div class="fields">
                {line(editing, "name", fields.name, Kind::Text, false)}
                <dl class="settings-fact">
                    <dt>{t!(settings::USER_CAP)}</dt>
                    <dd>
                        <strong>{cap}</strong>
                        <p class="field-hint">{t!(settings::USER_CAP_HINT)}</p>
                    </dd>
                </dl>
                <Accent editing />
                {line(editing, "logo", fields.logo, Kind::Text, true)}
                <SelectField
                    name="language"
                    label=t!(settings::label("language"))
                    hint=t!(settings::hint("language"))
                    value=fields.language
                    options=Signal::stored(languages)
                />
            </div>
        </Card>
    }
    .into_any()
}

/// The browser's own color picker.
#[component]
fn Accent(editing: Editing) -> impl IntoView {
    let ids = FieldIds::new("accent");
    let value = editing.fields.accent;
    let hint = Signal::stored(Some(t!(settings::hint("accent")).to_owned()));
    view! {
        <FieldFrame ids=ids.clone() label=t!(settings::label("accent")) hint=Some(hint) error=editing.at("accent")>
            <input
                class="settings-color"
                type="color"
                id=ids.control
                name="accent"
                aria-describedby=ids.described_by
                value=value.get_untracked()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </FieldFrame>
    }
    .into_any()
}

/// Passwords, links, and who may come in.
#[component]
pub fn GettingIn(editing: Editing) -> impl IntoView {
    let fields = editing.fields;
    view! {
        <Card title=t!(settings::GETTING_IN)>
            <div class="fields">
                <div class="fields-row">
                    {line(editing, "min_length", fields.min_length, Kind::Number, false)}
                    {line(editing, "login_link_minutes", fields.login_link_minutes, Kind::Number, false)}
                    {line(editing, "invitation_days", fields.invitation_days, Kind::Number, false)}
                </div>
                <Switch
                    name="self_registration"
                    label=t!(settings::label("self_registration"))
                    hint=t!(settings::hint("self_registration"))
                    checked=fields.self_registration
                />
                <Show when=move || fields.self_registration.get()>
                    <TextArea
                        name="registration_domains"
                        label=t!(settings::label("registration_domains"))
                        hint=t!(settings::hint("registration_domains"))
                        value=fields.registration_domains
                        error=editing.at("registration_domains")
                        rows=2
                        optional=true
                    />
                </Show>
            </div>
        </Card>
    }
    .into_any()
}

/// How accounts end, and how large files may be.
#[component]
pub fn Keeping(editing: Editing) -> impl IntoView {
    let fields = editing.fields;
    let choices = vec![
        Choice::new(word(OnDeletionDate::Archive), t!(settings::DATE_ARCHIVES)),
        Choice::new(word(OnDeletionDate::Delete), t!(settings::DATE_DELETES)),
    ];
    view! {
        <Card title=t!(settings::KEEPING)>
            <div class="fields">
                <RadioGroup
                    name="on_deletion_date"
                    label=t!(settings::label("on_deletion_date"))
                    hint=t!(settings::hint("on_deletion_date"))
                    value=fields.on_deletion_date
                    choices
                />
                <Switch
                    name="erase_anyone"
                    label=t!(settings::label("erase_anyone"))
                    hint=t!(settings::hint("erase_anyone"))
                    checked=fields.erase_anyone
                />
                {line(editing, "import_megabytes", fields.import_megabytes, Kind::Number, false)}
            </div>
        </Card>
    }
    .into_any()
}
