//! `/groups/:id`: who is in it and as what, its program sessions, and inviting into it.

use super::api::{GroupView, create_session, group_members, list_programs, load_group, rename_group};
use super::members::MemberTable;
use super::session::{Days, DaysFields, Sessions};
use crate::api::ApiError;
use crate::session::{lacks, viewer};
use crate::t;
use crate::ui::{
    AskText, Button, Card, Crumb, Dialog, IconName, LinkButton, Look, Menu, MenuItem, PageHeader,
    SelectField, fetched, toasts,
};
use crate::users::acts::{Desk, Whom};
use domain::access::{GroupRole, InviteUsers, ManageCourses, ManageGroups};
use domain::groups::MemberRow;
use domain::id::{GroupId, ProgramId};
use domain::users::Act;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// The page.
#[component]
pub fn GroupPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.with(|params| params.get("id")?.parse::<GroupId>().ok());
    let group = Resource::new_blocking(id, |id| async move {
        let id = id.ok_or(ApiError::NotFound)?;
        Ok((id, load_group(id, None).await?))
    });
    fetched(group, 8, move |(id, opened)| {
        let again = Callback::new(move |()| group.refetch());
        view! { <Opened id opened again /> }.into_any()
    })
}

#[component]
fn Opened(id: GroupId, opened: GroupView, again: Callback<()>) -> impl IntoView {
    let breadcrumbs = vec![Crumb {
        label: t!(groups::TITLE).to_owned(),
        href: "/groups".to_owned(),
    }];
    let GroupView { name, sessions, more } = opened;
    let changes = RwSignal::new(0_u32);
    let desk = Desk::new(move || changes.update(|changes| *changes += 1));
    let load = move |after| group_members(id, after);
    let acts = Callback::new(move |(member,): (MemberRow,)| view! { <Acts id member desk /> }.into_any());
    let inviting = lacks::<InviteUsers>();
    let invite = match inviting {
        None => view! {
            <LinkButton look=Look::Primary icon=IconName::Invitation href=format!("/invitations/new?group={id}")>
                {t!(groups::INVITE)}
            </LinkButton>
        }
        .into_any(),
        Some(why) => view! {
            <Button look=Look::Primary icon=IconName::Invitation disabled_because=Signal::stored(Some(why))>
                {t!(groups::INVITE)}
            </Button>
        }
        .into_any(),
    };
    let sessions = if sessions.is_empty() {
        view! { <p class="groups-nobody">{t!(groups::NO_SESSIONS)}</p> }.into_any()
    } else {
        view! { <Sessions sessions label=t!(groups::SESSIONS) /> }.into_any()
    };
    let more = more.then(|| view! { <p class="groups-nobody">{t!(groups::NEWEST)}</p> });
    view! {
        <PageHeader title=name.clone() breadcrumbs>
            <LinkButton icon=IconName::Users href=format!("/users?group={id}")>
                {t!(groups::IN_LIST)}
            </LinkButton>
            <Rename id name again />
            {invite}
        </PageHeader>
        <div class="groups">
            <Card title=t!(groups::MEMBERS)>
                <MemberTable label=t!(groups::MEMBERS) load changes nobody=t!(groups::NOBODY) acts />
            </Card>
            <Card title=t!(groups::SESSIONS)>
                {sessions}
                {more}
                <NewSession group=id />
            </Card>
        </div>
    }
    .into_any()
}

