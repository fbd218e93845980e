//! Users on their way to a browser that holds the list whole: columns instead of records, places as numbers, ids as bare
//! digits. The times people were last here travel apart, because they change without anybody changing anything.

use crate::access::{GroupRole, Role};
use crate::id::{DepartmentId, GroupId, LabelId, LicenseId, LocationId};
use crate::packed::{Dictionary, Digits, Lines, NotPacked};
use crate::time::{Date, Timestamp};
use crate::users::{
    Email, Language, PersonName, Phone, UserRow, UserState, UserStatus, UserSummary, Username,
};
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Many users, packed, in the order they were added.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PackedUsers {
    columns: Columns,
    /// Microseconds since 1970; 0 for those who never were here.
    accessed: Vec<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
struct Columns {
    ids: Digits,
    /// Five lines a user: first name, last name, email, username unless it is the email, phone.
    lines: Lines,
    /// Four letters a user: state, role, whether they were notified and have never accessed, and whether they are billable.
    marks: String,
    languages: Vec<Language>,
    joined: Vec<i64>,
    /// Row and day, of the few who have one.
    deletions: Vec<(u32, Date)>,
    /// Row and day, of those who have a course that is due.
    dues: Vec<(u32, Date)>,
    location: Vec<u32>,
    department: Vec<u32>,
    group: Vec<Vec<u32>>,
    label: Vec<Vec<u32>>,
    license: Vec<Vec<u32>>,
    locations: Dictionary<LocationId>,
    departments: Dictionary<DepartmentId>,
    groups: Dictionary<(GroupId, GroupRole)>,
    labels: Dictionary<LabelId>,
    licenses: Dictionary<LicenseId>,
}

impl PackedUsers {
    /// Adds one.
    pub fn add(&mut self, row: &UserRow) {
        let UserSummary {
            id,
            first_name,
            last_name,
            email,
            username,
            phone,
            role,
            status,
            location,
            department,
            groups,
            language,
            joined_at,
            last_access_at: _,
        } = &row.summary;
        let columns = &mut self.columns;
        columns.ids.push(*id);
        let email = email.as_ref().map_or("", Email::as_str);
        let username = Some(username.as_str()).filter(|username| *username != email);
        let phone = phone.as_ref().map_or("", Phone::as_str);
        for line in [
            first_name.as_str(),
            last_name.as_str(),
            email,
            username.unwrap_or_default(),
            phone,
        ] {
            columns.lines.push(line);
        }
        let billable = if row.billable { 'b' } else { '-' };
        columns
            .marks
            .extend([status.state.letter(), role_letter(*role), told(status), billable]);
        columns.languages.push(*language);
        columns.joined.push(joined_at.as_micros());
        let at = u32::try_from(columns.location.len()).unwrap_or(u32::MAX);
        columns
            .deletions
            .extend(status.deletion_date.map(|day| (at, day)));
        columns.dues.extend(row.first_due.map(|day| (at, day)));
        columns.location.push(columns.locations.place(*location));
        columns.department.push(columns.departments.place(*department));
        columns.group.push(columns.groups.places(groups));
        columns.label.push(columns.labels.places(&row.labels));
        columns.license.push(columns.licenses.places(&row.licenses));
        self.accessed.push(row.summary.accessed_key().as_micros());
    }

    /// What tells two packs apart that differ in more than when people were last here.
    pub fn digest(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.columns.hash(&mut hasher);
        hasher.finish()
    }

    /// Unpacks them, in order.
    pub fn rows(&self) -> Result<Vec<UserRow>, NotPacked> {
        let columns = &self.columns;
        let mut lines = columns.lines.iter();
        let mut marks = columns.marks.chars();
        let mut deletions = columns.deletions.iter().peekable();
        let mut dues = columns.dues.iter().peekable();
        let mut rows = Vec::with_capacity(self.accessed.len());
        for (at, accessed) in self.accessed.iter().enumerate() {
            let mut line = || lines.next().ok_or(NotPacked);
            let (first_name, last_name, email) = (name(line()?)?, name(line()?)?, line()?);
            let (username, phone) = (line()?, line()?);
            let mut mark = || marks.next().ok_or(NotPacked);
            let (state, role, told, billable) = (mark()?, mark()?, mark()?, mark()?);
            let username = if username.is_empty() { email } else { username };
            let deletion = deletions.next_if(|(row, _)| *row as usize == at);
            let due = dues.next_if(|(row, _)| *row as usize == at);
            let summary = UserSummary {
                id: columns.ids.at(at)?,
                first_name,
                last_name,
                email: unless_empty(email, Email::parse)?,
                username: Username::parse(username).map_err(|_| NotPacked)?,
                phone: unless_empty(phone, Phone::parse)?,
                role: of_letter(role).ok_or(NotPacked)?,
                status: UserStatus {
                    state: UserState::of_letter(state).ok_or(NotPacked)?,
                    notified: matches!(told, 'n' | 'b'),
                    never_accessed: matches!(told, 'a' | 'b'),
                    deletion_date: deletion.map(|(_, day)| *day),
                },
                location: columns.locations.at(column(&columns.location, at)?)?,
                department: columns.departments.at(column(&columns.department, at)?)?,
                groups: columns.groups.all(columns.group.get(at).ok_or(NotPacked)?)?,
                language: column(&columns.languages, at)?,
                joined_at: Timestamp::from_micros(column(&columns.joined, at)?),
                last_access_at: (*accessed != 0).then_some(Timestamp::from_micros(*accessed)),
            };
            rows.push(UserRow {
                summary,
                billable: billable == 'b',
                first_due: due.map(|(_, day)| *day),
                labels: columns.labels.all(columns.label.get(at).ok_or(NotPacked)?)?,
                licenses: columns.licenses.all(columns.license.get(at).ok_or(NotPacked)?)?,
            });
        }
        Ok(rows)
    }
}

fn column<T: Copy>(column: &[T], at: usize) -> Result<T, NotPacked> {
    column.get(at).copied().ok_or(NotPacked)
}

fn name(line: &str) -> Result<PersonName, NotPacked> {
    PersonName::parse(line).map_err(|_| NotPacked)
}

fn unless_empty<T, E>(line: &str, parse: fn(&str) -> Result<T, E>) -> Result<Option<T>, NotPacked> {
    (!line.is_empty())
        .then(|| parse(line))
        .transpose()
        .map_err(|_| NotPacked)
}

const fn role_letter(role: Role) -> char {
    match role {
        Role::Owner => 'o',
        Role::Administrator => 'a',
        Role::Support => 's',
        Role::Member => 'm',
    }
}

fn of_letter(letter: char) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_letter(*role) == letter)
}

/// Notified, never accessed, both or neither.
const fn told(status: &UserStatus) -> char {
    match (status.notified, status.never_accessed) {
        (false, false) => '-',
        (true, false) => 'n',
        (false, true) => 'a',
        (true, true) => 'b',
    }
}
