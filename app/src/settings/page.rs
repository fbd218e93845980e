//! `/settings`: for those who decide, and to look at for those who may see.

use super::api::{Seen, load_settings};
use super::editing::Editing;
use super::inputs::{GettingIn, Keeping, Organization};
use super::test_message::TestMessage;
use crate::session::viewer;
use crate::t;
use crate::ui::{Button, ErrorSummary, IconName, LinkButton, Look, Notice, PageHeader, Tone, fetched};
use domain::access::{ManageSettings, ManageTokens};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let settings = Resource::new_blocking(|| (), |()| load_settings());
    let may_make_tokens = viewer().is_some_and(|viewer| viewer.standing.permits::<ManageTokens>().is_ok());
    view! {
        <PageHeader title=t!(settings::TITLE) description=t!(settings::DESCRIPTION).to_owned()>
            {may_make_tokens.then(|| view! {
                <LinkButton icon=IconName::Key href="/settings/tokens">{t!(tokens::TITLE)}</LinkButton>
            })}
        </PageHeader>
        {fetched(settings, 12, move |seen| view! { <Form seen /> }.into_any())}
    }
    .into_any()
}

#[component]
fn Form(seen: Seen) -> impl IntoView {
    let editing = Editing::of(seen.form);
    let denied = viewer().and_then(|viewer| viewer.standing.permits::<ManageSettings>().err());
    let may_not = denied.map(|denied| t!(problems::denied(&denied)));
    let only_look = may_not.is_some();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !editing.busy.get_untracked() && untrack(|| editing.changed()) {
            editing.save();
        }
    };
    let blocked = Signal::derive({
        let may_not = may_not.clone();
        move || {
            let unchanged = || (!editing.changed()).then(|| t!(settings::NOTHING_CHANGED).to_owned());
            may_not.clone().or_else(unchanged)
        }
    });
    let met = move || {
        editing.met.get().map(|both| {
            let both: Vec<_> = both.into_iter().map(|field| t!(settings::label(field))).collect();
            view! {
                <div role="alert">
                    <Notice tone=Tone::Warning>
                        <p>{t!(settings::MET)}</p>
                        {(!both.is_empty()).then(|| view! { <p>{t!(user::met_both(&both.join(", ")))}</p> })}
                    </Notice>
                </div>
            }
        })
    };
    view! {
        <form class="settings" novalidate on:submit=submit>
            {may_not.map(|why| view! { <Notice>{why}</Notice> })}
            <ErrorSummary problems=editing.errors />
            {met}
            <fieldset class="settings-fields" disabled=only_look>
                <legend class="visually-hidden">{t!(settings::TITLE)}</legend>
                <Organization editing user_cap=seen.user_cap />
                <GettingIn editing />
                <Keeping editing />
            </fieldset>
            <div class="settings-actions">
                <Button submit=true look=Look::Primary busy=editing.busy disabled_because=blocked>
                    {t!(settings::SAVE)}
                </Button>
            </div>
        </form>
        {(!only_look).then(|| view! { <TestMessage /> })}
    }
    .into_any()
}
