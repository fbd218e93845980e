//! All that is wrong with a form, on top of it, each line a link to its field. It takes the focus when it appears.

use crate::t;
use leptos::html;
use leptos::prelude::*;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// Id of the field, which is its name unless it was given another.
    pub field: String,
    /// What is wrong, and how to mend it.
    pub message: String,
}

/// The summary; nothing while there are no problems.
#[component]
pub fn ErrorSummary(
    /// What is wrong, in the order of the fields.
    #[prop(into)]
    problems: Signal<Vec<FieldProblem>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let (false, Some(summary)) = (problems.with(Vec::is_empty), node.get()) {
            let _ = summary.focus();
        }
    });
    let line = |FieldProblem { field, message }: FieldProblem| {
        view! {
            <li>
                <a rel="external" href=format!("#{field}")>
                    {message}
                </a>
            </li>
        }
    };
    view! {
        <div
            class="error-summary"
            node_ref=node
            role="alert"
            tabindex="-1"
            hidden=move || problems.with(Vec::is_empty)
        >
            <h2>{move || t!(ui::problems(problems.with(Vec::len)))}</h2>
            <ul>{move || problems.get().into_iter().map(line).collect_view()}</ul>
        </div>
    }
    .into_any()
}
