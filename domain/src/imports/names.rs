//! Finding what a cell names, without regard to case and accents; and when nothing has that name, what comes nearest.

use super::field::Field;
use super::problem::{Code, Problem};
use crate::id::Id;
use crate::text::fold;
use std::collections::HashMap;

/// Everything of one kind, by each of its names.
#[derive(Debug)]
pub struct Names<I> {
    kind: &'static str,
    found: HashMap<String, Found<I>>,
    ids: HashMap<uuid::Uuid, usize>,
    /// Folded and as written.
    spellings: Vec<(String, String)>,
}

#[derive(Debug, Clone, Copy)]
enum Found<I> {
    One(I),
    Several,
}

/// More names than this are not searched for the nearest one.
const MOST_COMPARED: usize = 5_000;

impl<I: Id> Names<I> {
    pub(super) fn of(
        kind: &'static str,
        things: impl Iterator<Item = (I, impl Iterator<Item = String>)>,
    ) -> Self {
        let mut names = Self {
            kind,
            found: HashMap::new(),
            ids: HashMap::new(),
            spellings: Vec::new(),
        };
        for (id, spellings) in things {
            let mut first = None;
            for spelling in spellings {
                let folded = fold(&spelling);
                first.get_or_insert(names.spellings.len());
                let several = |found: &mut Found<I>| {
                    if !matches!(found, Found::One(other) if *other == id) {
                        *found = Found::Several;
                    }
                };
                names
                    .found
                    .entry(folded.clone())
                    .and_modify(several)
                    .or_insert(Found::One(id));
                names.spellings.push((folded, spelling));
            }
            if let Some(first) = first {
                names.ids.insert(id.uuid(), first);
            }
        }
        names
    }

    /// What a text names: an id, or a name.
    pub(super) fn find(&self, field: Field, text: &str) -> Result<I, Problem> {
        if let Ok(id) = uuid::Uuid::try_parse(text)
            && self.ids.contains_key(&id)
        {
            return Ok(I::from_uuid(id));
        }
        let kind = self.kind;
        match self.found.get(&fold(text)) {
            Some(Found::One(id)) => Ok(*id),
            Some(Found::Several) => Err(Problem::of(
                field,
                Code::Ambiguous,
                format!("several have the name \"{text}\": rename one, so that each {kind} has its own"),
            )
            .about([&text])),
            None => {
                let nearest = self.nearest(text);
                let message = match nearest {
                    Some(nearest) => format!("there is no {kind} \"{text}\": did you mean \"{nearest}\"?"),
                    None => format!("there is no {kind} \"{text}\": create it first, or correct the name"),
                };
                Err(Problem::of(field, Code::Unknown, message).about([&text, &nearest.unwrap_or_default()]))
            }
        }
    }

    /// The name of a thing; its first one if it has several.
    pub(super) fn name(&self, id: I) -> &str {
        self.ids
            .get(&id.uuid())
            .and_then(|i| self.spellings.get(*i))
            .map_or("", |(_, spelling)| spelling)
    }

    /// The names of several things with `;` between, in one order everywhere; none if there are none.
    pub(super) fn list(&self, ids: &[I]) -> Option<String> {
        let mut places: Vec<usize> = ids
            .iter()
            .filter_map(|id| self.ids.get(&id.uuid()).copied())
            .collect();
        places.sort_unstable();
        let names: Vec<&str> = places
            .into_iter()
            .filter_map(|place| self.spellings.get(place).map(|(_, spelling)| spelling.as_str()))
            .collect();
        (!names.is_empty()).then(|| names.join("; "))
    }

    /// The nearest name that is at most a third off.
    fn nearest(&self, text: &str) -> Option<&str> {
        let text: Vec<char> = fold(text).chars().collect();
        self.spellings
            .iter()
            .take(MOST_COMPARED)
            .filter_map(|(folded, spelling)| {
                let most = text.len().max(folded.chars().count()).div_ceil(3);
                let distance = distance(&text, folded);
                (distance <= most).then_some((distance, spelling.as_str()))
            })
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, spelling)| spelling)
    }
}

/// How many letters have to be added, removed, replaced or swapped with their neighbour (optimal string alignment).
fn distance(from: &[char], to: &str) -> usize {
    let mut above: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=from.len()).collect();
    let mut before = None;
    for (i, there) in to.chars().enumerate() {
        let mut row = vec![i + 1];
        let mut left = i + 1;
        for (j, here) in from.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX);
            let mut best = (get(&last, j) + usize::from(*here != there))
                .min(get(&last, j + 1) + 1)
                .min(left + 1);
            let swapped = j > 0 && before == Some(*here) && from.get(j - 1) == Some(&there);
            if swapped {
                best = best.min(get(&above, j - 1) + 1);
            }
            row.push(best);
            left = best;
        }
        above = std::mem::replace(&mut last, row);
        before = Some(there);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::LocationId;

    fn names(all: &[&str]) -> Names<LocationId> {
        let id = |i: usize| LocationId::from_uuid(uuid::Uuid::from_u128(i as u128));
        Names::of(
            "location",
            all.iter()
                .enumerate()
                .map(|(i, n)| (id(i), [(*n).to_owned()].into_iter())),
        )
    }

    #[test]
    fn distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("berlin", "berlin", 0),
            ("berln", "berlin", 1),
            ("brelin", "berlin", 1),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
        ] {
            let from: Vec<char> = a.chars().collect();
            assert_eq!(distance(&from, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn an_unknown_name_tells_the_nearest() {
        let names = names(&["Berlin", "Zürich", "New York"]);
        assert!(names.find(Field::Location, "ZURICH").is_ok());
        assert!(
            names
                .find(Field::Location, "00000000-0000-0000-0000-000000000001")
                .is_ok()
        );
        let problem = names.find(Field::Location, "New Yrok").unwrap_err();
        assert_eq!(problem.code, Code::Unknown);
        assert_eq!(
            problem.message,
            "there is no location \"New Yrok\": did you mean \"New York\"?"
        );
        let problem = names.find(Field::Location, "Tokyo").unwrap_err();
        assert!(problem.message.contains("create it first"), "{}", problem.message);
    }

    #[test]
    fn two_of_one_name_are_ambiguous() {
        let problem = names(&["Bern", "BERN"])
            .find(Field::Location, "bern")
            .unwrap_err();
        assert_eq!(problem.code, Code::Ambiguous);
    }
}
