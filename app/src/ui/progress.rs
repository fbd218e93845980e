//! How far something is, always with numbers.

use crate::t;
use crate::text::number;
use leptos::prelude::*;

/// How far a task is.
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// Steps done.
    #[prop(into)]
    done: Signal<u64>,
    /// Steps in all.
    #[prop(into)]
    total: Signal<u64>,
) -> impl IntoView {
    view! {
        <div class="progress">
            <p class="progress-words">
                <span>{move || label.get()}</span>
                <span>{move || t!(ui::done_of(done.get(), total.get()))}</span>
            </p>
            <progress
                aria-label=move || label.get()
                max=move || total.get().max(1).to_string()
                value=move || done.get().to_string()
            ></progress>
        </div>
    }
    .into_any()
}

/// How much of something limited is used: seats, accounts.
#[component]
pub fn Meter(
    /// What is limited.
    #[prop(into)]
    label: Signal<String>,
    /// How much is used.
    #[prop(into)]
    used: Signal<u64>,
    /// How much there is.
    #[prop(into)]
    total: Signal<u64>,
) -> impl IntoView {
    // Green, amber and red of a native meter say nothing to those who do not see them; the numbers do.
    let percent = move || (used.get() * 100).checked_div(total.get()).unwrap_or(0).min(100);
    view! {
        <div class="meter">
            <p class="progress-words">
                <span>{move || label.get()}</span>
                <span>{move || t!(ui::used_of(used.get(), total.get()))}</span>
            </p>
            <svg
                class="meter-bar"
                class:meter-full=move || { percent() >= 100 }
                role="img"
                aria-label=move || t!(ui::percent_used(percent()))
                viewBox="0 0 100 1"
                preserveAspectRatio="none"
            >
                <rect class="meter-rest" width="100" height="1" />
                <rect class="meter-used" width=move || percent().to_string() height="1" />
            </svg>
        </div>
    }
    .into_any()
}

/// One number that matters, with what it counts; a link to the list behind it where there is one.
#[component]
pub fn Stat(
    /// What is counted.
    #[prop(into)]
    label: String,
    /// How many.
    #[prop(into)]
    value: Signal<u64>,
    /// Whether there may be more than were counted.
    #[prop(optional)]
    more: bool,
    /// The list behind the number.
    #[prop(optional, into)]
    href: Option<String>,
    /// What to make of it.
    #[prop(optional, into)]
    note: Option<Signal<String>>,
) -> impl IntoView {
    let content = view! {
        <span class="stat-label">{label}</span>
        <span class="stat-value">{move || number(value.get())}{more.then_some("+")}</span>
        {note.map(|note| view! { <span class="stat-note">{move || note.get()}</span> })}
    };
    match href {
        Some(href) => view! {
            <a class="card stat" href=href>
                {content}
            </a>
        }
        .into_any(),
        None => view! { <div class="card stat">{content}</div> }.into_any(),
    }
}
