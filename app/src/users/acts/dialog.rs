//! The dialog before something is done to users: how, what will happen in numbers, who is left out and why; then the report.

use super::api::preview_act;
use super::desk::{Asked, Desk, What};
use super::terms::{Terms, TermsFields};
use crate::api::ApiError;
use crate::t;
use crate::ui::{Button, Dialog, IconName, Look, Notice, TextField, Tone, Width};
use crate::users::api::Names;
use crate::users::export::{Format, save};
use domain::users::{Act, ActRefused, Left, Preview, Report};
use leptos::prelude::*;
use leptos::task::spawn_local;

type Seen = Option<Result<Preview, ApiError<ActRefused>>>;

/// The dialog of a desk.
#[component]
pub fn ActDialog(desk: Desk, names: StoredValue<Names>) -> impl IntoView {
    let terms = Terms::new();
    let seen = RwSignal::new(None::<Result<Preview, ApiError<ActRefused>>>);
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let what = Memo::new(move |_| desk.asked.with(|asked| asked.as_ref().map(|asked| asked.what)));
    let act = Memo::new(move |_| terms.act(what.get()?));
    // What was chosen before is gone with the dialog.
    Effect::new(move |_| {
        if !desk.open.get() {
            terms.clear();
            typed.set(String::new());
            refused.set(None);
            seen.set(None);
        }
    });
    let asked_last = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let (true, Some(act)) = (desk.open.get(), act.get()) else {
            seen.set(None);
            return;
        };
        let Some(asked) = desk.asked.get_untracked().filter(|asked| asked.report.is_none()) else {
            return;
        };
        let number = asked_last.with_value(|last| last + 1);
        asked_last.set_value(number);
        seen.set(None);
        spawn_local(async move {
            let answer = preview_act(act, asked.whom.pick).await;
            if asked_last.try_get_value() == Some(number) {
                seen.set(Some(answer));
            }
        });
    });
    let title = Signal::derive(move || {
        desk.asked.with(|asked| match asked {
            Some(Asked { report: Some(_), .. }) => t!(acts::REPORT).to_owned(),
            Some(asked) => t!(acts::on(asked.what.label(), &asked.whom.words())),
            None => String::new(),
        })
    });
    let press = move || {
        let (Some(act), Some(asked)) = (act.get_untracked(), desk.asked.get_untracked()) else {
            return;
        };
        let count = count(&seen.get_untracked());
        let confirmed = count.filter(|_| act == Act::Delete);
        busy.set(true);
        spawn_local(async move {
            let answer = desk.go(act, asked, confirmed).await;
            busy.set(false);
            if let Err(error) = answer {
                refused.set(Some(error.to_string()));
            }
        });
    };
    let content = move || {
        match desk.asked.get() {
        Some(Asked {
            report: Some(report), ..
        }) => view! { <Told report /> }.into_any(),
        Some(asked) => view! {
            <div class="fields">
                <TermsFields what=asked.what terms names />
                <div role="status" class="act-summary">
                    {move || view! { <Summary act=act.get() seen=seen.get() /> }}
                </div>
                <Confirm asked act seen typed names />
                {move || refused.get().map(|why| view! { <div role="alert"><Notice tone=Tone::Bad>{why}</Notice></div> })}
            </div>
        }
        .into_any(),
        None => ().into_any(),
    }
    };
    let actions = move || {
        let report = desk
            .asked
            .with(|asked| asked.as_ref().and_then(|asked| asked.report.clone()));
        if let Some(report) = report {
            return view! { <AfterReport desk report /> }.into_any();
        }
        let label = move || match (act.get(), count(&seen.get())) {
            (Some(act), Some(count)) if count > 0 => t!(acts::button(&act, count)),
            _ => what.get().map(What::label).unwrap_or_default().to_owned(),
        };
        let blocked =
            Signal::derive(move || blocked(desk, act.get().as_ref(), &seen.get(), &typed.get(), names));
        let look = if what.get() == Some(What::Delete) {
            Look::Danger
        } else {
            Look::Primary
        };
        view! {
            <Button on_press=move || desk.open.set(false)>{t!(ui::CANCEL)}</Button>
            <Button look busy disabled_because=blocked on_press=press>
                {label}
            </Button>
        }
        .into_any()
    };
    view! {
        <Dialog open=desk.open title width=Width::Wide actions=actions>
            {content}
        </Dialog>
    }
    .into_any()
}

fn count(seen: &Seen) -> Option<u64> {
    seen.as_ref()?.as_ref().ok().map(|preview| preview.count)
}

