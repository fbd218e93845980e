//! "Why is this seat taken?": the ledger of one person's seats of the license.

use super::desk::Desk;
use crate::licenses::api::{LedgerLine, seat_history};
use crate::t;
use crate::ui::{Dialog, ErrorState, Skeleton};
use domain::id::UserId;
use leptos::prelude::*;

/// The ledger as a dialog, of whoever `why` names.
#[component]
pub fn WhyDialog(desk: Desk, why: RwSignal<Option<UserId>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let lines = RwSignal::new(None);
    Effect::new(move |_| {
        let Some(user) = why.get() else { return };
        lines.set(None);
        open.set(true);
        leptos::task::spawn_local(async move {
            let answer = seat_history(desk.id, user).await;
            lines.try_set(Some(answer));
        });
    });
    Effect::new(move |_| {
        if !open.get() {
            why.set(None);
        }
    });
    let title = Signal::derive(move || {
        let name = why.get().and_then(|user| {
            let key = super::board::key_of(user);
            desk.board
                .with(|board| board.person(key).map(|entry| entry.name.clone()))
        });
        match name {
            Some(name) => format!("{name}: {}", t!(licenses::WHY_TAKEN)),
            None => t!(licenses::WHY_TAKEN).to_owned(),
        }
    });
    let content = move || match lines.get() {
        None => view! { <Skeleton /> }.into_any(),
        Some(Err(error)) => view! { <ErrorState problem=error /> }.into_any(),
        Some(Ok(lines)) if lines.is_empty() => view! { <p>{t!(licenses::NO_LINES)}</p> }.into_any(),
        Some(Ok(lines)) => {
            view! { <ol class="seat-ledger">{lines.into_iter().map(line).collect_view()}</ol> }.into_any()
        }
    };
    view! {
        <Dialog open title>
            {content}
        </Dialog>
    }
    .into_any()
}

fn line(line: LedgerLine) -> impl IntoView {
    view! {
        <li>
            <strong>{t!(licenses::ledger_kind(line.kind))}</strong>
            " "
            {t!(licenses::by(line.by.as_deref()))}
            ": "
            {line.reason}
            <time>{t!(users::moment(line.at))}</time>
        </li>
    }
}
