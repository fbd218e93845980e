//! The dialogs of the page: another email address, phone number or password.

use super::api::{change_email, change_phone, set_user_password};
use super::state::{Change, One};
use crate::api::ApiError;
use crate::login_links::LoginLinkDialog;
use crate::refusals::Words;
use crate::t;
use crate::ui::{
    Button, Choice, Dialog, Kind, Look, Notice, RadioGroup, Switch, TextField, Tone, Width, toasts,
};
use crate::users::acts::ActDialog;
use domain::users::{EditRefused, Password, SetPassword, UserDetails};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// All of them; one at a time is open.
#[component]
pub fn Dialogs(one: One) -> impl IntoView {
    let (id, name) = one.user.with_untracked(|user| (user.summary.id, user.name()));
    view! {
        <ActDialog desk=one.desk names=one.names />
        <LoginLinkDialog open=one.link user=id name />
        <ChangeDialog one />
    }
    .into_any()
}

/// The values of the dialog; cheap to copy.
#[derive(Clone, Copy)]
struct Typed {
    text: RwSignal<String>,
    way: RwSignal<String>,
    password: RwSignal<String>,
    must_change: RwSignal<bool>,
    error: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

const LINK: &str = "link";
const GENERATED: &str = "generated";
const TYPED: &str = "typed";

impl Typed {
    fn new() -> Self {
        Self {
            text: RwSignal::default(),
            way: RwSignal::new(LINK.to_owned()),
            password: RwSignal::default(),
            must_change: RwSignal::new(true),
            error: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    /// As the dialog opens: with what is so now, and no password.
    fn begin(self, one: One, change: Change) {
        let text = one.user.with_untracked(|user| match change {
            Change::Email => user.summary.email.as_ref().map(ToString::to_string),
            Change::Phone => user.summary.phone.as_ref().map(ToString::to_string),
            Change::Password => None,
        });
        let has_email = one.user.with_untracked(|user| user.summary.email.is_some());
        self.text.set(text.unwrap_or_default());
        self.way.set(if has_email { LINK } else { TYPED }.to_owned());
        self.password.set(String::new());
        self.must_change.set(true);
        self.error.set(None);
    }

    async fn send(self, one: One, change: Change) -> Result<UserDetails, ApiError<EditRefused>> {
        let id = one.user.with_untracked(|user| user.summary.id);
        match change {
            Change::Email => change_email(id, self.text.get_untracked()).await,
            Change::Phone => change_phone(id, self.text.get_untracked()).await,
            Change::Password => {
                let how = match self.way.get_untracked().as_str() {
                    TYPED => SetPassword::Typed {
                        password: Password::new(self.password.get_untracked()),
                        must_change: self.must_change.get_untracked(),
                    },
                    GENERATED => SetPassword::Generated,
                    _ => SetPassword::Link,
                };
                set_user_password(id, how).await
            }
        }
    }
}

#[component]
fn ChangeDialog(one: One) -> impl IntoView {
    let typed = Typed::new();
    let open = RwSignal::new(false);
    let asked = RwSignal::new(None::<Change>);
    Effect::new(move |_| {
        if let Some(change) = one.change.get() {
            typed.begin(one, change);
            asked.set(Some(change));
            open.set(true);
        }
    });
    Effect::new(move |_| {
        if !open.get() {
            one.change.set(None);
            typed.password.set(String::new());
        }
    });
    let told = toasts();
    let press = move || {
        let Some(change) = asked.get_untracked() else {
            return;
        };
        typed.busy.set(true);
        spawn_local(async move {
            let answer = typed.send(one, change).await;
            typed.busy.set(false);
            match answer {
                Ok(user) => {
                    let email = user.summary.email.is_some();
                    one.user.set(user);
                    open.set(false);
                    told.done(done(change, &typed.way.get_untracked(), email));
                }
                Err(ApiError::Refused(EditRefused::Fields(errors))) => {
                    typed.error.set(errors.first().map(|error| error.problem.words()));
                }
                Err(error) => typed.error.set(Some(error.to_string())),
            }
        });
    };
    let title = Signal::derive(move || {
        let what = match asked.get() {
            Some(Change::Email) | None => t!(user::CHANGE_EMAIL),
            Some(Change::Phone) => t!(user::CHANGE_PHONE),
            Some(Change::Password) => t!(user::CHANGE_PASSWORD),
        };
        t!(acts::on(what, &one.name()))
    });
    let content = move || match asked.get() {
        Some(Change::Email) => view! {
            <div class="fields">
                <TextField
                    name="change-email"
                    label=t!(users::EMAIL)
                    value=typed.text
                    kind=Kind::Email
                    error=typed.error
                    hint=Signal::stored(Some(t!(user::EMAIL_HINT).to_owned()))
                    autocomplete="off"
                    optional=true
                    autofocus=true
                />
            </div>
        }
        .into_any(),
        Some(Change::Phone) => view! {
            <div class="fields">
                <TextField
                    name="change-phone"
                    label=t!(users::PHONE)
                    value=typed.text
                    kind=Kind::Phone
                    error=typed.error
                    autocomplete="off"
                    optional=true
                    autofocus=true
                />
            </div>
        }
        .into_any(),
        Some(Change::Password) => view! { <PasswordFields one typed /> }.into_any(),
        None => ().into_any(),
    };
    let actions = move || {
        view! {
            <Button on_press=move || open.set(false)>{t!(ui::CANCEL)}</Button>
            <Button look=Look::Primary busy=typed.busy on_press=press>
                {move || button(asked.get(), &typed.way.get())}
            </Button>
        }
        .into_any()
    };
    view! {
        <Dialog open title width=Width::Wide actions=actions>
            {content}
        </Dialog>
    }
    .into_any()
}

fn button(change: Option<Change>, way: &str) -> &'static str {
    match (change, way) {
        (Some(Change::Password), TYPED) => t!(user::SET_PASSWORD),
        (Some(Change::Password), GENERATED) => t!(user::SEND_PASSWORD),
        (Some(Change::Password), _) => t!(user::SEND_LINK),
        _ => t!(user::SAVE),
    }
}

fn done(change: Change, way: &str, has_email: bool) -> &'static str {
    match (change, way) {
        (Change::Password, TYPED) if has_email => t!(user::PASSWORD_DONE_TOLD),
        (Change::Password, TYPED) => t!(user::PASSWORD_DONE),
        (Change::Password, _) => t!(user::ON_ITS_WAY),
        _ => t!(user::SAVED),
    }
}

#[component]
fn PasswordFields(one: One, typed: Typed) -> impl IntoView {
    let has_email = one.user.with_untracked(|user| user.summary.email.is_some());
    let emailed = |choice: Choice| {
        if has_email {
            choice
        } else {
            choice.disabled(t!(user::NO_EMAIL))
        }
    };
    let ways = vec![
        emailed(Choice::new(LINK, t!(user::WAY_LINK)).hint(t!(users::PASSWORD_ACTIVATION_HINT))),
        emailed(
            Choice::new(GENERATED, t!(users::PASSWORD_GENERATED)).hint(t!(users::PASSWORD_GENERATED_HINT)),
        ),
        Choice::new(TYPED, t!(users::PASSWORD_TYPED)).hint(t!(user::WAY_TYPED_HINT)),
    ];
    let is_typed = Memo::new(move |_| typed.way.with(|way| way == TYPED));
    let fields = move || {
        is_typed.get().then(|| {
            view! {
                <TextField
                    name="new-password"
                    label=t!(users::PASSWORD)
                    value=typed.password
                    kind=Kind::Password
                    hint=Signal::stored(Some(t!(sign_in::PASSWORD_HINT).to_owned()))
                    error=typed.error
                    autocomplete="new-password"
                />
                <Switch name="must-change" label=t!(users::FORCE_CHANGE) checked=typed.must_change />
            }
        })
    };
    let refused = move || {
        let why = typed.error.get().filter(|_| !is_typed.get());
        why.map(|why| view! { <div role="alert"><Notice tone=Tone::Bad>{why}</Notice></div> })
    };
    let ends = move || {
        typed
            .way
            .with(|way| way != LINK)
            .then(|| view! { <Notice tone=Tone::Info>{t!(user::SESSIONS_END)}</Notice> })
    };
    view! {
        <div class="fields">
            <RadioGroup name="password-way" label=t!(users::PASSWORD_CHOICE) value=typed.way choices=ways />
            {fields}
            {ends}
            {refused}
        </div>
    }
    .into_any()
}
