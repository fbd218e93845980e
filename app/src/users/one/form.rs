//! The values of the details form, in the form that fields hold.

use domain::users::{Language, UserEdit};
use leptos::prelude::*;

/// Every value; cheap to copy.
#[derive(Clone, Copy)]
pub struct Fields {
    pub first_name: RwSignal<String>,
    pub last_name: RwSignal<String>,
    pub username: RwSignal<String>,
    pub language: RwSignal<String>,
    pub location: RwSignal<String>,
    pub department: RwSignal<String>,
    pub labels: RwSignal<Vec<String>>,
    pub job_title: RwSignal<String>,
    pub address: RwSignal<String>,
    pub date_of_birth: RwSignal<String>,
    pub external_id: RwSignal<String>,
    pub deletion_date: RwSignal<String>,
}

fn id<T: ToString>(id: Option<T>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

impl Fields {
    /// The fields of a form.
    pub fn of(form: &UserEdit) -> Self {
        Self {
            first_name: RwSignal::new(form.first_name.clone()),
            last_name: RwSignal::new(form.last_name.clone()),
            username: RwSignal::new(form.username.clone()),
            language: RwSignal::new(form.language.as_str().to_owned()),
            location: RwSignal::new(id(form.location)),
            department: RwSignal::new(id(form.department)),
            labels: RwSignal::new(form.labels.iter().map(ToString::to_string).collect()),
            job_title: RwSignal::new(form.job_title.clone()),
            address: RwSignal::new(form.address.clone()),
            date_of_birth: RwSignal::new(form.date_of_birth.clone()),
            external_id: RwSignal::new(form.external_id.clone()),
            deletion_date: RwSignal::new(form.deletion_date.clone()),
        }
    }

    /// Fills the fields anew.
    pub fn fill(self, form: &UserEdit) {
        self.first_name.set(form.first_name.clone());
        self.last_name.set(form.last_name.clone());
        self.username.set(form.username.clone());
        self.language.set(form.language.as_str().to_owned());
        self.location.set(id(form.location));
        self.department.set(id(form.department));
        self.labels
            .set(form.labels.iter().map(ToString::to_string).collect());
        self.job_title.set(form.job_title.clone());
        self.address.set(form.address.clone());
        self.date_of_birth.set(form.date_of_birth.clone());
        self.external_id.set(form.external_id.clone());
        self.deletion_date.set(form.deletion_date.clone());
    }

    /// The form as it stands.
    pub fn form(self) -> UserEdit {
        let mut labels: Vec<_> = self
            .labels
            .with(|labels| labels.iter().filter_map(|label| label.parse().ok()).collect());
        labels.sort_unstable();
        UserEdit {
            first_name: self.first_name.get(),
            last_name: self.last_name.get(),
            username: self.username.get(),
            language: self
                .language
                .with(|language| Language::parse(language).unwrap_or_default()),
            location: self.location.with(|id| id.parse().ok()),
            department: self.department.with(|id| id.parse().ok()),
            labels,
            job_title: self.job_title.get(),
            address: self.address.get(),
            date_of_birth: self.date_of_birth.get(),
            external_id: self.external_id.get(),
            deletion_date: self.deletion_date.get(),
        }
    }
}
