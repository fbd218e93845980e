//! What can be done to the user of a row, and edit mode, in which users can be deleted.

use super::state::List;
use crate::session::viewer;
use crate::t;
use crate::ui::{Button, IconName, Look, Menu, MenuItem, MenuLine, MenuLink, Notice, Tone};
use crate::users::acts::{Desk, What, Whom, refusal};
use domain::access::{DeleteUsers, GroupRole, MakeLoginLinks, Role, Standing};
use domain::id::{Id, LicenseId};
use domain::users::{Act, LearningAct, UserState, UserSummary};
use leptos::prelude::*;

/// The row's buttons, and its menu with everything.
#[component]
pub fn Actions(
    list: List,
    desk: Desk,
    standing: StoredValue<Option<Standing>>,
    edit: Memo<bool>,
    user: StoredValue<UserSummary>,
) -> impl IntoView {
    let (name, state, waits) = user.with_value(|user| {
        let waits = user.status.never_accessed && user.email.is_some();
        (
            format!("{} {}", user.first_name, user.last_name),
            user.status.state,
            waits,
        )
    });
    let row = Row {
        list,
        desk,
        standing,
        user,
        name: StoredValue::new(name.clone()),
    };
    let first = match state {
        UserState::Pending => Some(row.button(What::Approve, IconName::Check)),
        UserState::Archived => Some(row.button(What::Reactivate, IconName::Undo)),
        UserState::Active => waits.then(|| row.button(What::Notify, IconName::Message)),
    };
    let archive = (state != UserState::Archived).then(|| row.button(What::Archive, IconName::Archive));
    let delete = move || edit.get().then(|| row.button(What::Delete, IconName::Trash));
    let opened = RwSignal::new(false);
    let items = move || opened.get().then(|| row.items(edit.get_untracked()));
    view! {
        <div class="row-actions">
            {first} {row.button(What::Groups, IconName::Group)} {row.button(What::Courses, IconName::Course)} {archive} {delete}
            <Menu label=t!(acts::more_for(&name)) opened>
                {items}
            </Menu>
        </div>
    }
    .into_any()
}

/// A row; cheap to copy.
#[derive(Clone, Copy)]
struct Row {
    list: List,
    desk: Desk,
    standing: StoredValue<Option<Standing>>,
    user: StoredValue<UserSummary>,
    name: StoredValue<String>,
}

impl Row {
    fn whom(self) -> Whom {
        Whom::one(self.user.with_value(|user| user.id), self.name.get_value())
    }

    /// What can be taken back, or does no harm, is done at once; the rest is asked about.
    fn press(self, what: What) {
        match what {
            What::Notify => self.desk.now(Act::Notify, self.whom()),
            What::Archive => self.desk.now(Act::Archive, self.whom()),
            What::Reactivate => self.desk.now(Act::Reactivate { seats: true }, self.whom()),
            _ => self.desk.ask(what, self.whom()),
        }
    }

    /// Why not; nothing where it can be done.
    fn refusal(self, what: What) -> Option<String> {
        let erase_anyone = self.list.names.with_value(|names| names.erase_anyone);
        let act = example(what);
        self.standing.with_value(|standing| {
            self.user
                .with_value(|user| refusal(standing.as_ref()?, erase_anyone, &act, user))
        })
    }

    fn button(self, what: What, icon: IconName) -> AnyView {
        let label = self.name.with_value(|name| t!(acts::on(what.label(), name)));
        match self.refusal(what) {
            None => {
                view! { <Button look=Look::Ghost icon label on_press=move || self.press(what) /> }.into_any()
            }
            Some(why) => {
                view! { <Button look=Look::Ghost icon label disabled_because=Signal::stored(Some(why)) /> }
                    .into_any()
            }
        }
    }

    fn item(self, what: What, icon: IconName) -> AnyView {
        let press = move || self.press(what);
        let danger = what == What::Delete;
        match self.refusal(what) {
            None => view! { <MenuItem icon label=what.label() danger on_press=press /> }.into_any(),
            Some(why) => {
                view! { <MenuItem icon label=what.label() danger disabled_because=why on_press=press /> }
                    .into_any()
            }
        }
    }

