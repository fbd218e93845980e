//! What was confirmed, small enough to keep for every row: its outcome, and a digest of its changes.
//!
//! Applying plans each row again with the data of that moment. The digest tells whether it comes out as confirmed.

use domain::imports::{Outcome, PlannedRow};
use sha2::{Digest as _, Sha256};

/// Bytes a row: the outcome, then the start of a SHA-256 over user and changes.
const ROW: usize = 8;

/// What was confirmed of each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Confirmed {
    bytes: Vec<u8>,
}

impl Confirmed {
    pub(super) fn of(rows: &[PlannedRow]) -> Self {
        Self {
            bytes: rows.iter().flat_map(row).collect(),
        }
    }

    pub(super) fn from_bytes(bytes: Vec<u8>) -> Self {
        Self { bytes }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The outcome that was confirmed for a row.
    pub(super) fn outcome(&self, place: usize) -> Option<Outcome> {
        let code = usize::from(*self.bytes.get(place * ROW)?);
        Outcome::ALL.get(code).copied()
    }

    /// Whether something was confirmed to be done.
    pub(super) fn acts(&self, place: usize) -> bool {
        self.outcome(place)
            .is_some_and(|outcome| !matches!(outcome, Outcome::Skip | Outcome::Error))
    }

    /// Whether a row comes out as it was confirmed, change by change.
    pub(super) fn is_same(&self, place: usize, planned: &PlannedRow) -> bool {
        self.bytes.get(place * ROW..(place + 1) * ROW) == Some(row(planned).as_slice())
    }
}

fn row(planned: &PlannedRow) -> [u8; ROW] {
    let outcome = Outcome::ALL
        .iter()
        .position(|outcome| *outcome == planned.outcome);
    let changes = serde_json::to_vec(&(&planned.user, &planned.changes)).unwrap_or_default();
    let mut bytes = [0; ROW];
    for (to, from) in bytes.iter_mut().zip(Sha256::digest(changes)) {
        *to = from;
    }
    if let Some(first) = bytes.first_mut() {
        *first = u8::try_from(outcome.unwrap_or_default()).unwrap_or_default();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::imports::{Change, Field};

    #[test]
    fn a_changed_change_is_noticed() {
        let planned = |after: &str| PlannedRow {
            line: 2,
            outcome: Outcome::Update,
            user: "anna".into(),
            changes: vec![Change {
                field: Field::Phone,
                before: None,
                after: Some(after.into()),
            }],
            problems: Vec::new(),
        };
        let skipped = PlannedRow {
            outcome: Outcome::Skip,
            ..planned("1")
        };
        let confirmed = Confirmed::from_bytes(Confirmed::of(&[skipped, planned("2")]).into_bytes());
        assert!(!confirmed.acts(0) && confirmed.acts(1) && !confirmed.acts(2));
        assert!(confirmed.is_same(1, &planned("2")));
        assert!(!confirmed.is_same(1, &planned("3")));
    }
}
