//! Which seat and courses a row asks for, and whether they can be given.
//!
//! A row's own license, courses and due date win over the settings'. Courses of the settings belong to the license of
//! the settings: a row with another license gets all courses of its own.

use super::action::Enroll;
use super::changes::Changes;
use super::directory::{Index, KnownUser};
use super::field::Field;
use super::options::Options;
use super::problem::{Code, Problem};
use super::row::Draft;
use crate::id::{CourseId, GroupId, LicenseId};
use crate::licenses::Validity;
use crate::time::Date;

/// The settings for all rows, looked up.
#[derive(Debug, Default)]
pub(super) struct ForAllRows {
    license: Option<LicenseId>,
    courses: Vec<CourseId>,
    pub groups: Vec<GroupId>,
    due_date: Option<Date>,
    /// What of the settings does not exist or does not fit.
    pub problems: Vec<Problem>,
}

impl ForAllRows {
    pub(super) fn of(options: &Options, index: &Index) -> Self {
        let mut all = Self {
            due_date: options.due_date,
            ..Self::default()
        };
        let mut problems = Vec::new();
        let mut note = |problem| problems.push(problem);
        if let Some(text) = &options.license {
            all.license = index.licenses.find(Field::License, text).map_err(&mut note).ok();
        }
        for text in &options.courses {
            all.courses
                .extend(index.courses.find(Field::Courses, text).map_err(&mut note));
        }
        for text in &options.groups {
            all.groups
                .extend(index.groups.find(Field::Groups, text).map_err(&mut note));
        }
        if let Some(license) = all.license {
            problems.extend(ended(license, index));
            problems.extend(
                all.courses
                    .iter()
                    .filter_map(|course| outside(*course, license, index)),
            );
        }
        all.problems = problems;
        all
    }

    /// The license whose seats are counted even if no row takes one.
    pub(super) fn license(&self) -> Option<LicenseId> {
        self.license
    }
}

/// What a row asks for.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    license: Option<LicenseId>,
    courses: Vec<CourseId>,
    due_date: Option<Date>,
}

impl Wanted {
    /// Also says what of it cannot be.
    pub(super) fn of(draft: &Draft, all: &ForAllRows, index: &Index) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let license = draft.license.or(all.license);
        let courses = match (&draft.courses, license) {
            (Some(own), Some(license)) => {
                problems.extend(own.iter().filter_map(|course| outside(*course, license, index)));
                own.clone()
            }
            (Some(own), None) => own.clone(),
            (None, license) if license == all.license && !all.courses.is_empty() => all.courses.clone(),
            (None, Some(license)) => index
                .license(license)
                .map(|known| known.courses.clone())
                .unwrap_or_default(),
            (None, None) => Vec::new(),
        };
        let wanted = Self {
            license,
            courses,
            due_date: draft.due_date.or(all.due_date),
        };
        (wanted, problems)
    }

    /// What of it is new to a user, or to one who does not exist yet.
    pub(super) fn beyond(&self, user: Option<&KnownUser>) -> Enroll {
        let open = |course: &CourseId| {
            user.and_then(|user| user.enrollments.iter().find(|(open, _)| open == course))
        };
        let holds = |license: &LicenseId| user.is_some_and(|user| user.seats.contains(license));
        let moves = |course: &&CourseId| {
            open(course).is_some_and(|(_, due)| self.due_date.is_some() && *due != self.due_date)
        };
        Enroll {
            seat: self.license.filter(|license| !holds(license)),
            license: self.license,
            new: self
                .courses
                .iter()
                .filter(|course| open(course).is_none())
                .copied()
                .collect(),
            moved: self.courses.iter().filter(moves).copied().collect(),
            due_date: self.due_date.filter(|_| !self.courses.is_empty()),
            courses: self.courses.clone(),
        }
    }
}

impl Enroll {
    /// Whether nothing is given.
    pub fn is_empty(&self) -> bool {
        self.seat.is_none() && self.new.is_empty() && self.moved.is_empty()
    }

    /// Why it cannot be given now.
    pub(super) fn refused(&self, index: &Index) -> Option<Problem> {
        let gives = self.seat.is_some() || !self.new.is_empty();
        self.license
            .filter(|_| gives)
            .and_then(|license| ended(license, index))
    }

    /// As lines of the report.
    pub(super) fn changes(&self, user: Option<&KnownUser>, index: &Index, changes: &mut Changes) {
        changes.given(
            Field::License,
            self.seat.map(|license| index.licenses.name(license)),
        );
        changes.given(Field::Courses, index.courses.list(&self.new));
        let Some(due) = self
            .due_date
            .filter(|_| !self.new.is_empty() || !self.moved.is_empty())
        else {
            return;
        };
        let moved = self.moved.first().zip(user);
        let before = moved
            .and_then(|(course, user)| user.enrollments.iter().find(|(open, _)| open == course))
            .and_then(|(_, due)| *due);
        changes.set(Field::DueDate, before, Some(due));
    }
}

fn ended(license: LicenseId, index: &Index) -> Option<Problem> {
    let known = index.license(license)?;
    let what = match known.term.on(index.directory().today) {
        Validity::Current | Validity::Future => return None,
        Validity::Expired => format!("ended on {}", known.term.valid_to),
        Validity::Archived => "is archived".to_owned(),
    };
    let message = format!(
        "the license \"{}\" {what}: choose another, or extend it first",
        known.name
    );
    Some(Problem::of(Field::License, Code::LicenseEnded, message).about([&known.name]))
}

fn outside(course: CourseId, license: LicenseId, index: &Index) -> Option<Problem> {
    let known = index.license(license)?;
    (!known.courses.contains(&course)).then(|| {
        let (course, license) = (index.courses.name(course), &known.name);
        let message = format!(
            "the course \"{course}\" is not one of the license \"{license}\": name one that is, or leave the cell empty for all"
        );
        Problem::of(Field::Courses, Code::CourseNotInLicense, message).about([&course, license])
    })
}
