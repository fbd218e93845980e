//! The steps Type and Settings: each setting with what it means in a line; what has no effect is disabled and says why.

use super::choices::{ARCHIVING, DELETES, RENAMES, SEND_EMAIL, Void};
use super::desk::Wizard;
use crate::t;
use crate::ui::{CheckboxGroup, Choice, RadioGroup};
use domain::imports::{ExistingDetails, ExistingPassword, ForceChange, ImportType, MatchBy, NewPassword};
use leptos::prelude::*;

/// Whom the file may make and change.
#[component]
pub fn TypeStep(wizard: Wizard) -> impl IntoView {
    let choices = ImportType::ALL.iter().map(|choice| match choice {
        ImportType::AddNew => (choice.as_str(), t!(imports::TYPE_ADD), t!(imports::TYPE_ADD_WHY)),
        ImportType::AddAndUpdate => (
            choice.as_str(),
            t!(imports::TYPE_UPSERT),
            t!(imports::TYPE_UPSERT_WHY),
        ),
        ImportType::UpdateExisting => (
            choice.as_str(),
            t!(imports::TYPE_UPDATE),
            t!(imports::TYPE_UPDATE_WHY),
        ),
    });
    view! {
        <div class="radio-cards">
            <RadioGroup
                name="import-type"
                label=t!(imports::TYPE_LABEL)
                value=wizard.choices().import_type
                choices=Signal::stored(worded(choices))
            />
        </div>
    }
    .into_any()
}

/// How users are found, what happens to their details and passwords, and what the file may do beside.
#[component]
pub fn SettingsStep(wizard: Wizard) -> impl IntoView {
    let chosen = wizard.choices();
    let void = Memo::new(move |_| wizard.options.with(Void::of));
    view! {
        <div class="fields">
            <Setting name="match-by" label=t!(imports::MATCH_LABEL) value=chosen.match_by choices=match_by() void=|| None />
            <Setting
                name="new-password"
                label=t!(imports::PASSWORD_LABEL)
                value=chosen.new_password
                choices=new_password()
                void=move || void.get().new.then(|| t!(imports::VOID_UPDATES_ONLY))
            />
            <Setting
                name="existing-details"
                label=t!(imports::DETAILS_LABEL)
                value=chosen.existing_details
                choices=existing_details()
                void=move || void.get().existing.then(|| t!(imports::VOID_ADDS_ONLY))
            />
            <Setting
                name="existing-password"
                label=t!(imports::EXISTING_PASSWORD_LABEL)
                value=chosen.existing_password
                choices=existing_password()
                void=move || void.get().existing.then(|| t!(imports::VOID_ADDS_ONLY))
            />
            <Setting
                name="force-change"
                label=t!(imports::FORCE_LABEL)
                value=chosen.force_change
                choices=force_change()
                void=move || void.get().force_change.then(|| t!(imports::VOID_NO_PASSWORD))
            />
            <CheckboxGroup
                name="allow"
                label=t!(imports::ALLOW_LABEL)
                value=chosen.allow
                choices=Memo::new(move |_| disabled_if(void.get().existing, allowances()))
                hint=hint(move || void.get().existing.then(|| t!(imports::VOID_ADDS_ONLY)))
            />
            <CheckboxGroup
                name="email"
                label=t!(imports::EMAIL_LABEL)
                value=chosen.email
                choices=Memo::new(move |_| disabled_if(void.get().new || void.get().telling, emails()))
                hint=hint(move || match void.get() {
                    void if void.new => Some(t!(imports::VOID_UPDATES_ONLY)),
                    void if void.telling => Some(t!(imports::VOID_LINK_SENT)),
                    _ => None,
                })
            />
        </div>
    }
    .into_any()
}

/// One setting; while `void` gives a reason it cannot be chosen, and says so.
#[component]
fn Setting(
    name: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    choices: Vec<Choice>,
    void: impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let choices = Memo::new(move |_| disabled_if(void().is_some(), choices.clone()));
    view! { <RadioGroup name label value choices hint=hint(void) /> }
}

fn hint(void: impl Fn() -> Option<&'static str> + Send + Sync + 'static) -> Signal<Option<String>> {
    Signal::derive(move || void().map(str::to_owned))
}

/// The reason stands once, below the group, not at every choice.
fn disabled_if(disabled: bool, choices: Vec<Choice>) -> Vec<Choice> {
    if disabled {
        choices.into_iter().map(|choice| choice.disabled("")).collect()
    } else {
        choices
    }
}

