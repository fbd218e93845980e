//! Everyone who holds a seat of a license or could, in a form small enough to hold whole organizations in a browser:
//! columns instead of records, places as numbers, ids as bare digits.

use super::{SeatState, SeatStays};
use crate::id::{DepartmentId, GroupId, LocationId, UserId};
use crate::packed::{Dictionary, Digits, Lines, NotPacked};
use crate::text::fold;
use crate::time::Timestamp;
use crate::users::{UserState, add_word};
use serde::{Deserialize, Serialize};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry {
    /// Who.
    pub user: UserId,
    /// First and last name.
    pub name: String,
    /// The same, folded, last name first: what they are sorted and found by.
    pub sort_name: String,
    /// Email; the username of those without one.
    pub contact: String,
    /// Whether they can sign in.
    pub state: UserState,
    /// Location.
    pub location: Option<LocationId>,
    /// Department.
    pub department: Option<DepartmentId>,
    /// Groups.
    pub groups: Vec<GroupId>,
    /// The seat they hold.
    pub seat: Option<Hold>,
}

impl RosterEntry {
    /// The folded text they are found by, in the form of [`crate::users::search_text`].
    pub fn search_text(&self) -> String {
        let mut text = String::with_capacity(self.sort_name.len() + self.contact.len() + 4);
        text.push('\n');
        for word in self.sort_name.split(' ').filter(|word| !word.is_empty()) {
            add_word(&mut text, word);
        }
        add_word(&mut text, &fold(&self.contact));
        text
    }
}

/// How a seat is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hold {
    /// No course was opened yet.
    Idle,
    /// A course was opened.
    Started,
}

impl Hold {
    /// Whether the seat can go back.
    pub fn take_back(self, kind: super::LicenseKind) -> Result<(), SeatStays> {
        let at = Timestamp::from_micros(0);
        let state = match self {
            Self::Idle => SeatState::Allocated,
            Self::Started => SeatState::Started { at },
        };
        state.take_back(kind, at).map(|_| ())
    }
}

/// Many of them, packed, in the order they were added.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Roster {
    ids: Digits,
    /// Three lines a user: name, folded name, contact.
    lines: Lines,
    /// Two letters a user: state, seat.
    marks: String,
    location: Vec<u32>,
    department: Vec<u32>,
    group: Vec<Vec<u32>>,
    locations: Dictionary<LocationId>,
    departments: Dictionary<DepartmentId>,
    groups: Dictionary<GroupId>,
}

impl Roster {
    /// Adds one.
    pub fn add(&mut self, entry: &RosterEntry) {
        self.ids.push(entry.user);
        self.lines.push(&entry.name);
        self.lines.push(&entry.sort_name);
        self.lines.push(&entry.contact);
        self.marks.push(entry.state.letter());
        self.marks.push(match entry.seat {
            None => '-',
            Some(Hold::Idle) => 'i',
            Some(Hold::Started) => 's',
        });
        self.location.push(self.locations.place(entry.location));
        self.department.push(self.departments.place(entry.department));
        self.group.push(self.groups.places(&entry.groups));
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.location.len()
    }

    /// Unpacks them, in order.
    pub fn entries(&self) -> Result<Vec<RosterEntry>, NotPacked> {
        let mut lines = self.lines.iter();
        let mut marks = self.marks.chars();
        let mut entries = Vec::with_capacity(self.count());
        let columns = self.location.iter().zip(&self.department).zip(&self.group);
        for (row, ((location, department), groups)) in columns.enumerate() {
            entries.push(RosterEntry {
                user: self.ids.at(row)?,
                name: lines.next().ok_or(NotPacked)?.to_owned(),
                sort_name: lines.next().ok_or(NotPacked)?.to_owned(),
                contact: lines.next().ok_or(NotPacked)?.to_owned(),
                state: marks.next().and_then(UserState::of_letter).ok_or(NotPacked)?,
                seat: match marks.next() {
                    Some('-') => None,
                    Some('i') => Some(Hold::Idle),
                    Some('s') => Some(Hold::Started),
                    _ => return Err(NotPacked),
                },
                location: self.locations.at(*location)?,
                department: self.departments.at(*department)?,
                groups: self.groups.all(groups)?,
            });
        }
        Ok(entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use crate::licenses::LicenseKind;
    use uuid::Uuid;

    fn id<I: Id>(number: u128) -> I {
        I::from_uuid(Uuid::from_u128(number))
    }

    fn entry(number: u128) -> RosterEntry {
        RosterEntry {
            user: id(number),
            name: format!("Ada {number} Łovelace"),
            sort_name: format!("{number} lovelace ada"),
            contact: format!("ada{number}@example.org"),
            state: [UserState::Active, UserState::Pending, UserState::Archived][(number % 3) as usize],
            location: number.is_multiple_of(2).then(|| id(7)),
            department: (number > 2).then(|| id(number % 4 + 20)),
            groups: (0..number % 3).map(|group| id(group + 30)).collect(),
            seat: [None, Some(Hold::Idle), Some(Hold::Started)][(number % 3) as usize],
        }
    }

    #[test]
    fn what_goes_in_comes_out() {
        let entries: Vec<_> = (1..20).map(entry).collect();
        let mut roster = Roster::default();
        for entry in &entries {
            roster.add(entry);
        }
        assert_eq!(roster.entries(), Ok(entries));
        let json = serde_json::to_string(&roster).unwrap();
        assert_eq!(serde_json::from_str::<Roster>(&json).unwrap(), roster);
    }

    #[test]
    fn what_was_cut_short_is_refused() {
        let mut roster = Roster::default();
        roster.add(&entry(5));
        roster.marks.pop();
        assert_eq!(roster.entries(), Err(NotPacked));
    }

    #[test]
    fn a_started_seat_stays_only_on_a_standard_license() {
        assert_eq!(
            Hold::Started.take_back(LicenseKind::Standard),
            Err(SeatStays::Started)
        );
        assert_eq!(Hold::Started.take_back(LicenseKind::Reusable), Ok(()));
        assert_eq!(Hold::Idle.take_back(LicenseKind::Standard), Ok(()));
    }
}
