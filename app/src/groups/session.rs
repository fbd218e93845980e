//! `/sessions/:id`: a dated run of a program, who instructs and who learns there.

use super::api::{change_session, join_session, leave_session, load_session, session_members};
use super::members::MemberTable;
use crate::api::ApiError;
use crate::session::{lacks, viewer};
use crate::t;
use crate::ui::{
    AskText, Button, Card, Cell, Column, Crumb, Dialog, IconName, Kind, LinkButton, Look, PageHeader, Table,
    TextField, fetched, toasts,
};
use domain::access::{GroupRole, InviteUsers, ManageCourses, Scope, ViewGroups};
use domain::groups::MemberRow;
use domain::id::ProgramSessionId;
use domain::programs::{SessionDays, SessionRow, SessionView};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The days of a session while they are typed; cheap to copy.
#[derive(Clone, Copy)]
pub struct Days {
    from: RwSignal<String>,
    to: RwSignal<String>,
}

impl Days {
    /// None yet.
    pub fn new() -> Self {
        Self {
            from: RwSignal::default(),
            to: RwSignal::default(),
        }
    }

    /// Those of a session.
    fn of(session: &SessionRow) -> Self {
        Self {
            from: RwSignal::new(session.starts_on.to_string()),
            to: RwSignal::new(session.ends_on.to_string()),
        }
    }

    /// As typed.
    pub fn typed(self) -> SessionDays {
        SessionDays {
            starts_on: self.from.get_untracked(),
            ends_on: self.to.get_untracked(),
        }
    }
}

/// The two fields of days.
#[component]
pub fn DaysFields(days: Days) -> impl IntoView {
    view! {
        <div class="fields-row">
            <TextField name="starts_on" label=t!(licenses::VALID_FROM) value=days.from kind=Kind::Date />
            <TextField name="ends_on" label=t!(licenses::VALID_TO) value=days.to kind=Kind::Date />
        </div>
    }
    .into_any()
}

/// A table of sessions.
#[component]
pub fn Sessions(sessions: Vec<SessionRow>, label: &'static str) -> impl IntoView {
    let columns = vec![
        Column::new("program", t!(groups::PROGRAM)),
        Column::new("group", t!(licenses::GROUP)),
        Column::new("days", t!(groups::DAYS)),
    ];
    let row = |session: SessionRow| {
        view! {
            <tr>
                <Cell label=t!(groups::PROGRAM) main=true>
                    <a href=format!("/sessions/{}", session.id)>{session.program}</a>
                </Cell>
                <Cell label=t!(licenses::GROUP)>{session.group.1}</Cell>
                <Cell label=t!(groups::DAYS)>{t!(licenses::term(session.starts_on, session.ends_on))}</Cell>
            </tr>
        }
    };
    view! {
        <Table label columns=Signal::stored(columns)>
            {sessions.into_iter().map(row).collect_view()}
        </Table>
    }
    .into_any()
}

/// The page.
#[component]
pub fn SessionPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.with(|params| params.get("id")?.parse::<ProgramSessionId>().ok());
    let session = Resource::new_blocking(id, |id| async move {
        match id {
            Some(id) => load_session(id).await,
            None => Err(ApiError::NotFound),
        }
    });
    fetched(session, 8, move |opened| {
        let again = Callback::new(move |()| session.refetch());
        view! { <Opened opened again /> }.into_any()
    })
}

