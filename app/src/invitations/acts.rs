//! What can be done to invitations: sending again, correcting the address, canceling. One page holds one [`Acts`], with the
//! dialogs it opens.

use super::api::{cancel_invitations, resend_invitation, resend_invitations};
use crate::refusals::Words;
use crate::t;
use crate::ui::{Button, Dialog, Kind, Look, TextField, Toasts, toasts};
use domain::id::InvitationId;
use domain::invitations::Which;
use domain::users::Email;
use leptos::prelude::*;

/// The acts of a page; cheap to copy.
#[derive(Clone, Copy)]
pub struct Acts {
    /// Whether one is under way.
    pub busy: RwSignal<bool>,
    correcting: RwSignal<Option<(InvitationId, Email)>>,
    /// What is to be canceled, once that is confirmed, and how many that is; all that match are not counted.
    canceling: RwSignal<Option<(Which, Option<u64>)>>,
    done: Callback<()>,
    toasts: Toasts,
}

impl Acts {
    /// For a page that looks again when something was done.
    pub fn new(done: impl Into<Callback<()>>) -> Self {
        Self {
            busy: RwSignal::new(false),
            correcting: RwSignal::new(None),
            canceling: RwSignal::new(None),
            done: done.into(),
            toasts: toasts(),
        }
    }

    /// Sends one again.
    pub fn resend(self, id: InvitationId) {
        self.run(async move {
            resend_invitation(id, None)
                .await
                .map(|()| t!(invitations::resent(1)))
        });
    }

    /// Sends several again, and says which were refused.
    pub fn resend_many(self, which: Which) {
        self.run(async move {
            let resent = resend_invitations(which).await?;
            if let Some((email, refused)) = resent.refused.first() {
                let more = resent.refused.len() as u64 - 1;
                self.toasts.failed(t!(invitations::not_resent(
                    email.as_str(),
                    &refused.words(),
                    more
                )));
            }
            Ok(t!(invitations::resent(resent.sent)))
        });
    }

    /// Opens the dialog that corrects an address.
    pub fn correct(self, id: InvitationId, email: Email) {
        self.correcting.set(Some((id, email)));
    }

    /// Opens the dialog that cancels.
    pub fn cancel(self, which: Which, count: Option<u64>) {
        self.canceling.set(Some((which, count)));
    }

    fn run(
        self,
        act: impl Future<Output = Result<String, crate::api::ApiError<domain::invitations::InviteRefused>>>
        + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = act.await;
            self.busy.try_set(false);
            match answer {
                Ok(said) => {
                    self.toasts.done(said);
                    self.done.try_run(());
                }
                Err(error) => self.toasts.failed(error.to_string()),
            }
        });
    }
}

/// The dialogs of a page's acts.
#[component]
pub fn ActDialogs(acts: Acts) -> impl IntoView {
    view! {
        <Correct acts />
        <Cancel acts />
    }
}

/// A dialog that is open while a signal holds what it is about.
fn open_with<T: Send + Sync + 'static>(about: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(about.with(Option::is_some)));
    Effect::new(move |_| {
        if !open.get() && about.with_untracked(Option::is_some) {
            about.set(None);
        }
    });
    open
}

#[component]
fn Correct(acts: Acts) -> impl IntoView {
    let open = open_with(acts.correcting);
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if let Some((_, email)) = acts.correcting.get() {
            typed.set(email.to_string());
            problem.set(None);
        }
    });
    let save = move || {
        let Some((id, _)) = acts.correcting.get_untracked() else {
            return;
        };
        match Email::parse(&typed.get_untracked()) {
            Err(error) => problem.set(Some(t!(problems::not_valid(&error)))),
            Ok(email) => {
                acts.correcting.set(None);
                acts.run(async move {
                    let said = t!(invitations::corrected(email.as_str()));
                    resend_invitation(id, Some(email)).await.map(|()| said)
                });
            }
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save();
    };
    let actions = move || {
        view! {
            <Button on_press=move || acts.correcting.set(None)>{t!(ui::CANCEL)}</Button>
            <Button look=Look::Primary on_press=save>
                {t!(invitations::CORRECT_AND_SEND)}
            </Button>
        }
    };
    view! {
        <Dialog open title=t!(invitations::CORRECT) actions>
            <form class="stack" novalidate on:submit=submit>
                <p>{t!(invitations::CORRECT_WHY)}</p>
                <TextField
                    name="corrected"
                    label=t!(invitations::ADDRESS)
                    value=typed
                    kind=Kind::Email
                    error=problem
                    autocomplete="off"
                    autofocus=true
                />
            </form>
        </Dialog>
    }
    .into_any()
}

#[component]
fn Cancel(acts: Acts) -> impl IntoView {
    let open = open_with(acts.canceling);
    let title = Signal::derive(move || {
        acts.canceling.with(|canceling| {
            let count = canceling.as_ref().map_or(Some(0), |(_, count)| *count);
            t!(invitations::cancel(count))
        })
    });
    let confirm = move || {
        let Some((which, _)) = acts.canceling.get_untracked() else {
            return;
        };
        acts.canceling.set(None);
        acts.run(async move {
            cancel_invitations(which)
                .await
                .map(|count| t!(invitations::canceled(count)))
        });
    };
    let actions = move || {
        view! {
            <Button on_press=move || acts.canceling.set(None)>{t!(invitations::KEEP)}</Button>
            <Button look=Look::Danger on_press=confirm>
                {move || title.get()}
            </Button>
        }
    };
    view! {
        <Dialog open title actions>
            <p>{t!(invitations::CANCEL_WHY)}</p>
        </Dialog>
    }
    .into_any()
}
