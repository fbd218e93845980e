//! What is known of a user beside the form: groups, contact, and the dates of their life.

use super::state::{Change, One};
use crate::t;
use crate::ui::{Button, Card, Look};
use crate::users::acts::What;
use domain::access::GroupRole;
use domain::time::Timestamp;
use domain::users::Act;
use leptos::prelude::*;

/// Email, phone and password: each is changed by itself.
#[component]
pub fn Contact(one: One) -> impl IntoView {
    let line = move |label: &'static str,
                     value: String,
                     change: Change,
                     button: &'static str,
                     why: Option<String>| {
        view! {
            <div class="fact">
                <dt>{label}</dt>
                <dd>{value}</dd>
                <dd class="fact-action">
                    <Button
                        look=Look::Ghost
                        disabled_because=Signal::stored(why)
                        on_press=move || one.change.set(Some(change))
                    >
                        {button}
                    </Button>
                </dd>
            </div>
        }
    };
    let lines = move || {
        let (email, phone, password) = one.user.with(|user| {
            let password = match (user.has_password, user.must_change_password) {
                (true, false) => t!(user::PASSWORD_SET),
                (true, true) => t!(user::PASSWORD_TO_CHANGE),
                (false, _) => t!(user::PASSWORD_NONE),
            };
            let text = |value: Option<String>| value.unwrap_or_else(|| t!(user::NONE).to_owned());
            (
                text(user.summary.email.as_ref().map(ToString::to_string)),
                text(user.summary.phone.as_ref().map(ToString::to_string)),
                password.to_owned(),
            )
        });
        let edit = one.may_not_edit();
        view! {
            {line(t!(users::EMAIL), email, Change::Email, t!(user::CHANGE_EMAIL), edit.clone())}
            {line(t!(users::PHONE), phone, Change::Phone, t!(user::CHANGE_PHONE), edit)}
            {line(
                t!(users::PASSWORD_CHOICE),
                password,
                Change::Password,
                t!(user::CHANGE_PASSWORD),
                one.may_not_set_password(),
            )}
        }
    };
    view! {
        <Card title=t!(user::CONTACT)>
            <dl class="facts">{lines}</dl>
        </Card>
    }
    .into_any()
}

/// The groups, with the role in each.
#[component]
pub fn Groups(one: One) -> impl IntoView {
    let groups = move || {
        let groups: Vec<String> = one.user.with(|user| {
            one.names.with_value(|names| {
                let of = |(id, role): &(_, GroupRole)| {
                    let (_, name) = names.groups.iter().find(|(known, _)| known == id)?;
                    Some(format!("{name} ({})", t!(users::group_role(*role))))
                };
                user.summary.groups.iter().filter_map(of).collect()
            })
        });
        if groups.is_empty() {
            view! { <p class="users-none">{t!(user::NO_GROUPS)}</p> }.into_any()
        } else {
            let groups = groups.into_iter().map(|group| view! { <li>{group}</li> });
            view! { <ul class="user-groups">{groups.collect_view()}</ul> }.into_any()
        }
    };
    let button = move || {
        let act = Act::JoinGroups {
            groups: Vec::new(),
            role: GroupRole::Learner,
        };
        let why = Signal::stored(one.refusal(&act));
        view! {
            <Button disabled_because=why on_press=move || one.ask(What::Groups)>
                {t!(user::CHANGE_GROUPS)}
            </Button>
        }
    };
    view! {
        <Card title=t!(users::GROUPS)>
            {groups}
            <p>{button}</p>
        </Card>
    }
    .into_any()
}

/// The dates of the account's life.
#[component]
pub fn Life(one: One) -> impl IntoView {
    let lines = move || {
        one.user.with(|user| {
            let moment = |at: Option<Timestamp>| at.map(|at| t!(users::moment(at)));
            let never = || t!(users::NEVER).to_owned();
            let approved = moment(user.approved_at).map(|at| match &user.approved_by {
                Some(name) => t!(user::by(&at, name)),
                None => at,
            });
            let joined = t!(users::moment(user.summary.joined_at));
            let joined = match &user.invited_by {
                Some(name) => t!(user::invited_by(&joined, name)),
                None => joined,
            };
            let lines = [
                (t!(user::JOINED), Some(joined)),
                (t!(user::APPROVED), approved),
                (t!(user::NOTIFIED_AT), moment(user.notified_at)),
                (
                    t!(user::LAST_SIGN_IN),
                    Some(moment(user.last_sign_in_at).unwrap_or_else(never)),
                ),
                (t!(user::ARCHIVED_AT), moment(user.archived_at)),
            ];
            let line = |(label, value): (&'static str, Option<String>)| {
                value.map(|value| {
                    view! {
                        <div class="fact">
                            <dt>{label}</dt>
                            <dd>{value}</dd>
                        </div>
                    }
                })
            };
            lines.into_iter().filter_map(line).collect_view()
        })
    };
    view! {
        <Card title=t!(user::LIFE)>
            <dl class="facts">{lines}</dl>
        </Card>
    }
    .into_any()
}
