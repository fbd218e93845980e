//! What is under way, with how far it is.

use super::desk::Desk;
use crate::t;
use crate::ui::Progress;
use domain::users::Report;
use leptos::prelude::*;

/// A line for each act under way; nothing while there is none.
#[component]
pub fn Running(desk: Desk) -> impl IntoView {
    let line = move |id| {
        let of = move |number: fn(&Report) -> u64| {
            Signal::derive(move || {
                desk.running
                    .with(|running| running.iter().find(|report| report.id == id).map(number))
                    .unwrap_or(0)
            })
        };
        let label = move || {
            desk.running.with(|running| {
                let report = running.iter().find(|report| report.id == id);
                report.map(|report| t!(acts::button(&report.act, report.total)))
            })
        };
        let label = Signal::derive(move || label().unwrap_or_default());
        view! { <Progress label done=of(|report| report.seen) total=of(|report| report.total) /> }
    };
    let ids = move || {
        desk.running
            .with(|running| running.iter().map(|report| report.id).collect::<Vec<_>>())
    };
    view! {
        <Show when=move || desk.running.with(|running| !running.is_empty())>
            <section class="acts-running" aria-label=t!(acts::RUNNING)>
                <For each=ids key=|id| *id let:id>
                    {line(id)}
                </For>
            </section>
        </Show>
    }
    .into_any()
}
