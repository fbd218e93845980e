//! What runs out: seats of licenses, and places below the user cap. Rows take them in the order of the file.
//!
//! How many are short in all is only known at the end, so a row that got none is remembered and told then.

use super::directory::Index;
use super::field::Field;
use super::problem::{Code, Problem};
use super::report::{CapUse, Outcome, PlannedRow, SeatUse};
use crate::id::LicenseId;

/// What is left, and who got none.
#[derive(Debug)]
pub(super) struct Pool {
    seats: Vec<SeatUse>,
    cap: CapUse,
    short: Vec<(usize, Short)>,
}

/// What a row did not get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Short {
    /// A seat, of the license at this place.
    Seat(usize),
    /// A place below the cap.
    Place,
}

impl Pool {
    pub(super) fn of(index: &Index) -> Self {
        let directory = index.directory();
        Self {
            seats: Vec::new(),
            cap: CapUse {
                active_after: directory.active_users,
                cap: directory.user_cap,
                over: 0,
            },
            short: Vec::new(),
        }
    }

    /// The place of a license among those that are counted.
    pub(super) fn counted(&mut self, license: LicenseId, index: &Index) -> usize {
        let known = self.seats.iter().position(|seats| seats.license == license);
        known.unwrap_or_else(|| {
            let found = index.license(license);
            self.seats.push(SeatUse {
                license,
                name: found.map(|license| license.name.clone()).unwrap_or_default(),
                needed: 0,
                free: found.map_or(0, |license| license.seats.free().max(0)),
            });
            self.seats.len() - 1
        })
    }

    /// Takes a place below the cap and a seat, or none of both.
    pub(super) fn take(&mut self, place: bool, seat: Option<LicenseId>, index: &Index) -> Result<(), Short> {
        let full = |cap: &CapUse| cap.cap.is_some_and(|most| cap.active_after >= most);
        if place && full(&self.cap) {
            self.cap.over += 1;
            return Err(Short::Place);
        }
        if let Some(license) = seat {
            let at = self.counted(license, index);
            if let Some(seats) = self.seats.get_mut(at) {
                seats.needed += 1;
                if seats.needed > seats.free {
                    return Err(Short::Seat(at));
                }
            }
        }
        self.cap.active_after += i64::from(place);
        Ok(())
    }

    /// A place below the cap becomes free.
    pub(super) fn give_back_place(&mut self) {
        self.cap.active_after -= 1;
    }

    /// Remembers to tell a row at the end.
    pub(super) fn came_short(&mut self, row: usize, short: Short) {
        self.short.push((row, short));
    }

    /// Tells the rows that got nothing, now that the numbers are known.
    pub(super) fn settle(self, rows: &mut [PlannedRow]) -> (Vec<SeatUse>, CapUse) {
        let seats: Vec<Problem> = self.seats.iter().map(seats_short).collect();
        let place = cap_reached(self.cap);
        for (row, short) in self.short {
            let problem = match short {
                Short::Seat(at) => seats.get(at).unwrap_or(&place),
                Short::Place => &place,
            };
            if let Some(row) = rows.get_mut(row) {
                row.outcome = Outcome::Error;
                row.problems = vec![problem.clone()];
            }
        }
        (self.seats, self.cap)
    }
}

fn seats_short(seats: &SeatUse) -> Problem {
    let SeatUse {
        name, needed, free, ..
    } = seats;
    let message = format!(
        "the license \"{name}\" has {free} free seats and this file needs {needed}: {} are short. Take seats back, buy more, \
         or import these rows without the license",
        seats.short()
    );
    Problem::of(Field::License, Code::SeatsShort, message).about([name, &seats.short()])
}

fn cap_reached(cap: CapUse) -> Problem {
    let message = format!(
        "the user cap of {} is reached: {} rows are beyond it. Archive others, or have the cap raised by the platform's team",
        cap.cap.unwrap_or_default(),
        cap.over
    );
    Problem::of_row(Code::UserCap, message).about([&cap.cap.unwrap_or_default()])
}
