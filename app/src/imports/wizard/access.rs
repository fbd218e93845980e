//! The steps License and Courses: what every row gets unless it says otherwise itself.

use super::choices::{ALL_COURSES, SOME_COURSES};
use super::desk::Wizard;
use crate::t;
use crate::ui::{CheckboxGroup, Choice, Combobox, Kind, RadioGroup, TextField};
use domain::imports::{KnownCourse, KnownLicense};
use domain::licenses::Validity;
use domain::time::Date;
use leptos::prelude::*;

/// None, or one license, with its free seats and its end.
#[component]
pub fn LicenseStep(wizard: Wizard) -> impl IntoView {
    // Ticked courses are of the license they were ticked for.
    Effect::new(move |before: Option<String>| {
        let license = wizard.choices().license.get();
        if before.is_some_and(|before| before != license) {
            wizard.choices().courses.set(Vec::new());
        }
        license
    });
    let choices = wizard.desk.with_value(|desk| {
        let today = desk.directory.today;
        let licenses = desk
            .directory
            .licenses
            .iter()
            .map(|license| license_choice(license, today));
        std::iter::once(Choice::new("", t!(imports::NO_LICENSE)))
            .chain(licenses)
            .collect::<Vec<_>>()
    });
    view! {
        <div class="long-choice">
            <RadioGroup
                name="license"
                label=t!(imports::LICENSE_LABEL)
                value=wizard.choices().license
                choices=Signal::stored(choices)
                hint=words(t!(imports::LICENSE_HINT))
            />
        </div>
    }
    .into_any()
}

fn license_choice(license: &KnownLicense, today: Date) -> Choice {
    let choice = Choice::new(license.id.to_string(), license.name.clone());
    let until = t!(users::day(license.term.valid_to));
    match license.term.on(today) {
        Validity::Expired => choice.disabled(t!(imports::ended(&until))),
        Validity::Archived => choice.disabled(t!(imports::LICENSE_ARCHIVED)),
        Validity::Future | Validity::Current => choice.hint(t!(imports::free_seats(
            license.seats.free(),
            license.seats.purchased,
            &until
        ))),
    }
}

/// All or some courses of the license; without one, courses granted directly; and their due date.
#[component]
pub fn CoursesStep(wizard: Wizard) -> impl IntoView {
    let chosen = wizard.choices();
    let license = Memo::new(move |_| chosen.license.get());
    let which = move || {
        if license.with(String::is_empty) {
            view! { <DirectCourses wizard /> }.into_any()
        } else {
            view! { <LicenseCourses wizard license=license.get() /> }.into_any()
        }
    };
    view! {
        <div class="fields">
            {which}
            <TextField
                name="due-date"
                label=t!(imports::DUE_DATE)
                value=chosen.due_date
                kind=Kind::Date
                hint=words(t!(imports::DUE_DATE_HINT))
                optional=true
            />
        </div>
    }
    .into_any()
}

#[component]
fn DirectCourses(wizard: Wizard) -> impl IntoView {
    let courses = wizard.desk.with_value(|desk| {
        desk.directory
            .courses
            .iter()
            .map(course_choice)
            .collect::<Vec<_>>()
    });
    view! {
        <Combobox
            name="direct-courses"
            label=t!(imports::COURSES_DIRECT)
            value=wizard.choices().direct_courses
            choices=Signal::stored(courses)
            hint=words(t!(imports::COURSES_DIRECT_HINT))
            many=true
            optional=true
        />
    }
    .into_any()
}

#[component]
fn LicenseCourses(wizard: Wizard, license: String) -> impl IntoView {
    let chosen = wizard.choices();
    let courses = wizard.desk.with_value(|desk| {
        let directory = &desk.directory;
        let license = directory
            .licenses
            .iter()
            .find(|known| known.id.to_string() == license);
        let of_license =
            |course: &&KnownCourse| license.is_some_and(|license| license.courses.contains(&course.id));
        directory
            .courses
            .iter()
            .filter(of_license)
            .map(course_choice)
            .collect::<Vec<_>>()
    });
    let courses = StoredValue::new(courses);
    let some = Memo::new(move |_| chosen.which_courses.with(|which| which == SOME_COURSES));
    let ticks = move || {
        let missing = move || {
            chosen
                .lacks_courses()
                .then(|| t!(imports::COURSES_NONE_TICKED).to_owned())
        };
        some.get().then(|| {
            view! {
                <CheckboxGroup
                    name="courses"
                    label=t!(imports::COURSES_WHICH)
                    value=chosen.courses
                    choices=Signal::stored(courses.get_value())
                    error=Signal::derive(missing)
                />
            }
        })
    };
    view! {
        <RadioGroup
            name="which-courses"
            label=t!(imports::COURSES_LABEL)
            value=chosen.which_courses
            choices=Signal::stored(vec![
                Choice::new(ALL_COURSES, t!(imports::COURSES_ALL)),
                Choice::new(SOME_COURSES, t!(imports::COURSES_SOME)),
            ])
        />
        {ticks}
    }
    .into_any()
}

fn course_choice(course: &KnownCourse) -> Choice {
    Choice::new(course.id.to_string(), course.title.clone())
}

fn words(words: &'static str) -> Signal<Option<String>> {
    Signal::stored(Some(words.to_owned()))
}
