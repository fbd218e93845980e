//! The license's counters, exact at every moment: moves under way are in them.

use super::desk::Desk;
use crate::licenses::words::count;
use crate::t;
use crate::text::number;
use crate::ui::Meter;
use domain::licenses::Seats;
use leptos::prelude::*;

/// Free, given, kept, bought, and how full that is.
#[component]
pub fn Counts(desk: Desk) -> impl IntoView {
    let seats = Memo::new(move |_| desk.board.with(super::board::Board::seats));
    let figure = move |label: &'static str, value: fn(domain::licenses::Seats) -> i64| {
        view! {
            <div class="allocator-count">
                <dt>{label}</dt>
                <dd>{move || number(count(value(seats.get())))}</dd>
            </div>
        }
    };
    let used = Signal::derive(move || count(seats.get().allocated + seats.get().reserved));
    let total = Signal::derive(move || count(seats.get().purchased));
    view! {
        <section class="card allocator-counts" aria-label=t!(licenses::COUNTS)>
            <dl>
                {figure(t!(licenses::FREE), Seats::free)}
                {figure(t!(licenses::GIVEN), |seats| seats.allocated)}
                {figure(t!(licenses::RESERVED), |seats| seats.reserved)}
                {figure(t!(licenses::TOTAL), |seats| seats.purchased)}
            </dl>
            <Meter label=t!(licenses::SEATS) used total />
        </section>
    }
    .into_any()
}
