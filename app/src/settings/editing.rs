//! The form while it is filled in. Where somebody else changed the settings meanwhile, both changes come together in the form
//! before anything is saved.

use super::api::change_settings;
use crate::api::ApiError;
use crate::refusals::at_fields;
use crate::t;
use crate::ui::{FieldProblem, Toasts, toasts};
use domain::settings::{OnDeletionDate, SettingsForm, SettingsRefused};
use domain::users::Language;
use leptos::prelude::*;

macro_rules! fields {
    ($($field:ident: $type:ty = |$from:ident| $hold:expr, |$held:ident| $give:expr;)*) => {
        /// Every value, in the form that fields hold; cheap to copy.
        #[derive(Clone, Copy)]
        pub struct Fields {
            $(pub $field: RwSignal<$type>,)*
        }

        impl Fields {
            /// The fields of a form.
            fn of(form: &SettingsForm) -> Self {
                Self { $($field: { let $from = &form.$field; RwSignal::new($hold) },)* }
            }
            /// Fills the fields anew.
            fn fill(self, form: &SettingsForm) {
                $({ let $from = &form.$field; self.$field.set($hold); })*
            }
            /// The form as it stands.
            fn form(self) -> SettingsForm {
                SettingsForm { $($field: { let $held = self.$field.get(); $give },)* }
            }
        }
    };
}

fields! {
    name: String = |text| text.clone(), |text| text;
    accent: String = |text| text.clone(), |text| text;
    logo: String = |text| text.clone(), |text| text;
    language: String = |language| language.as_str().to_owned(), |text| Language::parse(&text).unwrap_or_default();
    min_length: String = |text| text.clone(), |text| text;
    login_link_minutes: String = |text| text.clone(), |text| text;
    invitation_days: String = |text| text.clone(), |text| text;
    self_registration: bool = |on| *on, |on| on;
    registration_domains: String = |text| text.clone(), |text| text;
    on_deletion_date: String = |what| word(*what).to_owned(), |text| what(&text);
    erase_anyone: bool = |on| *on, |on| on;
    import_megabytes: String = |text| text.clone(), |text| text;
}

/// The value that stands for what a deletion date does.
pub fn word(what: OnDeletionDate) -> &'static str {
    match what {
        OnDeletionDate::Archive => "archive",
        OnDeletionDate::Delete => "delete",
    }
}

fn what(word: &str) -> OnDeletionDate {
    if word == "delete" {
        OnDeletionDate::Delete
    } else {
        OnDeletionDate::Archive
    }
}

/// The form's state; cheap to copy.
#[derive(Clone, Copy)]
pub struct Editing {
    /// What stands in the fields.
    pub fields: Fields,
    known: RwSignal<SettingsForm>,
    /// What is wrong.
    pub errors: RwSignal<Vec<FieldProblem>>,
    /// What was met when somebody else had changed the settings: the fields that both changed.
    pub met: RwSignal<Option<Vec<&'static str>>>,
    /// Whether the answer is on its way.
    pub busy: RwSignal<bool>,
    told: Toasts,
}

impl Editing {
    /// A form that begins with the settings as they are.
    pub fn of(form: SettingsForm) -> Self {
        Self {
            fields: Fields::of(&form),
            known: RwSignal::new(form),
            errors: RwSignal::default(),
            met: RwSignal::new(None),
            busy: RwSignal::new(false),
            told: toasts(),
        }
    }

    /// Whether something is typed that is not saved.
    pub fn changed(self) -> bool {
        let form = self.fields.form();
        self.known.with(|known| *known != form)
    }

    /// What is wrong at a field.
    pub fn at(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.errors.with(|errors| {
                let error = errors.iter().find(|error| error.field == field)?;
                Some(error.message.clone())
            })
        })
    }

    /// Saves what stands in the fields.
    pub fn save(self) {
        let wanted = untrack(|| self.fields.form());
        if let Err(errors) = wanted.parse() {
            self.errors.set(at_fields(&errors));
            return;
        }
        self.errors.set(Vec::new());
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = change_settings(self.known.get_untracked(), wanted.clone()).await;
            self.busy.set(false);
            match answer {
                Ok(now) => {
                    self.fields.fill(&now);
                    self.known.set(now);
                    self.met.set(None);
                    self.told.done(t!(settings::SAVED));
                }
                Err(ApiError::Refused(SettingsRefused::Fields(errors))) => {
                    self.errors.set(at_fields(&errors));
                }
                Err(ApiError::Refused(SettingsRefused::Met(theirs))) => {
                    let (merged, both) = SettingsForm::merge(&self.known.get_untracked(), &wanted, &theirs);
                    self.fields.fill(&merged);
                    self.known.set(*theirs);
                    self.met.set(Some(both));
                }
                Err(error) => self.told.failed(error.to_string()),
            }
        });
    }
}
