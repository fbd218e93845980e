//! A line of the audit as a sentence, with before → after.

use crate::t;
use crate::ui::{Icon, IconName};
use domain::audit::{AuditLine, AuditTarget, TargetKind, Who};
use domain::id::UserId;
use leptos::prelude::*;

/// A line: who did what, and what that changed.
#[component]
pub fn Line(
    /// The line.
    line: AuditLine,
    /// Whether to say to whom or what it was done.
    about: bool,
) -> impl IntoView {
    let who = match &line.who {
        Who::User { name, .. } => name.clone(),
        Who::Gone => t!(user::SOMEBODY_GONE).to_owned(),
        Who::System => t!(user::BY_ITSELF).to_owned(),
        Who::CommandLine => t!(user::COMMAND_LINE).to_owned(),
    };
    let changes = line.changes().into_iter().filter_map(|change| {
        let field = field(&change.field);
        (!field.is_empty()).then(|| {
            let value = |text: String| {
                if text.is_empty() {
                    t!(user::NONE).to_owned()
                } else {
                    t!(user::value(&change.field, &text))
                }
            };
            let (before, after) = (value(change.before.clone()), value(change.after.clone()));
            view! {
                <li>
                    <span class="history-field">{field}</span>
                    <span>{before}</span>
                    <Icon name=IconName::ArrowRight />
                    <span class="visually-hidden">{t!(user::BECAME)}</span>
                    <span>{after}</span>
                </li>
            }
        })
    });
    let changes: Vec<_> = changes.collect();
    let changes = (!changes.is_empty()).then(|| view! { <ul class="history-changes">{changes}</ul> });
    let from = line.address.map(|address| t!(user::from_address(&address)));
    let by_themselves = matches!(&line.who, Who::User { id, .. } if UserId::from(line.target.id) == *id);
    let target = (about && !by_themselves).then(|| view! { " · " <Target target=line.target /> });
    view! {
        <li class="history-line">
            <p>{t!(user::sentence(line.action, &who))}{target}</p>
            {changes}
            <p class="cell-detail">
                <time datetime=line.at.to_string()>{t!(users::moment(line.at))}</time>
                {from.map(|from| view! { " · " {from} })}
            </p>
        </li>
    }
    .into_any()
}

/// The words of a field; none for what no person would look for.
fn field(name: &str) -> &'static str {
    match t!(user::field(name)) {
        "" => t!(settings::label(name)),
        words => words,
    }
}

/// To whom or what, as a link where it has a page.
#[component]
fn Target(target: AuditTarget) -> impl IntoView {
    let AuditTarget { kind, id, name } = target;
    let folder = match kind {
        TargetKind::User => Some("users"),
        TargetKind::License => Some("licenses"),
        TargetKind::Import => Some("imports"),
        TargetKind::Invitation => Some("invitations"),
        TargetKind::Message => Some("messages"),
        TargetKind::Group => Some("groups"),
        TargetKind::ProgramSession => Some("sessions"),
        TargetKind::Organization
        | TargetKind::Course
        | TargetKind::Bundle
        | TargetKind::Event
        | TargetKind::Token
        | TargetKind::Program => None,
    };
    let Some(name) = name else {
        return view! { <span class="cell-detail">{t!(audit::GONE)}</span> }.into_any();
    };
    match folder {
        Some(folder) => view! { <a href=format!("/{folder}/{id}")>{name}</a> }.into_any(),
        None => view! { <strong>{name}</strong> }.into_any(),
    }
}
