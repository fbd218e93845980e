//! The plan: every row gets exactly one outcome, before anything is written.
//!
//! The same rows with the same directory give the same plan, in the browser and on the server. A file is planned as a
//! whole to be shown, and part by part, each with a directory of that moment, to be applied.

use super::action::Action;
use super::decide::Run;
use super::directory::Index;
use super::duplicates::Duplicates;
use super::mapping::{ColumnWarning, Mapping};
use super::options::Options;
use super::report::{Plan, PlannedRow};
use super::row::Columns;
use super::table::Table;

/// A file with its settings, ready to be planned as a whole or in part.
#[derive(Debug)]
pub struct Planner<'t> {
    pub(super) table: &'t Table,
    pub(super) options: &'t Options,
    pub(super) columns: Columns,
    pub(super) duplicates: Duplicates,
    warnings: Vec<ColumnWarning>,
}

/// A row's outcome and what applying it does.
#[derive(Debug)]
pub struct Step {
    /// As reported.
    pub row: PlannedRow,
    /// What to do; none for rows that are skipped or wrong.
    pub action: Option<Action>,
}

/// Plans a whole file.
pub fn plan(table: &Table, mapping: &Mapping, options: &Options, index: &Index) -> Plan {
    Planner::new(table, mapping, options).plan(index)
}

impl<'t> Planner<'t> {
    /// Looks through the file once for what rows have in common.
    pub fn new(table: &'t Table, mapping: &Mapping, options: &'t Options) -> Self {
        let columns = Columns::of(mapping);
        Self {
            duplicates: Duplicates::of(table, &columns),
            warnings: mapping.warnings(table),
            table,
            options,
            columns,
        }
    }

    /// The plan of all rows.
    pub fn plan(&self, index: &Index) -> Plan {
        self.run(0..self.table.rows().len(), index, |_| ())
    }

    /// The steps of some rows, named by their place and in its order, with a directory of now: what applying a part of the
    /// file does. Other rows are left out of account, as done already or not to be done.
    pub fn steps(&self, rows: &[usize], index: &Index) -> Vec<Step> {
        let mut actions = Vec::with_capacity(rows.len());
        let plan = self.run(rows.iter().copied(), index, |action| actions.push(action));
        let steps = plan.rows.into_iter().zip(actions);
        steps.map(|(row, action)| Step { row, action }).collect()
    }

    fn run(
        &self,
        numbers: impl Iterator<Item = usize>,
        index: &Index,
        mut act: impl FnMut(Option<Action>),
    ) -> Plan {
        let mut run = Run::new(self, index);
        let mut planned = Vec::new();
        for (number, row) in numbers.filter_map(|number| Some((number, self.table.rows().get(number)?))) {
            let decision = run.decide(number, planned.len(), row);
            planned.push(PlannedRow {
                line: row.line(),
                outcome: decision.outcome,
                user: decision.user,
                changes: decision.changes,
                problems: decision.problems,
            });
            act(decision.action);
        }
        run.count_license_of_all();
        let (seats, cap) = run.pool.settle(&mut planned);
        Plan {
            settings: run.all.problems,
            total_users: index.directory().total_users,
            warnings: self.warnings.clone(),
            ..Plan::of_rows(planned, seats, cap)
        }
    }
}
