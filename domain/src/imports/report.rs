//! The plan as people and scripts read it: totals, seats, and each row with its outcome.
//!
//! The JSON is a contract: key order and words are stable, and browser and command line give the same bytes.

use super::field::Field;
use super::mapping::ColumnWarning;
use super::problem::{Code, Problem};
use crate::id::LicenseId;
use serde::{Deserialize, Serialize, Serializer};

/// What will become of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A new user.
    Create,
    /// Changes to an existing one, among them seats and courses.
    Update,
    /// Nothing, for the reason given.
    Skip,
    /// The user is archived.
    Archive,
    /// The user is deleted.
    Delete,
    /// Nothing, until what is wrong is mended.
    Error,
}

impl Outcome {
    /// Every outcome, in the order of the totals.
    pub const ALL: [Self; 6] = [
        Self::Create,
        Self::Update,
        Self::Skip,
        Self::Archive,
        Self::Delete,
        Self::Error,
    ];

    /// The word for it in reports and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Skip => "skip",
            Self::Archive => "archive",
            Self::Delete => "delete",
            Self::Error => "error",
        }
    }
}

/// One field that will be different. Passwords show as `(set)`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The field.
    pub field: Field,
    /// Before; none if there was nothing.
    pub before: Option<String>,
    /// After; none if there will be nothing.
    pub after: Option<String>,
}

/// What will become of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedRow {
    /// The line of the file on which the row starts.
    pub line: u32,
    /// The outcome.
    pub outcome: Outcome,
    /// The user's username as it is, or will be for a new one; else what the row calls them.
    pub user: String,
    /// What will be different, in the order of the fields.
    pub changes: Vec<Change>,
    /// Why it is skipped or what is wrong; on other rows, what is good to know.
    pub problems: Vec<Problem>,
}

/// How a plan uses one license.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatUse {
    /// The license.
    pub license: LicenseId,
    /// Its name.
    pub name: String,
    /// Seats that all rows together want.
    pub needed: i64,
    /// Seats that can be given.
    pub free: i64,
}

impl SeatUse {
    /// How many rows get none.
    pub fn short(&self) -> i64 {
        (self.needed - self.free).max(0)
    }
}

/// How a plan uses the user cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapUse {
    /// Active users when all is applied.
    pub active_after: i64,
    /// The most active users allowed; none if there is no cap.
    pub cap: Option<i64>,
    /// Rows that the cap keeps out.
    pub over: i64,
}

/// The numbers of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Rows that make a user.
    pub create: u32,
    /// Rows that change one.
    pub update: u32,
    /// Rows that do nothing.
    pub skip: u32,
    /// Rows that archive a user.
    pub archive: u32,
    /// Rows that delete one.
    pub delete: u32,
    /// Rows that cannot be done.
    pub error: u32,
    /// Seats that all rows together want.
    pub seats_needed: i64,
    /// Free seats of the licenses named.
    pub seats_free: i64,
    /// The number to type before it is applied, see [`Plan::count_to_type`].
    pub count_to_type: Option<u32>,
}

/// What an import will do, row by row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Rows that make a user.
    pub create: u32,
    /// Rows that change one.
    pub update: u32,
    /// Rows that do nothing.
    pub skip: u32,
    /// Rows that archive a user.
    pub archive: u32,
    /// Rows that delete one.
    pub delete: u32,
    /// Rows that cannot be done.
    pub error: u32,
    /// Seats that all rows together want, of all licenses.
    pub seats_needed: i64,
    /// Free seats of those licenses.
    pub seats_free: i64,
    /// Every row, in the order of the file.
    #[serde(serialize_with = "rows_of_the_contract")]
    pub rows: Vec<PlannedRow>,
    /// Each license that is named.
    #[serde(skip)]
    pub seats: Vec<SeatUse>,
    /// The user cap.
    #[serde(skip)]
    pub cap: CapUse,
    /// What is wrong with the settings themselves, such as a license that does not exist. Every row is then an error.
    #[serde(skip)]
    pub settings: Vec<Problem>,
    /// Users of the organization before the import.
    #[serde(skip)]
    pub total_users: i64,
    /// Columns that are left out.
    #[serde(skip)]
    pub warnings: Vec<ColumnWarning>,
}

