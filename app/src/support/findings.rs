//! What is wrong, each with the button that mends it.

use super::api::forgive_attempts;
use super::give_seat::GiveSeat;
use crate::messages::api::resend_message;
use crate::session::viewer;
use crate::t;
use crate::ui::{Button, Icon, IconName, LinkButton, Tone, toasts};
use crate::users::acts::{Desk, Whom};
use domain::id::{MessageId, UserId};
use domain::support::{Finding, Person};
use domain::time::Timestamp;
use domain::users::Act;
use leptos::prelude::*;

/// The list, or that there is nothing.
#[component]
pub fn Findings(
    person: Person,
    findings: Vec<Finding>,
    now: Timestamp,
    again: Callback<()>,
) -> impl IntoView {
    let acts = Desk::new(move || again.run(()));
    let whom = StoredValue::new(Whom::one(person.id, person.name.clone()));
    let denied = viewer().and_then(|viewer| viewer.standing.may_act_on(person.role).err());
    let denied = StoredValue::new(denied.map(|denied| t!(problems::denied(&denied))));
    let row = |finding: Finding| {
        let Described {
            tone,
            icon,
            what,
            why,
        } = described(&finding, now);
        let class = match tone {
            Tone::Bad => "finding finding-bad",
            Tone::Warning => "finding finding-warning",
            Tone::Neutral | Tone::Good | Tone::Info => "finding",
        };
        let mend = mend(&finding, acts, whom, person.id, denied, again);
        view! {
            <li class=class>
                <Icon name=icon />
                <div class="finding-words">
                    <strong>{what}</strong>
                    <p>{why}</p>
                </div>
                {mend}
            </li>
        }
    };
    let content = if findings.is_empty() {
        view! {
            <p class="finding finding-none">
                <Icon name=IconName::Success />
                {t!(support::NOTHING_WRONG)}
            </p>
        }
        .into_any()
    } else {
        view! { <ul class="findings">{findings.into_iter().map(row).collect_view()}</ul> }.into_any()
    };
    view! {
        <h3>{t!(support::WRONG)}</h3>
        {content}
    }
    .into_any()
}

struct Described {
    tone: Tone,
    icon: IconName,
    what: String,
    why: String,
}

fn described(finding: &Finding, now: Timestamp) -> Described {
    let answered = |answer: &Option<String>| match answer {
        Some(answer) => t!(support::answered(answer)),
        None => t!(support::NOT_ANSWERED).to_owned(),
    };
    let (tone, icon, what, why) = match finding {
        Finding::Archived { since } => (
            Tone::Bad,
            IconName::Archive,
            t!(support::ARCHIVED).to_owned(),
            since.map_or_else(
                || t!(support::ARCHIVED_WHY).to_owned(),
                |since| t!(support::archived_since(since)),
            ),
        ),
        Finding::Pending => (
            Tone::Bad,
            IconName::Hourglass,
            t!(support::PENDING).to_owned(),
            t!(support::PENDING_WHY).to_owned(),
        ),
        Finding::LockedOut { until } => (
            Tone::Bad,
            IconName::Lock,
            t!(support::LOCKED_OUT).to_owned(),
            t!(support::locked_out_why(
                (*until - now).as_seconds().max(1).unsigned_abs().div_ceil(60)
            )),
        ),
        Finding::MailFailed { kind, answer, .. } => (
            Tone::Bad,
            IconName::Message,
            t!(support::mail_failed(t!(messages::kind(*kind)))),
            answered(answer),
        ),
        Finding::MailDelayed { kind, answer, .. } => (
            Tone::Warning,
            IconName::Message,
            t!(support::mail_delayed(t!(messages::kind(*kind)))),
            answered(answer),
        ),
        Finding::NoEmail => (
            Tone::Warning,
            IconName::Message,
            t!(support::NO_EMAIL).to_owned(),
            t!(support::NO_EMAIL_WHY).to_owned(),
        ),
        Finding::NoPassword => (
            Tone::Warning,
            IconName::Key,
            t!(support::NO_PASSWORD).to_owned(),
            t!(support::NO_PASSWORD_WHY).to_owned(),
        ),
        Finding::NeverAccessed { notified } => (
            Tone::Warning,
            IconName::EyeClosed,
            t!(users::NEVER_ACCESSED).to_owned(),
            notified.map_or_else(
                || t!(support::NEVER_NOTIFIED).to_owned(),
                |at| t!(support::notified_at(at)),
            ),
        ),
        Finding::LicenseOver { license, ended, .. } => (
            Tone::Warning,
            IconName::License,
            t!(support::license_over(license)),
            t!(support::ended_on(*ended)),
        ),
        Finding::LicenseNotBegun { license, begins } => (
            Tone::Warning,
            IconName::License,
            t!(support::license_not_begun(license)),
            t!(support::begins_on(*begins)),
        ),
        Finding::NoSeat => (
            Tone::Warning,
            IconName::License,
            t!(support::NO_SEAT).to_owned(),
            t!(support::NO_SEAT_WHY).to_owned(),
        ),
    };
    Described {
        tone,
        icon,
        what,
        why,
    }
}

