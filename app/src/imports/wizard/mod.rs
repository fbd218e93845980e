//! `/imports/new`: six steps on one side, the live preview on the other.
//!
//! Every step stays on the page, the ones not open hidden, so that going back and forth loses nothing.

mod access;
mod choices;
mod columns;
mod confirm;
mod desk;
mod differs;
mod draft;
mod file;
mod mend;
mod parts;
mod preview;
mod settings;

use crate::imports::api::{Desk, load_desk};
use crate::t;
use crate::ui::{Button, Crumb, ErrorState, Icon, IconName, Look, PageHeader, Skeleton};
use desk::Wizard;
use leptos::html;
use leptos::prelude::*;

/// The page.
#[component]
pub fn NewImport() -> impl IntoView {
    let desk = Resource::new_blocking(|| (), |()| load_desk());
    let crumb = Crumb {
        label: t!(imports::TITLE).to_owned(),
        href: "/imports".to_owned(),
    };
    view! {
        <PageHeader
            title=t!(imports::NEW_TITLE)
            description=Signal::stored(t!(imports::NEW_DESCRIPTION).to_owned())
            breadcrumbs=vec![crumb]
        />
        <Suspense fallback=|| view! { <Skeleton /> }>
            {move || Suspend::new(async move {
                match desk.await {
                    Ok(desk) => view! { <Steps desk /> }.into_any(),
                    Err(error) => {
                        view! { <ErrorState problem=error /> }.into_any()
                    }
                }
            })}
        </Suspense>
    }
    .into_any()
}

/// A step of the wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    File,
    Type,
    Settings,
    License,
    Courses,
    Confirm,
}

impl Step {
    const ALL: [Self; 6] = [
        Self::File,
        Self::Type,
        Self::Settings,
        Self::License,
        Self::Courses,
        Self::Confirm,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::File => t!(imports::STEP_FILE),
            Self::Type => t!(imports::STEP_TYPE),
            Self::Settings => t!(imports::STEP_SETTINGS),
            Self::License => t!(imports::STEP_LICENSE),
            Self::Courses => t!(imports::STEP_COURSES),
            Self::Confirm => t!(imports::STEP_CONFIRM),
        }
    }

    fn neighbor(self, by: isize) -> Option<Self> {
        let at = Self::ALL.iter().position(|step| *step == self)?;
        Self::ALL.get(at.checked_add_signed(by)?).copied()
    }
}

#[component]
fn Steps(desk: Desk) -> impl IntoView {
    let wizard = Wizard::new(desk);
    let open = RwSignal::new(Step::File);
    let kept = NodeRef::<html::Input>::new();
    let headings = StoredValue::new(Vec::<(Step, NodeRef<html::H2>)>::new());
    // A screen reader hears of the step, and the next Tab is its first field.
    Effect::new(move |before: Option<Step>| {
        let now = open.get();
        if before.is_some_and(|before| before != now) {
            let heading =
                headings.with_value(|all| all.iter().find(|(step, _)| *step == now).map(|(_, node)| *node));
            if let Some(heading) = heading.and_then(|node| node.get_untracked()) {
                let _ = heading.focus();
            }
        }
        now
    });
    let no_file = Signal::derive(move || {
        if wizard.file_problem().is_some() {
            Some(t!(imports::MEND_FILE_FIRST).to_owned())
        } else {
            wizard
                .draft
                .with(Option::is_none)
                .then(|| t!(imports::FILE_FIRST).to_owned())
        }
    });
    let panel = move |step: Step| {
        let heading = NodeRef::<html::H2>::new();
        headings.update_value(|all| all.push((step, heading)));
        let content = match step {
            Step::File => view! { <file::FileStep wizard kept /> }.into_any(),
            Step::Type => view! { <settings::TypeStep wizard /> }.into_any(),
            Step::Settings => view! { <settings::SettingsStep wizard /> }.into_any(),
            Step::License => view! { <access::LicenseStep wizard /> }.into_any(),
            Step::Courses => view! { <access::CoursesStep wizard /> }.into_any(),
            Step::Confirm => view! { <confirm::ConfirmStep wizard kept /> }.into_any(),
        };
        let back = step.neighbor(-1).map(|before| {
            view! {
                <Button icon=IconName::ArrowLeft on_press=move || open.set(before)>
                    {t!(imports::BACK)}
                </Button>
            }
        });
        let next = step.neighbor(1).map(|after| {
            view! {
                <Button look=Look::Primary disabled_because=no_file on_press=move || open.set(after)>
                    {t!(imports::NEXT)}
                </Button>
            }
        });
        view! {
            <section class="wizard-panel" hidden=move || open.get() != step>
                <h2 tabindex="-1" node_ref=heading>
                    {step.label()}
                </h2>
                {content}
                <div class="wizard-buttons">{back} {next}</div>
            </section>
        }
        .into_any()
    };
    view! {
        <div class="wizard">
            <div class="wizard-side card">
                <StepList open no_file />
                {Step::ALL.map(panel).collect_view()}
            </div>
            <preview::Preview wizard />
        </div>
    }
    .into_any()
}

/// The steps as a list, each a button that opens it.
#[component]
fn StepList(open: RwSignal<Step>, no_file: Signal<Option<String>>) -> impl IntoView {
    let place = |step: Step| {
        Step::ALL
            .iter()
            .position(|other| *other == step)
            .unwrap_or_default()
    };
    let item = move |step: Step| {
        let done = move || place(open.get()) > place(step);
        let blocked = move || step != Step::File && no_file.with(Option::is_some);
        view! {
            <li>
                <button
                    type="button"
                    class="wizard-step"
                    class:wizard-step-done=done
                    aria-current=move || (open.get() == step).then_some("step")
                    aria-disabled=move || blocked().then_some("true")
                    title=move || no_file.get().filter(|_| blocked())
                    on:click=move |_| {
                        if !blocked() {
                            open.set(step);
                        }
                    }
                >
                    <span class="wizard-step-number" aria-hidden="true">
                        {move || {
                            if done() {
                                view! { <Icon name=IconName::Check /> }.into_any()
                            } else {
                                (place(step) + 1).into_any()
                            }
                        }}
                    </span>
                    {step.label()}
                </button>
            </li>
        }
    };
    view! {
        <nav aria-label=t!(imports::STEPS)>
            <ol class="wizard-steps">{Step::ALL.map(item).collect_view()}</ol>
        </nav>
    }
    .into_any()
}
