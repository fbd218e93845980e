//! `/settings/tokens`: the tokens that are good, and what can be done about them.

use super::api::{TokenList, list_tokens, revoke_token};
use super::new::NewToken;
use crate::session::viewer;
use crate::t;
use crate::ui::{
    Button, Cell, Column, Crumb, Dialog, EmptyState, IconName, Look, NoPermission, PageHeader, Table,
    fetched, toasts,
};
use crate::users::Ago;
use domain::access::ManageTokens;
use domain::id::SecretId;
use domain::time::Timestamp;
use domain::tokens::TokenRow;
use leptos::prelude::*;

/// The page.
#[component]
pub fn TokensPage() -> impl IntoView {
    if let Some(Err(denied)) = viewer().map(|viewer| viewer.standing.permits::<ManageTokens>()) {
        return view! {
            <PageHeader title=t!(tokens::TITLE) />
            <NoPermission reason=t!(problems::denied(&denied)) />
        }
        .into_any();
    }
    let tokens = Resource::new_blocking(|| (), |()| list_tokens());
    let making = RwSignal::new(false);
    let revoking = RwSignal::new(None::<(SecretId, String)>);
    let again = Callback::new(move |()| tokens.refetch());
    let breadcrumbs = vec![Crumb {
        label: t!(settings::TITLE).to_owned(),
        href: "/settings".to_owned(),
    }];
    let content = fetched(tokens, 6, move |list| {
        if list.tokens.is_empty() {
            view! {
                <EmptyState icon=IconName::Key title=t!(tokens::NONE)>
                    <p>{t!(tokens::NONE_WHY)}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            view! { <List list revoking /> }.into_any()
        }
    });
    view! {
        <PageHeader title=t!(tokens::TITLE) description=t!(tokens::DESCRIPTION).to_owned() breadcrumbs>
            <Button look=Look::Primary icon=IconName::Plus on_press=move || making.set(true)>
                {t!(tokens::NEW)}
            </Button>
        </PageHeader>
        {content}
        <p class="tokens-more">
            <a href="/api/v1/openapi.json" rel="external">
                {t!(tokens::OPENAPI)}
            </a>
        </p>
        <NewToken open=making again />
        <Revoke revoking again />
    }
    .into_any()
}

#[component]
fn List(list: TokenList, revoking: RwSignal<Option<(SecretId, String)>>) -> impl IntoView {
    let columns = vec![
        Column::new("name", t!(tokens::NAME)),
        Column::new("scopes", t!(tokens::SCOPES)),
        Column::new("by", t!(tokens::MADE_BY)),
        Column::new("used", t!(tokens::LAST_USED)),
        Column::new("ends", t!(invitations::ENDS)),
        Column::new("acts", t!(invitations::ACTIONS)).unseen(),
    ];
    let TokenList { now, tokens } = list;
    let row = move |token: TokenRow| view! { <Line token now revoking /> };
    view! {
        <Table label=t!(tokens::TITLE) columns=Signal::stored(columns)>
            {tokens.into_iter().map(row).collect_view()}
        </Table>
    }
    .into_any()
}

#[component]
fn Line(token: TokenRow, now: Timestamp, revoking: RwSignal<Option<(SecretId, String)>>) -> impl IntoView {
    let TokenRow { id, terms, .. } = token;
    let scopes: Vec<_> = terms
        .scopes
        .into_iter()
        .map(|scope| t!(tokens::scope(scope)))
        .collect();
    let used = match token.last_used_at {
        Some(at) => view! { <Ago at now /> }.into_any(),
        None => t!(users::NEVER).into_any(),
    };
    let (made, name) = (token.created_at, terms.name.clone());
    let revoke = t!(acts::on(t!(tokens::REVOKE), &name));
    let press = move || revoking.set(Some((id, name.clone())));
    view! {
        <tr>
            <Cell label=t!(tokens::NAME) main=true>
                {terms.name}
            </Cell>
            <Cell label=t!(tokens::SCOPES)>{scopes.join(", ")}</Cell>
            <Cell label=t!(tokens::MADE_BY)>
                <div>
                    {token.made_by}
                    <span class="cell-detail">
                        <Ago at=made now />
                    </span>
                </div>
            </Cell>
            <Cell label=t!(tokens::LAST_USED)>{used}</Cell>
            <Cell label=t!(invitations::ENDS)>
                <time datetime=token.expires_at.to_string() title=t!(users::moment(token.expires_at))>
                    {t!(users::day(token.expires_at.date()))}
                </time>
            </Cell>
            <Cell label=t!(invitations::ACTIONS)>
                <Button label=revoke icon=IconName::Ban look=Look::Ghost on_press=press />
            </Cell>
        </tr>
    }
    .into_any()
}

/// Asks before a token opens nothing any more: there is no way back.
#[component]
fn Revoke(revoking: RwSignal<Option<(SecretId, String)>>, again: Callback<()>) -> impl IntoView {
    let toasts = toasts();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(revoking.with(Option::is_some)));
    Effect::new(move |_| {
        if !open.get() && revoking.with_untracked(Option::is_some) {
            revoking.set(None);
        }
    });
    let revoke = Action::new(move |id: &SecretId| {
        let id = *id;
        async move {
            match revoke_token(id).await {
                Ok(()) => toasts.done(t!(tokens::REVOKED)),
                Err(error) => toasts.failed(error.to_string()),
            }
            revoking.set(None);
            again.run(());
        }
    });
    let title = Signal::derive(move || {
        let name = revoking.with(|revoking| revoking.as_ref().map(|(_, name)| name.clone()));
        t!(acts::on(t!(tokens::REVOKE), &name.unwrap_or_default()))
    });
    let actions = move || {
        let press = move || {
            if let Some((id, _)) = revoking.get_untracked() {
                revoke.dispatch(id);
            }
        };
        view! {
            <Button on_press=move || open.set(false)>{t!(ui::CANCEL)}</Button>
            <Button look=Look::Danger busy=revoke.pending() on_press=press>
                {t!(tokens::REVOKE)}
            </Button>
        }
    };
    view! {
        <Dialog open title actions>
            <p>{t!(tokens::REVOKE_WHY)}</p>
        </Dialog>
    }
    .into_any()
}
