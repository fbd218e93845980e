//! What happened to a user, newest first, in sentences.

use super::api::user_history;
use super::state::One;
use crate::api::{ApiError, Never};
use crate::audit::Line;
use crate::t;
use crate::ui::{Button, EmptyState, ErrorState, IconName, NoPermission, Skeleton};
use domain::audit::AuditPage;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The lines that are here, and how to get older ones.
#[component]
pub fn History(one: One) -> impl IntoView {
    let id = one.user.with_untracked(|user| user.summary.id);
    let version = Memo::new(move |_| one.user.with(|user| user.version));
    let first = LocalResource::new(move || {
        version.track();
        user_history(id, None)
    });
    let content = move || match first.get() {
        None => view! { <Skeleton lines=8 /> }.into_any(),
        Some(Ok(page)) => view! { <Lines one page /> }.into_any(),
        Some(Err(ApiError::Denied(denied))) => {
            view! { <NoPermission reason=t!(problems::denied(&denied)) /> }.into_any()
        }
        Some(Err(error)) => {
            view! { <ErrorState problem=error on_retry=move || first.refetch() /> }.into_any()
        }
    };
    view! { <div class="user-history">{content}</div> }.into_any()
}

#[component]
fn Lines(one: One, page: AuditPage) -> impl IntoView {
    let id = one.user.with_untracked(|user| user.summary.id);
    let lines = RwSignal::new(page.lines);
    let more = RwSignal::new(page.more);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError<Never>>);
    let older = move || {
        let before = lines.with_untracked(|lines| lines.last().map(|line| line.id));
        busy.set(true);
        spawn_local(async move {
            match user_history(id, before).await {
                Ok(page) => {
                    lines.update(|lines| lines.extend(page.lines));
                    more.set(page.more);
                    failed.set(None);
                }
                Err(error) => failed.set(Some(error)),
            }
            busy.set(false);
        });
    };
    if lines.with_untracked(Vec::is_empty) {
        return view! {
            <EmptyState icon=IconName::Audit title=t!(user::NO_HISTORY)>
                <p>{t!(user::NO_HISTORY_WHY)}</p>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <ol class="history">
            <For each=move || lines.get() key=|line| line.id let:line>
                <Line line about=false />
            </For>
        </ol>
        {move || failed.get().map(|error| view! { <p role="alert">{error.to_string()}</p> })}
        <Show when=move || more.get()>
            <Button busy on_press=older>
                {t!(user::OLDER)}
            </Button>
        </Show>
    }
    .into_any()
}
