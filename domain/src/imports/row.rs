//! One row as typed values: what each cell says, and what is wrong with those that say nothing sensible.
//!
//! An empty cell says nothing and changes nothing. Whether a wrong cell matters is decided later: one that would not
//! be used anyway (the phone of a user whose details stay) stops nobody.

use super::directory::Index;
use super::field::Field;
use super::formula::restore;
use super::mapping::Mapping;
use super::problem::{Code, Problem};
use super::table::Row;
use super::words::{language, yes_or_no};
use crate::access::Role;
use crate::id::{CourseId, DepartmentId, GroupId, LabelId, LicenseId, LocationId};
use crate::time::Date;
use crate::users::{Email, ExternalId, Language, Password, PersonName, Phone, ProfileText, Username};
use std::borrow::Cow;
use std::fmt::Display;

/// Where each field's column is.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    places: Vec<Option<usize>>,
}

impl Columns {
    pub(super) fn of(mapping: &Mapping) -> Self {
        Self {
            places: Field::ALL.iter().map(|field| mapping.column(*field)).collect(),
        }
    }

    /// The text of a cell, as it was before a spreadsheet was protected from it; none if it is empty. Line breaks
    /// become spaces, in an address commas.
    pub(super) fn text<'r>(&self, row: &'r Row, field: Field) -> Option<Cow<'r, str>> {
        let column = self.places.get(field.place()).copied().flatten()?;
        let cell = row.cell(column);
        if cell.is_empty() {
            return None;
        }
        if field == Field::Password {
            return Some(Cow::Borrowed(cell));
        }
        let cell = restore(cell);
        if !cell.contains('\n') {
            return Some(Cow::Borrowed(cell));
        }
        let between = if field == Field::Address { ", " } else { " " };
        let lines: Vec<&str> = cell
            .split('\n')
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        Some(Cow::Owned(lines.join(between)))
    }
}

/// What a row says. `None` is an empty cell or one with a problem.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub username: Option<Username>,
    pub first_name: Option<PersonName>,
    pub last_name: Option<PersonName>,
    pub email: Option<Email>,
    pub password: Option<Password>,
    pub phone: Option<Phone>,
    pub role: Option<Role>,
    pub department: Option<DepartmentId>,
    pub location: Option<LocationId>,
    pub groups: Option<Vec<GroupId>>,
    pub labels: Option<Vec<LabelId>>,
    pub language: Option<Language>,
    pub license: Option<LicenseId>,
    pub courses: Option<Vec<CourseId>>,
    pub due_date: Option<Date>,
    pub deletion_date: Option<Date>,
    pub job_title: Option<ProfileText>,
    pub address: Option<ProfileText>,
    pub date_of_birth: Option<Date>,
    pub external_id: Option<ExternalId>,
    pub old_username: Option<Username>,
    pub deleted: Option<bool>,
    pub archived: Option<bool>,
    pub problems: Vec<Problem>,
}

/// The fields that say who a row is about and whether they are to go; they matter in every row.
pub(super) const IDENTITY: [Field; 6] = [
    Field::Username,
    Field::Email,
    Field::ExternalId,
    Field::OldUsername,
    Field::Deleted,
    Field::Archived,
];

impl Draft {
    /// Whether a cell of one of these fields is wrong.
    pub(super) fn is_wrong(&self, fields: &[Field]) -> bool {
        self.problems
            .iter()
            .any(|problem| problem.field.is_some_and(|field| fields.contains(&field)))
    }
}

/// Why a row cannot be read: its cells do not stand below the headers.
pub(super) fn ragged(row: &Row, width: usize) -> Option<Problem> {
    let has = row.width();
    if has == width {
        return None;
    }
    let (code, what, mend) = if has > width {
        (
            Code::TooManyCells,
            "too many",
            "put quotation marks around a cell with a delimiter in it",
        )
    } else {
        (
            Code::TooFewCells,
            "too few",
            "add the missing ones, empty if need be",
        )
    };
    let message = format!("the row has {has} cells and the header {width}, {what}: {mend}");
    Some(Problem::of_row(code, message).about([&has, &width]))
}