/// Rows as scripts read them: their problems in words, without the details that serve other languages.
fn rows_of_the_contract<S: Serializer>(rows: &[PlannedRow], to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Row<'r> {
        line: u32,
        outcome: Outcome,
        user: &'r str,
        changes: &'r [Change],
        problems: Vec<Said<'r>>,
    }
    #[derive(Serialize)]
    struct Said<'r> {
        code: Code,
        field: Option<Field>,
        message: &'r str,
    }
    impl<'r> From<&'r Problem> for Said<'r> {
        fn from(problem: &'r Problem) -> Self {
            Self {
                code: problem.code,
                field: problem.field,
                message: &problem.message,
            }
        }
    }
    to.collect_seq(rows.iter().map(|row| Row {
        line: row.line,
        outcome: row.outcome,
        user: &row.user,
        changes: &row.changes,
        problems: row.problems.iter().map(Said::from).collect(),
    }))
}

impl Plan {
    pub(super) fn of_rows(rows: Vec<PlannedRow>, seats: Vec<SeatUse>, cap: CapUse) -> Self {
        let count = |outcome| {
            u32::try_from(rows.iter().filter(|row| row.outcome == outcome).count()).unwrap_or(u32::MAX)
        };
        Self {
            create: count(Outcome::Create),
            update: count(Outcome::Update),
            skip: count(Outcome::Skip),
            archive: count(Outcome::Archive),
            delete: count(Outcome::Delete),
            error: count(Outcome::Error),
            seats_needed: seats.iter().map(|license| license.needed).sum(),
            seats_free: seats.iter().map(|license| license.free).sum(),
            rows,
            seats,
            cap,
            settings: Vec::new(),
            total_users: 0,
            warnings: Vec::new(),
        }
    }

    /// The same plan with other rows, counted anew: what became of them.
    #[must_use]
    pub fn with_rows(self, rows: Vec<PlannedRow>) -> Self {
        Self {
            seats_needed: self.seats_needed,
            seats_free: self.seats_free,
            settings: self.settings,
            total_users: self.total_users,
            warnings: self.warnings,
            ..Self::of_rows(rows, self.seats, self.cap)
        }
    }

    /// The rows that are errors, by their place, with what is wrong.
    pub fn failing(&self) -> impl Iterator<Item = (usize, &[Problem])> {
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| row.outcome == Outcome::Error)
            .map(|(place, row)| (place, row.problems.as_slice()))
    }

    /// The numbers alone.
    pub fn totals(&self) -> Totals {
        Totals {
            create: self.create,
            update: self.update,
            skip: self.skip,
            archive: self.archive,
            delete: self.delete,
            error: self.error,
            seats_needed: self.seats_needed,
            seats_free: self.seats_free,
            count_to_type: self.count_to_type(),
        }
    }

    /// How many rows have an outcome.
    pub fn count(&self, outcome: Outcome) -> u32 {
        match outcome {
            Outcome::Create => self.create,
            Outcome::Update => self.update,
            Outcome::Skip => self.skip,
            Outcome::Archive => self.archive,
            Outcome::Delete => self.delete,
            Outcome::Error => self.error,
        }
    }

    /// How many existing users it changes, archives or deletes.
    pub fn touched(&self) -> u32 {
        self.update
            .saturating_add(self.archive)
            .saturating_add(self.delete)
    }

    /// The number a person has to type before it is applied: of users touched, when that is more than a tenth of all.
    pub fn count_to_type(&self) -> Option<u32> {
        let touched = self.touched();
        (touched > 0 && i64::from(touched) * 10 > self.total_users).then_some(touched)
    }

    /// The report as one line of JSON with a line end, the same bytes everywhere.
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string(self).unwrap_or_default();
        json.push('\n');
        json
    }
}
