//! The words in which a reader learns that a rule said no.
//!
//! Rules live in `domain` and travel as values; here each becomes a sentence in the reader's language. A feature whose refusals
//! have no words, or a refusal without words in one language, fails the build.

use crate::api::Never;
use crate::t;
use crate::ui::FieldProblem;
use domain::courses::{CourseRefused, LearnRefused, ProductRefused};
use domain::groups::GroupRefused;
use domain::imports::{Field, ImportRefused};
use domain::invitations::InviteRefused;
use domain::licenses::{LicenseRefused, SeatsRefused};
use domain::login_links::LoginLinkRefused;
use domain::messages::ResendRefused;
use domain::programs::ProgramRefused;
use domain::settings::SettingsRefused;
use domain::sign_in::SignInRefused;
use domain::support::SupportRefused;
use domain::tokens::TokenRefused;
use domain::users::{
    ActRefused, CreateRefused, EditRefused, FieldError, FormProblem, FormRefused, ProfileRefused, Rule,
    ViewRefused,
};

/// What can be said to a reader about a refusal.
pub trait Words {
    /// Why not, and what would make it possible.
    fn words(&self) -> String;
}

macro_rules! words {
    ($($refusal:ty: $text:ident;)*) => {
        $(
            impl Words for $refusal {
                fn words(&self) -> String {
                    t!(refusals::$text(self))
                }
            }
        )*
    };
}

words! {
    ActRefused: act;
    CreateRefused: create;
    EditRefused: edit;
    LicenseRefused: license;
    SeatsRefused: seats;
    LoginLinkRefused: login_link;
    SupportRefused: support;
    ResendRefused: resend;
    InviteRefused: invite;
    ImportRefused: import;
    CourseRefused: course;
    LearnRefused: learn;
    TokenRefused: token;
    GroupRefused: group;
    ProgramRefused: program;
    ViewRefused: view;
}

impl Words for ProductRefused {
    fn words(&self) -> String {
        match self {
            Self::Field(wrong) => t!(problems::not_valid(wrong)),
            Self::CourseGone => LicenseRefused::CourseGone.words(),
            Self::Nobody => ProgramRefused::Nobody.words(),
        }
    }
}

impl Words for Never {
    fn words(&self) -> String {
        match *self {}
    }
}

impl Words for SettingsRefused {
    fn words(&self) -> String {
        match self {
            Self::Fields(_) => t!(refusals::FORM).to_owned(),
            Self::Met(_) => t!(settings::MET).to_owned(),
        }
    }
}

impl Words for ProfileRefused {
    fn words(&self) -> String {
        match self {
            Self::Fields(_) => t!(refusals::FORM).to_owned(),
            Self::Changed => t!(profile::CHANGED).to_owned(),
            Self::TooMany(minutes) => t!(problems::sign_in(&SignInRefused::TooMany { minutes: *minutes })),
        }
    }
}

impl Words for FormRefused {
    fn words(&self) -> String {
        match self {
            Self::Fields(_) => t!(refusals::FORM).to_owned(),
            Self::Create(refused) => refused.words(),
        }
    }
}

impl Words for FormProblem {
    fn words(&self) -> String {
        match self {
            Self::Value(value) => t!(problems::not_valid(value)),
            Self::Create(refused) => refused.words(),
            Self::Choice(refused) => t!(refusals::choice(refused)),
            Self::Password(weak) => t!(problems::weak_password(weak)),
            Self::SeatsUsed(used) => LicenseRefused::BelowUsed { used: *used }.words(),
        }
    }
}

/// What is wrong, for the fields and the summary on top.
pub(crate) fn at_fields(errors: &[FieldError]) -> Vec<FieldProblem> {
    let said = |error: &FieldError| FieldProblem {
        field: error.field.clone(),
        message: error.problem.words(),
    };
    errors.iter().map(said).collect()
}

/// The rule that the text of a cell breaks, when it is not what its column holds.
pub(crate) fn rule_of(field: Field) -> Rule {
    match field {
        Field::Email => Rule::Email,
        Field::Username | Field::OldUsername => Rule::NoSpaces,
        Field::Phone => Rule::Phone,
        Field::Language => Rule::Language,
        Field::DueDate | Field::DeletionDate | Field::DateOfBirth => Rule::Date,
        Field::FirstName | Field::LastName | Field::ExternalId => Rule::TooLong(100),
        Field::JobTitle | Field::Address => Rule::TooLong(500),
        _ => Rule::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::ApiError;
    use domain::users::Language;
    use leptos::prelude::{Owner, provide_context};

    #[test]
    fn a_refusal_is_said_in_the_readers_language() {
        let said = |language: Language| {
            Owner::new().with(|| {
                provide_context(language);
                ApiError::Refused(CreateRefused::Gone("group".into())).to_string()
            })
        };
        assert_eq!(
            Language::ALL.map(said),
            [
                "the chosen group no longer exists: choose again",
                "diese Gruppe gibt es nicht mehr: Wählen Sie neu",
                "ce groupe n’existe plus : choisissez à nouveau",
                "ese grupo ya no existe: elija de nuevo",
            ]
        );
    }

    #[test]
    fn what_is_wrong_with_a_cell_is_quoted_in_the_readers_language() {
        let options = domain::imports::Problem::of(Field::Email, domain::imports::Code::NotValid, "no @")
            .about([&"ada"]);
        let said = Owner::new().with(|| {
            provide_context(Language::De);
            t!(refusals::row(&options))
        });
        assert_eq!(
            said,
            "„ada“: keine E-Mail-Adresse: Sie sollte aussehen wie name@example.org"
        );
    }
}
