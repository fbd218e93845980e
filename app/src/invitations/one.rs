//! `/invitations/:id`: what it offers, what was sent when, and the mail server's answers.

use super::acts::{ActDialogs, Acts};
use super::api::{Opened, open_invitation};
use super::status::{Ends, Status, no_canceling, no_resending};
use crate::messages::StateBadge;
use crate::session::viewer;
use crate::shell::NotThere;
use crate::t;
use crate::ui::{Button, Card, Cell, Column, Crumb, IconName, Look, PageHeader, Table, fetched};
use crate::users::ago::Ago;
use domain::access::ViewMessages;
use domain::id::InvitationId;
use domain::invitations::{InvitationRow, InvitationView, Which};
use domain::messages::MessageRow;
use domain::time::Timestamp;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let id = use_params_map()
        .with_untracked(|params| params.get("id").and_then(|id| id.parse::<InvitationId>().ok()));
    let Some(id) = id else {
        return view! { <NotThere /> }.into_any();
    };
    let invitation = Resource::new_blocking(move || id, open_invitation);
    let acts = Acts::new(move || invitation.refetch());
    let content = fetched(invitation, 8, move |opened| {
        view! { <Invitation opened acts /> }.into_any()
    });
    view! {
        {content}
        <ActDialogs acts />
    }
    .into_any()
}

#[component]
fn Invitation(opened: Opened, acts: Acts) -> impl IntoView {
    let Opened { now, invitation } = opened;
    let row = invitation.row.clone();
    let breadcrumbs = vec![Crumb {
        label: t!(invitations::TITLE).to_owned(),
        href: "/invitations".to_owned(),
    }];
    let messages = invitation.messages.clone();
    view! {
        <PageHeader title=row.email.to_string() breadcrumbs>
            <Buttons row=row.clone() acts />
        </PageHeader>
        <div class="invitation">
            <Card title=t!(invitations::OFFER)>
                <Facts invitation now />
            </Card>
            <Card title=t!(invitations::MESSAGES)>
                <Messages messages now />
            </Card>
        </div>
    }
    .into_any()
}

/// What can be done about an invitation.
#[component]
pub fn Buttons(row: InvitationRow, acts: Acts) -> impl IntoView {
    let id = row.id;
    let resending = Signal::stored(no_resending(&row));
    let canceling = Signal::stored(no_canceling(&row));
    let email = row.email.clone();
    let cancel = if row.status.is_open() {
        t!(invitations::CANCEL)
    } else {
        t!(invitations::DECLINE)
    };
    view! {
        <Button
            icon=IconName::Ban
            disabled_because=canceling
            on_press=move || acts.cancel(Which::These(vec![id]), Some(1))
        >
            {cancel}
        </Button>
        <Button icon=IconName::Edit disabled_because=resending on_press=move || acts.correct(id, email.clone())>
            {t!(invitations::CORRECT)}
        </Button>
        <Button
            look=Look::Primary
            icon=IconName::Send
            disabled_because=resending
            busy=acts.busy
            on_press=move || acts.resend(id)
        >
            {t!(invitations::RESEND)}
        </Button>
    }
    .into_any()
}

/// What it offers and where it is, a line each; what it does not offer has none.
#[component]
fn Facts(invitation: InvitationView, now: Timestamp) -> impl IntoView {
    let fact =
        |name: &'static str, value: AnyView| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any();
    let InvitationView {
        row,
        group_role,
        language,
        department,
        label,
        deletion_date,
        courses,
        ..
    } = invitation;
    let ends = if row.status.is_open() {
        t!(invitations::ENDS)
    } else {
        t!(invitations::ENDED)
    };
    let moment = |at: Timestamp| view! { <Ago at now /> }.into_any();
    let groups = (!row.groups.is_empty()).then(|| {
        format!(
            "{} ({})",
            row.groups.join(", "),
            t!(users::group_role(group_role))
        )
    });
    let optional = [
        (t!(users::GROUPS), groups),
        (t!(users::LICENSE), row.license.clone()),
        (
            t!(users::COURSES),
            (!courses.is_empty()).then(|| courses.join(", ")),
        ),
        (t!(users::DEPARTMENT), department),
        (t!(invitations::LABEL), label),
        (
            t!(users::DELETION_DATE),
            deletion_date.map(|date| t!(users::day(date))),
        ),
        (t!(invitations::BY), row.invited_by.clone()),
    ];
    let optional = optional
        .into_iter()
        .filter_map(|(name, value)| Some(fact(name, value?.into_any())))
        .collect_view();
    view! {
        <dl class="messages-facts">
            {fact(t!(invitations::STATE), view! { <Status row=row.clone() /> }.into_any())}
            {fact(t!(invitations::INVITED), moment(row.created_at))}
            {row.opened_at.map(|at| fact(t!(invitations::OPENED), moment(at)))}
            {row.asked_at.map(|at| fact(t!(invitations::ASKS), moment(at)))}
            {fact(ends, view! { <Ends row=row.clone() now /> }.into_any())}
            {fact(t!(users::ROLE), t!(users::role(row.role)).into_any())}
            {fact(t!(users::LANGUAGE), t!(users::language(language)).into_any())}
            {optional}
        </dl>
    }
    .into_any()
}

/// Every message about it, with what the mail server answered.
#[component]
fn Messages(messages: Vec<MessageRow>, now: Timestamp) -> impl IntoView {
    let may_read = viewer().is_some_and(|viewer| viewer.standing.permits::<ViewMessages>().is_ok());
    let columns = vec![
        Column::new("about", t!(messages::ABOUT)),
        Column::new("to", t!(messages::TO)),
        Column::new("state", t!(messages::STATE)),
        Column::new("when", t!(messages::WHEN)),
        Column::new("answer", t!(messages::ANSWER)),
    ];
    let line = move |message: MessageRow| {
        let about = t!(messages::kind(message.kind));
        let about = if may_read {
            view! { <a href=format!("/messages/{}", message.id)>{about}</a> }.into_any()
        } else {
            about.into_any()
        };
        view! {
            <tr>
                <Cell label=t!(messages::ABOUT) main=true>
                    {about}
                </Cell>
                <Cell label=t!(messages::TO)>{message.recipient.to_string()}</Cell>
                <Cell label=t!(messages::STATE)>
                    <StateBadge state=message.state />
                </Cell>
                <Cell label=t!(messages::WHEN)>
                    <Ago at=message.created_at now />
                </Cell>
                <Cell label=t!(messages::ANSWER)>
                    <span class="messages-answer">{message.server_answer}</span>
                </Cell>
            </tr>
        }
        .into_any()
    };
    view! {
        <Table label=t!(invitations::MESSAGES) columns=Signal::stored(columns)>
            {messages.into_iter().map(line).collect_view()}
        </Table>
    }
    .into_any()
}
