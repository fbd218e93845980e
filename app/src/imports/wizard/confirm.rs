//! The last step: what will happen in numbers, and the button that does it.
//!
//! The server plans the file again. If its plan is the one that was previewed, it is confirmed at once; if not, what
//! differs is shown first.

use super::desk::Wizard;
use super::differs::{Difference, Differs, differences};
use super::file::file_in;
use crate::imports::api::{FileRequest, Taken, confirm_import, digest};
use crate::imports::state::look;
use crate::imports::upload::send;
use crate::t;
use crate::ui::{Button, Icon, IconName, Kind, Look, TextField};
use domain::id::ImportId;
use domain::imports::{Outcome, Plan};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The step, and what differs where something does.
#[component]
pub fn ConfirmStep(wizard: Wizard, kept: NodeRef<html::Input>) -> impl IntoView {
    let differs = RwSignal::new(None::<Difference>);
    move || match differs.get() {
        Some(difference) => view! { <Differs wizard difference differs /> }.into_any(),
        None => view! { <Summary wizard kept differs /> }.into_any(),
    }
}

#[component]
fn Summary(
    wizard: Wizard,
    kept: NodeRef<html::Input>,
    differs: RwSignal<Option<Difference>>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let sending = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let numbers = Memo::new(move |_| wizard.plan.with(|plan| plan.as_ref().map(Numbers::of)));
    let confirm = use_confirm(error, sending);
    let press = move || {
        let Some((file, request)) = file_in(kept.get_untracked()).zip(request(wizard)) else {
            return error.set(Some(t!(imports::UNREADABLE).to_owned()));
        };
        sending.set(true);
        error.set(None);
        let typed = typed.with_untracked(|typed| typed.trim().parse().ok());
        spawn_local(async move {
            match send(&file, &request).await {
                Ok(Taken { id, differs: None }) => confirm.run((id, typed)),
                Ok(Taken {
                    id,
                    differs: Some(now),
                }) => {
                    let before = wizard
                        .plan
                        .try_with_untracked(|plan| plan.as_ref().map(|plan| plan.rows.clone()));
                    let difference = differences(id, &before.flatten().unwrap_or_default(), now);
                    if difference.count == 0 {
                        confirm.run((id, typed));
                    } else {
                        sending.set(false);
                        differs.set(Some(difference));
                    }
                }
                Err(why) => {
                    sending.set(false);
                    error.set(Some(why));
                }
            }
        });
    };
    let blocked = Signal::derive(move || blocked(wizard, numbers.get(), &typed.get()));
    let to_type = Memo::new(move |_| numbers.get().and_then(|numbers| numbers.to_type));
    let line = |(outcome, n): (Outcome, u32)| {
        let (_, icon) = look(outcome);
        view! {
            <li>
                <Icon name=icon />
                {t!(imports::will(outcome, n))}
            </li>
        }
    };
    let lines = move || {
        let outcomes = numbers.get().into_iter().flat_map(|numbers| numbers.outcomes);
        outcomes.filter(|(_, n)| *n > 0).map(line).collect_view()
    };
    view! {
        <p>{t!(imports::CONFIRM_WHAT)}</p>
        <ul class="import-will">{lines}</ul>
        {move || to_type.get().map(|count| view! { <TypeCount count typed /> })}
        <Problem error />
        <Button
            look=Look::Primary
            icon=IconName::Import
            busy=sending
            disabled_because=blocked
            on_press=press
        >
            {move || t!(imports::import_users(numbers.get().map_or(0, |numbers| numbers.acting())))}
        </Button>
    }
    .into_any()
}

/// The number a person has to type, because many existing users are touched.
#[component]
pub fn TypeCount(count: u32, typed: RwSignal<String>) -> impl IntoView {
    view! {
        <TextField
            name="typed-count"
            label=t!(imports::type_the_count(count))
            value=typed
            kind=Kind::Number
            autocomplete="off"
        />
    }
}

/// Why it did not go on.
#[component]
pub fn Problem(error: RwSignal<Option<String>>) -> impl IntoView {
    view! {
        <p class="field-error" role="alert">
            {move || {
                error.get().map(|error| view! {
                    <Icon name=IconName::Error />
                    <span>{error}</span>
                })
            }}
        </p>
    }
}

/// Confirms an import that was taken, with the number typed, and goes to its page.
pub fn use_confirm(
    error: RwSignal<Option<String>>,
    sending: RwSignal<bool>,
) -> Callback<(ImportId, Option<u32>)> {
    let navigate = use_navigate();
    Callback::new(move |(id, typed)| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match confirm_import(id, typed).await {
                Ok(()) => navigate(&format!("/imports/{id}"), NavigateOptions::default()),
                Err(why) => {
                    sending.try_set(false);
                    error.try_set(Some(why.to_string()));
                }
            }
        });
    })
}

/// The file's companions, as they are now.
fn request(wizard: Wizard) -> Option<FileRequest> {
    let previewed = wizard.plan.with_untracked(|plan| plan.as_ref().map(digest))?;
    wizard.draft.with_untracked(|draft| {
        let draft = draft.as_ref()?;
        Some(FileRequest {
            mapping: draft.mapping().clone(),
            edits: draft.edits().to_vec(),
            options: wizard.options.get_untracked(),
            previewed,
        })
    })
}

/// What of a plan the button depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Numbers {
    outcomes: [(Outcome, u32); 6],
    to_type: Option<u32>,
    settings_wrong: bool,
}

impl Numbers {
    fn of(plan: &Plan) -> Self {
        Self {
            outcomes: Outcome::ALL.map(|outcome| (outcome, plan.count(outcome))),
            to_type: plan.count_to_type(),
            settings_wrong: !plan.settings.is_empty(),
        }
    }

    /// Rows that do something.
    fn acting(&self) -> u32 {
        let acts = |outcome| !matches!(outcome, Outcome::Skip | Outcome::Error);
        self.outcomes
            .iter()
            .filter(|(outcome, _)| acts(*outcome))
            .map(|(_, n)| n)
            .sum()
    }
}

/// Why it cannot be imported yet.
fn blocked(wizard: Wizard, numbers: Option<Numbers>, typed: &str) -> Option<String> {
    let Some(numbers) = numbers.filter(|_| wizard.is_settled()) else {
        return Some(t!(imports::CONFIRM_NOT_READY).to_owned());
    };
    if numbers.settings_wrong {
        return Some(t!(imports::CONFIRM_SETTINGS_WRONG).to_owned());
    }
    if wizard.choices().lacks_courses() {
        return Some(t!(imports::COURSES_NONE_TICKED).to_owned());
    }
    if numbers.acting() == 0 {
        return Some(t!(imports::CONFIRM_NOTHING).to_owned());
    }
    wrong_count(numbers.to_type, typed)
}

/// Why the typed number is not the one to type.
pub fn wrong_count(to_type: Option<u32>, typed: &str) -> Option<String> {
    let count = to_type.filter(|count| typed.trim().parse() != Ok(*count))?;
    Some(t!(imports::type_the_count(count)))
}
