//! What is wrong with a row, each problem at a field that holds its cell and mends it.

use super::desk::Wizard;
use super::draft::Draft;
use crate::imports::rows;
use crate::imports::words::sentence;
use crate::t;
use crate::ui::{Kind, TextField};
use domain::imports::{Field, PlannedRow, Problem};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The problems of a row: those of cells as fields, the others in words.
#[component]
pub fn Mend(wizard: Wizard, place: usize, row: PlannedRow, table: NodeRef<html::Div>) -> impl IntoView {
    let (in_cells, of_row): (Vec<Problem>, Vec<Problem>) = row
        .problems
        .into_iter()
        .partition(|problem| problem.field.is_some());
    let cells = by_field(in_cells).into_iter().map(|(field, message)| {
        let secret = field == Field::Password;
        let cell = || {
            wizard
                .draft
                .with_untracked(|draft| draft.as_ref().map(|draft| cell(draft, place, field)))
        };
        let initial = if secret {
            String::new()
        } else {
            cell().unwrap_or_default()
        };
        let mend = move |text: String| {
            wizard.mend(place, field, &text);
            keep_focus(table);
        };
        view! {
            <TextField
                name=format!("cell-{place}-{field}")
                label=t!(imports::field(field))
                initial
                kind=if secret { Kind::Password } else { Kind::Text }
                error=Signal::stored(Some(message))
                on_change=mend
                autocomplete="off"
            />
        }
    });
    view! {
        <div class="import-mend">{cells.collect_view()}</div>
        {rows::problems(&of_row)}
    }
    .into_any()
}

fn cell(draft: &Draft, place: usize, field: Field) -> String {
    draft.cell(place, field).to_owned()
}

/// One entry a field, with everything that is wrong with it.
fn by_field(problems: Vec<Problem>) -> Vec<(Field, String)> {
    let mut fields: Vec<(Field, String)> = Vec::new();
    for problem in problems {
        let Some(field) = problem.field else { continue };
        let message = sentence(&t!(refusals::row(&problem)));
        match fields.iter_mut().find(|(known, _)| *known == field) {
            Some((_, told)) => *told = format!("{told} {message}"),
            None => fields.push((field, message)),
        }
    }
    fields
}

/// A mended cell goes from the page with what was wrong with it. The focus that was in it goes to the next one to be
/// mended, or to the table.
fn keep_focus(table: NodeRef<html::Div>) {
    request_animation_frame(move || {
        let lost = document()
            .active_element()
            .is_none_or(|active| active.tag_name() == "BODY");
        let Some(table) = table.get_untracked().filter(|_| lost) else {
            return;
        };
        let find = |selector| table.query_selector(selector).ok().flatten();
        let next = find(".import-mend input").or_else(|| find(".table-frame"));
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            let _ = next.focus();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::imports::Code;

    #[test]
    fn a_cell_with_two_problems_is_one_field() {
        let fields = by_field(vec![
            Problem::of(Field::Email, Code::NotValid, "no @"),
            Problem::of(Field::Role, Code::Unknown, "no such role"),
            Problem::of(Field::Email, Code::Missing, "needed"),
        ]);
        assert_eq!(
            fields,
            [
                (Field::Email, "No @. Needed.".to_owned()),
                (Field::Role, "No such role.".to_owned())
            ]
        );
    }
}