/// The button that mends it, where one press does.
fn mend(
    finding: &Finding,
    acts: Desk,
    whom: StoredValue<Whom>,
    user: UserId,
    denied: StoredValue<Option<String>>,
    again: Callback<()>,
) -> Option<AnyView> {
    let now = |act: Act, words: &'static str| {
        let lacking = viewer().and_then(|viewer| act.reach(&viewer.standing).err());
        let because = denied
            .get_value()
            .or_else(|| lacking.map(|lacking| t!(problems::denied(&lacking))));
        let press = move || acts.now(act.clone(), whom.get_value());
        view! {
            <Button disabled_because=Signal::stored(because) on_press=press>
                {words}
            </Button>
        }
        .into_any()
    };
    match finding {
        Finding::Archived { .. } => Some(now(Act::Reactivate { seats: true }, t!(acts::REACTIVATE))),
        Finding::Pending => Some(now(Act::Approve { notify: true }, t!(acts::APPROVE))),
        Finding::NoSeat => Some(view! { <GiveSeat user again /> }.into_any()),
        Finding::LicenseOver { id, .. } => {
            let href = format!("/licenses/{id}");
            Some(
                view! {
                    <LinkButton href=href>{t!(support::OPEN_LICENSE)}</LinkButton>
                    <GiveSeat user again />
                }
                .into_any(),
            )
        }
        Finding::LockedOut { .. } => Some(view! { <Forgive user denied again /> }.into_any()),
        Finding::MailFailed { message, .. } => {
            Some(view! { <Resend message=*message denied again /> }.into_any())
        }
        Finding::MailDelayed { message, .. } => {
            let href = format!("/messages/{message}");
            Some(view! { <LinkButton href=href>{t!(support::OPEN_MESSAGE)}</LinkButton> }.into_any())
        }
        _ => None,
    }
}

#[component]
fn Forgive(user: UserId, denied: StoredValue<Option<String>>, again: Callback<()>) -> impl IntoView {
    let toasts = toasts();
    let forgive = Action::new(move |(): &()| async move {
        match forgive_attempts(user).await {
            Ok(()) => {
                toasts.done(t!(support::FORGIVEN));
                again.run(());
            }
            Err(error) => toasts.failed(error.to_string()),
        }
    });
    view! {
        <Button
            disabled_because=Signal::stored(denied.get_value())
            busy=forgive.pending()
            on_press=move || {
                forgive.dispatch(());
            }
        >
            {t!(support::FORGIVE)}
        </Button>
    }
}

#[component]
fn Resend(message: MessageId, denied: StoredValue<Option<String>>, again: Callback<()>) -> impl IntoView {
    let toasts = toasts();
    let resend = Action::new(move |(): &()| async move {
        match resend_message(message).await {
            Ok(()) => {
                toasts.done(t!(messages::RESENT));
                again.run(());
            }
            Err(error) => toasts.failed(error.to_string()),
        }
    });
    view! {
        <Button
            icon=IconName::Refresh
            disabled_because=Signal::stored(denied.get_value())
            busy=resend.pending()
            on_press=move || {
                resend.dispatch(());
            }
        >
            {t!(messages::RESEND)}
        </Button>
    }
}
