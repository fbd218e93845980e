//! What a page does to users: it asks in one dialog, follows what takes long, tells what became of it, and takes it back.

use super::api::{act_report, acts_running, do_act, undo_act};
use crate::api::ApiError;
use crate::t;
use crate::ui::{Toasts, toasts};
use domain::id::{ActId, UserId};
use domain::licenses::Pick;
use domain::users::{Act, ActRefused, Report, ReportState};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How long to wait between two questions after something under way.
const PAUSE: Duration = Duration::from_millis(700);

/// What is to be done, before it is known exactly how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Let in.
    Approve,
    /// Tell by email.
    Notify,
    /// Archive.
    Archive,
    /// Bring back.
    Reactivate,
    /// Delete.
    Delete,
    /// Add to groups, or take out.
    Groups,
    /// Give a role.
    Role,
    /// Add labels, or take off.
    Labels,
    /// Move to a location.
    Location,
    /// Move to a department.
    Department,
    /// Set the deletion date.
    DeletionDate,
    /// Assign courses, or what else is done to assignments.
    Courses,
    /// Give a seat, or take it back.
    Seats,
}

impl What {
    /// The words of it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Approve => t!(acts::APPROVE),
            Self::Notify => t!(acts::NOTIFY),
            Self::Archive => t!(acts::ARCHIVE),
            Self::Reactivate => t!(acts::REACTIVATE),
            Self::Delete => t!(acts::DELETE),
            Self::Groups => t!(acts::GROUPS),
            Self::Role => t!(acts::ROLE),
            Self::Labels => t!(acts::LABELS),
            Self::Location => t!(acts::LOCATION),
            Self::Department => t!(acts::DEPARTMENT),
            Self::DeletionDate => t!(acts::DELETION_DATE),
            Self::Courses => t!(licenses::COURSES),
            Self::Seats => t!(licenses::SEATS),
        }
    }
}

/// Whom it is to be done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whom {
    /// Those.
    pub pick: Pick,
    /// The name, if it is one.
    pub name: Option<String>,
    /// How many.
    pub count: u64,
    /// Whether there are more than were counted.
    pub more: bool,
}

impl Whom {
    /// One user.
    pub fn one(id: UserId, name: impl Into<String>) -> Self {
        Self {
            pick: Pick::These(vec![id]),
            name: Some(name.into()),
            count: 1,
            more: false,
        }
    }

    /// In words.
    pub fn words(&self) -> String {
        t!(acts::whom(self.name.as_deref(), self.count, self.more))
    }
}

/// What the dialog is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What.
    pub what: What,
    /// To whom.
    pub whom: Whom,
    /// What became of it, once it is done.
    pub report: Option<Report>,
}

/// The desk; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What the dialog is about.
    pub asked: RwSignal<Option<Asked>>,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    /// What is under way.
    pub running: RwSignal<Vec<Report>>,
    changed: Callback<()>,
    toasts: Toasts,
}

impl Desk {
    /// A desk that calls `changed` when users have changed. What was begun before and is still under way, it follows.
    pub fn new(changed: impl Into<Callback<()>>) -> Self {
        let desk = Self {
            asked: RwSignal::new(None),
            open: RwSignal::new(false),
            running: RwSignal::default(),
            changed: changed.into(),
            toasts: toasts(),
        };
        Effect::new(move |_| {
            spawn_local(async move {
                for report in acts_running().await.unwrap_or_default() {
                    desk.follow(report);
                }
            });
        });
        desk
    }

    /// Opens the dialog.
    pub fn ask(self, what: What, whom: Whom) {
        self.asked.set(Some(Asked {
            what,
            whom,
            report: None,
        }));
        self.open.set(true);
    }

    /// Does something without asking, since it can be taken back or does no harm.
    pub fn now(self, act: Act, whom: Whom) {
        spawn_local(async move {
            match do_act(act, whom.pick, None).await {
                Ok(report) => self.ended(&report, whom.name.as_deref()),
                Err(error) => self.toasts.failed(error.to_string()),
            }
        });
    }

    /// Does what the dialog asked about. The dialog closes, or tells who was left out; or stays, with the refusal.
    pub async fn go(
        self,
        act: Act,
        asked: Asked,
        confirmed: Option<u64>,
    ) -> Result<(), ApiError<ActRefused>> {
        let report = do_act(act, asked.whom.pick.clone(), confirmed).await?;
        if report.state == ReportState::Running {
            self.open.set(false);
            self.follow(report);
        } else if report.left.is_empty() {
            self.open.set(false);
            self.ended(&report, asked.whom.name.as_deref());
        } else {
            self.asked.set(Some(Asked {
                report: Some(report),
                ..asked
            }));
            self.changed.run(());
        }
        Ok(())
    }

    /// Takes something back.
    pub fn undo(self, id: ActId) {
        spawn_local(async move {
            match undo_act(id).await {
                Ok(report) => {
                    self.toasts.done(t!(acts::undone(report.done)));
                    self.changed.run(());
                }
                Err(error) => self.toasts.failed(error.to_string()),
            }
        });
    }

    fn ended(self, report: &Report, name: Option<&str>) {
        if let ReportState::Stopped(why) = &report.state {
            self.toasts.failed(why.clone());
        } else {
            let words = t!(acts::done(&report.act, name, report.done));
            let id = report.id;
            if report.can_be_undone() {
                self.toasts
                    .done_with_undo(words, Callback::new(move |()| self.undo(id)));
            } else {
                self.toasts.done(words);
            }
        }
        self.changed.run(());
    }

    fn follow(self, report: Report) {
        let id = report.id;
        let known = self.running.try_update(|running| {
            running.retain(|known| known.id != id);
            running.push(report);
        });
        if known.is_none() {
            // Gone with the page; it goes on all the same.
            return;
        }
        let ask = move || {
            spawn_local(async move {
                match act_report(id).await {
                    Ok(report) if report.state == ReportState::Running => self.follow(report),
                    Ok(report) => {
                        let mine = self
                            .running
                            .try_update(|running| running.retain(|known| known.id != id));
                        if mine.is_some() {
                            self.ended(&report, None);
                        }
                    }
                    Err(_) => {
                        let known = self.running.try_with_untracked(|running| {
                            running.iter().find(|known| known.id == id).cloned()
                        });
                        if let Some(report) = known.flatten() {
                            self.follow(report);
                        }
                    }
                }
            });
        };
        set_timeout(ask, PAUSE);
    }
}
