//! The top of the page: the name, what matters now, and what can be done.

use super::state::{Change, One};
use crate::t;
use crate::ui::{Button, Crumb, IconName, Look, Menu, MenuItem, MenuLine, PageHeader};
use crate::users::acts::What;
use crate::users::list::Status;
use domain::access::{GroupRole, Role};
use domain::users::{Act, UserDetails, UserState};
use leptos::prelude::*;

/// Name, status, actions.
#[component]
pub fn Header(one: One) -> impl IntoView {
    let title = Signal::derive(move || one.name());
    let breadcrumbs = vec![Crumb {
        label: t!(users::TITLE).to_owned(),
        href: "/users".to_owned(),
    }];
    let contact = move || {
        one.user.with(|user| {
            let summary = &user.summary;
            let contact = summary
                .email
                .as_ref()
                .map_or_else(|| summary.username.to_string(), ToString::to_string);
            let role = t!(users::role(summary.role));
            format!("{contact} · {role}")
        })
    };
    let description = Signal::derive(contact);
    view! {
        <PageHeader title description breadcrumbs>
            {move || actions(one)}
        </PageHeader>
        <div class="user-status">{move || {
            let status = one.user.with(UserDetails::status);
            view! { <Status status /> }
        }}</div>
    }
    .into_any()
}

/// The one main action, and the menu with everything.
fn actions(one: One) -> AnyView {
    let (state, waits) = one.user.with(|user| {
        let status = user.status();
        (
            status.state,
            status.never_accessed && user.summary.email.is_some(),
        )
    });
    let first = match state {
        UserState::Pending => Some((t!(acts::APPROVE), IconName::Check, Act::Approve { notify: true })),
        UserState::Archived => Some((
            t!(acts::REACTIVATE),
            IconName::Undo,
            Act::Reactivate { seats: true },
        )),
        UserState::Active => waits.then_some((t!(acts::NOTIFY), IconName::Message, Act::Notify)),
    };
    let first = first.map(|(label, icon, act)| {
        let why = Signal::stored(one.refusal(&act));
        let press = move || one.desk.now(act.clone(), one.whom());
        view! {
            <Button look=Look::Primary icon disabled_because=why on_press=press>
                {label}
            </Button>
        }
    });
    let item = move |label: &'static str, icon: IconName, why: Option<String>, press: Callback<()>| match why
    {
        None => view! { <MenuItem icon label on_press=press /> }.into_any(),
        Some(why) => view! { <MenuItem icon label disabled_because=why on_press=press /> }.into_any(),
    };
    let change = move |change: Change| Callback::new(move |()| one.change.set(Some(change)));
    let ask = move |what: What| Callback::new(move |()| one.ask(what));
    let opened = RwSignal::new(false);
    let items = move || {
        opened.get().then(|| {
            let edit = one.may_not_edit();
            let groups = Act::JoinGroups {
                groups: Vec::new(),
                role: GroupRole::Learner,
            };
            let archive = move |()| one.desk.now(Act::Archive, one.whom());
            let archived = state == UserState::Archived;
            view! {
                {item(t!(acts::LOGIN_LINK), IconName::Link, one.may_not_link(), Callback::new(move |()| one.link.set(true)))}
                {item(t!(user::CHANGE_EMAIL), IconName::Message, edit.clone(), change(Change::Email))}
                {item(t!(user::CHANGE_PHONE), IconName::Edit, edit, change(Change::Phone))}
                {item(
                    t!(user::CHANGE_PASSWORD),
                    IconName::Lock,
                    one.may_not_set_password(),
                    change(Change::Password),
                )}
                <MenuLine />
                {item(t!(acts::GROUPS), IconName::Group, one.refusal(&groups), ask(What::Groups))}
                {item(
                    t!(acts::ROLE),
                    IconName::Key,
                    one.refusal(&Act::SetRole { role: Role::Member }),
                    ask(What::Role),
                )}
                <MenuLine />
                {(!archived).then(|| {
                    item(t!(acts::ARCHIVE), IconName::Archive, one.refusal(&Act::Archive), Callback::new(archive))
                })}
                {item(t!(acts::DELETE), IconName::Trash, one.refusal(&Act::Delete), ask(What::Delete))}
            }
        })
    };
    let label = t!(acts::more_for(&one.name()));
    view! {
        {first}
        <Menu label opened>
            {items}
        </Menu>
    }
    .into_any()
}