/// What is to be typed before people are erased: the name of the one, or how many they are.
fn to_type(asked: &Asked, act: Option<&Act>, seen: &Seen, names: StoredValue<Names>) -> Option<String> {
    if act != Some(&Act::Delete) || !names.with_value(|names| names.erase_anyone) {
        return None;
    }
    let count = count(seen).filter(|count| *count > 0)?;
    Some(asked.whom.name.clone().unwrap_or_else(|| count.to_string()))
}

/// Why it cannot be done yet.
fn blocked(
    desk: Desk,
    act: Option<&Act>,
    seen: &Seen,
    typed: &str,
    names: StoredValue<Names>,
) -> Option<String> {
    if act.is_none() {
        return Some(t!(acts::CHOOSE_FIRST).to_owned());
    }
    match seen {
        None => return Some(t!(acts::LOOKING).to_owned()),
        Some(Err(error)) => return Some(error.to_string()),
        Some(Ok(preview)) if preview.count == 0 => return Some(t!(acts::NOBODY).to_owned()),
        Some(Ok(_)) => {}
    }
    let wanted = desk
        .asked
        .with(|asked| to_type(asked.as_ref()?, act, seen, names))?;
    (typed.trim() != wanted).then(|| t!(acts::type_to_confirm(&wanted)))
}

/// What will happen.
#[component]
fn Summary(act: Option<Act>, seen: Seen) -> impl IntoView {
    match (act, seen) {
        (None, _) => ().into_any(),
        (Some(_), None) => view! { <p class="act-looking">{t!(acts::LOOKING)}</p> }.into_any(),
        (Some(_), Some(Err(error))) => {
            view! { <Notice tone=Tone::Bad>{error.to_string()}</Notice> }.into_any()
        }
        (Some(act), Some(Ok(preview))) => {
            let lines = t!(acts::lines(&act, &preview));
            let erased = (act == Act::Delete && preview.count > 0)
                .then(|| view! { <Notice tone=Tone::Warning>{t!(acts::ERASED)}</Notice> });
            let nobody = (preview.count == 0)
                .then(|| view! { <Notice tone=Tone::Warning>{t!(acts::NOBODY)}</Notice> });
            view! {
                {nobody}
                <ul class="act-lines">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                <LeftOnes left=preview.left />
                {erased}
            }
            .into_any()
        }
    }
}

/// Those left out.
#[component]
fn LeftOnes(left: Vec<Left>) -> impl IntoView {
    let count: u64 = left.iter().map(|left| left.count).sum();
    (count > 0).then(|| {
        let lines = left.iter().map(|left| view! { <li>{t!(acts::left(left))}</li> });
        view! {
            <p class="act-left">{t!(acts::left_out_count(count))}</p>
            <ul class="act-lines">{lines.collect_view()}</ul>
        }
    })
}

/// The field to type into before people are erased.
#[component]
fn Confirm(
    asked: Asked,
    act: Memo<Option<Act>>,
    seen: RwSignal<Seen>,
    typed: RwSignal<String>,
    names: StoredValue<Names>,
) -> impl IntoView {
    let pick = StoredValue::new(asked.whom.pick.clone());
    let export = move || {
        pick.with_value(|pick| save(pick, Format::Csv));
    };
    let wanted =
        Memo::new(move |_| act.with(|act| seen.with(|seen| to_type(&asked, act.as_ref(), seen, names))));
    move || {
        wanted.get().map(|wanted| {
            view! {
                <p>
                    <Button icon=IconName::Download on_press=export>
                        {t!(acts::EXPORT_FIRST)}
                    </Button>
                </p>
                <TextField
                    name="act-confirm"
                    label=t!(acts::type_to_confirm(&wanted))
                    value=typed
                    autocomplete="off"
                />
            }
        })
    }
}

/// What became of it.
#[component]
fn Told(report: Report) -> impl IntoView {
    let seats = (report.seats > 0).then(|| {
        let words = if matches!(report.act, Act::Reactivate { .. }) {
            t!(acts::seats_again(report.seats))
        } else {
            t!(acts::seats_back(report.seats))
        };
        view! { <li>{words}</li> }
    });
    view! {
        <ul class="act-lines" role="status">
            <li>{t!(acts::done(&report.act, None, report.done))}</li>
            {seats}
        </ul>
        <LeftOnes left=report.left />
    }
    .into_any()
}

#[component]
fn AfterReport(desk: Desk, report: Report) -> impl IntoView {
    let id = report.id;
    let undo = report.can_be_undone().then(|| {
        let press = move || {
            desk.open.set(false);
            desk.undo(id);
        };
        view! {
            <Button icon=IconName::Undo on_press=press>
                {t!(ui::UNDO)}
            </Button>
        }
    });
    view! {
        {undo}
        <Button look=Look::Primary on_press=move || desk.open.set(false)>
            {t!(ui::CLOSE)}
        </Button>
    }
    .into_any()
}
