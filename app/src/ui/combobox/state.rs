//! What a combobox decides: which options match, and which one the keys are on.

use super::super::Choice;
use domain::text::fold;

/// Matches and the active one among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComboboxState {
    /// Indexes of the matching choices, in order.
    pub matches: Vec<u32>,
    /// Place of the active one among the matches.
    pub active: Option<u32>,
}

/// Where a key moves the active option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One on, from the last to the first.
    Next,
    /// One back, from the first to the last.
    Previous,
}

impl ComboboxState {
    /// The choices whose words contain the query; those that begin with it come first.
    pub fn matching(choices: &[Choice], query: &str) -> Self {
        let query = fold(query);
        let mut ranked: Vec<(bool, u32)> = (0..)
            .zip(choices)
            .filter_map(|(index, choice)| {
                let at = fold(&choice.label).find(&query)?;
                Some((at > 0, index))
            })
            .collect();
        ranked.sort_unstable();
        let active = (!query.is_empty() && !ranked.is_empty()).then_some(0);
        Self {
            matches: ranked.into_iter().map(|(_, index)| index).collect(),
            active,
        }
    }

    /// Moves the active option.
    pub fn step(&mut self, step: Step) {
        let Some(last) = self.last() else { return };
        self.active = Some(match (step, self.active) {
            (Step::Next, Some(place)) if place < last => place + 1,
            (Step::Next, _) => 0,
            (Step::Previous, Some(place)) if place > 0 => place - 1,
            (Step::Previous, _) => last,
        });
    }

    /// Index of the active choice.
    pub fn chosen(&self) -> Option<u32> {
        self.matches.get(usize::try_from(self.active?).ok()?).copied()
    }

    fn last(&self) -> Option<u32> {
        u32::try_from(self.matches.len()).ok()?.checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices() -> Vec<Choice> {
        ["Sales", "Après-ski", "Presales", "Köln"]
            .map(|label| Choice::new(label, label))
            .to_vec()
    }

    #[test]
    fn beginnings_come_before_middles() {
        assert_eq!(ComboboxState::matching(&choices(), "sales").matches, [0, 2]);
        assert_eq!(ComboboxState::matching(&choices(), "pres").matches, [2, 1]);
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(ComboboxState::matching(&choices(), "KOLN").matches, [3]);
    }

    #[test]
    fn an_empty_query_shows_all_and_activates_none() {
        let state = ComboboxState::matching(&choices(), "");
        assert_eq!((state.matches.len(), state.active), (4, None));
    }

    #[test]
    fn keys_go_round() {
        let mut state = ComboboxState::matching(&choices(), "sales");
        assert_eq!(state.chosen(), Some(0));
        state.step(Step::Next);
        assert_eq!(state.chosen(), Some(2));
        state.step(Step::Next);
        assert_eq!(state.chosen(), Some(0));
        state.step(Step::Previous);
        assert_eq!(state.chosen(), Some(2));
    }

    #[test]
    fn nothing_matching_has_nothing_to_choose() {
        let mut state = ComboboxState::matching(&choices(), "zzz");
        state.step(Step::Next);
        assert_eq!(state.chosen(), None);
    }
}
