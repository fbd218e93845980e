//! What happened to a user, newest first, in sentences.

use super::api::user_history;
use super::state::One;
use crate::api::{ApiError, Never};
use crate::t;
use crate::ui::{Button, EmptyState, ErrorState, Icon, IconName, NoPermission, Skeleton};
use domain::audit::{AuditLine, AuditPage, Who};
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
            view! { <ErrorState message=error.to_string() on_retry=move || first.refetch() /> }.into_any()
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
                <Line line />
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

#[component]
fn Line(line: AuditLine) -> impl IntoView {
    let who = match &line.who {
        Who::User { name, .. } => name.clone(),
        Who::Gone => t!(user::SOMEBODY_GONE).to_owned(),
        Who::System => t!(user::BY_ITSELF).to_owned(),
        Who::CommandLine => t!(user::COMMAND_LINE).to_owned(),
    };
    let changes = line.changes().into_iter().filter_map(|change| {
        let field = t!(user::field(&change.field));
        (!field.is_empty()).then(|| {
            let value = |text: String| {
                if text.is_empty() {
                    t!(user::NONE).to_owned()
                } else {
                    t!(user::value(&change.field, &text))
                }
            };
            let (before, after) = (value(change.before.clone()), value(change.after.clone()));
            view! {
                <li>
                    <span class="history-field">{field}</span>
                    <span>{before}</span>
                    <Icon name=IconName::ArrowRight />
                    <span class="visually-hidden">{t!(user::BECAME)}</span>
                    <span>{after}</span>
                </li>
            }
        })
    });
    let changes: Vec<_> = changes.collect();
    let changes = (!changes.is_empty()).then(|| view! { <ul class="history-changes">{changes}</ul> });
    let from = line.address.map(|address| t!(user::from_address(&address)));
    view! {
        <li class="history-line">
            <p>{t!(user::sentence(line.action, &who))}</p>
            {changes}
            <p class="cell-detail">
                <time datetime=line.at.to_string()>{t!(users::moment(line.at))}</time>
                {from.map(|from| view! { " · " {from} })}
            </p>
        </li>
    }
    .into_any()
}
