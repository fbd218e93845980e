//! The fields of a license's form, and what is wrong with them.

use crate::licenses::api::LicenseView;
use crate::t;
use crate::ui::{Card, CheckboxGroup, Choice, FieldProblem, Kind, RadioGroup, TextField};
use domain::id::CourseId;
use domain::licenses::{LicenseForm, LicenseKind};
use leptos::prelude::*;

/// The fields' values; cheap to copy.
#[derive(Clone, Copy)]
pub struct Fields {
    name: RwSignal<String>,
    reference: RwSignal<String>,
    kind: RwSignal<String>,
    purchased: RwSignal<String>,
    valid_from: RwSignal<String>,
    valid_to: RwSignal<String>,
    courses: RwSignal<Vec<String>>,
}

impl Fields {
    /// Empty, or as a license is.
    pub fn of(license: Option<&LicenseView>) -> Self {
        let text = |read: fn(&LicenseView) -> String| RwSignal::new(license.map(read).unwrap_or_default());
        let kind = license.map_or(LicenseKind::Standard, |license| license.kind);
        let courses = license.map(|license| license.courses.iter().map(|(id, _)| id.to_string()).collect());
        Self {
            name: text(|license| license.name.clone()),
            reference: text(|license| license.reference.clone()),
            kind: RwSignal::new(kind.as_str().to_owned()),
            purchased: text(|license| license.seats.purchased.to_string()),
            valid_from: text(|license| license.term.valid_from.to_string()),
            valid_to: text(|license| license.term.valid_to.to_string()),
            courses: RwSignal::new(courses.unwrap_or_default()),
        }
    }

    /// What stands in the fields now.
    pub fn form(self) -> LicenseForm {
        LicenseForm {
            name: self.name.get_untracked(),
            reference: self.reference.get_untracked(),
            kind: LicenseKind::parse(&self.kind.get_untracked()).unwrap_or(LicenseKind::Standard),
            purchased: self.purchased.get_untracked(),
            valid_from: self.valid_from.get_untracked(),
            valid_to: self.valid_to.get_untracked(),
            courses: self
                .courses
                .with_untracked(|ids| ids.iter().filter_map(|id| id.parse().ok()).collect()),
        }
    }
}

/// What is wrong, at the fields and on top; cheap to copy.
#[derive(Clone, Copy)]
pub struct Problems {
    at_fields: RwSignal<Vec<FieldProblem>>,
    /// What the summary on top lists.
    pub summary: RwSignal<Vec<FieldProblem>>,
}

impl Problems {
    /// None.
    pub fn new() -> Self {
        Self {
            at_fields: RwSignal::default(),
            summary: RwSignal::default(),
        }
    }

    /// Whether there are any.
    pub fn any(self) -> bool {
        self.at_fields.with_untracked(|errors| !errors.is_empty())
    }

    /// Shows these and no others.
    pub fn show(self, errors: Vec<FieldProblem>) {
        let line = |error: &FieldProblem| FieldProblem {
            field: if error.field.is_empty() {
                "name".to_owned()
            } else {
                error.field.clone()
            },
            message: error.message.clone(),
        };
        self.summary.set(errors.iter().map(line).collect());
        self.at_fields.set(errors);
    }

    /// What is wrong at a field.
    pub fn at(self, field: impl Into<String>) -> Signal<Option<String>> {
        let field = field.into();
        Signal::derive(move || {
            self.at_fields.with(|errors| {
                let error = errors.iter().find(|error| error.field == field)?;
                Some(error.message.clone())
            })
        })
    }
}

/// The fields on the page.
#[component]
pub fn Inputs(fields: Fields, problems: Problems, courses: Vec<(CourseId, String)>) -> impl IntoView {
    let choices: Vec<Choice> = courses
        .into_iter()
        .map(|(id, title)| Choice::new(id.to_string(), title))
        .collect();
    let kinds = vec![
        Choice::new(LicenseKind::Standard.as_str(), t!(licenses::STANDARD)).hint(t!(licenses::STANDARD_HINT)),
        Choice::new(LicenseKind::Reusable.as_str(), t!(licenses::REUSABLE)).hint(t!(licenses::REUSABLE_HINT)),
    ];
    view! {
        <Card>
            <div class="fields">
                <TextField
                    name="name"
                    label=t!(licenses::NAME)
                    value=fields.name
                    error=problems.at("name")
                    autocomplete="off"
                />
                <TextField
                    name="reference"
                    label=t!(licenses::REFERENCE)
                    value=fields.reference
                    hint=t!(licenses::REFERENCE_HINT)
                    error=problems.at("reference")
                    autocomplete="off"
                />
                <RadioGroup name="kind" label=t!(licenses::KIND) value=fields.kind choices=kinds />
                <TextField
                    name="purchased"
                    label=t!(licenses::PURCHASED)
                    value=fields.purchased
                    kind=Kind::Number
                    error=problems.at("purchased")
                    autocomplete="off"
                />
                <div class="fields-row">
                    <TextField
                        name="valid_from"
                        label=t!(licenses::VALID_FROM)
                        value=fields.valid_from
                        kind=Kind::Date
                        error=problems.at("valid_from")
                    />
                    <TextField
                        name="valid_to"
                        label=t!(licenses::VALID_TO)
                        value=fields.valid_to
                        kind=Kind::Date
                        error=problems.at("valid_to")
                    />
                </div>
                <CheckboxGroup
                    name="courses"
                    label=t!(licenses::COURSES)
                    value=fields.courses
                    choices
                    hint=t!(licenses::COURSES_HINT)
                    error=problems.at("courses")
                />
            </div>
        </Card>
    }
    .into_any()
}
