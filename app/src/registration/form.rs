//! The form of an open invitation.

use super::says::Says;
use crate::form::{Posted, posted};
use crate::shell::StrangerLayout;
use crate::t;
use crate::ui::{Button, ErrorSummary, FieldFrame, FieldIds, Kind, Look, SelectField, TextField};
use domain::invitations::RegistrationField as Field;
use domain::users::Language;
use leptos::prelude::*;
use store::invitations::Welcome;

/// Names and a password; the rest is folded away.
#[component]
pub fn Form(welcome: Welcome) -> impl IntoView {
    let posted = posted();
    let problems = posted.summary(Field::FirstName.as_str());
    let email = welcome.email.to_string();
    let invited = email.clone();
    let says = Says::of(&welcome).json();
    view! {
        <StrangerLayout title=t!(registration::title(&welcome.organization))>
            <p>{t!(registration::why(&email))}</p>
            <ErrorSummary problems />
            <form method="post" class="stack" id="registration" data-for=invited data-says=says>
                // Password keepers take the name to sign in with from here.
                <input type="email" name="email" value=email autocomplete="username" hidden readonly />
                {line(&posted, Field::FirstName, t!(registration::FIRST_NAME), Kind::Text, "given-name", false)}
                {line(&posted, Field::LastName, t!(registration::LAST_NAME), Kind::Text, "family-name", false)}
                <NewPassword error=posted.problem(Field::Password.as_str()) min_length=welcome.min_length />
                <More posted language=welcome.language />
                <Button submit=true look=Look::Primary>
                    {t!(registration::REGISTER)}
                </Button>
            </form>
        </StrangerLayout>
    }
    .into_any()
}

/// The password; the script shows the button and the line that says how strong it is.
#[component]
fn NewPassword(error: Option<String>, min_length: u8) -> impl IntoView {
    let ids = FieldIds::new(Field::Password.as_str());
    let wrong = error.is_some();
    let hint = t!(registration::password_hint(u64::from(min_length)));
    view! {
        <FieldFrame
            ids=ids.clone()
            label=t!(registration::PASSWORD).to_owned()
            hint=Some(Signal::stored(Some(hint)))
            error=Signal::stored(error)
        >
            <div class="registration-password">
                <input
                    class="input"
                    id=ids.control
                    name=Field::Password.as_str()
                    type="password"
                    autocomplete="new-password"
                    autocapitalize="none"
                    spellcheck="false"
                    required
                    aria-invalid=wrong.then_some("true")
                    aria-describedby=format!("{} password-strength", ids.described_by)
                />
                <button type="button" class="button" id="password-show" aria-pressed="false" hidden>
                    {t!(registration::SHOW)}
                </button>
            </div>
            <p class="field-hint" id="password-strength"></p>
        </FieldFrame>
    }
    .into_any()
}

/// What may stay empty, folded away unless something in it is wrong.
#[component]
fn More(posted: Posted, language: Language) -> impl IntoView {
    let fields = [
        Field::Phone,
        Field::Address,
        Field::DateOfBirth,
        Field::JobTitle,
        Field::Language,
    ];
    let wrong = fields
        .iter()
        .any(|field| posted.problem(field.as_str()).is_some());
    let chosen = posted.value(Field::Language.as_str());
    let chosen = if chosen.is_empty() {
        language.as_str().to_owned()
    } else {
        chosen
    };
    let languages: Vec<_> = Language::ALL
        .iter()
        .map(|language| {
            (
                language.as_str().to_owned(),
                t!(users::language(*language)).to_owned(),
            )
        })
        .collect();
    view! {
        <details class="registration-more" open=wrong>
            <summary>{t!(registration::MORE)}</summary>
            <div class="stack">
                {line(&posted, Field::Phone, t!(registration::PHONE), Kind::Phone, "tel", true)}
                {line(&posted, Field::Address, t!(registration::ADDRESS), Kind::Text, "street-address", true)}
                {line(&posted, Field::DateOfBirth, t!(registration::DATE_OF_BIRTH), Kind::Date, "bday", true)}
                {line(&posted, Field::JobTitle, t!(registration::JOB_TITLE), Kind::Text, "organization-title", true)}
                <SelectField
                    name=Field::Language.as_str()
                    label=t!(registration::LANGUAGE).to_owned()
                    value=RwSignal::new(chosen)
                    options=Signal::stored(languages)
                    error=posted.problem(Field::Language.as_str())
                    optional=true
                />
            </div>
        </details>
    }
    .into_any()
}

fn line(
    posted: &Posted,
    field: Field,
    label: &'static str,
    kind: Kind,
    autocomplete: &'static str,
    optional: bool,
) -> AnyView {
    view! {
        <TextField
            name=field.as_str()
            label=label.to_owned()
            initial=posted.value(field.as_str())
            error=posted.problem(field.as_str())
            kind
            autocomplete
            optional
        />
    }
    .into_any()
}