#[component]
fn Opened(opened: SessionView, again: Callback<()>) -> impl IntoView {
    let SessionView { row, courses } = opened;
    let (group, group_name) = row.group.clone();
    let mut breadcrumbs = vec![Crumb {
        label: t!(groups::TITLE).to_owned(),
        href: "/groups".to_owned(),
    }];
    // Who only instructs sees the session, not its group.
    let sees_group = viewer().is_some_and(|viewer| match viewer.standing.permits::<ViewGroups>() {
        Ok(Scope::Organization) => true,
        Ok(Scope::Part { groups, .. }) => groups.contains(&group),
        Ok(Scope::Own(_)) | Err(_) => false,
    });
    if sees_group {
        breadcrumbs.push(Crumb {
            label: group_name.clone(),
            href: format!("/groups/{group}"),
        });
    }
    let days = format!(
        "{group_name} · {}",
        t!(licenses::term(row.starts_on, row.ends_on))
    );
    let invite = match lacks::<InviteUsers>() {
        None => view! {
            <LinkButton look=Look::Primary icon=IconName::Invitation href=format!("/invitations/new?group={group}")>
                {t!(groups::INVITE_LEARNERS)}
            </LinkButton>
        }
        .into_any(),
        Some(why) => view! {
            <Button look=Look::Primary icon=IconName::Invitation disabled_because=Signal::stored(Some(why))>
                {t!(groups::INVITE_LEARNERS)}
            </Button>
        }
        .into_any(),
    };
    let id = row.id;
    view! {
        <PageHeader title=row.program.clone() description=Signal::stored(days) breadcrumbs>
            <ChangeDays session=row again />
            {invite}
        </PageHeader>
        <div class="groups">
            <Card title=t!(groups::COURSES)>
                <ol>{courses.into_iter().map(|title| view! { <li>{title}</li> }).collect_view()}</ol>
            </Card>
            <People id role=GroupRole::Instructor title=t!(groups::INSTRUCTORS) add=t!(groups::ADD_INSTRUCTOR) />
            <People id role=GroupRole::Learner title=t!(groups::LEARNERS) add=t!(groups::ADD_LEARNER) />
        </div>
    }
    .into_any()
}

/// Those with one role in the session, and putting in one more.
#[component]
fn People(id: ProgramSessionId, role: GroupRole, title: &'static str, add: &'static str) -> impl IntoView {
    let toasts = toasts();
    let changes = RwSignal::new(0_u32);
    let changed = move || changes.update(|changes| *changes += 1);
    let open = RwSignal::new(false);
    let login = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let join = Action::new(move |(): &()| async move {
        match join_session(id, login.get_untracked(), role).await {
            Ok(()) => {
                open.set(false);
                login.set(String::new());
                changed();
            }
            Err(error) => problem.set(Some(error.to_string())),
        }
    });
    let save = Callback::new(move |()| {
        join.dispatch(());
    });
    let load = move |after| session_members(id, role, after);
    let acts = Callback::new(move |(member,): (MemberRow,)| {
        let user = member.id;
        let press = move || {
            leptos::task::spawn_local(async move {
                match leave_session(id, user).await {
                    Ok(()) => changed(),
                    Err(error) => toasts.failed(error.to_string()),
                }
            });
        };
        let label = t!(acts::on(t!(groups::TAKE_OUT), &member.name));
        view! {
            <Button
                look=Look::Ghost
                icon=IconName::Close
                label
                disabled_because=Signal::stored(lacks::<ManageCourses>())
                on_press=press
            />
        }
        .into_any()
    });
    view! {
        <Card title>
            <MemberTable label=title load changes nobody=t!(groups::NOBODY) acts />
            <Button
                icon=IconName::Plus
                disabled_because=Signal::stored(lacks::<ManageCourses>())
                on_press=move || open.set(true)
            >
                {add}
            </Button>
            <AskText
                open
                title=add
                label=t!(groups::LOGIN)
                value=login
                problem
                busy=join.pending()
                on_save=save
            />
        </Card>
    }
    .into_any()
}

#[component]
fn ChangeDays(session: SessionRow, again: Callback<()>) -> impl IntoView {
    let toasts = toasts();
    let open = RwSignal::new(false);
    let days = Days::of(&session);
    let id = session.id;
    let change = Action::new(move |(): &()| async move {
        match change_session(id, days.typed()).await {
            Ok(()) => {
                open.set(false);
                again.run(());
            }
            Err(error) => toasts.failed(error.to_string()),
        }
    });
    let actions = move || {
        let press = move || {
            change.dispatch(());
        };
        view! {
            <Button on_press=move || open.set(false)>{t!(ui::CANCEL)}</Button>
            <Button look=Look::Primary busy=change.pending() on_press=press>
                {t!(user::SAVE)}
            </Button>
        }
    };
    view! {
        <Button
            icon=IconName::Calendar
            disabled_because=Signal::stored(lacks::<ManageCourses>())
            on_press=move || open.set(true)
        >
            {t!(groups::CHANGE_DAYS)}
        </Button>
        <Dialog open title=t!(groups::CHANGE_DAYS) actions>
            <DaysFields days />
        </Dialog>
    }
    .into_any()
}
