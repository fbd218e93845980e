//! The rows that are on the page: they become those of the newest answer a few with every frame, so that neither the frame
//! nor the next letter of someone who types has to wait for a whole page of them.
//!
//! First come those in sight, then those of before go, and the rest comes when whoever types has paused: a short table takes
//! less time to lay out and to paint. Until those of before are gone, the style sheet hides what is out of sight
//! (`.users-settling`): the browser need not lay it out anew with every frame.

use leptos::prelude::*;
use std::time::Duration;

/// Rows in sight on a wide screen; the style sheet knows the number too.
const IN_SIGHT: usize = 12;

/// Rows that come with a frame.
const COMING: usize = 2;

/// Rows that go with a frame in which none comes.
const GOING: usize = 8;

/// After what is wanted has not changed for so long, the rest comes.
const PAUSE: Duration = Duration::from_millis(200);

/// Rows that follow what is wanted; cheap to copy.
pub struct Following<T: Send + Sync + 'static> {
    rows: RwSignal<Vec<T>>,
    wanted: RwSignal<Vec<T>>,
    awaited: StoredValue<bool>,
    paused: StoredValue<bool>,
    is_same: fn(&T, &T) -> bool,
}

impl<T: Send + Sync + 'static> Clone for Following<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Following<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Following<T> {
    /// Rows that begin as what is wanted now. What `is_same` is one row, changed or not.
    pub fn new(wanted: impl Fn() -> Vec<T> + Send + Sync + 'static, is_same: fn(&T, &T) -> bool) -> Self {
        let first = untrack(&wanted);
        let following = Self {
            rows: RwSignal::new(first.clone()),
            wanted: RwSignal::new(first),
            awaited: StoredValue::new(false),
            paused: StoredValue::new(true),
            is_same,
        };
        let mut rest_soon = debounce(PAUSE, move |()| {
            following.paused.set_value(true);
            following.go_on();
        });
        Effect::new(move |_| {
            following.wanted.set(wanted());
            following.paused.set_value(false);
            rest_soon(());
            following.go_on();
        });
        following
    }

    /// The rows on the page.
    pub fn get(self) -> Vec<T> {
        self.rows.get()
    }

    /// Whether some of those of before are still there.
    pub fn is_settling(self) -> bool {
        self.wanted
            .with(|wanted| self.rows.with(|rows| !wanted.starts_with(rows)))
    }

    /// Goes a step with the next frame, and on until there is nothing to do.
    fn go_on(self) {
        if self.awaited.get_value() {
            return;
        }
        self.awaited.set_value(true);
        request_animation_frame(move || {
            // Gone with the page?
            if self.awaited.try_set_value(false).is_some() {
                return;
            }
            let (rows, wanted) = (self.rows.read_untracked(), self.wanted.read_untracked());
            let next = step(&rows, &wanted, self.paused.get_value(), self.is_same);
            let is_done = *rows == next;
            drop((rows, wanted));
            if !is_done {
                self.rows.set(next);
                self.go_on();
            }
        });
    }
}

/// The rows after a frame: those out of sight only come in a pause.
fn step<T: Clone + PartialEq>(rows: &[T], wanted: &[T], paused: bool, is_same: fn(&T, &T) -> bool) -> Vec<T> {
    let there = rows
        .iter()
        .zip(wanted)
        .take_while(|(row, wanted)| row == wanted)
        .count();
    let is_in_sight = there >= IN_SIGHT.min(wanted.len());
    let (coming, going) = match (is_in_sight, rows.len() > there) {
        (true, true) => (0, GOING),
        (true, false) => (if paused { COMING } else { 0 }, 0),
        (false, _) => (COMING, COMING),
    };
    let mut next: Vec<T> = wanted.iter().take(there + coming).cloned().collect();
    let is_left = |row: &&T| !next.iter().any(|wanted| is_same(wanted, row));
    let left: Vec<T> = rows
        .iter()
        .skip(there)
        .filter(is_left)
        .skip(going)
        .cloned()
        .collect();
    next.extend(left);
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::Range;

    fn steps(from: impl Iterator<Item = u32>, to: impl Iterator<Item = u32>) -> Vec<Vec<u32>> {
        let to: Vec<u32> = to.collect();
        let mut steps = vec![from.collect::<Vec<_>>()];
        while let Some(last) = steps.last().filter(|last| **last != to) {
            assert!(steps.len() < 50, "{steps:?}");
            steps.push(step(last, &to, true, PartialEq::eq));
        }
        steps.split_off(1)
    }

    #[test]
    fn those_in_sight_come_first_then_the_others_go_then_the_rest_comes() {
        let begins = |rows: &Vec<u32>, range: Range<u32>| rows.starts_with(&range.collect::<Vec<_>>());
        let steps = steps(0..50, 100..150);
        assert_eq!(steps[0], (100..102).chain(2..50).collect::<Vec<_>>());
        let seen = steps.iter().position(|rows| begins(rows, 100..112)).unwrap();
        let alone = steps
            .iter()
            .position(|rows| *rows == (100..112).collect::<Vec<_>>())
            .unwrap();
        assert_eq!((seen + 1, alone - seen, steps.len() - alone - 1), (6, 5, 19));
    }

    #[test]
    fn while_one_types_only_those_in_sight_come() {
        let (mut rows, wanted): (Vec<u32>, Vec<u32>) = ((0..50).collect(), (100..150).collect());
        for _ in 0..50 {
            rows = step(&rows, &wanted, false, PartialEq::eq);
        }
        assert_eq!(rows, (100..112).collect::<Vec<_>>());
    }

    #[test]
    fn few_or_none_are_there_soon() {
        assert_eq!(steps(0..6, 7..9), [vec![7, 8, 2, 3, 4, 5], vec![7, 8]]);
        assert_eq!(steps(0..5, 0..0), [Vec::<u32>::new()]);
        assert_eq!(steps(0..0, 0..3), [vec![0, 1], vec![0, 1, 2]]);
    }

    #[test]
    fn whoever_stays_is_never_there_twice() {
        for rows in steps(0..20, (0..40).filter(|n| n % 3 == 0)) {
            let once: std::collections::BTreeSet<_> = rows.iter().collect();
            assert_eq!(once.len(), rows.len(), "{rows:?}");
        }
    }
}
