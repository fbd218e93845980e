//! Everyone who holds a seat of a license or could, in a form small enough to hold whole organizations in a browser:
//! columns instead of records, places as numbers, ids as bare digits.

use super::{SeatState, SeatStays};
use crate::id::{DepartmentId, GroupId, Id, LocationId, UserId};
use crate::text::fold;
use crate::time::Timestamp;
use crate::users::{UserState, add_word};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry {
    /// Who.
    pub user: UserId,
    /// First and last name.
    pub name: String,
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
        let mut text = String::with_capacity(self.name.len() + self.contact.len() + 4);
        text.push('\n');
        let name = fold(&self.name);
        for word in name.split(' ').filter(|word| !word.is_empty()) {
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
    /// 32 hexadecimal digits a user.
    ids: String,
    /// Two lines a user: name, contact.
    lines: String,
    /// Two letters a user: state, seat.
    marks: String,
    /// Places in `locations`, counted from 1; 0 is none.
    location: Vec<u32>,
    /// Places in `departments`, counted from 1; 0 is none.
    department: Vec<u32>,
    /// Places in `groups`, counted from 1.
    group: Vec<Vec<u32>>,
    locations: Vec<LocationId>,
    departments: Vec<DepartmentId>,
    groups: Vec<GroupId>,
}

/// The roster was not packed by [`Roster::add`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a list of people that cannot be read: reload the page")]
pub struct NotARoster;

impl Roster {
    /// Adds one.
    pub fn add(&mut self, entry: &RosterEntry) {
        self.ids.push_str(&entry.user.uuid().simple().to_string());
        for line in [&entry.name, &entry.contact] {
            self.lines
                .extend(line.chars().map(|c| if c == '\n' { ' ' } else { c }));
            self.lines.push('\n');
        }
        self.marks.push(match entry.state {
            UserState::Pending => 'p',
            UserState::Active => 'a',
            UserState::Archived => 'x',
        });
        self.marks.push(match entry.seat {
            None => '-',
            Some(Hold::Idle) => 'i',
            Some(Hold::Started) => 's',
        });
        self.location.push(place_of(&mut self.locations, entry.location));
        self.department
            .push(place_of(&mut self.departments, entry.department));
        let groups = &mut self.groups;
        let places = entry.groups.iter().map(|group| place_of(groups, Some(*group)));
        self.group.push(places.collect());
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.location.len()
    }

    /// Unpacks them, in order.
    pub fn entries(&self) -> Result<Vec<RosterEntry>, NotARoster> {
        let mut lines = self.lines.split('\n');
        let mut marks = self.marks.chars();
        let mut entries = Vec::with_capacity(self.count());
        let columns = self.location.iter().zip(&self.department).zip(&self.group);
        for (at, ((location, department), groups)) in columns.enumerate() {
            let digits = self.ids.get(at * 32..at * 32 + 32).ok_or(NotARoster)?;
            let groups: Result<Vec<_>, _> = groups
                .iter()
                .map(|place| at_place(&self.groups, *place)?.ok_or(NotARoster))
                .collect();
            entries.push(RosterEntry {
                user: UserId::from_uuid(Uuid::try_parse(digits).map_err(|_| NotARoster)?),
                name: lines.next().ok_or(NotARoster)?.to_owned(),
                contact: lines.next().ok_or(NotARoster)?.to_owned(),
                state: match marks.next() {
                    Some('p') => UserState::Pending,
                    Some('a') => UserState::Active,
                    Some('x') => UserState::Archived,
                    _ => return Err(NotARoster),
                },
                seat: match marks.next() {
                    Some('-') => None,
                    Some('i') => Some(Hold::Idle),
                    Some('s') => Some(Hold::Started),
                    _ => return Err(NotARoster),
                },
                location: at_place(&self.locations, *location)?,
                department: at_place(&self.departments, *department)?,
                groups: groups?,
            });
        }
        Ok(entries)
    }
}

/// The place of a value among those seen, counted from 1.
fn place_of<T: PartialEq>(seen: &mut Vec<T>, value: Option<T>) -> u32 {
    let Some(value) = value else { return 0 };
    let place = seen.iter().position(|other| *other == value).unwrap_or_else(|| {
        seen.push(value);
        seen.len() - 1
    });
    u32::try_from(place + 1).unwrap_or(0)
}

fn at_place<T: Copy>(seen: &[T], place: u32) -> Result<Option<T>, NotARoster> {
    match (place as usize).checked_sub(1) {
        None => Ok(None),
        Some(at) => seen.get(at).copied().map(Some).ok_or(NotARoster),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::licenses::LicenseKind;

    fn id<I: Id>(number: u128) -> I {
        I::from_uuid(Uuid::from_u128(number))
    }

    fn entry(number: u128) -> RosterEntry {
        RosterEntry {
            user: id(number),
            name: format!("Ada {number} Łovelace"),
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
        roster.ids.pop();
        assert_eq!(roster.entries(), Err(NotARoster));
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
