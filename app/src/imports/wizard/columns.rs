//! What each column of the file means: recognized, and to be corrected by hand.

use super::desk::Wizard;
use super::draft::Draft;
use crate::imports::words::sentence;
use crate::t;
use crate::ui::{Icon, IconName, SelectField};
use domain::imports::{ColumnWarning, Field};
use leptos::prelude::*;

/// A select for each column, below what is left out.
#[component]
pub fn Columns(wizard: Wizard) -> impl IntoView {
    let columns = Memo::new(move |_| {
        let columns = wizard.draft.with(|draft| draft.as_ref().map(Draft::columns));
        (wizard.file.get(), columns.unwrap_or_default())
    });
    let listed = move || {
        let (_, columns) = columns.get();
        let known = move || {
            let field = |draft: &Draft, column| draft.field(column).is_some();
            wizard.draft.with(|draft| {
                draft.as_ref().map_or(0, |draft| {
                    (0..columns).filter(|column| field(draft, *column)).count()
                })
            })
        };
        (columns > 0).then(|| {
            view! {
                <section class="import-columns">
                    <h3>{t!(imports::COLUMNS)}</h3>
                    <p>{move || t!(imports::recognized(known() as u64, columns as u64))}</p>
                    <Warnings wizard />
                    <div class="import-columns-list">
                        {(0..columns).map(|column| view! { <Column wizard column /> }).collect_view()}
                    </div>
                </section>
            }
        })
    };
    view! { {listed} }.into_any()
}

#[component]
fn Warnings(wizard: Wizard) -> impl IntoView {
    let warning = |message: String| {
        view! {
            <li>
                <Icon name=IconName::Warning />
                <span>{sentence(&message)}</span>
            </li>
        }
    };
    let warnings = Memo::new(move |_| {
        let warnings = wizard.draft.with(|draft| draft.as_ref().map(Draft::warnings));
        let warnings = warnings.unwrap_or_default();
        let said = |warning: &ColumnWarning| t!(refusals::column(warning));
        warnings.iter().map(said).collect::<Vec<_>>()
    });
    view! { <ul class="import-warnings">{move || warnings.get().into_iter().map(warning).collect_view()}</ul> }.into_any()
}

#[component]
fn Column(wizard: Wizard, column: usize) -> impl IntoView {
    let field = Memo::new(move |_| {
        wizard
            .draft
            .with(|draft| draft.as_ref().and_then(|draft| draft.field(column)))
    });
    let word = move |field: Option<Field>| field.map_or("", Field::as_str).to_owned();
    let value = RwSignal::new(word(field.get_untracked()));
    // Another column may have taken the meaning away.
    Effect::new(move |_| {
        let word = word(field.get());
        if value.with_untracked(|value| *value != word) {
            value.set(word);
        }
    });
    Effect::new(move |before: Option<()>| {
        let chosen = value.with(|value| Field::ALL.iter().copied().find(|field| field.as_str() == value));
        if before.is_some() && chosen != field.get_untracked() {
            wizard.map(column, chosen);
        }
    });
    let header = wizard.draft.with_untracked(|draft| {
        let header = draft
            .as_ref()
            .and_then(|draft| draft.table().header().get(column).cloned());
        header
            .filter(|header| !header.is_empty())
            .unwrap_or_else(|| t!(imports::UNNAMED_COLUMN).to_owned())
    });
    let hint = move || {
        let sample = wizard
            .draft
            .with(|draft| draft.as_ref()?.sample(column).map(shortened));
        let shown = if field.get() == Some(Field::Password) {
            sample.map(|_| t!(imports::HIDDEN).to_owned())
        } else {
            sample
        };
        shown.map(|sample| t!(imports::for_example(&sample)))
    };
    let options = || {
        let nothing = (String::new(), t!(imports::NOT_IMPORTED).to_owned());
        let fields = Field::ALL
            .iter()
            .map(|field| (field.as_str().to_owned(), t!(imports::field(*field)).to_owned()));
        std::iter::once(nothing).chain(fields).collect::<Vec<_>>()
    };
    view! {
        <SelectField
            name=format!("column-{column}")
            label=header
            value
            options=Signal::stored(options())
            hint=Signal::derive(hint)
        />
    }
    .into_any()
}

fn shortened(sample: &str) -> String {
    const SHOWN: usize = 40;
    if sample.chars().count() <= SHOWN {
        return sample.to_owned();
    }
    sample.chars().take(SHOWN).chain(['…']).collect()
}
