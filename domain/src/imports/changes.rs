//! Collecting what is different, in the words of the report.

use super::field::Field;
use super::report::Change;

/// Changes in the order in which they are told.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub list: Vec<Change>,
}

impl Changes {
    /// A field that had a value, or none, and gets another, or none.
    pub(super) fn set(&mut self, field: Field, before: Option<impl ToString>, after: Option<impl ToString>) {
        self.list.push(Change {
            field,
            before: before.map(|value| value.to_string()),
            after: after.map(|value| value.to_string()),
        });
    }

    /// A field that had no value and gets one, if it gets one.
    pub(super) fn given(&mut self, field: Field, after: Option<impl ToString>) {
        if after.is_some() {
            self.set(field, None::<String>, after);
        }
    }
}