/// Another role in the group, or out of it; each can be taken back.
#[component]
fn Acts(id: GroupId, member: MemberRow, desk: Desk) -> impl IntoView {
    let whom = Whom::one(member.id, member.name.clone());
    let item = |label: &'static str, icon: IconName, act: Act| {
        let denied = viewer().and_then(|viewer| act.reach(&viewer.standing).err());
        let press = Callback::new({
            let whom = whom.clone();
            move |()| desk.now(act.clone(), whom.clone())
        });
        match denied {
            None => view! { <MenuItem label icon on_press=press /> }.into_any(),
            Some(denied) => {
                let why = t!(problems::denied(&denied));
                view! { <MenuItem label icon disabled_because=why on_press=press /> }.into_any()
            }
        }
    };
    let roles = GroupRole::ALL
        .into_iter()
        .filter(|role| *role != member.role)
        .map(|role| {
            let act = Act::JoinGroups {
                groups: vec![id],
                role,
            };
            item(t!(users::group_role(role)), IconName::Group, act)
        });
    let roles = roles.collect_view();
    let out = item(
        t!(groups::TAKE_OUT),
        IconName::Close,
        Act::LeaveGroups { groups: vec![id] },
    );
    view! { <Menu label=t!(acts::more_for(&member.name))>{roles} {out}</Menu> }.into_any()
}

#[component]
fn Rename(id: GroupId, name: String, again: Callback<()>) -> impl IntoView {
    let open = RwSignal::new(false);
    let value = RwSignal::new(name);
    let problem = RwSignal::new(None::<String>);
    let rename = Action::new(move |(): &()| async move {
        match rename_group(id, value.get_untracked()).await {
            Ok(()) => {
                open.set(false);
                again.run(());
            }
            Err(error) => problem.set(Some(error.to_string())),
        }
    });
    let save = Callback::new(move |()| {
        rename.dispatch(());
    });
    view! {
        <Button
            icon=IconName::Edit
            disabled_because=Signal::stored(lacks::<ManageGroups>())
            on_press=move || open.set(true)
        >
            {t!(groups::RENAME)}
        </Button>
        <AskText
            open
            title=t!(groups::RENAME)
            label=t!(groups::NAME)
            value
            problem
            busy=rename.pending()
            on_save=save
        />
    }
    .into_any()
}

/// The button that makes a session, and its dialog.
#[component]
fn NewSession(group: GroupId) -> impl IntoView {
    let toasts = toasts();
    let open = RwSignal::new(false);
    let program = RwSignal::new(String::new());
    let days = Days::new();
    let navigate = use_navigate();
    let programs = LocalResource::new(move || {
        let open = open.get();
        async move {
            if open {
                list_programs().await.map(|list| list.programs)
            } else {
                Ok(Vec::new())
            }
        }
    });
    let create = Action::new(move |program: &ProgramId| {
        let (program, navigate) = (*program, navigate.clone());
        async move {
            match create_session(group, program, days.typed()).await {
                Ok(id) => navigate(&format!("/sessions/{id}"), NavigateOptions::default()),
                Err(error) => toasts.failed(error.to_string()),
            }
        }
    });
    let options = Signal::derive(move || {
        let listed = programs.get().and_then(Result::ok).unwrap_or_default();
        let listed = listed
            .into_iter()
            .map(|program| (program.id.to_string(), program.title));
        std::iter::once((String::new(), t!(groups::CHOOSE_PROGRAM).to_owned()))
            .chain(listed)
            .collect::<Vec<_>>()
    });
    let nothing = Signal::derive(move || {
        let none = program.with(String::is_empty);
        none.then(|| t!(groups::CHOOSE_PROGRAM).to_owned())
    });
    let actions = move || {
        let press = move || {
            if let Ok(program) = program.get_untracked().parse() {
                create.dispatch(program);
            }
        };
        view! {
            <Button on_press=move || open.set(false)>{t!(ui::CANCEL)}</Button>
            <Button look=Look::Primary disabled_because=nothing busy=create.pending() on_press=press>
                {t!(groups::NEW_SESSION)}
            </Button>
        }
    };
    view! {
        <Button
            icon=IconName::Plus
            disabled_because=Signal::stored(lacks::<ManageCourses>())
            on_press=move || open.set(true)
        >
            {t!(groups::NEW_SESSION)}
        </Button>
        <Dialog open title=t!(groups::NEW_SESSION) actions>
            <div class="fields">
                <SelectField name="session-program" label=t!(groups::PROGRAM) value=program options />
                <DaysFields days />
            </div>
        </Dialog>
    }
    .into_any()
}
