//! Which lines of the audit are looked at. It lives in the URL.

use super::Action;
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// What the audit page shows. An empty member does not filter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AuditFilter {
    /// Who did it: words of a name, email, username or phone, or an id.
    pub actor: String,
    /// To whom or what: words that find a user, or the id of anything.
    pub target: String,
    /// What was done.
    pub action: Option<Action>,
    /// On this day or later.
    pub from: Option<Date>,
    /// On this day or earlier.
    pub to: Option<Date>,
}

impl AuditFilter {
    /// The filter as pairs for a URL's query; what is not set is left out.
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let action = self.action.map(Action::as_str).unwrap_or_default();
        [
            ("actor", self.actor.trim().to_owned()),
            ("target", self.target.trim().to_owned()),
            ("action", action.to_owned()),
            ("from", date(self.from)),
            ("to", date(self.to)),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
    }

    /// Reads a URL's query. A value that does not parse is left out: an old link still opens.
    pub fn from_pairs(get: impl Fn(&str) -> Option<String>) -> Self {
        let date = |key| get(key).and_then(|text| Date::parse(&text).ok());
        Self {
            actor: get("actor").unwrap_or_default(),
            target: get("target").unwrap_or_default(),
            action: get("action").and_then(|text| Action::parse(&text).ok()),
            from: date("from"),
            to: date("to"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_filter_survives_the_url() {
        let filter = AuditFilter {
            actor: "ada & bob".into(),
            target: "0192f0c1-0000-7000-8000-000000000001".into(),
            action: Some(Action::UserArchived),
            from: Date::parse("2026-01-31").ok(),
            to: None,
        };
        let pairs = filter.to_pairs();
        let get = |key: &str| {
            let found = pairs.iter().find(|(name, _)| *name == key);
            found.map(|(_, value)| value.clone())
        };
        assert_eq!(AuditFilter::from_pairs(get), filter);
        assert!(AuditFilter::default().to_pairs().is_empty());
    }
}
