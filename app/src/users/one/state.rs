//! What the page of one user holds: the user as they are, and what is open.

use super::api::one_user;
use crate::api::ApiError;
use crate::session::viewer;
use crate::t;
use crate::ui::toasts;
use crate::users::acts::{Desk, What, Whom, refusal};
use crate::users::api::Names;
use domain::access::{EditUsers, MakeLoginLinks, Permission, SetPasswords, Standing};
use domain::users::{Act, UserDetails, UserState};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Which dialog of this page is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The email address.
    Email,
    /// The phone number.
    Phone,
    /// The password.
    Password,
}

/// The page's state; cheap to copy.
#[derive(Clone, Copy)]
pub struct One {
    /// The user as they were seen last.
    pub user: RwSignal<UserDetails>,
    /// The names behind ids.
    pub names: StoredValue<Names>,
    /// What is done to them.
    pub desk: Desk,
    /// The open dialog.
    pub change: RwSignal<Option<Change>>,
    /// Whether the dialog of login links is open.
    pub link: RwSignal<bool>,
    standing: StoredValue<Option<Standing>>,
}

impl One {
    /// A page of a user.
    pub fn new(names: Names, user: UserDetails) -> Self {
        let user = RwSignal::new(user);
        let told = toasts();
        let desk = Desk::new(move || {
            let Some(id) = user.try_with_untracked(|user| user.summary.id) else {
                return;
            };
            spawn_local(async move {
                match one_user(id).await {
                    Ok(now) => {
                        user.try_set(now);
                    }
                    // Deleted: there is nothing to stay for.
                    Err(ApiError::NotFound) => {
                        let _ = window().location().set_href("/users");
                    }
                    Err(error) => told.failed(error.to_string()),
                }
            });
        });
        Self {
            user,
            names: StoredValue::new(names),
            desk,
            change: RwSignal::new(None),
            link: RwSignal::new(false),
            standing: StoredValue::new(viewer().map(|viewer| viewer.standing)),
        }
    }

    /// The user's name.
    pub fn name(self) -> String {
        self.user.with(UserDetails::name)
    }

    /// This user, for acts.
    pub fn whom(self) -> Whom {
        self.user
            .with_untracked(|user| Whom::one(user.summary.id, user.name()))
    }

    /// Why an act cannot be done to this user; nothing where it can.
    pub fn refusal(self, act: &Act) -> Option<String> {
        let erase_anyone = self.names.with_value(|names| names.erase_anyone);
        self.standing.with_value(|standing| {
            self.user
                .with(|user| refusal(standing.as_ref()?, erase_anyone, act, &user.summary))
        })
    }

    /// Why somebody may not do what takes `P` to this user; nothing where they may.
    fn denied<P: Permission>(self) -> Option<String> {
        self.standing.with_value(|standing| {
            let standing = standing.as_ref()?;
            let role = self.user.with(|user| user.summary.role);
            let may = standing.permits::<P>().and_then(|_| standing.may_act_on(role));
            may.err().map(|denied| t!(problems::denied(&denied)))
        })
    }

    /// Why the details may not be edited.
    pub fn may_not_edit(self) -> Option<String> {
        self.denied::<EditUsers>()
    }

    /// Why the password may not be set.
    pub fn may_not_set_password(self) -> Option<String> {
        self.denied::<SetPasswords>().or_else(|| self.not_active())
    }

    /// Why no login link may be made.
    pub fn may_not_link(self) -> Option<String> {
        self.denied::<MakeLoginLinks>().or_else(|| self.not_active())
    }

    fn not_active(self) -> Option<String> {
        let active = self.user.with(|user| user.status().state == UserState::Active);
        (!active).then(|| t!(acts::ONLY_ACTIVE).to_owned())
    }

    /// Asks how something is to be done to this user.
    pub fn ask(self, what: What) {
        self.desk.ask(what, self.whom());
    }
}
