//! Which rows of a list are ticked, or that all are which match, on this page or not.

use std::collections::BTreeSet;

/// The ticked rows, by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection<K> {
    /// These.
    Some {
        /// The ticked ones.
        ticked: BTreeSet<K>,
        /// The last one ticked by hand; a range begins there.
        anchor: Option<K>,
    },
    /// All that match the list's filter.
    AllMatching,
}

/// What the box at the top of a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageTick {
    /// No row of the page is ticked.
    None,
    /// Some are.
    Some,
    /// All are.
    All,
}

impl<K> Default for Selection<K> {
    fn default() -> Self {
        Self::Some {
            ticked: BTreeSet::new(),
            anchor: None,
        }
    }
}

impl<K: Ord + Copy> Selection<K> {
    /// Whether the row of this key is ticked.
    pub fn has(&self, key: K) -> bool {
        match self {
            Self::Some { ticked, .. } => ticked.contains(&key),
            Self::AllMatching => true,
        }
    }

    /// How many are ticked, of the number that match.
    pub fn count(&self, matching: u64) -> u64 {
        match self {
            Self::Some { ticked, .. } => ticked.len() as u64,
            Self::AllMatching => matching,
        }
    }

    /// Ticks or unticks one row of the page; with `range`, every row from the last one ticked by hand to it.
    pub fn tick(&mut self, key: K, on: bool, range: bool, page: &[K]) {
        let (mut ticked, anchor) = self.take(page);
        let place = |key: K| page.iter().position(|other| *other == key);
        let from = anchor.filter(|_| range).and_then(place);
        let rows = match (from, place(key)) {
            (Some(from), Some(to)) => page.get(from.min(to)..=from.max(to)).unwrap_or_default(),
            _ => &[key],
        };
        for row in rows {
            if on {
                ticked.insert(*row)
            } else {
                ticked.remove(row)
            };
        }
        *self = Self::Some {
            ticked,
            anchor: Some(key),
        };
    }

    /// Ticks or unticks every row of the page.
    pub fn tick_page(&mut self, on: bool, page: &[K]) {
        let (mut ticked, _) = self.take(page);
        for key in page {
            if on {
                ticked.insert(*key)
            } else {
                ticked.remove(key)
            };
        }
        *self = Self::Some { ticked, anchor: None };
    }

    /// What the box at the top shows.
    pub fn page_tick(&self, page: &[K]) -> PageTick {
        let ticked = page.iter().filter(|key| self.has(**key)).count();
        match ticked {
            0 => PageTick::None,
            all if all == page.len() => PageTick::All,
            _ => PageTick::Some,
        }
    }

    /// The keys ticked one by one; none when all that match are.
    pub fn keys(&self) -> Vec<K> {
        match self {
            Self::Some { ticked, .. } => ticked.iter().copied().collect(),
            Self::AllMatching => Vec::new(),
        }
    }

    /// Unticking one of "all that match" leaves the page's other rows: what is out of sight was never seen.
    fn take(&mut self, page: &[K]) -> (BTreeSet<K>, Option<K>) {
        match std::mem::take(self) {
            Self::Some { ticked, anchor } => (ticked, anchor),
            Self::AllMatching => (page.iter().copied().collect(), None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: [u8; 5] = [5, 3, 9, 1, 7];

    #[test]
    fn shift_ticks_the_rows_between_as_they_are_shown() {
        let mut selection = Selection::default();
        selection.tick(3, true, false, &PAGE);
        selection.tick(1, true, true, &PAGE);
        assert_eq!(selection.keys(), [1, 3, 9]);
        selection.tick(9, false, true, &PAGE);
        assert_eq!(selection.keys(), [3]);
    }

    #[test]
    fn a_range_without_a_beginning_on_the_page_is_one_row() {
        let mut selection = Selection::default();
        selection.tick(2, true, false, &[2]);
        selection.tick(9, true, true, &PAGE);
        assert_eq!(selection.keys(), [2, 9]);
    }

    #[test]
    fn ticks_of_other_pages_stay() {
        let mut selection = Selection::default();
        selection.tick_page(true, &PAGE);
        selection.tick_page(true, &[20, 21]);
        selection.tick_page(false, &PAGE);
        assert_eq!(selection.keys(), [20, 21]);
    }

    #[test]
    fn the_box_at_the_top_follows_the_page() {
        let mut selection = Selection::default();
        assert_eq!(selection.page_tick(&PAGE), PageTick::None);
        selection.tick(9, true, false, &PAGE);
        assert_eq!(selection.page_tick(&PAGE), PageTick::Some);
        selection.tick_page(true, &PAGE);
        assert_eq!(selection.page_tick(&PAGE), PageTick::All);
    }

    #[test]
    fn all_that_match_counts_them_all_until_one_is_unticked() {
        let mut selection = Selection::AllMatching;
        assert_eq!((selection.count(1200), selection.has(42)), (1200, true));
        selection.tick(3, false, false, &PAGE);
        assert_eq!(selection.keys(), [1, 5, 7, 9]);
    }
}
