//! The allocator's two lists as plain data: who is on which side, who matches, and what a move does before the server has
//! answered.

use crate::licenses::api::Side;
use crate::ui::OptionKey;
use domain::id::{DepartmentId, GroupId, Id, LocationId, UserId};
use domain::licenses::{Hold, LicenseKind, Moved, Roster, RosterEntry, Seats};
use domain::packed::NotPacked;
use domain::users::{SearchTerm, UserState, search_terms};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;
use uuid::Uuid;

/// What narrows a list down; empty members do not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrow {
    /// Words that must all occur in name or email.
    pub search: String,
    /// Group.
    pub group: Option<GroupId>,
    /// Location.
    pub location: Option<LocationId>,
    /// Department.
    pub department: Option<DepartmentId>,
    /// Whether they can sign in.
    pub state: Option<UserState>,
}

/// Both lists, and the license's counters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// What happens to started seats.
    pub kind: LicenseKind,
    /// The counters as the server last said.
    settled: Seats,
    /// Seats moved since, given less taken back, that the server has not answered for.
    under_way: i64,
    people: People,
    holders: usize,
}

/// Who is in the lists, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    all: Vec<Person>,
    places: FxHashMap<OptionKey, usize>,
}

/// Somebody in one of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Person {
    key: OptionKey,
    entry: RosterEntry,
    search: String,
}

/// A move that was shown before it was certain: what to put back if it fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    before: Vec<(OptionKey, Option<Hold>)>,
    change: i64,
}

/// The key of a user in a listbox.
pub fn key_of(user: UserId) -> OptionKey {
    user.uuid().as_u128()
}

/// The user of a key.
pub fn user_of(key: OptionKey) -> UserId {
    UserId::from_uuid(Uuid::from_u128(key))
}

impl People {
    /// Adds those who come next.
    pub fn add(&mut self, roster: &Roster) -> Result<(), NotPacked> {
        for entry in roster.entries()? {
            let key = key_of(entry.user);
            // Renamed between two parts, somebody may come twice.
            if let Entry::Vacant(place) = self.places.entry(key) {
                place.insert(self.all.len());
                let search = entry.search_text();
                self.all.push(Person { key, entry, search });
            }
        }
        Ok(())
    }

    fn on(&self, side: Side) -> impl Iterator<Item = &Person> {
        self.all.iter().filter(move |person| is_on(&person.entry, side))
    }

    fn get(&self, key: OptionKey) -> Option<&Person> {
        self.all.get(*self.places.get(&key)?)
    }

    fn get_mut(&mut self, key: OptionKey) -> Option<&mut Person> {
        self.all.get_mut(*self.places.get(&key)?)
    }
}

impl Board {
    /// Nobody yet.
    pub fn new(kind: LicenseKind, seats: Seats) -> Self {
        Self {
            kind,
            settled: seats,
            under_way: 0,
            people: People::default(),
            holders: 0,
        }
    }

    /// Adds those who come next.
    pub fn add(&mut self, roster: &Roster) -> Result<(), NotPacked> {
        let added = self.people.add(roster);
        self.count_holders();
        added
    }

    /// Others are there now than before.
    pub fn replace(&mut self, people: People) {
        self.people = people;
        self.count_holders();
    }

    fn count_holders(&mut self) {
        self.holders = self.people.on(Side::Holders).count();
    }

    /// The counters, moves under way included.
    pub fn seats(&self) -> Seats {
        Seats {
            allocated: self.settled.allocated + self.under_way,
            ..self.settled
        }
    }

    /// Somebody, by key.
    pub fn person(&self, key: OptionKey) -> Option<&RosterEntry> {
        self.people.get(key).map(|person| &person.entry)
    }

    /// How many are on a side.
    pub fn count(&self, side: Side) -> usize {
        match side {
            Side::Holders => self.holders,
            Side::Others => self.people.all.len() - self.holders,
        }
    }