    fn items(self, edit: bool) -> AnyView {
        let life = match self.user.with_value(|user| user.status.state) {
            UserState::Pending => vec![
                (What::Approve, IconName::Check),
                (What::Archive, IconName::Archive),
            ],
            UserState::Active => vec![
                (What::Notify, IconName::Message),
                (What::Archive, IconName::Archive),
            ],
            UserState::Archived => vec![(What::Reactivate, IconName::Undo)],
        };
        let belonging = [
            (What::Courses, IconName::Course),
            (What::Seats, IconName::License),
            (What::Groups, IconName::Group),
            (What::Role, IconName::Key),
            (What::Labels, IconName::Label),
            (What::Location, IconName::Location),
            (What::Department, IconName::Department),
            (What::DeletionDate, IconName::Calendar),
        ];
        let item = |(what, icon)| self.item(what, icon);
        view! {
            <MenuLink href=format!("/users/{}", self.user.with_value(|user| user.id)) label=t!(acts::OPEN) icon=IconName::Edit />
            {self.login_link()}
            <MenuLine />
            {belonging.map(item).collect_view()}
            <MenuLine />
            {life.into_iter().map(item).collect_view()}
            {edit.then(|| self.item(What::Delete, IconName::Trash))}
        }
        .into_any()
    }

    fn login_link(self) -> AnyView {
        let refused = self.standing.with_value(|standing| {
            let standing = standing.as_ref()?;
            let role = self.user.with_value(|user| user.role);
            let may = standing
                .permits::<MakeLoginLinks>()
                .and_then(|_| standing.may_act_on(role));
            may.err().map(|denied| t!(problems::denied(&denied)))
        });
        let (id, active) = self
            .user
            .with_value(|user| (user.id, user.status.state == UserState::Active));
        let refused = refused.or_else(|| (!active).then(|| t!(acts::ONLY_ACTIVE).to_owned()));
        let press = move || self.list.link_for.set(Some((id, self.name.get_value())));
        match refused {
            None => view! { <MenuItem icon=IconName::Link label=t!(acts::LOGIN_LINK) on_press=press /> }.into_any(),
            Some(why) => view! {
                <MenuItem icon=IconName::Link label=t!(acts::LOGIN_LINK) disabled_because=why on_press=press />
            }
            .into_any(),
        }
    }
}

/// An act of the kind, to ask whether one of that kind can be done.
fn example(what: What) -> Act {
    match what {
        What::Approve => Act::Approve { notify: true },
        What::Notify => Act::Notify,
        What::Archive => Act::Archive,
        What::Reactivate => Act::Reactivate { seats: true },
        What::Delete => Act::Delete,
        What::Groups => Act::JoinGroups {
            groups: Vec::new(),
            role: GroupRole::Learner,
        },
        What::Role => Act::SetRole { role: Role::Member },
        What::Labels => Act::AddLabels { labels: Vec::new() },
        What::Location => Act::SetLocation { location: None },
        What::Department => Act::SetDepartment { department: None },
        What::DeletionDate => Act::SetDeletionDate { date: None },
        What::Courses => Act::Learning(LearningAct::SetDueDate {
            courses: Vec::new(),
            due_date: None,
        }),
        What::Seats => Act::Learning(LearningAct::TakeSeatBack {
            license: LicenseId::from_uuid(uuid::Uuid::nil()),
        }),
    }
}

/// Turns edit mode on and off.
#[component]
pub fn EditMode(list: List) -> impl IntoView {
    let denied = viewer().and_then(|viewer| viewer.standing.permits::<DeleteUsers>().err());
    let denied = denied.map(|denied| t!(problems::denied(&denied)));
    let words = move || {
        if list.address.with(|address| address.edit) {
            t!(acts::LEAVE_EDIT_MODE)
        } else {
            t!(acts::EDIT_MODE)
        }
    };
    view! {
        <Button icon=IconName::Edit disabled_because=Signal::stored(denied) on_press=move || list.turn_edit_mode()>
            {words}
        </Button>
    }
    .into_any()
}

/// What edit mode is for, while it is on.
#[component]
pub fn EditModeNotice(list: List) -> impl IntoView {
    let words = if list.names.with_value(|names| names.erase_anyone) {
        t!(acts::EDIT_MODE_ANYONE)
    } else {
        t!(acts::EDIT_MODE_NEVER)
    };
    view! {
        <Show when=move || list.address.with(|address| address.edit)>
            <div role="status">
                <Notice tone=Tone::Warning>{words}</Notice>
            </div>
        </Show>
    }
    .into_any()
}
