//! A line of the audit as people read it.

use super::{Action, TargetKind};
use crate::id::{AuditId, UserId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Who {
    /// Somebody with an account.
    User {
        /// Their account.
        id: UserId,
        /// Their name.
        name: String,
    },
    /// Somebody whose account is deleted.
    Gone,
    /// A background worker.
    System,
    /// Somebody at the server's own command line.
    CommandLine,
}

/// What was done, by whom, and what it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLine {
    /// Its id.
    pub id: AuditId,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub who: Who,
    /// What.
    pub action: Action,
    /// To whom or what.
    pub target: AuditTarget,
    /// What was so before.
    pub before: Option<Json>,
    /// What is so since.
    pub after: Option<Json>,
    /// The network address it was done from.
    pub address: Option<String>,
}

/// To whom or what something was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditTarget {
    /// What kind of thing it is.
    pub kind: TargetKind,
    /// Its id.
    pub id: Uuid,
    /// Its name, while it exists.
    pub name: Option<String>,
}

/// One thing that a line changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditChange {
    /// The field's name.
    pub field: String,
    /// Its value before; empty for none.
    pub before: String,
    /// Its value since; empty for none.
    pub after: String,
}

/// A page of lines, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPage {
    /// The lines.
    pub lines: Vec<AuditLine>,
    /// Whether there are older ones.
    pub more: bool,
}

impl AuditLine {
    /// What it changed, field by field.
    pub fn changes(&self) -> Vec<AuditChange> {
        let fields = |document: &Option<Json>| match document {
            Some(Json::Object(fields)) => fields.clone(),
            _ => serde_json::Map::new(),
        };
        let (before, after) = (fields(&self.before), fields(&self.after));
        let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
        names.sort_unstable();
        names.dedup();
        let change = |name: &String| AuditChange {
            field: name.clone(),
            before: said(before.get(name)),
            after: said(after.get(name)),
        };
        let changes = names.into_iter().map(change);
        changes.filter(|change| change.before != change.after).collect()
    }
}

fn said(value: Option<&Json>) -> String {
    match value {
        None | Some(Json::Null) => String::new(),
        Some(Json::String(text)) => text.clone(),
        Some(Json::Array(values)) => {
            let values: Vec<String> = values.iter().map(|value| said(Some(value))).collect();
            values.join("; ")
        }
        Some(value) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use serde_json::json;

    #[test]
    fn changes_are_told_field_by_field_and_what_stayed_is_not() {
        let line = AuditLine {
            id: AuditId::from_uuid(uuid::Uuid::nil()),
            at: Timestamp::from_micros(0),
            who: Who::System,
            action: Action::UserChanged,
            target: AuditTarget {
                kind: TargetKind::User,
                id: Uuid::nil(),
                name: None,
            },
            before: Some(json!({ "location": "Berlin", "role": "member", "phone": null })),
            after: Some(json!({ "location": "Köln", "role": "member", "labels": ["a", "b"] })),
            address: None,
        };
        let changes: Vec<_> = line
            .changes()
            .into_iter()
            .map(|change| format!("{}: {} → {}", change.field, change.before, change.after))
            .collect();
        assert_eq!(changes, ["labels:  → a; b", "location: Berlin → Köln"]);
    }
}