    /// Those of a side who match, in order.
    pub fn matching(&self, side: Side, narrow: &Narrow) -> Vec<OptionKey> {
        let needles: Vec<String> = search_terms(&narrow.search)
            .iter()
            .map(SearchTerm::needle)
            .collect();
        let matches = |person: &&Person| {
            let entry = &person.entry;
            narrow.group.is_none_or(|group| entry.groups.contains(&group))
                && narrow
                    .location
                    .is_none_or(|location| entry.location == Some(location))
                && narrow
                    .department
                    .is_none_or(|department| entry.department == Some(department))
                && narrow.state.is_none_or(|state| entry.state == state)
                && needles
                    .iter()
                    .all(|needle| person.search.contains(needle.as_str()))
        };
        let matching = self.people.on(side).filter(matches);
        matching.map(|person| person.key).collect()
    }

    /// Those of a side who are selected and can be moved, in order.
    pub fn movable(&self, from: Side, selected: &FxHashSet<OptionKey>) -> Vec<OptionKey> {
        if selected.is_empty() {
            return Vec::new();
        }
        let is_free = |person: &&Person| {
            let seat = person.entry.seat;
            seat.is_none_or(|seat| seat.take_back(self.kind).is_ok())
        };
        let chosen = self
            .people
            .on(from)
            .filter(|person| selected.contains(&person.key));
        chosen.filter(is_free).map(|person| person.key).collect()
    }

    /// The first `count` holders who never started.
    pub fn idle(&self, count: usize) -> Vec<OptionKey> {
        let holders = self.people.on(Side::Holders);
        let idle = holders.filter(|person| person.entry.seat == Some(Hold::Idle));
        idle.take(count).map(|person| person.key).collect()
    }

    /// Shows seats as given or taken back, at once.
    pub fn show(&mut self, keys: &[OptionKey], to: Side) -> Shown {
        let seat = match to {
            Side::Holders => Some(Hold::Idle),
            Side::Others => None,
        };
        let mut before = Vec::with_capacity(keys.len());
        for key in keys {
            if let Some(person) = self.people.get_mut(*key) {
                before.push((*key, person.entry.seat));
                person.entry.seat = seat;
            }
        }
        self.count_holders();
        let count = i64::try_from(before.len()).unwrap_or(0);
        let change = if to == Side::Holders { count } else { -count };
        self.under_way += change;
        Shown { before, change }
    }

    /// The server's counters after a move that was not shown.
    pub fn count_anew(&mut self, seats: Seats) {
        self.settled = seats;
    }

    /// The server did it: its counters hold.
    pub fn settle(&mut self, shown: &Shown, moved: &Moved) {
        self.under_way -= shown.change;
        self.settled = moved.seats;
        let left: FxHashSet<OptionKey> = moved.left.iter().map(|user| key_of(*user)).collect();
        let put_back: Vec<_> = shown
            .before
            .iter()
            .filter(|(key, _)| left.contains(key))
            .copied()
            .collect();
        self.put_back(&put_back);
    }

    /// The server did not: everything as before.
    pub fn roll_back(&mut self, shown: &Shown) {
        self.under_way -= shown.change;
        self.put_back(&shown.before);
    }

    fn put_back(&mut self, before: &[(OptionKey, Option<Hold>)]) {
        for (key, seat) in before {
            if let Some(person) = self.people.get_mut(*key) {
                person.entry.seat = *seat;
            }
        }
        self.count_holders();
    }
}

