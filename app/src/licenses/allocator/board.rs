//! The allocator's two lists as plain data: who is on which side, who matches, and what a move does before the server has
//! answered.

use crate::licenses::api::Side;
use crate::ui::OptionKey;
use domain::id::{DepartmentId, GroupId, Id, LocationId, UserId};
use domain::licenses::{Hold, LicenseKind, Moved, Roster, RosterEntry, Seats};
use domain::packed::NotPacked;
use domain::users::{SearchTerm, search_terms};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Somebody in one of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// What is shown, and the seat.
    pub entry: RosterEntry,
    search: String,
}

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
    people: Vec<Person>,
    places: HashMap<OptionKey, usize>,
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

impl Board {
    /// Nobody yet.
    pub fn new(kind: LicenseKind, seats: Seats) -> Self {
        Self {
            kind,
            settled: seats,
            under_way: 0,
            people: Vec::new(),
            places: HashMap::new(),
        }
    }

    /// Takes in who there is, in the order they are listed; who was there before is gone.
    pub fn fill(&mut self, rosters: &[Roster]) -> Result<(), NotPacked> {
        self.people.clear();
        self.places.clear();
        for roster in rosters {
            for entry in roster.entries()? {
                let key = key_of(entry.user);
                let search = entry.search_text();
                self.places.insert(key, self.people.len());
                self.people.push(Person { entry, search });
            }
        }
        Ok(())
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
        self.people
            .get(*self.places.get(&key)?)
            .map(|person| &person.entry)
    }

    /// How many are on a side.
    pub fn count(&self, side: Side) -> usize {
        self.people
            .iter()
            .filter(|person| is_on(&person.entry, side))
            .count()
    }

    /// Those of a side who match, in order.
    pub fn matching(&self, side: Side, narrow: &Narrow) -> Vec<OptionKey> {
        let needles: Vec<String> = search_terms(&narrow.search)
            .iter()
            .map(SearchTerm::needle)
            .collect();
        let matches = |person: &&Person| {
            let entry = &person.entry;
            is_on(entry, side)
                && narrow.group.is_none_or(|group| entry.groups.contains(&group))
                && narrow
                    .location
                    .is_none_or(|location| entry.location == Some(location))
                && narrow
                    .department
                    .is_none_or(|department| entry.department == Some(department))
                && needles
                    .iter()
                    .all(|needle| person.search.contains(needle.as_str()))
        };
        self.people
            .iter()
            .filter(matches)
            .map(|person| key_of(person.entry.user))
            .collect()
    }

    /// Those of `keys` who hold no seat and could.
    pub fn can_get(&self, keys: impl IntoIterator<Item = OptionKey>) -> Vec<OptionKey> {
        keys.into_iter()
            .filter(|key| self.person(*key).is_some_and(|entry| entry.seat.is_none()))
            .collect()
    }

    /// Those of `keys` whose seat can be taken back.
    pub fn can_lose(&self, keys: impl IntoIterator<Item = OptionKey>) -> Vec<OptionKey> {
        keys.into_iter()
            .filter(|key| {
                let seat = self.person(*key).and_then(|entry| entry.seat);
                seat.is_some_and(|seat| seat.take_back(self.kind).is_ok())
            })
            .collect()
    }

    /// The first `count` holders who never started.
    pub fn idle(&self, count: usize) -> Vec<OptionKey> {
        let idle = self
            .people
            .iter()
            .filter(|person| person.entry.seat == Some(Hold::Idle));
        idle.take(count).map(|person| key_of(person.entry.user)).collect()
    }

    /// Shows seats as given or taken back, at once.
    pub fn show(&mut self, keys: &[OptionKey], to: Side) -> Shown {
        let seat = match to {
            Side::Holders => Some(Hold::Idle),
            Side::Others => None,
        };
        let mut before = Vec::with_capacity(keys.len());
        for key in keys {
            let place = self.places.get(key).copied();
            let Some(person) = place.and_then(|place| self.people.get_mut(place)) else {
                continue;
            };
            before.push((*key, person.entry.seat));
            person.entry.seat = seat;
        }
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
        let left: HashSet<OptionKey> = moved.left.iter().map(|user| key_of(*user)).collect();
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
            let place = self.places.get(key).copied();
            if let Some(person) = place.and_then(|place| self.people.get_mut(place)) {
                person.entry.seat = *seat;
            }
        }
    }
}

fn is_on(entry: &RosterEntry, side: Side) -> bool {
    entry.seat.is_some() == (side == Side::Holders)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::users::UserState;

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
                contact: format!("n{number}@example.org"),
                state: UserState::Active,
                location: None,
                department: (number == 1).then(|| DepartmentId::from_uuid(Uuid::from_u128(9))),
                groups: Vec::new(),
                seat,
            });
        }
        let mut board = Board::new(kind, seats(2));
        board.fill(&[roster]).unwrap();
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
    }

    #[test]
    fn started_seats_of_a_standard_license_are_not_offered_back() {
        assert_eq!(board(LicenseKind::Standard).can_lose([1, 2, 3]), [3]);
        assert_eq!(board(LicenseKind::Reusable).can_lose([1, 2, 3]), [1, 3]);
        assert_eq!(board(LicenseKind::Standard).can_get([1, 2, 4]), [2, 4]);
        assert_eq!(board(LicenseKind::Standard).idle(5), [3]);
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
