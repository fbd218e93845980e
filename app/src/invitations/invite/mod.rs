//! `/invitations/new`: many people invited at once, with one offer for all of them.

mod addresses;
mod file;
mod offer;
mod outcome;
mod state;
mod typed;

use super::api::{InviteChoices, invite_options, send_invitations};
use crate::api::ApiError;
use crate::refusals::Words;
use crate::session::viewer;
use crate::t;
use crate::ui::{
    Button, Crumb, ErrorSummary, FieldProblem, IconName, LinkButton, Look, NoPermission, PageHeader, fetched,
    toasts,
};
use addresses::Addresses;
use domain::access::InviteUsers;
use domain::id::GroupId;
use domain::invitations::{Invited, OfferScope};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use offer::{Belonging, License, RoleAndGroups};
use outcome::Outcome;
use state::Draft;

/// The page.
#[component]
pub fn InvitePage() -> impl IntoView {
    if let Some(Err(denied)) = viewer().map(|viewer| viewer.standing.permits::<InviteUsers>()) {
        return view! {
            <PageHeader title=t!(invitations::INVITE) />
            <NoPermission reason=t!(problems::denied(&denied)) />
        }
        .into_any();
    }
    let group = use_query_map()
        .with_untracked(|query| query.get("group").and_then(|group| group.parse::<GroupId>().ok()));
    let options = Resource::new_blocking(|| (), |()| invite_options());
    let sent = RwSignal::new(None::<Invited>);
    let breadcrumbs = vec![Crumb {
        label: t!(invitations::TITLE).to_owned(),
        href: "/invitations".to_owned(),
    }];
    let content = fetched(options, 16, move |choices| {
        let choices = StoredValue::new(choices);
        let content = move || match sent.get() {
            Some(invited) => view! { <Outcome invited again=move || sent.set(None) /> }.into_any(),
            None => view! { <Form choices=choices.get_value() group sent /> }.into_any(),
        };
        content.into_any()
    });
    view! {
        <PageHeader title=t!(invitations::INVITE) description=t!(invitations::INVITE_WHY).to_owned() breadcrumbs />
        {content}
    }
    .into_any()
}

/// The form, once there is what it chooses from.
#[component]
fn Form(choices: InviteChoices, group: Option<GroupId>, sent: RwSignal<Option<Invited>>) -> impl IntoView {
    let whole = matches!(choices.scope, OfferScope::Organization(_));
    let days = u64::from(choices.days);
    let draft = Draft::new(choices, group);
    let summary = RwSignal::new(Vec::<FieldProblem>::new());
    let busy = RwSignal::new(false);
    let toasts = toasts();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        draft.tried.set(true);
        draft.refused.set(None);
        let problems = untrack(|| draft.problems());
        summary.set(problems.clone());
        if !problems.is_empty() {
            return;
        }
        let (emails, offer) = untrack(|| (draft.invited(), draft.offer()));
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = send_invitations(emails, offer).await;
            busy.set(false);
            match answer {
                Ok(invited) => sent.set(Some(invited)),
                Err(ApiError::Refused(refused)) => {
                    draft.refused.set(Some(refused.words()));
                    summary.set(untrack(|| draft.problems()));
                }
                Err(error) => toasts.failed(error.to_string()),
            }
        });
    };
    let send = move || t!(invitations::send(draft.tally.with(|tally| tally.invited)));
    view! {
        <form class="user-form" novalidate on:submit=submit>
            <ErrorSummary problems=summary />
            <Addresses draft />
            <RoleAndGroups draft whole />
            {whole
                .then(|| {
                    view! {
                        <License draft />
                        <Belonging draft />
                    }
                })}
            <p class="field-hint">{t!(invitations::valid_for(days))}</p>
            <div class="user-form-actions">
                <Button submit=true look=Look::Primary icon=IconName::Send busy>
                    {send}
                </Button>
                <LinkButton href="/invitations">{t!(ui::CANCEL)}</LinkButton>
            </div>
        </form>
    }
    .into_any()
}
