//! What a listbox decides: where the keys are, what a click with shift selects, what typed letters find.
//!
//! Options are known by key, so that a selection outlives filtering and sorting; places are positions in the list
//! as it is shown now.

use rustc_hash::FxHashSet;

/// Identity of an option: the number of its entity's id.
pub type OptionKey = u128;

/// Where the keys are and what is selected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListboxState {
    /// The option the keys act on.
    pub active: Option<u32>,
    /// The selected options.
    pub selected: FxHashSet<OptionKey>,
    /// Where a range begins: the last option selected alone.
    anchor: Option<u32>,
}

impl ListboxState {
    /// Makes the option at `place` active; with `extend` everything from the anchor to it becomes selected.
    pub fn go_to(&mut self, place: u32, keys: &[OptionKey], extend: bool) {
        let Some(last) = last(keys) else { return };
        let place = place.min(last);
        if extend {
            let anchor = *self.anchor.get_or_insert(self.active.unwrap_or(place));
            self.select_between(anchor, place, keys);
        }
        self.active = Some(place);
    }

    /// Moves by `steps`, staying inside the list.
    pub fn step(&mut self, steps: i32, keys: &[OptionKey], extend: bool) {
        let place = match self.active {
            Some(active) => active.saturating_add_signed(steps),
            None => 0,
        };
        self.go_to(place, keys, extend);
    }

    /// Selects the option at `place`, or takes it out; ranges then begin there.
    pub fn toggle(&mut self, place: u32, keys: &[OptionKey]) {
        let Some(key) = at(keys, place) else { return };
        if !self.selected.remove(&key) {
            self.selected.insert(key);
        }
        self.anchor = Some(place);
        self.active = Some(place);
    }

    /// Selects all that are shown; when all are, none.
    pub fn toggle_all(&mut self, keys: &[OptionKey]) {
        if keys.iter().all(|key| self.selected.contains(key)) {
            for key in keys {
                self.selected.remove(key);
            }
        } else {
            self.selected.extend(keys);
        }
    }

    /// The list is another now: the active option is kept where its place still exists. Whether another is active now.
    pub fn relist(&mut self, keys: &[OptionKey]) -> bool {
        self.anchor = None;
        let before = self.active;
        self.active = before.and_then(|active| Some(active.min(last(keys)?)));
        self.active != before
    }

    fn select_between(&mut self, anchor: u32, place: u32, keys: &[OptionKey]) {
        let (from, to) = (anchor.min(place) as usize, anchor.max(place) as usize);
        self.selected.extend(keys.iter().skip(from).take(to - from + 1));
    }
}

/// The place of the next option whose folded words begin with the typed letters, going round from `after`. A single
/// letter moves on from the active option; more letters stay on it while it matches.
pub fn find_typed(
    words: impl Fn(u32) -> String,
    count: u32,
    active: Option<u32>,
    typed: &str,
) -> Option<u32> {
    let typed = domain::text::fold(typed);
    let start = match active {
        Some(active) if typed.chars().count() == 1 => active + 1,
        Some(active) => active,
        None => 0,
    };
    (0..count)
        .map(|offset| (start + offset) % count)
        .find(|place| domain::text::fold(&words(*place)).starts_with(&typed))
}

/// The places to draw around what is scrolled into view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// First place drawn.
    pub first: u32,
    /// One past the last place drawn.
    pub end: u32,
}

impl Window {
    /// Whether the option at `place` is drawn.
    pub fn has(self, place: u32) -> bool {
        (self.first..self.end).contains(&place)
    }

    /// Drawn above and below what is seen, so that a quick scroll does not show gaps.
    const MARGIN: u32 = 12;

    /// What to draw of `count` rows of `row` pixels, scrolled by `top` in a frame of `height` pixels.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "rows of a screen; negatives saturate"
    )]
    pub fn around(top: f64, height: f64, row: f64, count: u32) -> Self {
        let first = (top / row) as u32;
        let seen = (height / row).ceil() as u32 + 1;
        let end = first.saturating_add(seen).saturating_add(Self::MARGIN).min(count);
        Self {
            first: first.saturating_sub(Self::MARGIN).min(end),
            end,
        }
    }
}

fn at(keys: &[OptionKey], place: u32) -> Option<OptionKey> {
    keys.get(place as usize).copied()
}

fn last(keys: &[OptionKey]) -> Option<u32> {
    u32::try_from(keys.len()).ok()?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [OptionKey; 5] = [10, 11, 12, 13, 14];

    fn selected(state: &ListboxState) -> Vec<OptionKey> {
        let mut selected: Vec<_> = state.selected.iter().copied().collect();
        selected.sort_unstable();
        selected
    }

    #[test]
    fn shift_selects_from_the_last_option_selected_alone() {
        let mut state = ListboxState::default();
        state.toggle(1, &KEYS);
        state.go_to(3, &KEYS, true);
        assert_eq!(selected(&state), [11, 12, 13]);
        state.go_to(0, &KEYS, true);
        assert_eq!(selected(&state), [10, 11, 12, 13]);
    }

    #[test]
    fn shift_and_arrows_begin_where_the_keys_are() {
        let mut state = ListboxState::default();
        state.go_to(2, &KEYS, false);
        state.step(1, &KEYS, true);
        assert_eq!(selected(&state), [12, 13]);
    }

    #[test]
    fn moving_stops_at_both_ends() {
        let mut state = ListboxState::default();
        state.step(-1, &KEYS, false);
        assert_eq!(state.active, Some(0));
        state.step(i32::MAX, &KEYS, false);
        assert_eq!(state.active, Some(4));
        state.step(1, &[], false);
        assert_eq!(state.active, Some(4));
    }

    #[test]
    fn selecting_all_again_selects_none_of_those_shown() {
        let mut state = ListboxState::default();
        state.toggle(0, &KEYS);
        state.toggle_all(&KEYS[1..3]);
        assert_eq!(selected(&state), [10, 11, 12]);
        state.toggle_all(&KEYS[1..3]);
        assert_eq!(selected(&state), [10]);
    }

    #[test]
    fn a_selection_outlives_filtering() {
        let mut state = ListboxState::default();
        state.toggle(4, &KEYS);
        state.relist(&KEYS[..2]);
        assert_eq!((state.active, selected(&state)), (Some(1), vec![14]));
    }

    #[test]
    fn typed_letters_find_the_next_option_that_begins_with_them() {
        let words = |place: u32| {
            ["Ada", "Åsa", "Bea", "Ann", "Bo"]
                .get(place as usize)
                .unwrap()
                .to_string()
        };
        assert_eq!(find_typed(words, 5, Some(0), "a"), Some(1));
        assert_eq!(find_typed(words, 5, Some(3), "A"), Some(0));
        assert_eq!(find_typed(words, 5, Some(0), "an"), Some(3));
        assert_eq!(find_typed(words, 5, Some(2), "be"), Some(2));
        assert_eq!(find_typed(words, 5, None, "x"), None);
    }

    #[test]
    fn only_what_is_near_the_view_is_drawn() {
        let window = Window::around(4000.0, 400.0, 40.0, 20_000);
        assert_eq!(window, Window { first: 88, end: 123 });
        assert_eq!(Window::around(0.0, 400.0, 40.0, 5), Window { first: 0, end: 5 });
        assert_eq!(Window::around(0.0, 400.0, 40.0, 0), Window { first: 0, end: 0 });
    }
}