fn is_on(entry: &RosterEntry, side: Side) -> bool {
    entry.seat.is_some() == (side == Side::Holders)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(allocated: i64) -> Seats {
        Seats {
            purchased: 10,
            allocated,
            reserved: 1,
        }
    }

    fn board(kind: LicenseKind) -> Board {
        let mut roster = Roster::default();
        for (number, (name, seat)) in [
            ("Ada Lovelace", Some(Hold::Started)),
            ("Björn Ångström", None),
            ("Cy Young", Some(Hold::Idle)),
            ("小明 王", None),
        ]
        .into_iter()
        .enumerate()
        {
            roster.add(&RosterEntry {
                user: user_of(number as u128 + 1),
                name: name.to_owned(),
                sort_name: domain::text::fold(name),
                contact: format!("n{number}@example.org"),
                state: if number == 2 {
                    UserState::Archived
                } else {
                    UserState::Active
                },
                location: None,
                department: (number == 1).then(|| DepartmentId::from_uuid(Uuid::from_u128(9))),
                groups: Vec::new(),
                seat,
            });
        }
        let mut board = Board::new(kind, seats(2));
        board.add(&roster).unwrap();
        board
    }

    fn search(text: &str) -> Narrow {
        Narrow {
            search: text.into(),
            ..Narrow::default()
        }
    }

    #[test]
    fn each_side_is_searched_by_name_and_email_in_every_script() {
        let board = board(LicenseKind::Standard);
        assert_eq!(board.matching(Side::Holders, &search("")), [1, 3]);
        assert_eq!(board.matching(Side::Others, &search("angstrom bj")), [2]);
        assert_eq!(board.matching(Side::Others, &search("明")), [4]);
        assert_eq!(board.matching(Side::Holders, &search("n2@example")), [3]);
        let narrow = Narrow {
            department: Some(DepartmentId::from_uuid(Uuid::from_u128(9))),
            ..Narrow::default()
        };
        assert_eq!(board.matching(Side::Others, &narrow), [2]);
        let narrow = Narrow {
            state: Some(UserState::Archived),
            ..Narrow::default()
        };
        assert_eq!(board.matching(Side::Holders, &narrow), [3]);
        assert_eq!(board.matching(Side::Others, &narrow), []);
    }

    #[test]
    fn started_seats_of_a_standard_license_are_not_offered_back() {
        let all = (1..5).collect();
        let standard = board(LicenseKind::Standard);
        assert_eq!(standard.movable(Side::Holders, &all), [3]);
        assert_eq!(standard.movable(Side::Others, &all), [2, 4]);
        assert_eq!(standard.idle(5), [3]);
        let reusable = board(LicenseKind::Reusable);
        assert_eq!(reusable.movable(Side::Holders, &all), [1, 3]);
        let one = [2, 3].into_iter().collect();
        assert_eq!(reusable.movable(Side::Holders, &one), [3]);
    }

    #[test]
    fn somebody_who_comes_twice_is_there_once() {
        let mut board = board(LicenseKind::Standard);
        let again = board.person(2).unwrap().clone();
        let mut roster = Roster::default();
        roster.add(&again);
        board.add(&roster).unwrap();
        assert_eq!((board.count(Side::Holders), board.count(Side::Others)), (2, 2));
    }

    #[test]
    fn a_move_shows_at_once_and_settles() {
        let mut board = board(LicenseKind::Standard);
        let shown = board.show(&[2, 4], Side::Holders);
        assert_eq!((board.count(Side::Holders), board.seats().free()), (4, 5));
        let moved = Moved {
            moved: 1,
            left: vec![user_of(4)],
            seats: seats(3),
        };
        board.settle(&shown, &moved);
        assert_eq!((board.count(Side::Holders), board.seats()), (3, seats(3)));
    }

    #[test]
    fn a_refused_move_goes_back_while_another_is_under_way() {
        let mut board = board(LicenseKind::Reusable);
        let first = board.show(&[1], Side::Others);
        let second = board.show(&[2], Side::Holders);
        assert_eq!(board.seats(), seats(2));
        board.roll_back(&first);
        assert_eq!(
            (board.seats().allocated, board.person(1).unwrap().seat),
            (3, Some(Hold::Started))
        );
        let moved = Moved {
            moved: 1,
            left: Vec::new(),
            seats: seats(3),
        };
        board.settle(&second, &moved);
        assert_eq!(board.seats(), seats(3));
    }
}