fn worded(choices: impl IntoIterator<Item = (&'static str, &'static str, &'static str)>) -> Vec<Choice> {
    let choice = |(value, label, why): (&str, &str, &'static str)| {
        let choice = Choice::new(value, label);
        if why.is_empty() { choice } else { choice.hint(why) }
    };
    choices.into_iter().map(choice).collect()
}

fn match_by() -> Vec<Choice> {
    worded(MatchBy::ALL.iter().map(|choice| match choice {
        MatchBy::UsernameElseEmail => (
            choice.as_str(),
            t!(imports::MATCH_USERNAME),
            t!(imports::MATCH_USERNAME_WHY),
        ),
        MatchBy::Email => (
            choice.as_str(),
            t!(imports::MATCH_EMAIL),
            t!(imports::MATCH_EMAIL_WHY),
        ),
        MatchBy::ExternalId => (
            choice.as_str(),
            t!(imports::MATCH_EXTERNAL),
            t!(imports::MATCH_EXTERNAL_WHY),
        ),
    }))
}

fn new_password() -> Vec<Choice> {
    worded(NewPassword::ALL.iter().map(|choice| match choice {
        NewPassword::InFile => (
            choice.as_str(),
            t!(imports::PASSWORD_IN_FILE),
            t!(imports::PASSWORD_IN_FILE_WHY),
        ),
        NewPassword::Generate => (
            choice.as_str(),
            t!(imports::PASSWORD_GENERATE),
            t!(imports::PASSWORD_GENERATE_WHY),
        ),
        NewPassword::Activation => (
            choice.as_str(),
            t!(imports::PASSWORD_ACTIVATION),
            t!(imports::PASSWORD_ACTIVATION_WHY),
        ),
    }))
}

fn existing_details() -> Vec<Choice> {
    worded(ExistingDetails::ALL.iter().map(|choice| match choice {
        ExistingDetails::Keep => (
            choice.as_str(),
            t!(imports::DETAILS_KEEP),
            t!(imports::DETAILS_KEEP_WHY),
        ),
        ExistingDetails::Override => (
            choice.as_str(),
            t!(imports::DETAILS_OVERRIDE),
            t!(imports::DETAILS_OVERRIDE_WHY),
        ),
        ExistingDetails::Fill => (
            choice.as_str(),
            t!(imports::DETAILS_FILL),
            t!(imports::DETAILS_FILL_WHY),
        ),
    }))
}

fn existing_password() -> Vec<Choice> {
    worded(ExistingPassword::ALL.iter().map(|choice| match choice {
        ExistingPassword::Keep => (choice.as_str(), t!(imports::EXISTING_PASSWORD_KEEP), ""),
        ExistingPassword::Update => (
            choice.as_str(),
            t!(imports::EXISTING_PASSWORD_UPDATE),
            t!(imports::EXISTING_PASSWORD_UPDATE_WHY),
        ),
    }))
}

fn force_change() -> Vec<Choice> {
    worded(ForceChange::ALL.iter().map(|choice| match choice {
        ForceChange::None => (
            choice.as_str(),
            t!(imports::FORCE_NONE),
            t!(imports::FORCE_NONE_WHY),
        ),
        ForceChange::Weak => (
            choice.as_str(),
            t!(imports::FORCE_WEAK),
            t!(imports::FORCE_WEAK_WHY),
        ),
        ForceChange::All => (
            choice.as_str(),
            t!(imports::FORCE_ALL),
            t!(imports::FORCE_ALL_WHY),
        ),
    }))
}

fn allowances() -> Vec<Choice> {
    worded([
        (
            RENAMES,
            t!(imports::ALLOW_RENAMES),
            t!(imports::ALLOW_RENAMES_WHY),
        ),
        (
            DELETES,
            t!(imports::ALLOW_DELETES),
            t!(imports::ALLOW_DELETES_WHY),
        ),
        (
            ARCHIVING,
            t!(imports::ALLOW_ARCHIVING),
            t!(imports::ALLOW_ARCHIVING_WHY),
        ),
    ])
}

fn emails() -> Vec<Choice> {
    worded([(SEND_EMAIL, t!(imports::EMAIL_SEND), t!(imports::EMAIL_SEND_WHY))])
}
