//! How courses and seats are to be given or taken: the fields of the dialog, and the act they make.

use crate::t;
use crate::ui::{Choice, Combobox, Kind, RadioGroup, SelectField, Switch, TextField};
use crate::users::api::Names;
use domain::id::CourseId;
use domain::time::{Date, NotADate};
use domain::users::LearningAct;
use leptos::prelude::*;

const ASSIGN: &str = "assign";
const DUE: &str = "due";
const UNASSIGN: &str = "unassign";
const ARCHIVE: &str = "archive";
const GIVE: &str = "give";
const TAKE: &str = "take";

/// The fields' values; cheap to copy.
#[derive(Clone, Copy)]
pub struct LearningTerms {
    way: RwSignal<String>,
    seat: RwSignal<String>,
    courses: RwSignal<Vec<String>>,
    bundle: RwSignal<String>,
    license: RwSignal<String>,
    again: RwSignal<bool>,
    due: RwSignal<String>,
}

impl LearningTerms {
    pub(super) fn new() -> Self {
        Self {
            way: RwSignal::new(ASSIGN.to_owned()),
            seat: RwSignal::new(GIVE.to_owned()),
            courses: RwSignal::default(),
            bundle: RwSignal::default(),
            license: RwSignal::default(),
            again: RwSignal::new(true),
            due: RwSignal::default(),
        }
    }

    pub(super) fn clear(self) {
        self.way.set(ASSIGN.to_owned());
        self.seat.set(GIVE.to_owned());
        self.courses.set(Vec::new());
        self.bundle.set(String::new());
        self.license.set(String::new());
        self.again.set(true);
        self.due.set(String::new());
    }

    /// The typed day; none where nothing is typed. What is no day is an error.
    fn due_date(self) -> Result<Option<Date>, NotADate> {
        self.due.with(|due| match due.trim() {
            "" => Ok(None),
            day => Date::parse(day).map(Some),
        })
    }

    fn chosen(self) -> Vec<CourseId> {
        self.courses
            .with(|ids| ids.iter().filter_map(|id| id.parse().ok()).collect())
    }

    /// What is to be done to assignments; none while something is missing.
    pub(super) fn of_courses(self) -> Option<LearningAct> {
        let courses = self.chosen();
        let due_date = self.due_date().ok()?;
        let act = match self.way.get().as_str() {
            DUE => LearningAct::SetDueDate { courses, due_date },
            UNASSIGN => LearningAct::Unassign { courses },
            ARCHIVE => LearningAct::ArchiveActivity {
                courses,
                again: self.again.get(),
                due_date,
            },
            _ => LearningAct::Assign { courses, due_date },
        };
        (!act.needs_courses() || !act.courses().is_empty()).then_some(act)
    }

    /// What is to be done to seats; none while something is missing.
    pub(super) fn of_seats(self) -> Option<LearningAct> {
        let license = self.license.with(|license| license.parse().ok())?;
        Some(if self.seat.with(|way| way == TAKE) {
            LearningAct::TakeSeatBack { license }
        } else {
            LearningAct::GiveSeat {
                license,
                courses: Vec::new(),
                due_date: self.due_date().ok()?,
            }
        })
    }
}

/// Assign, set the due date, take away, or archive what was done.
#[component]
pub fn CourseFields(terms: LearningTerms, names: StoredValue<Names>) -> impl IntoView {
    let ways = vec![
        Choice::new(ASSIGN, t!(acts::ASSIGN)),
        Choice::new(DUE, t!(acts::MOVE_DUE)),
        Choice::new(UNASSIGN, t!(acts::UNASSIGN)).hint(t!(acts::AFRESH_HINT)),
        Choice::new(ARCHIVE, t!(acts::AFRESH)).hint(t!(acts::AFRESH_HINT)),
    ];
    let is = move |way: &'static str| terms.way.with(|chosen| chosen == way);
    let hint = Signal::derive(move || is(ARCHIVE).then(|| t!(acts::ALL_COURSES).to_owned()));
    let again = move || {
        is(ARCHIVE).then(|| view! { <Switch name="act-again" label=t!(acts::AGAIN) checked=terms.again /> })
    };
    let due = move || {
        let asked = !is(UNASSIGN) && (!is(ARCHIVE) || terms.again.get());
        asked.then(|| view! { <DueField terms /> })
    };
    view! {
        <RadioGroup name="act-way" label=t!(acts::ADD_OR_TAKE) value=terms.way choices=ways />
        <BundleField terms names />
        <Combobox
            name="act-courses"
            label=t!(licenses::COURSES)
            value=terms.courses
            choices=names.with_value(|names| Choice::each(&names.courses))
            many=true
            hint
        />
        {again}
        {due}
    }
    .into_any()
}

/// Chooses all courses of a bundle at once; single ones can be taken out again.
#[component]
fn BundleField(terms: LearningTerms, names: StoredValue<Names>) -> impl IntoView {
    let (bundles, courses) = names.with_value(|names| (names.bundles.clone(), names.courses.clone()));
    if bundles.is_empty() {
        return ().into_any();
    }
    let none = (String::new(), String::new());
    let named = bundles
        .iter()
        .map(|(id, title, _)| (id.to_string(), title.clone()));
    let options: Vec<(String, String)> = std::iter::once(none).chain(named).collect();
    Effect::new(move |_| {
        let chosen = terms.bundle.get();
        let Some((_, _, of_bundle)) = bundles.iter().find(|(id, ..)| id.to_string() == chosen) else {
            return;
        };
        // An archived course is in no list to choose from, and in no bundle of those.
        let there = |course: &&CourseId| courses.iter().any(|(id, _)| id == *course);
        terms.courses.update(|chosen| {
            for course in of_bundle.iter().filter(there).map(ToString::to_string) {
                if !chosen.contains(&course) {
                    chosen.push(course);
                }
            }
        });
    });
    view! {
        <SelectField
            name="act-bundle"
            label=t!(courses::BUNDLE)
            value=terms.bundle
            options
            hint=Signal::stored(Some(t!(acts::BUNDLE_HINT).to_owned()))
            optional=true
        />
    }
    .into_any()
}

/// Which license, and whether its seat is given or taken back.
#[component]
pub fn SeatFields(terms: LearningTerms, names: StoredValue<Names>) -> impl IntoView {
    let ways = vec![
        Choice::new(GIVE, t!(acts::GIVE_SEAT)),
        Choice::new(TAKE, t!(acts::TAKE_SEAT)),
    ];
    let none = (String::new(), String::new());
    let licenses = names.with_value(|names| names.licenses.clone());
    let licenses = licenses.into_iter().map(|(id, name)| (id.to_string(), name));
    let options: Vec<(String, String)> = std::iter::once(none).chain(licenses).collect();
    let due = move || {
        terms
            .seat
            .with(|way| way == GIVE)
            .then(|| view! { <DueField terms /> })
    };
    view! {
        <RadioGroup name="act-seat" label=t!(acts::ADD_OR_TAKE) value=terms.seat choices=ways />
        <SelectField name="act-license" label=t!(users::LICENSE) value=terms.license options />
        {due}
    }
    .into_any()
}

#[component]
fn DueField(terms: LearningTerms) -> impl IntoView {
    view! {
        <TextField
            name="act-due"
            label=t!(users::DUE_DATE)
            value=terms.due
            kind=Kind::Date
            hint=Signal::stored(Some(t!(acts::NO_DUE).to_owned()))
            optional=true
        />
    }
    .into_any()
}
