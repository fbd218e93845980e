//! `/invitations`: every invitation and what became of it. What shapes the list is in the address.

mod address;
mod rows;

use super::acts::{ActDialogs, Acts};
use super::api::{InvitationList, list_invitations};
use crate::session::viewer;
use crate::t;
use crate::ui::{
    Button, EmptyState, ErrorState, IconName, LinkButton, Look, NoPermission, PageHeader, Pagination,
    SelectField, Skeleton, TextField,
};
use address::{ASKED, Address, EXPIRING};
use domain::access::InviteUsers;
use domain::invitations::InvitationStatus;
use leptos::prelude::*;
use leptos_router::components::Form;
use rows::Rows;

/// The page.
#[component]
pub fn InvitationsPage() -> impl IntoView {
    if let Some(Err(denied)) = viewer().map(|viewer| viewer.standing.permits::<InviteUsers>()) {
        return view! {
            <PageHeader title=t!(invitations::TITLE) />
            <NoPermission reason=t!(problems::denied(&denied)) />
        }
        .into_any();
    }
    let address = address::here();
    let invitations = Resource::new_blocking(
        move || address.get(),
        |Address { filter, before }| list_invitations(filter, before),
    );
    let acts = Acts::new(move || invitations.refetch());
    view! {
        <PageHeader title=t!(invitations::TITLE) description=t!(invitations::DESCRIPTION).to_owned()>
            <Invite />
        </PageHeader>
        <div class="invitations">
            <Filter address=address.get_untracked() />
            <Transition fallback=|| view! { <Skeleton lines=10 /> }>
                {move || Suspend::new(async move {
                    match invitations.await {
                        Ok(list) if list.invitations.is_empty() => view! { <Nothing address /> }.into_any(),
                        Ok(list) => view! { <List list address acts /> }.into_any(),
                        Err(error) => {
                            let retry = move || invitations.refetch();
                            view! { <ErrorState problem=error on_retry=retry /> }.into_any()
                        }
                    }
                })}
            </Transition>
        </div>
        <ActDialogs acts />
    }
    .into_any()
}

#[component]
fn Invite() -> impl IntoView {
    view! {
        <LinkButton href="/invitations/new" look=Look::Primary icon=IconName::Invitation>
            {t!(invitations::INVITE)}
        </LinkButton>
    }
}

/// State and address; it sends itself with Enter or its button, with and without scripts.
#[component]
fn Filter(address: Address) -> impl IntoView {
    let state = RwSignal::new(address.state().to_owned());
    let every = (String::new(), t!(invitations::ANY_STATE).to_owned());
    let asked = (ASKED.to_owned(), t!(invitations::ASKS).to_owned());
    let expiring = (EXPIRING.to_owned(), t!(dashboard::EXPIRING).to_owned());
    let states = InvitationStatus::ALL.map(|status| {
        (
            status.as_str().to_owned(),
            t!(invitations::status(status)).to_owned(),
        )
    });
    let options: Vec<_> = [every, asked, expiring].into_iter().chain(states).collect();
    view! {
        <Form method="GET" action="/invitations" attr:class="messages-filter" attr:role="search">
            <TextField
                name="q"
                label=t!(invitations::ADDRESS)
                initial=address.filter.search
                optional=true
                autocomplete="off"
            />
            <SelectField name="state" label=t!(invitations::STATE) value=state options=Signal::stored(options) optional=true />
            <Button submit=true icon=IconName::Filter>
                {t!(invitations::FILTER)}
            </Button>
        </Form>
    }
    .into_any()
}

#[component]
fn Nothing(address: Memo<Address>) -> impl IntoView {
    if address.with_untracked(|address| *address == Address::default()) {
        view! {
            <EmptyState icon=IconName::Invitation title=t!(invitations::NONE_YET)>
                <p>{t!(invitations::NONE_YET_WHY)}</p>
                <Invite />
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <EmptyState icon=IconName::Search title=t!(invitations::NONE_MATCH)>
                <p>{t!(invitations::NONE_MATCH_WHY)}</p>
                <LinkButton href="/invitations">{t!(invitations::SHOW_ALL)}</LinkButton>
            </EmptyState>
        }
        .into_any()
    }
}

#[component]
fn List(list: InvitationList, address: Memo<Address>, acts: Acts) -> impl IntoView {
    let at = address.get_untracked();
    let first = at.before.map(|_| at.page(None));
    let next = list.next.map(|before| at.page(Some(before)));
    let has_more = first.is_some() || next.is_some();
    view! {
        <Rows list filter=at.filter has_more acts />
        <Pagination previous=Signal::stored(first) next=Signal::stored(next) />
    }
    .into_any()
}