/// Reads a row, a cell after the other.
pub(super) fn read(row: &Row, columns: &Columns, index: &Index) -> Draft {
    let mut cells = Cells {
        row,
        columns,
        problems: Vec::new(),
    };
    let today = index.directory().today;
    let draft = Draft {
        username: cells.parse(Field::Username, Username::parse),
        first_name: cells.parse(Field::FirstName, PersonName::parse),
        last_name: cells.parse(Field::LastName, PersonName::parse),
        email: cells.parse(Field::Email, Email::parse),
        password: cells.text(Field::Password).map(Password::new),
        phone: cells.parse(Field::Phone, Phone::parse),
        role: cells.parse(Field::Role, Role::parse),
        department: cells.find(Field::Department, |text| {
            index.departments.find(Field::Department, text)
        }),
        location: cells.find(Field::Location, |text| {
            index.locations.find(Field::Location, text)
        }),
        groups: cells.list(Field::Groups, |text| index.groups.find(Field::Groups, text)),
        labels: cells.list(Field::Labels, |text| index.labels.find(Field::Labels, text)),
        language: cells.parse(Field::Language, language),
        license: cells.find(Field::License, |text| index.licenses.find(Field::License, text)),
        courses: cells.list(Field::Courses, |text| index.courses.find(Field::Courses, text)),
        due_date: cells.parse(Field::DueDate, Date::parse),
        deletion_date: cells.parse(Field::DeletionDate, Date::parse),
        job_title: cells.parse(Field::JobTitle, ProfileText::parse),
        address: cells.parse(Field::Address, ProfileText::parse),
        date_of_birth: cells.parse(Field::DateOfBirth, Date::parse),
        external_id: cells.parse(Field::ExternalId, ExternalId::parse),
        old_username: cells.parse(Field::OldUsername, Username::parse),
        deleted: cells.yes_or_no(Field::Deleted),
        archived: cells.yes_or_no(Field::Archived),
        problems: Vec::new(),
    };
    if draft.deletion_date.is_some_and(|day| day <= today) {
        let message = "the deletion date is not in the future: write a later day, or use the deleted column";
        cells.problem(Problem::of(Field::DeletionDate, Code::DatePast, message));
    }
    if draft.date_of_birth.is_some_and(|day| day > today) {
        let message = "a date of birth cannot be in the future";
        cells.problem(Problem::of(Field::DateOfBirth, Code::NotValid, message));
    }
    Draft {
        problems: cells.problems,
        ..draft
    }
}

struct Cells<'r> {
    row: &'r Row,
    columns: &'r Columns,
    problems: Vec<Problem>,
}

impl<'r> Cells<'r> {
    fn text(&self, field: Field) -> Option<Cow<'r, str>> {
        self.columns.text(self.row, field)
    }

    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn parse<T, E: Display>(&mut self, field: Field, parse: impl Fn(&str) -> Result<T, E>) -> Option<T> {
        let text = self.text(field)?;
        parse(&text)
            .map_err(|wrong| {
                let message = format!("\"{}\": {wrong}", start(&text));
                self.problem(Problem::of(field, Code::NotValid, message).about([&start(&text)]));
            })
            .ok()
    }

    fn find<T>(&mut self, field: Field, find: impl Fn(&str) -> Result<T, Problem>) -> Option<T> {
        let text = self.text(field)?;
        find(&text).map_err(|problem| self.problem(problem)).ok()
    }

    /// Names with `;` between; each once.
    fn list<T: PartialEq>(
        &mut self,
        field: Field,
        find: impl Fn(&str) -> Result<T, Problem>,
    ) -> Option<Vec<T>> {
        let text = self.text(field)?;
        let mut found = Vec::new();
        for name in text.split(';').map(str::trim).filter(|name| !name.is_empty()) {
            match find(name) {
                Ok(thing) if found.contains(&thing) => {}
                Ok(thing) => found.push(thing),
                Err(problem) => self.problem(problem),
            }
        }
        (!found.is_empty()).then_some(found)
    }

    fn yes_or_no(&mut self, field: Field) -> Option<bool> {
        let text = self.text(field)?;
        let answer = yes_or_no(&text);
        if answer.is_none() {
            let message = format!(
                "\"{}\" is neither yes nor no: write yes or no, or leave it empty",
                start(&text)
            );
            self.problem(Problem::of(field, Code::NotYesOrNo, message).about([&start(&text)]));
        }
        answer
    }
}

/// As much of a cell as a message can quote.
fn start(text: &str) -> String {
    let mut start: String = text.chars().take(40).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}
